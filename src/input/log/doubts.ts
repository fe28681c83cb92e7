/** What of a log's times is not beyond doubt: asked where another race is nearly as likely, said where one may be. */
import { error, type Problem, warning } from '../../domain/problems/problem.js';
import { addSeconds, timeOfDay } from '../../kernel/clock.js';
import { S_PER_H, S_PER_MIN } from '../../kernel/units.js';
import { isBeyondTwelve } from '../times/choice.js';
import { type ClockMoment, isOnTwelve } from '../times/reading.js';
import type { LogContext } from './context.js';
import type { LogEvent } from './events.js';
import { hasDay, type Reading } from './readings.js';
import type { LogRole, TimeRole } from './rows.js';
import type { LogTable } from './table.js';

/** Negative logarithms of likelihoods: another race so near is asked about, or mentioned. */
const ASK = 3;
const MENTION = 7;
/** Of times of another kind, which a header and all rows together speak against: 400 to 1 is sure enough. */
const MENTION_KIND = 6;

/** So much later than planned, and hours, a time may be of the wrong half of the day. */
const FAR = 1.9;
const FAR_S = 2 * S_PER_H;

/** Another race than the one taken: under another reading, or on another day or half of the day. */
export type Doubt = { isOpen: boolean } & (
  | { kind: 'reading'; taken: Reading; other: Reading }
  | { kind: 'day'; index: number; taken: ClockMoment; other: ClockMoment }
);

/** The readings that need no start, the likelier first; none when times of day are clearly likelier. */
export function withoutStart(readings: readonly Reading[]): Reading[] {
  const others = readings.filter(({ reading }) => reading.kind !== 'clock');
  return others[0] && others[0].cost < readings[0]!.cost + MENTION ? others : [];
}

/** @param readings at least one, the likeliest first */
export function doubtsOf(readings: readonly Reading[]): Doubt[] {
  const [best, ...others] = readings as [Reading, ...Reading[]];
  // A time that fits nowhere is told of first
  if (best.read.some(({ possible, moment }) => possible.length > 0 && !moment)) return [];
  const doubts: Doubt[] = others.flatMap((other): Doubt[] => {
    const margin = other.cost - best.cost;
    const isOtherKind = other.reading.kind !== best.reading.kind;
    const isNear = margin < (isOtherKind ? MENTION_KIND : MENTION);
    const index = isNear ? firstDifference(best, other) : -1;
    if (index < 0) return [];
    const isOpen = margin < ASK;
    if (isOtherKind) {
      return [{ kind: 'reading', isOpen, taken: best, other }];
    }
    const [taken, instead] = [best.read[index]!.moment!, other.read[index]!.moment!];
    return [{ kind: 'day', isOpen, index, taken, other: instead }];
  });
  best.read.forEach(({ moment, others: instead }, index) => {
    for (const { moment: other, margin } of instead) {
      if (moment && margin < MENTION && !isSame(moment, other)) {
        doubts.push({ kind: 'day', isOpen: margin < ASK, index, taken: moment, other });
      }
    }
  });
  return doubts;
}

/** The first event that two readings, both taking it for right, put at different times. */
const firstDifference = (a: Reading, b: Reading): number =>
  a.read.findIndex(({ moment }, i) => {
    const other = b.read[i]!.moment;
    return moment !== null && other !== null && !isSame(moment, other);
  });

/** To the minute; which of the two hours when clocks go back is told apart. */
const isSame = (a: ClockMoment, b: ClockMoment): boolean =>
  Math.abs(a.s - b.s) <= S_PER_MIN ||
  (a.shown === 'twice' && b.shown === 'twice' && Math.abs(a.s - b.s) <= 2 * S_PER_H);

/** Problems: an error for the first doubt that must be asked about, else a warning for the first that may be one. */
export function tellDoubts(
  doubts: readonly Doubt[],
  table: LogTable<LogRole>,
  events: readonly LogEvent[],
  role: TimeRole,
  { startAt, zone }: LogContext,
): Problem[] {
  const open = doubts.filter(({ isOpen }) => isOpen);
  const [doubt] = open.length > 0 ? open : doubts;
  if (!doubt) return [];
  const column = table.header(role);
  if (doubt.kind === 'reading') {
    const readings = [doubt.taken, doubt.other].map(({ reading }) => reading.kind);
    const place = table.place(null, role);
    return [
      doubt.isOpen
        ? error('TIMES_AMBIGUOUS', { column, readings }, place)
        : warning('TIMES_TAKEN', { column, taken: readings[0]!, other: readings[1]! }, place),
    ];
  }
  const event = events[doubt.index]!;
  const args = {
    written: table.text(event.row, event.role),
    takenAt: addSeconds(startAt!, doubt.taken.s),
    otherAt: addSeconds(startAt!, doubt.other.s),
    zone,
  };
  const place = table.place(event.row, event.role);
  return [doubt.isOpen ? error('DAY_AMBIGUOUS', args, place) : warning('DAY_TAKEN', args, place)];
}

/**
 * What is said of single times of the reading taken: read on the other dial, shown twice by clocks or never, far
 * from the plan, or later than the race's limit.
 */
export function tellMoments(
  { reading, read }: Reading,
  table: LogTable<LogRole>,
  events: readonly LogEvent[],
  { startAt, zone, limitS, plannedS }: LogContext,
): Problem[] {
  const problems: Problem[] = [];
  const timed = events.flatMap((event, i) => {
    const { moment, dueS } = read[i]!;
    return moment ? [{ event, moment, dueS, place: table.place(event.row, event.role) }] : [];
  });
  const writtenAs = ({ row, role }: LogEvent) => table.text(row, role);
  if (reading.kind === 'clock' && startAt !== null) {
    const isMixed = events.some(({ cell }) => isBeyondTwelve(cell));
    const instantsOf = ({ s }: ClockMoment) => addSeconds(startAt, s);
    const otherHalf = timed.find(
      ({ event: { cell }, moment }) =>
        cell.kind === 'time' &&
        isOnTwelve(cell.time) &&
        cell.time.kind === 'colons' &&
        Math.floor(timeOfDay(instantsOf(moment), zone) / S_PER_H) !== cell.time.first,
    );
    if (isMixed && reading.dial === 12 && otherHalf) {
      const { event, moment, place } = otherHalf;
      const args = { written: writtenAs(event), takenAt: instantsOf(moment), zone };
      problems.push(warning('DIALS_MIXED', args, place));
    }
    for (const { event, moment, place } of timed) {
      const takenAt = instantsOf(moment);
      const written = writtenAs(event);
      if (moment.shown === 'twice') {
        problems.push(warning('CLOCK_TWICE', { written, takenAt, zone }, place));
      } else if (moment.shown === 'never') {
        const beforeAt = addSeconds(startAt, moment.beforeS ?? moment.s);
        problems.push(error('CLOCK_SKIPPED', { written, beforeAt, afterAt: takenAt, zone }, place));
      }
    }
  }
  const far =
    plannedS === null || reading.kind !== 'clock'
      ? undefined
      : timed.find(
          ({ event, moment: { s }, dueS }) =>
            dueS !== null && !hasDay(event.cell) && s > FAR * dueS && s - dueS > FAR_S,
        );
  if (far) {
    const args = { written: writtenAs(far.event), elapsedS: far.moment.s, plannedS: far.dueS ?? 0 };
    problems.push(warning('FAR_FROM_PLAN', args, far.place));
  }
  const late = limitS === null ? undefined : timed.find(({ moment }) => moment.s > limitS);
  if (late && limitS !== null) {
    const args = { written: writtenAs(late.event), byS: late.moment.s - limitS, limitS };
    problems.push(warning('AFTER_LIMIT', args, late.place));
  }
  return problems;
}
