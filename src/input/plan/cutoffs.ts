/** Cutoffs as written → elapsed seconds. */
import { maxLegSpeedMPerS } from '../../domain/limits.js';
import { addSeconds, type Instant, localTimeOf, secondsBetween } from '../../kernel/clock.js';
import { M_PER_KM, S_PER_DAY, S_PER_H } from '../../kernel/units.js';
import { dayAfter, isOn } from '../times/days.js';
import { type ClockMoment, momentsOn } from '../times/reading.js';
import type { WrittenCutoff } from './cutoff-leaf.js';

/** No two stations close so far apart that a runner at 1.5 km/h could make it. */
const SLOWEST_M_PER_S = (1.5 * M_PER_KM) / S_PER_H;
/** Nothing closes later than this; every day of the month comes in it. */
const MAX_DAYS = 62;

export interface CutoffClock {
  /** `null`: times of day cannot be placed. */
  startAt: Instant | null;
  zone: string;
  raceCutoffS: number | null;
}

export interface WrittenClosing {
  cutoff: WrittenCutoff;
  /** From the start; `null` when only a track tells. */
  atM: number | null;
}

/** What makes a cutoff doubtful, though a time was found for it. */
export type CutoffDoubt =
  /** The clock change of that night skips it. */
  | { kind: 'skipped'; beforeAt: Instant; afterAt: Instant }
  /** Clocks show it twice that night. */
  | { kind: 'twice'; takenAt: Instant; otherAt: Instant }
  /** Before the start, before anybody can be there, or months later. */
  | { kind: 'out of reach'; why: OutOfReach };

export type OutOfReach = 'before start' | 'too soon' | 'too late';

export interface ResolvedCutoff {
  /** Elapsed; `null` for a time of day without a start. */
  cutoffS: number | null;
  doubt: CutoffDoubt | null;
}

type Previous = { cutoffS: number; atM: number | null };

/**
 * Resolves the cutoffs of places in course order. A time of day without a day is the first after the cutoff before
 * it that can be reached at 20 km/h; when that would be past the race's own cutoff, or absurdly late for the
 * distance, it is the time of day before, which the plan's author is then told about. One with a weekday, or a day of
 * the month, is on the first such day from that of the start. Where clocks show it twice it is the first of the two
 * that is not before the cutoff before it.
 */
export function resolveCutoffs(
  places: readonly WrittenClosing[],
  clock: CutoffClock,
): ResolvedCutoff[] {
  let previous: Previous | null = null;
  return places.map(({ cutoff, atM }): ResolvedCutoff => {
    const resolved: ResolvedCutoff = resolveCutoff(cutoff, atM, clock, previous);
    if (resolved.cutoffS != null) previous = { cutoffS: resolved.cutoffS, atM };
    return resolved;
  });
}

/** One cutoff, given the one before it. */
export function resolveCutoff(
  cutoff: WrittenCutoff,
  atM: number | null,
  clock: CutoffClock,
  previous: Previous | null = null,
): ResolvedCutoff {
  const { startAt } = clock;
  const reachS = (atM ?? 0) / maxLegSpeedMPerS(atM ?? 0);
  const plain = (cutoffS: number, doubt: CutoffDoubt | null): ResolvedCutoff => ({
    cutoffS,
    doubt: whyOutOfReach(cutoffS, reachS) ?? doubt,
  });
  if (cutoff.kind === 'elapsed') return plain(cutoff.elapsedS, null);
  if (startAt == null) return { cutoffS: null, doubt: null };
  const after = (fromS: number): Moment | null => {
    for (const moment of momentsOf(cutoff, startAt, clock.zone))
      if (moment.s >= fromS) return moment;
    return null;
  };
  const choose = ({ s, doubt }: Moment) => plain(s, doubt);
  // on a day that is named it may be too early, which is told; else it is not before the start
  const first = after(
    cutoff.kind === 'instant' || cutoff.day ? Number.NEGATIVE_INFINITY : Math.max(reachS, 1),
  );
  if (!first) return { cutoffS: null, doubt: { kind: 'out of reach', why: 'too late' } };
  if (!previous || first.s >= previous.cutoffS) return choose(first);
  const rolled = after(Math.max(previous.cutoffS, 1));
  if (!rolled) return choose(first);
  const legM = atM == null || previous.atM == null ? null : atM - previous.atM;
  const isTooLate =
    rolled.s > (clock.raceCutoffS ?? Number.POSITIVE_INFINITY) ||
    (legM != null && legM < SLOWEST_M_PER_S * (rolled.s - previous.cutoffS));
  return choose(isTooLate && !isTwin(first, rolled) ? first : rolled);
}

function whyOutOfReach(cutoffS: number, reachS: number): CutoffDoubt | null {
  const told = (why: OutOfReach): CutoffDoubt => ({ kind: 'out of reach', why });
  if (cutoffS <= 0) return told('before start');
  if (cutoffS < reachS) return told('too soon');
  return cutoffS > MAX_DAYS * S_PER_DAY ? told('too late') : null;
}

/** A moment at which the wall clock shows a time of day, elapsed. */
interface Moment {
  s: number;
  doubt: CutoffDoubt | null;
}

/** The same time of day twice in one night. */
const isTwin = (a: Moment, b: Moment): boolean =>
  a.doubt?.kind === 'twice' && b.doubt?.kind === 'twice' && b.s - a.s < S_PER_DAY / 2;

/** Every moment it may mean, in order: of a time of day on the day it names, else on all from that of the start. */
function* momentsOf(
  cutoff: Exclude<WrittenCutoff, { kind: 'elapsed' }>,
  startAt: Instant,
  zone: string,
): Generator<Moment> {
  if (cutoff.kind === 'instant') {
    yield { s: secondsBetween(startAt, cutoff.at), doubt: null };
    return;
  }
  const { tod, day } = cutoff;
  const start = localTimeOf(startAt, zone);
  const days =
    day?.kind === 'date'
      ? day.dates
      : Array.from({ length: MAX_DAYS + 1 }, (_, n) => dayAfter(start, n));
  for (const date of day ? days.filter((date) => isOn(date, day)).slice(0, 1) : days) {
    yield* doubted(momentsOn(date, tod, startAt, zone), startAt);
  }
}

/** What a clock change makes doubtful. */
const doubted = (shown: readonly ClockMoment[], startAt: Instant): Moment[] =>
  shown.map(({ s, beforeS }, i): Moment => {
    const at = addSeconds(startAt, s);
    const otherS = shown[1 - i]?.s;
    if (beforeS !== undefined) {
      return { s, doubt: { kind: 'skipped', beforeAt: addSeconds(startAt, beforeS), afterAt: at } };
    }
    return otherS === undefined
      ? { s, doubt: null }
      : { s, doubt: { kind: 'twice', takenAt: at, otherAt: addSeconds(startAt, otherS) } };
  });
