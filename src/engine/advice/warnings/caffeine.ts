/** How much caffeine a plan brings, in a day and at once, and whether that is too much. */
import type { Plan } from '../../../domain/plan.js';
import { sum } from '../../../kernel/stats.js';
import { S_PER_DAY } from '../../../kernel/units.js';
import type { FuelPlan } from '../../fuel/needs.js';
import {
  CAFFEINE_AT_ONCE_LIMIT_MG,
  CAFFEINE_DAY_LIMIT_MG,
  CAFFEINE_SIDE_EFFECTS_MG_PER_KG,
} from '../../fuel/standards.js';
import type { Portion, Supplies } from '../../fuel/supplies.js';
import type { Graded } from './severity.js';

export type CaffeineWarning = Graded<
  | { kind: 'caffeine high'; totalMg: number; limitMg: number; why: 'day' | 'weight' }
  | { kind: 'caffeine at once'; mg: number; limitMg: number; elapsedS: number }
>;

const caffeineOf = (portions: readonly Portion[]): number =>
  sum(portions.map(({ product, units }) => units * (product.perServing.caffeineMg ?? 0)));

/**
 * The most in any 24 hours of the race, mg: of what is eaten as planned where any of it holds caffeine, else of the
 * hourly target; `null` where neither is known. What is drunk from bottles counts when the runner leaves with it.
 */
export function mostCaffeineInADay(fuel: FuelPlan, supplies: Supplies | null): number | null {
  const doses = supplies ? dosesOf(supplies) : [];
  if (doses.length > 0) {
    return Math.max(
      ...doses.map(({ atS: fromS }) =>
        sum(doses.filter(({ atS }) => atS >= fromS && atS < fromS + S_PER_DAY).map(({ mg }) => mg)),
      ),
    );
  }
  const finishS = fuel.spells.at(-1)?.toS ?? 0;
  if (finishS <= S_PER_DAY || fuel.total.caffeineMg == null) return fuel.total.caffeineMg;
  // targets change only from spell to spell: the most lies in a day that begins or ends with one, or with a stop
  const edges = [
    ...fuel.spells.flatMap(({ fromS, toS }) => [fromS, toS]),
    ...fuel.legs.flatMap(({ planned: { arriveS, stopS } }) => [arriveS, arriveS + stopS]),
  ].flatMap((edgeS) => [edgeS, edgeS - S_PER_DAY]);
  return Math.max(
    ...edges
      .filter((fromS) => fromS >= 0 && fromS <= finishS - S_PER_DAY)
      .map((fromS) => fuel.needsOver(fromS, fromS + S_PER_DAY).caffeineMg ?? 0),
  );
}

function dosesOf({ cues, refills }: Supplies): { atS: number; mg: number }[] {
  const doses = refills.flatMap(({ place, departS, eaten }) => {
    const here = cues.filter((cue) => cue.place === place);
    const fromBottlesMg = caffeineOf(eaten) - sum(here.map(({ portions }) => caffeineOf(portions)));
    return [
      { atS: departS, mg: fromBottlesMg },
      ...here.map(({ elapsedS, portions }) => ({ atS: elapsedS, mg: caffeineOf(portions) })),
    ];
  });
  return doses.filter(({ mg }) => mg > 0);
}

/** The most at one cue, mg, and when; `null` where none holds any. */
export function mostCaffeineAtOnce({ cues }: Supplies): { mg: number; elapsedS: number } | null {
  const doses = cues.flatMap(({ elapsedS, portions }) => {
    const mg = caffeineOf(portions);
    return mg > 0 ? [{ mg, elapsedS }] : [];
  });
  return doses.length === 0 ? null : doses.reduce((a, b) => (b.mg > a.mg ? b : a));
}

/** Less is rounding, of what is asked for an hour or weighed in pounds. */
const NOTABLE_CAFFEINE_MG = 1;
const isAbove = (mg: number, limitMg: number): boolean => mg - limitMg > NOTABLE_CAFFEINE_MG - 1e-6;

export function caffeineWarnings(
  { athlete: { weightKg } }: Plan,
  fuel: FuelPlan,
  supplies: Supplies | null,
): CaffeineWarning[] {
  const totalMg = mostCaffeineInADay(fuel, supplies);
  const byWeightMg = weightKg == null ? Infinity : weightKg * CAFFEINE_SIDE_EFFECTS_MG_PER_KG;
  const most = supplies && mostCaffeineAtOnce(supplies);
  const atOnce: CaffeineWarning[] =
    most && isAbove(most.mg, CAFFEINE_AT_ONCE_LIMIT_MG)
      ? [
          {
            severity: 'unsafe',
            kind: 'caffeine at once',
            ...most,
            limitMg: CAFFEINE_AT_ONCE_LIMIT_MG,
          },
        ]
      : [];
  if (totalMg == null) return atOnce;
  if (isAbove(totalMg, byWeightMg)) {
    return [
      { severity: 'unsafe', kind: 'caffeine high', totalMg, limitMg: byWeightMg, why: 'weight' },
      ...atOnce,
    ];
  }
  return isAbove(totalMg, CAFFEINE_DAY_LIMIT_MG)
    ? [
        {
          severity: 'advice',
          kind: 'caffeine high',
          totalMg,
          limitMg: CAFFEINE_DAY_LIMIT_MG,
          why: 'day',
        },
        ...atOnce,
      ]
    : atOnce;
}
