/** What the times of a results file mean at its stations. */
import { error, type Parsed, warning } from '../../domain/problems/problem.js';
import { timeOfDay } from '../../kernel/clock.js';
import type { Span } from '../../kernel/diagnostic.js';
import { median, sum } from '../../kernel/stats.js';
import type { TableRow } from '../table/whole.js';
import { likeliestReadings, RARE } from '../times/choice.js';
import {
  lengthOf,
  type RaceStart,
  READINGS,
  TIME_KINDS,
  type TimeKind,
  type TimeReading,
} from '../times/reading.js';
import {
  doubtOfClock,
  isRising,
  type JudgedRunner,
  oddityOfRisingLegs,
  startsAlike,
} from './clock-doubt.js';
import type { ResultsContext } from './context.js';
import { cellAt, type FinishSample, finishTime, isOfHours, restarting } from './finish-readings.js';
import { areLaps } from './split-columns.js';
import { impossibleIn, passingsOf, readSplitTimes, timedCells } from './split-times.js';

/** The columns of times, and what is known about them. */
export interface SplitSample extends FinishSample {
  file: string;
  /** Of the splits in order; a split more than these is the finish. */
  stations: readonly { atM: number | null }[];
  /** A column's name, and where it stands. */
  headerAt: (index: number) => { column: string; span: Span | null };
}

/** How times at stations are read, and of how many of those judged they do not fit the finish, or one another. */
export type SplitReading = Parsed<TimeReading> & { misfitRatio: number };

/** Enough runners to tell what the times are. */
const RUNNERS_JUDGED = 25;
/** No one's last station comes earlier in their race. */
const EARLIEST_LAST = 1 / 20;
/** Where the last of several stations comes so early in the race of most, legs may be meant. */
const SEVERAL = 3;
const EARLY_LAST = 0.45;

/**
 * Finds what the times at stations are, knowing when the runners finished.
 * @returns `null` without any; with `CLOCK_WITHOUT_START` when nothing says when the race began that their times of
 * day count from, or with `TIMES_AMBIGUOUS` when they may be several things
 */
export function chooseSplitReading(
  { file, splits, stations, finish, isPlace, headerAt }: SplitSample,
  sample: readonly TableRow[],
  { start, times: asked, distanceM, isStartOfColumn }: ResultsContext,
): SplitReading {
  const timedRows = sample
    .map((row) => ({ row, timed: timedCells(row, splits) }))
    .filter(({ timed }) => timed.length > 0)
    .sort((a, b) => b.timed.length - a.timed.length);
  if (timedRows.length === 0) return { value: null, diagnostics: [], misfitRatio: 0 };
  const atM = supposedDistances(splits.length, stations, distanceM);
  const runners = timedRows.map(
    ({ row, timed }): JudgedRunner => ({
      cells: timed.map(({ cell }) => cell),
      atM: timed.map(({ split }) => atM[split] ?? null),
      splits: timed.map(({ split }) => split),
      finishS: finish && finishTime(cellAt(row, finish.index), finish, start, 0),
    }),
  );
  const isClock = isStartOfColumn && splits.length > 1 && areAfterStart(runners, start);
  const times = asked ?? (isClock ? 'clock' : null);
  const isAlone = isStartOfColumn && splits.length === 1 && stations.length === 0;
  const { column, span } = headerAt(splits[0]!.inIndex ?? splits[0]!.outIndex!);
  const finishCells = finish && timedRows.map(({ row }) => cellAt(row, finish.index));
  const doubt =
    start.startAt === null && times === null && doubtOfClock(runners, finishCells, isPlace);
  if (start.startAt === null && (times === 'clock' || (doubt && doubt !== 'none'))) {
    const isLeftOut = finish !== null && doubt !== 'finish too';
    const tellClock = isLeftOut ? warning : error;
    const problem = tellClock('CLOCK_WITHOUT_START', { column, isLeftOut }, { file, span });
    return { value: null, diagnostics: [problem], misfitRatio: 0 };
  }
  const rows = timedRows.slice(0, RUNNERS_JUDGED).map(({ row }) => row);
  const fits = likelyReadings(runners, areLaps(splits), start, times).map((reading) =>
    fitOf(reading, rows, { splits, stations, finish }, start),
  );
  const least = Math.min(...fits.map(({ misfits }) => misfits));
  const possible = fits.filter(({ misfits }) => misfits === least);
  if (times === null && possible[0]?.reading.kind === 'elapsed') {
    const isEarly = stations.length >= SEVERAL && possible[0].lastRatio < EARLY_LAST;
    const [legs] = isEarly ? likeliestReadings(judgedOf(runners), start, { kinds: ['leg'] }) : [];
    const asLegs = legs && fitOf(legs, rows, { splits, stations, finish }, start);
    if (asLegs?.misfits === 0) possible.push(asLegs);
  }
  const asLaps = areLaps(splits) && possible.find(({ reading }) => reading.kind === 'leg');
  if (asLaps) possible.splice(0, possible.length, asLaps);
  const kinds: TimeKind[] =
    isAlone && times === null ? ['elapsed', 'clock'] : possible.map(({ reading }) => reading.kind);
  const readings = [...new Set(kinds)];
  const misfitRatio = fits.length > 0 ? least / rows.length : 1;
  if (readings.length === 1) return { value: possible[0]!.reading, diagnostics: [], misfitRatio };
  const args = { column, readings: readings.length > 0 ? readings : TIME_KINDS };
  // Without a finish time of its own, a runner whose times cannot be read has no result either
  const problem = finish
    ? warning('TIMES_AMBIGUOUS', { ...args, isLeftOut: true }, { file, span })
    : error('TIMES_AMBIGUOUS', args, { file, span });
  return { value: null, diagnostics: [problem], misfitRatio };
}

/** Whether everybody's first time, on a dial, comes after the start: as elapsed times these would be late. */
const areAfterStart = (runners: readonly JudgedRunner[], { startAt, zone }: RaceStart): boolean =>
  startAt !== null &&
  runners.every(({ cells: [first] }) => {
    const time = first?.kind === 'time' ? first.time : first?.kind === 'range' ? first.in : null;
    const s = time?.kind === 'colons' ? lengthOf(time, 'h:mm') : null;
    return s === null || s >= timeOfDay(startAt, zone);
  });

const judgedOf = (runners: readonly JudgedRunner[]) => runners.slice(0, RUNNERS_JUDGED);

/** The readings that make usual races of the times, by all that can be told without the finish. */
function likelyReadings(
  runners: readonly JudgedRunner[],
  isOfLaps: boolean,
  start: RaceStart,
  times: TimeKind | null,
): TimeReading[] {
  const judged = judgedOf(runners);
  const cells = runners.flatMap((runner) => runner.cells);
  // laps take longer and longer, and legs are rare where nothing is called after them
  const oddityOfLegs = isOfLaps ? -RARE : isRising(judged) ? oddityOfRisingLegs(judged) : 0;
  const likeliest = likeliestReadings(judged, start, {
    ...(times && { kinds: [times] }),
    readings: READINGS.map((reading) => restarting(reading, cells)),
    against: ({ kind }) => (kind === 'leg' ? oddityOfLegs : 0),
  });
  // Times of day are alike at the first station, and elapsed times are not; `null` is too few to tell
  const alike = new Set(likeliest.map(({ kind }) => kind)).size > 1 ? startsAlike(runners) : null;
  const unlikely = alike === null ? null : alike ? 'elapsed' : 'clock';
  return likeliest.filter(({ kind }) => kind !== unlikely);
}

/** How a reading fits the finish times. */
interface Fit {
  reading: TimeReading;
  /** Runners whose times do not fit; of those whose times only contradict one another, a small part. */
  misfits: number;
  /** The time at the last station as a share of the finish time, of half the runners less. */
  lastRatio: number;
}

function fitOf(
  reading: TimeReading,
  rows: readonly TableRow[],
  { splits, stations, finish }: Pick<SplitSample, 'splits' | 'stations' | 'finish'>,
  start: RaceStart,
): Fit {
  const placed = splits.map((_, i) => ({ atM: stations[i]?.atM ?? null }));
  const runners = rows.map((row) => {
    const times = readSplitTimes(row, splits, reading, start);
    const lastS = times.arriveS.reduce((latest: number, s) => Math.max(latest, s ?? 0), 0);
    const afterS = isOfHours(reading) ? lastS : 0;
    const finishS = finish && finishTime(cellAt(row, finish.index), finish, start, afterS);
    const lastRatio = finishS ? lastS / finishS : null;
    const isOff = lastRatio !== null && (lastRatio > 1 || lastRatio < EARLIEST_LAST);
    const isImpossible = impossibleIn(passingsOf(times, placed)) !== null;
    return { lastRatio, misfits: isOff ? 1 : isImpossible ? 1 / (RUNNERS_JUDGED + 1) : 0 };
  });
  return {
    reading,
    misfits: sum(runners.map(({ misfits }) => misfits)),
    lastRatio: median(runners.flatMap(({ lastRatio }) => lastRatio || [])),
  };
}

/** Stations of unknown distance are supposed evenly between those known, to tell what their times can be. */
function supposedDistances(
  splits: number,
  stations: readonly { atM: number | null }[],
  distanceM: number | null,
): (number | null)[] {
  const known = [...stations.map(({ atM }) => atM), distanceM];
  if (known.every((atM) => atM === null)) return new Array(splits).fill(null);
  return Array.from({ length: splits }, (_, i) => {
    const before = known.findLastIndex((atM, j) => j < i && atM != null);
    const behind = known.findIndex((atM, j) => j >= i && atM != null);
    if (behind < 0) return null;
    const fromM = known[before] ?? 0;
    return fromM + ((known[behind]! - fromM) * (i - before)) / (behind - before);
  });
}
