/** Walks the course at a given base pace and tells when every place is reached, and why. */
import type { Cell, Course } from '../../domain/course.js';
import { timeAtPace } from '../../kernel/pace.js';
import { sum } from '../../kernel/stats.js';
import { LIGHTS, type Light } from '../course/daylight.js';
import { type RaceDay, temperatureOn } from '../course/race-day.js';
import { altitudeFactor, darkFactor, heatFactor, terrainFactor } from './factors/conditions.js';
import { fadeFactor } from './factors/fade.js';
import { type GradeModel, gradeFactor } from './factors/grade.js';

export const FACTORS = ['grade', 'altitude', 'terrain', 'heat', 'dark', 'fade'] as const;
export type FactorName = (typeof FACTORS)[number];
export type FactorSeconds = Readonly<Record<FactorName, number>>;

/** Everything about a march but its base pace. */
export interface MarchInput {
  course: Course;
  day: RaceDay;
  grade: GradeModel;
  /** Fade amplitude, see `fade.ts`. */
  amplitude: number;
  /** Whether runners know where it ends, and pick up before; they do when left out. */
  isEndKnown?: boolean;
  /** Stop at the end of each leg, seconds; 0 at the finish. */
  stopsS: readonly number[];
}

/** A cell as it is run. */
export interface MarchedCell {
  movingS: number;
  /** Of it, before half of the race's effort. */
  firstHalfS: number;
  /** Of it, in each light. */
  lightS: Readonly<Record<Light, number>>;
  /** Seconds each factor added to (or took from) the cell; they sum to its time over flat base pace. */
  factorS: FactorSeconds;
}

/** What a stretch of cells takes, in all. */
export interface Marched {
  movingS: number;
  /** Share of it before half of the race's effort, see `halves.ts`. */
  firstHalfRatio: number;
  factorS: FactorSeconds;
  lightS: Readonly<Record<Light, number>>;
}

export interface MarchedLeg extends Marched {
  arriveS: number;
  departS: number;
  /** One a cell of the leg; the leg is their sum. */
  cells: readonly MarchedCell[];
}

/** A course ready to be walked at any base pace: s/km on flat, paved, cool ground by day, at mean freshness. */
export interface March {
  /** Moving time of the whole course, seconds; cheap. */
  movingAt: (basePaceSPerKm: number) => number;
  legsAt: (basePaceSPerKm: number) => MarchedLeg[];
}

interface Ground {
  cell: Cell;
  factors: Readonly<Record<'grade' | 'altitude' | 'terrain', number>>;
  /** Metres of flat, paved sea-level ground that cost as much. */
  effortM: number;
}

const groundOf = (cell: Cell, gradeModel: GradeModel): Ground => {
  const factors = {
    grade: gradeFactor(cell, gradeModel),
    altitude: altitudeFactor(cell.elevationM),
    terrain: terrainFactor(cell.terrainSlowdownRatio),
  };
  const effortM = cell.distanceM * factors.grade * factors.altitude * factors.terrain;
  return { cell, factors, effortM };
};

/** Distance-equivalent effort of each leg, metres: what the ground alone costs. */
export const computeLegEfforts = (course: Course, gradeModel: GradeModel): number[] =>
  course.legs.map((leg) => sum(leg.cells.map((cell) => groundOf(cell, gradeModel).effortM)));

/** What depends on the clock, over a cell: its heat is that of its middle, its dark the mean. */
export interface Air {
  heat: number;
  dark: number;
  lightS: Readonly<Record<Light, number>>;
}

/**
 * What the clock does to a cell that takes `coolS` by day in the cool. Where the light changes inside the cell, only
 * the rest of it is run in the new light: a cell that begins a metre later changes nothing but that metre.
 */
export function airOver(day: RaceDay, fromS: number, coolS: number): Air {
  const heat = heatFactor(temperatureOn(day, fromS + coolS / 2));
  const { lightAt } = day;
  const lightS = { day: 0, twilight: 0, dark: 0 };
  const dayS = coolS * heat;
  let [atS, leftS] = [fromS, dayS];
  for (;;) {
    const light = lightAt?.(atS) ?? 'day';
    const slower = darkFactor(light);
    const endS = atS + leftS * slower;
    if (!lightAt || lightAt(endS) === light) {
      lightS[light] += leftS * slower;
      const dark = atS === fromS ? slower : (endS - fromS) / dayS;
      return { heat, dark, lightS };
    }
    const changeS = changeBetween(lightAt, atS, endS);
    lightS[light] += changeS - atS;
    leftS -= (changeS - atS) / slower;
    atS = changeS;
  }
}

/** Light changes are found to this, seconds. */
const CHANGE_S = 1e-6;

/** When the light of `fromS` is another, which it is at `toS`. */
function changeBetween(lightAt: (elapsedS: number) => Light, fromS: number, toS: number): number {
  const light = lightAt(fromS);
  let [beforeS, afterS] = [fromS, toS];
  while (afterS - beforeS > CHANGE_S) {
    const middleS = (beforeS + afterS) / 2;
    if (lightAt(middleS) === light) beforeS = middleS;
    else afterS = middleS;
  }
  return afterS;
}

/** Prepares a march; what the pace does not change is computed once. */
export function prepareMarch(input: MarchInput): March {
  const { course, day, grade, amplitude, stopsS, isEndKnown = true } = input;
  const grounds = course.legs.map((leg) => leg.cells.map((cell) => groundOf(cell, grade)));
  const totalEffortM = sum(grounds.flat().map(({ effortM }) => effortM));
  let doneM = 0;
  const legs = grounds.map((cells) =>
    cells.map((ground) => {
      const fromRatio = doneM / totalEffortM;
      doneM += ground.effortM;
      const toRatio = doneM / totalEffortM;
      return {
        ...ground,
        fade: fadeFactor(fromRatio, toRatio, amplitude, isEndKnown),
        firstHalfRatio: firstHalfRatioOf(fromRatio, toRatio, amplitude, isEndKnown),
      };
    }),
  );
  type MarchCell = (typeof legs)[number][number];

  /** Calls `onCell` along the course, with the time each cell takes. */
  function walk(
    basePaceSPerKm: number,
    onCell: (leg: number, cell: MarchCell, air: Air, cellS: number) => void,
  ) {
    let elapsedS = 0;
    legs.forEach((cells, leg) => {
      for (const cell of cells) {
        const coolS = timeAtPace(basePaceSPerKm, cell.effortM * cell.fade);
        const air = airOver(day, elapsedS, coolS);
        const cellS = coolS * air.heat * air.dark;
        onCell(leg, cell, air, cellS);
        elapsedS += cellS;
      }
      elapsedS += stopsS[leg]!;
    });
  }

  return {
    movingAt: (basePaceSPerKm) => {
      let movingS = 0;
      walk(basePaceSPerKm, (_leg, _cell, _air, cellS) => {
        movingS += cellS;
      });
      return movingS;
    },
    legsAt: (basePaceSPerKm) => {
      const marched = legs.map((): MarchedCell[] => []);
      walk(basePaceSPerKm, (leg, marchCell, { heat, dark, lightS }, cellS) => {
        const { cell, factors, fade, firstHalfRatio } = marchCell;
        const weightS = logarithmicMean(cellS, timeAtPace(basePaceSPerKm, cell.distanceM));
        const partS = (factor: number) => weightS * Math.log(factor);
        const factorS = {
          grade: partS(factors.grade),
          altitude: partS(factors.altitude),
          terrain: partS(factors.terrain),
          heat: partS(heat),
          dark: partS(dark),
          fade: partS(fade),
        };
        const firstHalfS = cellS * firstHalfRatio;
        marched[leg]!.push({ movingS: cellS, firstHalfS, factorS, lightS });
      });
      return timeLegs(
        marched.map((cells) => ({ cells, ...sumCells(cells) })),
        stopsS,
      );
    },
  };
}

/** What cells take together. */
export function sumCells(cells: readonly MarchedCell[]): Marched {
  let [movingS, firstHalfS] = [0, 0];
  const factorS = { grade: 0, altitude: 0, terrain: 0, heat: 0, dark: 0, fade: 0 };
  const lightS = { day: 0, twilight: 0, dark: 0 };
  for (const cell of cells) {
    movingS += cell.movingS;
    firstHalfS += cell.firstHalfS;
    for (const light of LIGHTS) lightS[light] += cell.lightS[light];
    for (const name of FACTORS) factorS[name] += cell.factorS[name];
  }
  return { movingS, firstHalfRatio: firstHalfS / movingS, factorS, lightS };
}

/** Light over a time that is `by` times as long. */
export const scaleLight = (
  { day, twilight, dark }: Marched['lightS'],
  by: number,
): Marched['lightS'] => ({ day: day * by, twilight: twilight * by, dark: dark * by });

/** A cell, or a part of one, that takes `by` times as long. */
export function scaleCell(cell: MarchedCell, by: number): MarchedCell {
  const { movingS, firstHalfS, lightS, factorS } = cell;
  return {
    movingS: movingS * by,
    firstHalfS: firstHalfS * by,
    lightS: scaleLight(lightS, by),
    factorS: {
      grade: factorS.grade * by,
      altitude: factorS.altitude * by,
      terrain: factorS.terrain * by,
      heat: factorS.heat * by,
      dark: factorS.dark * by,
      fade: factorS.fade * by,
    },
  };
}

/** Share of the time between two shares of the effort that lies before the half. */
function firstHalfRatioOf(
  fromRatio: number,
  toRatio: number,
  amplitude: number,
  isEndKnown: boolean,
): number {
  if (fromRatio >= 0.5 || toRatio <= 0.5) return fromRatio >= 0.5 ? 0 : 1;
  const first = fadeFactor(fromRatio, 0.5, amplitude, isEndKnown) * (0.5 - fromRatio);
  return first / (fadeFactor(fromRatio, toRatio, amplitude, isEndKnown) * (toRatio - fromRatio));
}

/** Arrivals and departures, from what each leg and each stop takes. */
export function timeLegs(
  legs: readonly Omit<MarchedLeg, 'arriveS' | 'departS'>[],
  stopsS: readonly number[],
): MarchedLeg[] {
  let departS = 0;
  return legs.map((leg, i) => {
    const arriveS = departS + leg.movingS;
    departS = arriveS + stopsS[i]!;
    return { ...leg, arriveS, departS };
  });
}

/**
 * (a − b) / ln(a / b): with it, the logarithms of factors split their joint effect into parts that
 * add up exactly (the logarithmic mean Divisia index).
 */
export const logarithmicMean = (a: number, b: number): number =>
  Math.abs(a - b) < 1e-9 * b ? b : (a - b) / Math.log(a / b);
