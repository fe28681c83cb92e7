/**
 * How many of each product to eat on a stretch: whole units, as near to what is needed as they come. An integer
 * problem with a few unknowns, solved by search: up from nothing by the best unit, exchanging units while that helps;
 * where a need is still missed by more than a unit, through all mixes that could miss less.
 */
import { NUTRIENTS, type Nutrient } from '../../domain/nutrition.js';
import { climb, lookThrough } from './mix-search.js';
import { TINY, tabulate } from './mix-table.js';
import { holds, type Mix, type MixProblem } from './offers.js';

export function solveMix(problem: MixProblem): Mix {
  const { offers } = problem;
  const table = tabulate(problem);
  const nothing = offers.map(() => 0);
  // always possible: nothing but water
  let found = climb(table, { counts: nothing, judged: table.judge(nothing)! });
  if (found.judged.missed > TINY) found = climb(table, lookThrough(table, found));
  const { counts, judged } = found;
  const eaten = (n: Nutrient) =>
    counts.reduce((total, units, i) => total + units * holds(offers[i]!.product, n), 0) +
    (n === 'fluidMl' ? judged.waterMl : 0);
  return {
    counts,
    waterMl: judged.waterMl,
    eaten: Object.fromEntries(NUTRIENTS.map((n) => [n, eaten(n)])) as Record<Nutrient, number>,
    missed: judged.missed,
  };
}
