/** How the fuelling went: long gaps, where the total fell behind the plan for good, and where slowing followed little eaten. */
import type { Place } from '../../domain/course.js';
import type { Nutrient } from '../../domain/nutrition.js';
import type { RaceLog } from '../../domain/record.js';
import { sum } from '../../kernel/stats.js';
import { S_PER_H, S_PER_MIN } from '../../kernel/units.js';
import { mealsOf, prepareNeed, type TimeSpan, takenOf } from './fuel-need.js';
import type { RaceReview } from './review.js';
import type { Stretch } from './stretches.js';

/** So long without anything that carries energy. */
export interface FuelGap extends TimeSpan {
  /** The last place reached before it, and the next one after it. */
  after: Place;
  before: Place;
}

export interface FuelBalance {
  nutrient: Nutrient;
  /** Planned up to the end less taken, in the nutrient's unit; negative: more than planned. */
  shortBy: number;
  /** Since when the total was short to the end, elapsed; 0: all the time; `null`: it kept up with the plan. */
  behindSinceS: number | null;
  /** The end of the leg on which that was; `null` with `behindSinceS`. */
  behindOn: Place | null;
  /** Whether what was taken has times; else it counts on the arrival at the end of its leg. */
  isTimed: boolean;
}

/** A leg run slower than before, right after little was eaten. What made it slower, nothing tells. */
export interface FuelCoincidence {
  /** The leg. */
  from: Place;
  to: Place;
  /** Moving time over the planned, less 1: of this leg, and of all before it. */
  slowerRatio: number;
  beforeRatio: number;
  /** The time before it, from this place on, and the carbs of it: taken, and asked for by the plan. */
  since: Place;
  sinceS: number;
  carbG: number;
  plannedCarbG: number;
}

export interface FuelReview {
  /** In order; `null` where not all that was eaten has a time. */
  gaps: readonly FuelGap[] | null;
  balances: readonly FuelBalance[];
  /** The leg that slowed most first. */
  coincidences: readonly FuelCoincidence[];
}

/** A longer time without energy is a gap; a total short by no more than that time's fuel has kept up. */
export const GAP_S = 45 * S_PER_MIN;

const BALANCED: readonly Nutrient[] = ['energyKcal', 'carbG', 'fluidMl', 'sodiumMg'];

/** Little is below this share of what was planned, over at least so long. */
const LITTLE_RATIO = 2 / 3;
const LITTLE_S = 2 * S_PER_H;
/** A leg has slowed when its moving time against the plan is by so much more than that of the legs before. */
const SLOWED_RATIO = 0.05;

/** Times are told to the second. */
const EXACT_S = 0.01;

export function computeFuelReview(log: RaceLog, review: RaceReview): FuelReview {
  return {
    gaps: gapsOf(log, review),
    balances: BALANCED.flatMap((nutrient) => balanceOf(nutrient, log, review) ?? []),
    coincidences: coincidencesOf(review),
  };
}

function gapsOf(log: RaceLog, { stretches, ending }: RaceReview): FuelGap[] | null {
  const isFood = (nutrient: Nutrient) => nutrient === 'carbG' || nutrient === 'energyKcal';
  const eaten = (log.intakeEntries ?? []).filter(
    ({ intake, untold }) =>
      (intake.carbG ?? 0) > 0 || (intake.energyKcal ?? 0) > 0 || untold.some(isFood),
  );
  const isAllTimed =
    eaten.every(({ atS }) => atS != null) &&
    log.visits.every(({ intake }) => intake.carbG == null && intake.energyKcal == null);
  if (eaten.length === 0 || !isAllTimed) return null;
  const endS = ending.elapsedS;
  const times = eaten.map(({ atS }) => ({ fromS: atS!, toS: atS! }));
  const eating = [...times, ...mealsOf(stretches)].filter(({ fromS }) => fromS < endS);
  const gaps: FuelGap[] = [];
  let sinceS = 0;
  const note = (toS: number) => {
    if (toS - sinceS > GAP_S) {
      const after =
        stretches.findLast(({ endS: atS }) => atS <= sinceS)?.end ?? stretches[0]!.start;
      gaps.push({ fromS: sinceS, toS, after, before: nextPlace(stretchAt(stretches, toS)!, toS) });
    }
  };
  for (const { fromS, toS } of eating.sort((a, b) => a.fromS - b.fromS)) {
    note(fromS);
    sinceS = Math.max(sinceS, toS);
  }
  note(endS);
  return gaps;
}

/** The stretch run at that time; the last one later. */
const stretchAt = (stretches: readonly Stretch[], atS: number): Stretch | undefined =>
  stretches.find(({ endS }) => atS <= endS) ?? stretches.at(-1);

/** Where a stretch ends; while the runner still stands at its start, that place. */
const nextPlace = ({ start, startS, stopBeforeS, end }: Stretch, atS: number): Place =>
  atS <= startS + (stopBeforeS ?? 0) ? start : end;

function balanceOf(nutrient: Nutrient, log: RaceLog, review: RaceReview): FuelBalance | null {
  const { stretches, intake, fuel, ending } = review;
  const endS = ending.elapsedS;
  const need = prepareNeed(fuel, nutrient, mealsOf(stretches));
  const known = takenOf(nutrient, log, stretches, intake, endS);
  if (!need || !known || stretches.length === 0) return null;
  let total = 0;
  let kept = { atS: 0, total: 0 };
  for (const { atS, amount } of known.taken) {
    total += amount;
    if (total >= need(0, atS)) kept = { atS, total };
  }
  const shortBy = need(0, endS) - total;
  const isBehind = shortBy > need(endS - GAP_S, endS);
  const behindSinceS = !isBehind
    ? null
    : known.isTimed
      ? timeOfNeed(need, kept.total, kept.atS, endS)
      : kept.atS;
  const behindOn = behindSinceS === null ? null : runAfter(stretches, behindSinceS).end;
  return { nutrient, shortBy, behindSinceS, behindOn, isTimed: known.isTimed };
}

const runAfter = (stretches: readonly Stretch[], atS: number): Stretch =>
  stretches.find(({ endS }) => atS < endS) ?? stretches.at(-1)!;

/** When the plan asks for `total`, to the second, between two times of which the later asks for more. */
function timeOfNeed(
  need: (fromS: number, toS: number) => number,
  total: number,
  fromS: number,
  toS: number,
): number {
  let [early, late] = [fromS, toS];
  if (total === 0) return fromS;
  while (late - early > EXACT_S) {
    const middle = (early + late) / 2;
    if (need(0, middle) <= total) early = middle;
    else late = middle;
  }
  return Math.round(late);
}

function coincidencesOf({ stretches, intake, fuel }: RaceReview): FuelCoincidence[] {
  const need = prepareNeed(fuel, 'carbG', mealsOf(stretches));
  if (!need) return [];
  return stretches
    .flatMap((stretch, i): FuelCoincidence[] => {
      const before = stretches.slice(0, i);
      const first = before.findLastIndex(({ startS }) => stretch.startS - startS >= LITTLE_S);
      const since = stretches[first];
      const slowerRatio = slowerOf([stretch]);
      const beforeRatio = slowerOf(before);
      if (!since || slowerRatio == null || beforeRatio == null) return [];
      const carbs = intake.stretches.slice(first, i).map(({ carbG }) => carbG);
      if (carbs.some((carbG) => carbG == null)) return [];
      const carbG = sum(carbs.map((grams) => grams!));
      const plannedCarbG = need(since.startS, stretch.startS);
      const isLittle = carbG < LITTLE_RATIO * plannedCarbG;
      if (!isLittle || slowerRatio - beforeRatio < SLOWED_RATIO) return [];
      return [
        {
          from: stretch.start,
          to: stretch.end,
          slowerRatio,
          beforeRatio,
          since: since.start,
          sinceS: stretch.startS - since.startS,
          carbG,
          plannedCarbG,
        },
      ];
    })
    .sort((a, b) => b.slowerRatio - b.beforeRatio - (a.slowerRatio - a.beforeRatio));
}

/** Moving time over the planned, less 1, of the stretches where it is known; `null` of none. */
function slowerOf(stretches: readonly Stretch[]): number | null {
  const known = stretches.filter(({ movingS, planned }) => movingS != null && planned.movingS > 0);
  const plannedS = sum(known.map(({ planned }) => planned.movingS));
  return plannedS > 0 ? sum(known.map(({ movingS }) => movingS!)) / plannedS - 1 : null;
}
