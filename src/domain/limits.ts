/** More than anyone does: beyond it a file holds a slip of the pen or a wrong unit. */
import { interpolate, type Knot } from '../kernel/interpolate.js';
import { type Dimension, M_PER_KM, S_PER_DAY, S_PER_H, S_PER_MIN } from '../kernel/units.js';
import type { Bounds } from './bounds.js';
import type { Nutrient } from './nutrition.js';

/**
 * The fastest known on flat roads and tracks, up to the marathon by World Athletics: 1000 m 2:11.96 (1999), 1500 m
 * 3:26.00 (1998), 2000 m 4:43.13 (2023), 3000 m 7:17.55 (2024), 5000 m 12:35.36 and 10,000 m 26:11.00 (2020), half
 * marathon 56:42 (2025), marathon 1:59:40 (2019, with pacers no record allows; the record is 2:00:35 of 2023);
 * 50 km 2:38:43 (2022, World Athletics), 100 km 5:59:20 (2025, in shoes that no record allows), 100 miles 10:51:39
 * and 24 hours 319.614 km (2022, IAU). Records fall: only what is well beyond them should be believed to be
 * impossible.
 */
const BESTS: readonly (readonly [distanceM: number, timeS: number])[] = [
  [1000, 131.96],
  [1500, 206],
  [2000, 283.13],
  [3000, 437.55],
  [5000, 755.36],
  [10_000, 1571],
  [21_097.5, 3402],
  [42_195, 7180],
  [50_000, 9523],
  [100_000, 21_560],
  [160_934, 39_099],
  [319_614, S_PER_DAY],
];

const LOG_SPEEDS = BESTS.map(
  ([distanceM, timeS]): Knot => [Math.log(distanceM), Math.log(distanceM / timeS)],
);

/**
 * About the fastest anyone has covered a distance, seconds: the bests' speeds interpolated between distances in
 * the logarithm; shorter as fast as 1000 m, longer as fast as 24 hours.
 */
export const computeFastest = (distanceM: number): number =>
  distanceM / Math.exp(interpolate(LOG_SPEEDS, Math.log(distanceM)));

/**
 * A result must be slower than a twentieth under the best: records of road and track fell by 1 to 3 % in the last
 * twenty years, and courses are measured to within 1 or 2 %.
 */
const RECORD_MARGIN_FACTOR = 1.05;

/** Faster than this nobody has run a whole race, or from its start to a place so far on, seconds. */
export const fastestPossibleS = (distanceM: number): number =>
  computeFastest(distanceM) / RECORD_MARGIN_FACTOR;

/** Whatever its distance, no race that is planned is over sooner, or goes on longer: one of 3100 miles is given 52 days. */
const SHORTEST_RACE_S = 10 * S_PER_MIN;
const LONGEST_RACE_S = 60 * S_PER_DAY;
export const isLengthOfRace = (timeS: number): boolean =>
  timeS >= SHORTEST_RACE_S && timeS <= LONGEST_RACE_S;

/**
 * A leg may be faster than the best whole race: by a tenth, about what a long descent or the last kilometres of a race
 * on the track give; a wider margin would let through legs that are slips of the pen.
 */
const STRETCH_FACTOR = 1.1;
/** Legs downhill of the fastest mountain races come near 3 min a km, however long the race. */
const STRETCH_SPEED_M_PER_S = (20 * M_PER_KM) / S_PER_H;

/**
 * Faster than this nobody covers a leg of a race, m/s: 20 km/h in a race of 62 km or more, in a shorter one 10 % above
 * the best speed over all of it. Beyond it a log, a result or a plan is wrong; between the fastest known and this it
 * is only to be doubted.
 * @param raceM length of the race, or as much of it as is known
 */
export const maxLegSpeedMPerS = (raceM: number): number =>
  raceM <= 0
    ? STRETCH_SPEED_M_PER_S
    : Math.max(STRETCH_SPEED_M_PER_S, (STRETCH_FACTOR * raceM) / computeFastest(raceM));

/** No race leaves four hours for a kilometre, nights and all, m/s. */
export const SLOWEST_RESULT_M_PER_S = M_PER_KM / (4 * S_PER_H);

/** No course is steeper than 45° for as long as it takes to measure it: climb and descent of a metre, metres. */
export const MAX_CLIMB_RATIO = 1;

/** The steepest ultramarathons climb about 110 m a kilometre; shorter races may be one climb. */
export const MAX_COURSE_CLIMB = { ratio: 0.13, fromM: 40 * M_PER_KM };

/** The highest passes that are raced over lie below 5,700 m. */
export const MAX_ELEVATION_M = 6000;

/** No finish in less than a minute, no race of more than 1000 h. */
export const RACE_TIME_S: Bounds = { min: 60, max: 1000 * S_PER_H };
/** No race of more than 10,000 km. */
export const RACE_DISTANCE_M: Bounds = { min: 0, max: 10_000 * M_PER_KM };
/**
 * Nobody gets farther in a timed event, metres: the best of six days is 1,045.519 km (2023, IAU). Events that go on
 * for longer are not told from a wrong unit.
 */
export const FARTHEST_M = 1100 * M_PER_KM;
/** No race of more starters. */
export const MOST_STARTERS = 100_000;

/** What a measure of a race may be asked to be, in the SI unit of its dimension. */
export const MEASURABLE: Readonly<Partial<Record<Dimension, Bounds>>> = {
  duration: { min: 0, max: 1000 * S_PER_H },
  pace: { min: 2 * S_PER_MIN, max: S_PER_H },
  ratio: { min: -1, max: 10 },
  volume: { min: 0, max: 10_000 },
  energy: { min: 0, max: 5000 },
  gram: { min: 0, max: 1000 },
  milligram: { min: 0, max: 20_000 },
};

export const isWithin = (value: number, { min, max }: Bounds): boolean =>
  value >= (min ?? Number.NEGATIVE_INFINITY) && value <= (max ?? Number.POSITIVE_INFINITY);

/** More than anyone takes in an hour. */
export interface IntakeLimit {
  /** In the nutrient's unit. */
  perHour: number;
  reason: string;
}

/**
 * About twice what the literature has as the most anyone absorbs: carbohydrate about 90 g/h, fluid about 1 L/h
 * (Costa et al. 2019, IJSNEM 29:130); energy 400 kcal/h, protein 10 g/h (ISSN 2019, Tiller et al.);
 * sodium 1,500 mg for each litre; caffeine 400 mg a day (EFSA 2015).
 */
export const INTAKE_LIMITS: Readonly<Record<Nutrient, IntakeLimit>> = {
  energyKcal: { perHour: 1000, reason: 'more than twice what runners of ultramarathons manage' },
  carbG: { perHour: 200, reason: 'a trained gut takes up about 90 g an hour' },
  proteinG: { perHour: 60, reason: 'runners of ultramarathons manage 5 to 10 g an hour' },
  fluidMl: { perHour: 2500, reason: 'a stomach empties about a litre an hour' },
  sodiumMg: { perHour: 4000, reason: 'sweat holds about 1 g a litre' },
  caffeineMg: { perHour: 400, reason: 'that much is safe in a whole day' },
};

/** Of the rows of a file; whoever counts what is left of more has misread it, or another race. */
const MOST_LOST_RATIO = 0.2;

/**
 * Whether so much of a file cannot be used that what is left may say something else than the whole: more than a fifth
 * of its rows. A single row is a slip of the pen, however few rows there are, unless it is half of them.
 */
export const isTooMuchLost = (lostRows: number, rows: number): boolean =>
  lostRows > rows * MOST_LOST_RATIO && (lostRows > 1 || lostRows >= rows / 2);

/** A watch measures a course this well: a whole race is stretched to its official distance. */
export const WATCH_ERROR_RATIO = 0.05;

/** What a grown runner weighs, kg. */
export const BODY_WEIGHT_KG: Bounds = { min: 25, max: 250 };
