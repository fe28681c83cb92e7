/** A race in laps as it was run: each lap, as far as the log tells it, and the way hour by hour. */
import { type Course, placesOf } from '../../domain/course.js';
import type { RaceLog } from '../../domain/record.js';
import { type Ending, reachedS } from '../course/ending.js';
import type { WayPart } from '../pacing/hours.js';
import { lapEndingAt } from '../pacing/lap-rows.js';

export interface LapRun {
  /** From 1. */
  lap: number;
  endS: number;
  /** From the end of the lap before, stops and all; from the bell where one rings. `null`: that was not logged. */
  tookS: number | null;
}

export interface LongestStop {
  /** After which lap, or in which. */
  lap: number;
  stopS: number;
}

export interface LapReview {
  /** Ended in time. */
  laps: number;
  run: readonly LapRun[];
  quickest: (LapRun & { tookS: number }) | null;
  slowest: (LapRun & { tookS: number }) | null;
  /** `null` where stops are not logged. */
  longestStop: LongestStop | null;
}

interface LoopRace {
  loopM: number;
  /** From one bell to the next; `null`: the laps follow one another. */
  everyS: number | null;
}

/** Ends of laps that the log tells, in order. */
function lapEnds(course: Course, log: RaceLog, loopM: number): { lap: number; endS: number }[] {
  if (log.isCount) return [];
  const places = placesOf(course);
  const within = log.visits.map((visit) => [places[visit.place]!.atM, reachedS(visit)] as const);
  const beyond = (log.beyond ?? []).map(({ atM, arriveS }) => [atM, arriveS] as const);
  const ends = [...within, ...beyond].flatMap(([atM, endS]) => {
    const lap = lapEndingAt(atM, loopM);
    return lap === null || endS === null ? [] : [{ lap, endS }];
  });
  // where the plan ends both tell the same
  return ends.filter(({ lap }, i) => lap !== ends[i - 1]?.lap);
}

/** The laps of a log; of one that counts them by the hour only how many there were. */
export function reviewLaps(
  course: Course,
  log: RaceLog,
  { at }: Pick<Ending, 'at'>,
  { loopM, everyS }: LoopRace,
): LapReview {
  const ends = lapEnds(course, log, loopM);
  const run = ends.map(({ lap, endS }, i): LapRun => {
    const before = i === 0 ? { lap: 0, endS: 0 } : ends[i - 1]!;
    const isNext = before.lap === lap - 1;
    const startS = everyS === null ? before.endS : (lap - 1) * everyS;
    return { lap, endS, tookS: everyS !== null || isNext ? endS - startS : null };
  });
  const timed = run.flatMap(({ tookS, ...lap }) => (tookS === null ? [] : [{ ...lap, tookS }]));
  const pick = (isBetter: (a: number, b: number) => boolean) =>
    timed.reduce<(typeof timed)[number] | null>(
      (best, lap) => (best && !isBetter(lap.tookS, best.tookS) ? best : lap),
      null,
    );
  return {
    laps: Math.floor(at.atM / loopM + LAST_DIGIT),
    run,
    quickest: pick((a, b) => a < b),
    slowest: pick((a, b) => a > b),
    longestStop: everyS === null ? longestStop(course, log, loopM) : null,
  };
}

/** Laps are counted from what they measure. */
const LAST_DIGIT = 1e-3;

function longestStop(course: Course, log: RaceLog, loopM: number): LongestStop | null {
  const places = placesOf(course);
  const within = log.visits.map((visit) => ({ ...visit, atM: places[visit.place]!.atM }));
  const stops = [...within, ...(log.beyond ?? [])].flatMap(({ atM, arriveS, departS }) =>
    arriveS === null || departS === null || atM === 0
      ? []
      : [{ lap: Math.ceil(atM / loopM - LAST_DIGIT), stopS: departS - arriveS }],
  );
  return stops.reduce<LongestStop | null>(
    (longest, stop) => (longest && longest.stopS >= stop.stopS ? longest : stop),
    null,
  );
}

/** The way of a log, evenly between what it tells. */
export function wayRun(course: Course, log: RaceLog, ending: Ending): WayPart[] {
  const places = placesOf(course);
  const way: WayPart[] = [];
  let [atS, atM] = [0, 0];
  const go = (toS: number, toM: number) => {
    if (toS > atS && toM >= atM) way.push({ fromS: atS, toS, fromM: atM, toM });
    [atS, atM] = [Math.max(atS, toS), Math.max(atM, toM)];
  };
  for (const visit of log.visits) {
    const arriveS = reachedS(visit);
    if (visit.place === 0 || arriveS === null) continue;
    const placeM = places[visit.place]!.atM;
    go(arriveS, placeM);
    if (visit.departS !== null) go(visit.departS, placeM);
  }
  for (const { atM: beyondM, arriveS, departS } of log.beyond ?? []) {
    go(arriveS, beyondM);
    if (departS !== null) go(departS, beyondM);
  }
  go(ending.elapsedS, ending.at.atM);
  return way;
}
