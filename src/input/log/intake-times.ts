/** When each intake was taken: times of day or elapsed, whichever falls into the race. */
import { error, type Problem } from '../../domain/problems/problem.js';
import { S_PER_H } from '../../kernel/units.js';
import { countUnread, type Judgement, likeliestBy } from '../times/choice.js';
import { doubtfulHours, formOf, tellDoubtfulHours } from '../times/dotted.js';
import { type Moment, readTimes, type TimeReading } from '../times/reading.js';
import type { LogContext } from './context.js';
import type { IntakeRole, IntakeRow } from './intake-rows.js';
import { decideReading } from './reading.js';
import type { LogTable } from './table.js';

/** A bite at the start or the finish belongs to the log, if not to the race. */
const AROUND_RACE_S = S_PER_H;
/** Nobody goes without for so long. */
const LONG_GAP_S = 8 * S_PER_H;
/** The first intake comes after an hour, on average. */
const FIRST_INTAKE_S = S_PER_H;

/**
 * @param endS when the race ended, elapsed; `null` when it goes on
 * @returns elapsed seconds, one entry a row; `null` when it cannot be decided what the times are
 */
export function readIntakeTimes(
  table: LogTable<IntakeRole>,
  rows: readonly IntakeRow[],
  context: LogContext,
  endS: number | null,
  problems: Problem[],
): { atS: readonly (number | null)[]; reading: TimeReading } | null {
  const cells = rows.map(({ time }) => time);
  const judge = (moments: readonly Moment[], reading: TimeReading) =>
    isMinutes(reading)
      ? UNHEARD_OF
      : judgeIntakes(moments, countUnread(cells, moments, reading), endS);
  const reading = decideReading(
    { cells, column: table.header('time'), place: table.place(null, 'time') },
    (start, hints) => likeliestBy([cells], judge, start, { kinds: ['elapsed', 'clock'], ...hints }),
    // What the user says of split times need not hold here
    { ...context, times: context.times === 'leg' ? null : context.times },
    problems,
  );
  if (!reading) return null;
  const written = rows.map(({ row }) => table.text(row, 'time'));
  const doubtful = doubtfulHours(formOf(reading), written);
  if (doubtful !== null) {
    const { row } = rows[written.indexOf(doubtful)]!;
    problems.push(tellDoubtfulHours(doubtful, table.place(row, 'time')));
  }
  const atS = readTimes(cells, reading, context).map(({ inS }) => inS);
  rows.forEach(({ row, time }, i) => {
    const isRead = time.kind === 'missing' || (time.kind === 'time' && atS[i] !== null);
    if (isRead) return;
    const args = {
      written: table.text(row, 'time'),
      column: table.header('time'),
      isTimeOfDay: reading.kind === 'clock',
    };
    problems.push(error('BAD_TIME', args, table.place(row, 'time')));
  });
  return { atS, reading };
}

/** Nobody notes a bite to the second: `7:25` is hours. */
const isMinutes = (reading: TimeReading): boolean =>
  reading.kind !== 'clock' && reading.form === 'm:ss';
const UNHEARD_OF: Judgement = { all: 0, impossible: 0, unread: 0, oddity: Number.MAX_VALUE };

function judgeIntakes(moments: readonly Moment[], unread: number, endS: number | null): Judgement {
  const known = moments.flatMap(({ inS }) => (inS === null ? [] : [inS]));
  const impossible = known.filter(
    (s, i) =>
      s < -AROUND_RACE_S ||
      (endS !== null && s > endS + AROUND_RACE_S) ||
      Math.abs(s - (known[i - 1] ?? s)) > LONG_GAP_S,
  );
  const oddity = Math.max(0, known[0] ?? 0) / FIRST_INTAKE_S;
  return { all: known.length + unread, impossible: impossible.length + unread, unread, oddity };
}
