/** When to eat and drink what a stretch holds. */
import { sum } from '../../kernel/stats.js';
import type { FuelPlan } from './needs.js';
import { holds } from './offers.js';
import { type FuelStretch, isAllowedAt } from './stretches.js';
import type { Cue, Portion } from './supplies.js';

/** What is taken in on a stretch. */
export interface Meal {
  /** Eaten and drunk at the table. */
  atTable: readonly Portion[];
  /** Eaten on the way. */
  onTheWay: readonly Portion[];
  /** Water drunk standing, mL. */
  standingMl: number;
  /** Drunk from the bottles on the way, mL. */
  bottledMl: number;
}

/**
 * The cues of a stretch: what is taken at the table when the runner is there, the rest spread over the cues of the way
 * by what is needed up to each. Units are whole; food that holds fuel and food that holds none are spread each for
 * itself. What is left to drink after the last of them is drunk by the arrival. They sum to the meal.
 */
export function computeCues(stretch: FuelStretch, fuel: FuelPlan, meal: Meal): Cue[] {
  const { place, fromS, departS, toS, cuesS } = stretch;
  /** What is needed up to each moment since the one before, as a share of all. */
  const sharesUpTo = (momentsS: readonly number[], n: 'fluidMl' | 'energyKcal') => {
    const all = momentsS.map((toS, i) => fuel.needsOver(momentsS[i - 1] ?? departS, toS)[n] ?? 1);
    const total = sum(all);
    return all.map((one) => (total > 0 ? one / total : 1 / all.length));
  };
  const eatS = cuesS.map((cueS, i) => (i === cuesS.length - 1 ? toS : cueS));
  const shares = sharesUpTo(eatS, 'energyKcal');
  const eaten = spread(
    meal.onTheWay,
    cuesS.map((cueS, i) => ({ cueS, share: shares[i]! })),
    fuel,
  );
  const drunk = sharesUpTo([...cuesS, toS], 'fluidMl');
  const isAnyStanding = meal.atTable.length > 0 || meal.standingMl > 0;
  return [
    ...(isAnyStanding
      ? [
          {
            elapsedS: fromS,
            place,
            when: 'stop' as const,
            portions: meal.atTable,
            drinkMl: meal.standingMl,
          },
        ]
      : []),
    ...[...cuesS, toS].map((elapsedS, i) => ({
      elapsedS,
      place,
      when: i < cuesS.length ? ('way' as const) : ('arrival' as const),
      portions: eaten[i] ?? [],
      drinkMl: meal.bottledMl * drunk[i]!,
    })),
  ].filter(({ portions, drinkMl }) => portions.length > 0 || drinkMl > 0);
}

interface Moment {
  cueS: number;
  /** Of all that is needed. */
  share: number;
}

/**
 * Each unit to the cue in the middle of its part of the need, of those where it is allowed; to one beside it where that
 * holds more already.
 */
function spread(
  portions: readonly Portion[],
  moments: readonly Moment[],
  fuel: FuelPlan,
): Portion[][] {
  const at = moments.map(() => new Map<Portion['product'], number>());
  let soFar = 0;
  const middles = moments.map(({ share }) => {
    soFar += share;
    return soFar - share / 2;
  });
  const isFuel = ({ product }: Portion) =>
    holds(product, 'energyKcal') + holds(product, 'carbG') > 0;
  const allowed = ({ product }: Portion) =>
    moments.flatMap(({ cueS }, i) => (isAllowedAt(product, fuel, cueS) ? [i] : []));
  for (const kind of [true, false]) {
    const load = moments.map(() => 0);
    const units = interleaved(portions.filter((portion) => isFuel(portion) === kind)).map(
      (portion, j, all) => ({ portion, at: (j + 0.5) / all.length, open: allowed(portion) }),
    );
    // what may be eaten at few cues first
    for (const { portion, at: ideal, open } of units.toSorted(
      (a, b) => a.open.length - b.open.length,
    )) {
      const cost = (i: number) => Math.abs(middles[i]! - ideal) + load[i]! / moments.length;
      const best = open.reduce((a, b) => (cost(b) < cost(a) - 1e-9 ? b : a));
      load[best]! += 1;
      at[best]!.set(portion.product, (at[best]!.get(portion.product) ?? 0) + 1);
    }
  }
  return at.map((units) => [...units].map(([product, n]) => ({ product, units: n })));
}

/** Single units, kinds in turn: `gel, bar, gel` rather than `gel, gel, bar`. */
function interleaved(portions: readonly Portion[]): Portion[] {
  return portions
    .flatMap(({ product, units }, rank) =>
      Array.from({ length: units }, (_, i) => ({ product, at: (i + 0.5) / units, rank })),
    )
    .toSorted((a, b) => a.at - b.at || a.rank - b.rank)
    .map(({ product }) => ({ product, units: 1 }));
}
