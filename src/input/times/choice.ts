/** Elapsed, clock or leg times? Decided for a whole column, from how ultramarathons are run. */
import { maxLegSpeedMPerS } from '../../domain/limits.js';
import { mean, median, sum } from '../../kernel/stats.js';
import { S_PER_H } from '../../kernel/units.js';
import type { TimeCell } from './cell.js';
import {
  type Moment,
  type RaceStart,
  READINGS,
  readTimes,
  TIME_KINDS,
  type TimeKind,
  type TimeReading,
} from './reading.js';

/** One runner's cells in course order, and where they stand (`null` where unknown). */
export interface TimeSequence {
  cells: readonly TimeCell[];
  atM: readonly (number | null)[];
}

/** What else is known about a column. */
export interface ReadingHints {
  /** Only these come into question: of all readings, those of some kinds. */
  kinds: readonly TimeKind[];
  readings: readonly TimeReading[];
  /** What its header suggests. */
  expected: TimeKind | null;
  /** Largest share of impossible steps with which a reading is still one. */
  impossibleRatio: number;
  /** What else speaks against a reading: the negative logarithm of a likelihood. */
  against: (reading: TimeReading) => number;
}

const NO_HINTS: ReadingHints = {
  kinds: TIME_KINDS,
  readings: READINGS,
  expected: null,
  impossibleRatio: 0.5,
  against: () => 0,
};

/** What speaks against a reading of one sequence: steps that cannot have been, and how odd the rest is. */
export interface Judgement {
  all: number;
  impossible: number;
  /** Of the impossible, those of which the reading makes no time at all. */
  unread: number;
  /** Negative logarithm of a likelihood. */
  oddity: number;
}

/**
 * The readings under which these runners are likeliest to have run, the likeliest first: one, or several that
 * cannot be told apart, or none when even the best makes too many steps impossible. Readings that give the
 * same times count once.
 */
export const likeliestReadings = (
  sequences: readonly TimeSequence[],
  start: RaceStart,
  hints: Partial<ReadingHints> = {},
): TimeReading[] =>
  likeliestBy(
    sequences.map(({ cells }) => cells),
    (moments, reading, i) => judgeSteps(sequences[i]!, moments, reading),
    start,
    hints,
  );

/** As `likeliestReadings`, for times that are no splits: `judge` says what speaks against one sequence. */
export function likeliestBy(
  sequences: readonly (readonly TimeCell[])[],
  judge: (moments: readonly Moment[], reading: TimeReading, index: number) => Judgement,
  start: RaceStart,
  hints: Partial<ReadingHints>,
): TimeReading[] {
  const judged = judgedBy(sequences, judge, start, hints);
  const likeliest = judged.filter(({ oddity }) => oddity < judged[0]!.oddity + CLEAR);
  const times = likeliest.map((j) => j.times);
  return likeliest.filter((_, i) => times.indexOf(times[i]!) === i).map((j) => j.reading);
}

/** How odd the likeliest reading makes these runners' races; infinitely when every reading makes them impossible. */
export const leastOddity = (
  sequences: readonly TimeSequence[],
  start: RaceStart,
  hints: Partial<ReadingHints>,
): number =>
  judgedBy(
    sequences.map(({ cells }) => cells),
    (moments, reading, i) => judgeSteps(sequences[i]!, moments, reading),
    start,
    hints,
  )[0]?.oddity ?? Number.POSITIVE_INFINITY;

/** The readings that come into question, the likeliest first. */
function judgedBy(
  sequences: readonly (readonly TimeCell[])[],
  judge: (moments: readonly Moment[], reading: TimeReading, index: number) => Judgement,
  start: RaceStart,
  hints: Partial<ReadingHints>,
): { reading: TimeReading; times: string; oddity: number }[] {
  const known = { ...NO_HINTS, ...hints };
  const { kinds, expected, impossibleRatio, against } = known;
  const isTwelve = !sequences.some((cells) => cells.some(isBeyondTwelve));
  const open = known.readings.filter(
    (reading) => kinds.includes(reading.kind) && (isTwelve || !isTwelveHours(reading)),
  );
  const judged = open.flatMap((reading) => {
    const read = sequences.map((cells) => readTimes(cells, reading, start));
    const judgements = read.map((moments, i) => judge(moments, reading, i));
    const impossible = sum(judgements.map((j) => j.impossible));
    if (impossible > impossibleRatio * sum(judgements.map((j) => j.all))) return [];
    const perRunner =
      mean(judgements.map((j) => j.impossible * IMPOSSIBLE + j.unread * UNREAD + j.oddity)) ?? 0;
    const oddity = perRunner + oddityOfReading(reading, expected) + against(reading);
    return [{ reading, times: JSON.stringify(read), oddity }];
  });
  return judged.sort((a, b) => a.oddity - b.oddity);
}

/** Leg times that run on, elapsed times of less than an hour, afternoons that nothing tells from mornings. */
export function oddityOfReading(reading: TimeReading, expected: TimeKind | null): number {
  if (isTwelveHours(reading)) return UNUSUAL + (expected === 'clock' ? 0 : UNEXPECTED);
  if (reading.kind === expected) return 0;
  const isRare = reading.kind === 'leg' || (reading.kind === 'elapsed' && reading.form === 'm:ss');
  return UNEXPECTED + (isRare ? RARE : 0);
}

const isTwelveHours = (reading: TimeReading): boolean =>
  reading.kind === 'clock' && reading.dial === 12;

/** Whoever writes 17:30 once means the morning by 5:30. */
export const isBeyondTwelve = (cell: TimeCell): boolean =>
  cell.kind === 'time' &&
  cell.time.kind === 'colons' &&
  (cell.time.first > 12 || cell.time.first === 0);

/** Oddity is the negative logarithm of a likelihood: one reading is clear when 20 times as likely as the next. */
const CLEAR = Math.log(20);
/** A typing error on every hundredth step or so, one that is no time at all; a header that misleads; what
 * few and what hardly anyone write. */
const IMPOSSIBLE = 5;
const UNREAD = 5;
const UNEXPECTED = 3;
const UNUSUAL = 1;
export const RARE = 5;

/** Nobody leaves the start so long before or after it. */
const LATE_START_S = S_PER_H;
/** Nor is a leg so much slower or faster than that runner's median. */
export const MAX_PACE_FACTOR = 4;

/**
 * How ultramarathons are run, by the natural logarithms of paces (s/m): the median leg about 7 km/h, the first leg
 * faster by a seventh. From 3,000 runners of ten editions of two 100-mile races, the deviations widened for other
 * courses. A clock read as elapsed, or the reverse, shows in the first leg only.
 */
export const USUAL_PACE = 3.6 / 7;
const PACE_DEVIATION = 0.35;
const FIRST_LEG = { mean: -0.15, deviation: 0.2 };

const oddityOf = (value: number, { mean: expected, deviation }: typeof FIRST_LEG): number =>
  ((value - expected) / deviation) ** 2 / 2;

/** How odd a leg at this pace is for someone whose usual pace is `usual`, both s/m. */
export const oddityOfPace = (pace: number, usual: number): number =>
  oddityOf(Math.log(pace / usual), { mean: 0, deviation: PACE_DEVIATION });

/** How many steps from one time to the next there are, how many cannot have been run, how odd the race is. */
export function judgeSteps(
  { cells, atM }: TimeSequence,
  moments: readonly Moment[],
  reading: TimeReading,
): Judgement {
  const known = moments.flatMap(({ inS, outS }, i) => [
    ...(inS == null ? [] : [{ s: inS, m: atM[i] ?? null }]),
    ...(outS == null ? [] : [{ s: outS, m: null }]),
  ]);
  const unread = countUnread(cells, moments, reading);
  let impossible = unread;
  const maxMPerS = maxLegSpeedMPerS(Math.max(0, ...known.map(({ m }) => m ?? 0)));
  let last = { s: 0, m: 0 };
  let latestS = 0;
  const paces: number[] = [];
  for (const { s, m } of known) {
    if (m === 0) {
      if (Math.abs(s) > LATE_START_S) impossible += 1;
      continue;
    }
    const tooFast = m != null && (s - last.s) * maxMPerS < m - last.m;
    if (s < latestS || tooFast) impossible += 1;
    else if (m != null && m > last.m) paces.push((s - last.s) / (m - last.m));
    latestS = s;
    if (m != null) last = { s, m };
  }
  const all = known.length + unread;
  const [first, ...later] = paces;
  // Leg times after a gap tell nothing: a reading is not to win by leaving most of a log out
  const read = moments.filter(({ inS }) => inS != null).length;
  const unused = cells.filter(isWritten).length - read - unread;
  if (first === undefined) return { all, impossible, unread, oddity: unused };
  const usual = median(paces);
  const odd = paces.filter((p) => p > usual * MAX_PACE_FACTOR || p < usual / MAX_PACE_FACTOR);
  const firstLeg = later.length === 0 ? FIRST_LEG.mean : Math.log(first / median(later));
  const oddity = unused + oddityOfPace(usual, USUAL_PACE) + oddityOf(firstLeg, FIRST_LEG);
  return { all, impossible: impossible + odd.length, unread, oddity };
}

/** Whether a cell holds a time, or two. */
export const isWritten = (cell: TimeCell): cell is Extract<TimeCell, { kind: 'time' | 'range' }> =>
  cell.kind === 'time' || cell.kind === 'range';

/** Times written that the reading makes nothing of (leg times: before the first gap). */
export function countUnread(
  cells: readonly TimeCell[],
  moments: readonly Moment[],
  reading: TimeReading,
): number {
  const gap = cells.findIndex((cell) => !isWritten(cell));
  const upTo = reading.kind === 'leg' && gap >= 0 ? gap : cells.length;
  return cells.slice(0, upTo).filter((cell, i) => {
    const { inS, outS } = moments[i]!;
    if (cell.kind === 'range') return (cell.in && inS == null) || outS == null;
    return cell.kind === 'time' && inS == null;
  }).length;
}
