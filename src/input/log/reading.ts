/** Elapsed, clock or leg times in one runner's log: what the user says, the header says, and the times allow. */
import { error, type Problem, type ProblemPlace } from '../../domain/problems/problem.js';
import { addSeconds, type Instant, instantOf } from '../../kernel/clock.js';
import { plainName } from '../../kernel/text.js';
import { S_PER_DAY, S_PER_H } from '../../kernel/units.js';
import type { TimeCell } from '../times/cell.js';
import type { ReadingHints } from '../times/choice.js';
import {
  momentsOfClock,
  type RaceStart,
  type TimeKind,
  type TimeReading,
} from '../times/reading.js';
import type { LogContext } from './context.js';

/** A column of times, or several that share one reading. */
export interface TimeColumn {
  cells: readonly TimeCell[];
  /** Its header, and where that stands. */
  column: string;
  place: ProblemPlace;
}

type Find = (start: RaceStart, hints: Partial<ReadingHints>) => TimeReading[];

/**
 * Decides how a column of times is read.
 * @param find the readings that are likeliest, given a start and hints
 * @returns `null`, and a problem, when several readings are possible or the start of the race is needed
 */
export function decideReading(
  { cells, column, place }: TimeColumn,
  find: Find,
  { startAt, zone, times }: LogContext,
  problems: Problem[],
): TimeReading | null {
  const start = { startAt: startAt ?? usualStart(cells, zone), zone };
  const found = readingsSaid(times, column, (hints) => find(start, hints));
  const readings = startAt === null ? found.filter(({ kind }) => kind !== 'clock') : found;
  const kinds = [...new Set(readings.map(({ kind }) => kind))];
  if (kinds.length === 0) problems.push(error('CLOCK_WITHOUT_START', { column }, place));
  if (kinds.length > 1) problems.push(error('TIMES_AMBIGUOUS', { column, readings: kinds }, place));
  return kinds.length === 1 ? readings[0]! : null;
}

/** Without a start, times of day are recognised by what they would be from one an hour before the first. */
export function usualStart(cells: readonly TimeCell[], zone: string): Instant | null {
  const first = cells.find((cell) => cell.kind === 'time');
  const [dial, day] = [24, { startAt: instantOf(ANY_DAY, zone), zone }] as const;
  const [first0] = first ? momentsOfClock(first.time, dial, day, S_PER_DAY) : [];
  return first0 === undefined ? null : addSeconds(day.startAt, first0.s - S_PER_H);
}

const ANY_DAY = { year: 2000, month: 1, day: 1, hour: 0, minute: 0, second: 0 };

/** The user is believed, a header only when what it says is possible. */
function readingsSaid(
  times: TimeKind | null,
  column: string,
  find: (hints: Partial<ReadingHints>) => TimeReading[],
): TimeReading[] {
  if (times) return find({ kinds: [times], impossibleRatio: 1 });
  const header = plainName(column);
  const said = kindSaid(header);
  const possible = said ? find({ kinds: [said] }) : [];
  if (possible.length > 0) return possible;
  return find({ expected: SUGGESTS_CLOCK.test(header) ? 'clock' : null, impossibleRatio: 1 });
}

export function kindSaid(header: string): TimeKind | null {
  if (/\b(clock|of day)\b/.test(header)) return 'clock';
  if (/\b(elapsed|cumulative|race time|total)\b/.test(header)) return 'elapsed';
  return /\b(leg|segment|lap)\b/.test(header) ? 'leg' : null;
}

/** People arrive and depart by the clock, mostly. */
export const SUGGESTS_CLOCK = /\b(arriv\w*|depart\w*|in|out|reached|leaves?|left)\b/;

/** A reading in words: `clock, America/New_York`. */
export function describeReading(reading: TimeReading, zone: string): string {
  if (reading.kind === 'clock') return `clock, ${zone}${reading.dial === 12 ? ' (12 hours)' : ''}`;
  const form = {
    'h:mm': '',
    'm:ss': ' (m:ss)',
    seconds: ' (seconds)',
    hours: ' (hours)',
    minutes: ' (minutes)',
    days: ' (days)',
  };
  return `${reading.kind === 'leg' ? 'leg times' : 'elapsed'}${form[reading.form]}`;
}
