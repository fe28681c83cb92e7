/** The sweat rate of a race in which the runner was weighed. */
import { sum } from '../../kernel/stats.js';
import { S_PER_H } from '../../kernel/units.js';
import { reachedS } from '../course/ending.js';
import type { RaceRun } from './race-run.js';

/** What was weighed and drunk, and the rate it makes. */
export interface Sweat {
  mlPerH: number;
  fromKg: number;
  toKg: number;
  /** Drunk in between. */
  fluidMl: number;
  seconds: number;
}

/** Weighed sooner, a full bottle or a wet shirt is most of the difference. */
const SHORTEST_S = 2 * S_PER_H;
/** Less, or more, than anyone sweats over hours is a wrong weight or a forgotten bottle, mL/h. */
const POSSIBLE = { min: 100, max: 3000 } as const;
const ML_PER_KG = 1000;

/**
 * What was lost between the first and the last weight, with what was drunk in between, an hour: a litre weighs a
 * kilogram. Food, breath and urine are left out. `null` without two weights, or where nothing tells what was drunk.
 */
export function computeSweat({ log, review: { stretches, intake } }: RaceRun): Sweat | null {
  const weighed = log.visits.flatMap(({ place, weightKg, ...visit }) => {
    const atS = place === 0 ? 0 : reachedS({ place, ...visit });
    return weightKg == null || atS === null ? [] : [{ place, kg: weightKg, atS }];
  });
  const [first, last] = [weighed[0], weighed.at(-1)];
  if (!first || !last || last.atS - first.atS < SHORTEST_S) return null;
  const drunk = stretches.flatMap(({ from, to }, i) =>
    from >= first.place && to <= last.place ? [intake.stretches[i]!.fluidMl] : [],
  );
  const known = drunk.filter((fluidMl) => fluidMl !== null);
  if (known.length < drunk.length) return null;
  const fluidMl = sum(known);
  const seconds = last.atS - first.atS;
  const lostMl = (first.kg - last.kg) * ML_PER_KG + fluidMl;
  const mlPerH = (lostMl * S_PER_H) / seconds;
  if (mlPerH < POSSIBLE.min || mlPerH > POSSIBLE.max) return null;
  return { mlPerH, fromKg: first.kg, toKg: last.kg, fluidMl, seconds };
}
