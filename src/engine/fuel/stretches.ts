/** From one place where something can be had to the next: what is needed, and when it may be eaten. */
import { type Course, type Place, placesOf } from '../../domain/course.js';
import {
  type Intake,
  mapIntake,
  NUTRIENTS,
  type Nutrient,
  type Product,
  type SupplySource,
} from '../../domain/nutrition.js';
import { S_PER_MIN } from '../../kernel/units.js';
import type { PacePlan } from '../pacing/pace-plan.js';
import type { FuelPlan } from './needs.js';
import { holds } from './offers.js';
import type { SourcesByPlace } from './sources.js';

/** A stretch between two places where something can be had. */
export interface FuelStretch {
  /** Indices into the places of the course. */
  place: number;
  until: number;
  at: Place;
  /** Elapsed: arrival at the place, leaving it, arrival at the next. */
  fromS: number;
  departS: number;
  toS: number;
  /** Of the nutrients pursued; `null` of the others. */
  need: Intake;
  /** Fluid needed during the stop itself, mL. */
  standingMl: number;
  /** Fluid still needed after this stretch until there is water again, mL. */
  laterMl: number;
  /** When to eat and drink on the way. */
  cuesS: readonly number[];
}

/** ISSN 2019: 150 to 250 mL every 20 min. Where a plan says no more, every half hour, which is easier to remember. */
export const CUE_EVERY_S = 30 * S_PER_MIN;
/** Not so soon after leaving a place, and not so soon before the next. */
const CUE_GAP_S = 5 * S_PER_MIN;

/** Whether a target of the athlete's own holds at some time. */
const isOwn = ({ own, spells, basePerHour }: FuelPlan, nutrient: Nutrient): boolean =>
  own.has(nutrient) || spells.some(({ perHour }) => perHour[nutrient] !== basePerHour[nutrient]);

/** The nutrients with a target; protein and caffeine only when it is the athlete's own. */
export const targetedOf = (fuel: FuelPlan): Nutrient[] =>
  NUTRIENTS.filter(
    (n) => fuel.perHour[n] != null && (isOwn(fuel, n) || !['proteinG', 'caffeineMg'].includes(n)),
  );

/**
 * The nutrients that products are chosen for. Of calories only an own target: the middle of a standard's range goes
 * with no middle of its carbohydrate, and what holds the carbohydrate lies within the range.
 */
export const pursuedOf = (fuel: FuelPlan): Nutrient[] =>
  targetedOf(fuel).filter((n) => n !== 'energyKcal' || isOwn(fuel, n));

/**
 * The stretches of the race, in order. A place that has nothing which the last one had not, and can be passed by until
 * one cue later on what is carried, is passed by: laps of ten minutes are no refills.
 * @param sources of every product, see `sources.ts`
 * @param carryMl what bottles hold; `null`: not told
 * @param everyS between cues
 */
export function computeFuelStretches(
  course: Course,
  { legs }: Pick<PacePlan, 'legs'>,
  fuel: FuelPlan,
  sources: ReadonlyMap<Product, SourcesByPlace>,
  carryMl: number | null,
  everyS: number,
): FuelStretch[] {
  const places = placesOf(course);
  const finish = places.length - 1;
  const pursued = new Set(pursuedOf(fuel));
  const arriveS = (i: number) => (i === 0 ? 0 : legs[i - 1]!.arriveS);
  const departS = (i: number) => (i === 0 ? 0 : legs[i - 1]!.arriveS + legs[i - 1]!.stopS);
  const isBrought = (source: SupplySource | null | undefined) => source !== 'aid station';
  const hasMore = (place: number, than: number) =>
    (places[place]!.water && !places[than]!.water) ||
    [...sources.values()].some(
      (byPlace) =>
        byPlace[place] != null &&
        (byPlace[than] == null || (isBrought(byPlace[place]) && !isBrought(byPlace[than]))),
    );
  const isCarried = (fromS: number, toS: number) =>
    carryMl == null || (fuel.needsOver(fromS, toS).fluidMl ?? 0) <= carryMl;
  const isRefill = (place: Place, i: number) =>
    i === 0 || place.water || [...sources.values()].some((byPlace) => byPlace[i] != null);
  const refills: number[] = [];
  const open = places.flatMap((place, i) => (i < finish && isRefill(place, i) ? [i] : []));
  open.forEach((place, k) => {
    const last = refills.at(-1);
    const next = open[k + 1] ?? finish;
    const isSoon = last !== undefined && arriveS(next) - departS(last) <= everyS;
    if (!isSoon || hasMore(place, last) || !isCarried(departS(last), arriveS(next))) {
      refills.push(place);
    }
  });
  return refills.map((place, k) => {
    const until = refills[k + 1] ?? finish;
    const wet = places.findIndex((p, i) => i >= until && (i === finish || p.water));
    const [fromS, toS] = [arriveS(place), arriveS(until)];
    const need = fuel.needsOver(fromS, toS);
    const fluidOver = (a: number, b: number) => fuel.needsOver(a, b).fluidMl ?? 0;
    return {
      place,
      until,
      at: places[place]!,
      fromS,
      departS: departS(place),
      toS,
      need: mapIntake((n) => (pursued.has(n) ? need[n] : null)),
      standingMl: places[place]!.water ? fluidOver(fromS, departS(place)) : 0,
      laterMl: fluidOver(toS, arriveS(wet)),
      cuesS: cuesBetween(departS(place), toS, everyS),
    };
  });
}

/** Every so often since the start of the race, so that a watch can beep; once half way where that never comes. */
function cuesBetween(departS: number, toS: number, everyS: number): number[] {
  const gapS = Math.min(CUE_GAP_S, everyS / 4);
  const cues: number[] = [];
  for (let n = Math.ceil((departS + gapS) / everyS); n * everyS <= toS - gapS; n += 1) {
    cues.push(n * everyS);
  }
  return cues.length > 0 ? cues : [(departS + toS) / 2];
}

/** Whether the plan lets a product be eaten at an elapsed time. */
export const isAllowedAt = (
  { afterS, notAtNight }: Product,
  { spells }: FuelPlan,
  elapsedS: number,
): boolean =>
  elapsedS >= (afterS ?? 0) &&
  !(
    notAtNight &&
    spells.some(({ isNight, fromS, toS }) => isNight && elapsedS >= fromS && elapsedS < toS)
  );

/** Whether a product may be eaten all the way. */
export const isAllowedThroughout = (
  { afterS, notAtNight }: Product,
  { spells }: FuelPlan,
  fromS: number,
  toS: number,
): boolean =>
  fromS >= (afterS ?? 0) &&
  !(notAtNight && spells.some((spell) => spell.isNight && spell.fromS < toS && spell.toS > fromS));

/**
 * Units of a product that fit where it is allowed: the cues at which it is, and no more than are needed up to each from
 * the one before, to the nearest; `null`: it is allowed all the way.
 */
export function mostAllowed(
  product: Product,
  fuel: FuelPlan,
  { departS, toS, cuesS, need }: FuelStretch,
): number | null {
  if (isAllowedThroughout(product, fuel, departS, toS)) return null;
  const allowed = cuesS.filter((cueS) => isAllowedAt(product, fuel, cueS));
  const ratio = allowed.length / cuesS.length;
  return Math.max(
    0,
    ...NUTRIENTS.map((n) => {
      const amount = holds(product, n);
      return amount > 0 ? Math.round(((need[n] ?? 0) * ratio) / amount) : 0;
    }),
  );
}
