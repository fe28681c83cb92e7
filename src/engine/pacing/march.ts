/** Walks the course at a given base pace and tells when every place is reached, and why. */
import type { Cell, Course } from '../../domain/course.js';
import { sum } from '../../kernel/stats.js';
import { M_PER_KM, S_PER_DAY } from '../../kernel/units.js';
import type { Light } from '../course/daylight.js';
import {
  altitudeFactor,
  type DayTemperatures,
  darkFactor,
  heatFactor,
  temperatureAt,
  terrainFactor,
} from './factors/conditions.js';
import { fadeFactor } from './factors/fade.js';
import type { GradeModel } from './factors/grade.js';

export const FACTORS = ['grade', 'altitude', 'terrain', 'heat', 'dark', 'fade'] as const;
export type FactorName = (typeof FACTORS)[number];
export type FactorSeconds = Readonly<Record<FactorName, number>>;

/** The race day: when it starts and what the air and light are like. */
export interface RaceDay {
  /** Local time of day of the start, seconds; `null` when unknown: no heat, no dark. */
  startTod: number | null;
  temperatures: DayTemperatures | null;
  /** Light at an elapsed time; `null` when date or location is unknown. */
  lightAt: ((elapsedS: number) => Light) | null;
}

/** Everything about a march but its base pace. */
export interface March {
  course: Course;
  day: RaceDay;
  grade: GradeModel;
  /** Fade amplitude, see `fade.ts`. */
  amplitude: number;
  /** Stop at the end of each leg, seconds; 0 at the finish. */
  stopsS: readonly number[];
}

export interface MarchedLeg {
  movingS: number;
  arriveS: number;
  departS: number;
  /** Seconds each factor added to (or took from) the leg; they sum to the leg's time over flat base pace. */
  factorS: FactorSeconds;
  lightS: Readonly<Record<Light, number>>;
}

interface CellEffort {
  cell: Cell;
  ground: Readonly<Record<'grade' | 'altitude' | 'terrain', number>>;
  /** Metres of flat, paved sea-level ground that cost as much. */
  effortM: number;
}

const cellEffort = (cell: Cell, gradeModel: GradeModel): CellEffort => {
  const ground = {
    grade: gradeModel({
      climbRatio: cell.gainM / cell.distanceM,
      descentRatio: cell.lossM / cell.distanceM,
    }),
    altitude: altitudeFactor(cell.elevationM),
    terrain: terrainFactor(cell.terrainSlowdownRatio),
  };
  const effortM = cell.distanceM * ground.grade * ground.altitude * ground.terrain;
  return { cell, ground, effortM };
};

/** Distance-equivalent effort of each leg, metres: what the ground alone costs. */
export const computeLegEfforts = (course: Course, gradeModel: GradeModel): number[] =>
  course.legs.map((leg) => sum(leg.cells.map((cell) => cellEffort(cell, gradeModel).effortM)));

/**
 * Prepares a march; the function returned walks the course at a base pace (s/km on flat, paved, cool,
 * sea-level ground in daylight at mean freshness) and is cheap to call again.
 */
export function prepareMarch(march: March): (basePaceSPerKm: number) => MarchedLeg[] {
  const { course, day, amplitude, stopsS } = march;
  const legs = course.legs.map((leg) => leg.cells.map((cell) => cellEffort(cell, march.grade)));
  const totalEffortM = sum(legs.flat().map((c) => c.effortM));

  return (basePaceSPerKm) => {
    let elapsedS = 0;
    let doneM = 0;
    return legs.map((cells, i) => {
      const departedS = elapsedS;
      const factorS = { grade: 0, altitude: 0, terrain: 0, heat: 0, dark: 0, fade: 0 };
      const lightS = { day: 0, twilight: 0, dark: 0 };
      for (const { cell, ground, effortM } of cells) {
        const light = day.lightAt?.(elapsedS) ?? 'day';
        const factors: Record<FactorName, number> = {
          ...ground,
          heat: heatFactor(temperature(day, elapsedS)),
          dark: darkFactor(light),
          fade: fadeFactor((doneM + effortM / 2) / totalEffortM, amplitude),
        };
        const baseS = (basePaceSPerKm * cell.distanceM) / M_PER_KM;
        const cellS =
          (basePaceSPerKm * effortM * factors.heat * factors.dark * factors.fade) / M_PER_KM;
        const mean = logarithmicMean(cellS, baseS);
        for (const name of FACTORS) factorS[name] += mean * Math.log(factors[name]);
        lightS[light] += cellS;
        elapsedS += cellS;
        doneM += effortM;
      }
      const arriveS = elapsedS;
      elapsedS += stopsS[i] ?? 0;
      return { movingS: arriveS - departedS, arriveS, departS: elapsedS, factorS, lightS };
    });
  };
}

function temperature(day: RaceDay, elapsedS: number): number | null {
  if (day.startTod == null || day.temperatures == null) return null;
  return temperatureAt((day.startTod + elapsedS) % S_PER_DAY, day.temperatures);
}

/**
 * (a − b) / ln(a / b): with it, the logarithms of factors split their joint effect into parts that
 * add up exactly (the logarithmic mean Divisia index).
 */
const logarithmicMean = (a: number, b: number): number =>
  Math.abs(a - b) < 1e-9 * b ? b : (a - b) / Math.log(a / b);
