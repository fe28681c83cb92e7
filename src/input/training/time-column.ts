/** The column of a training log that says how long each session took. */
import { maxLegSpeedMPerS } from '../../domain/limits.js';
import { error, type Problem } from '../../domain/problems/problem.js';
import { parseDuration } from '../../kernel/quantity.js';
import { S_PER_DAY, S_PER_H, S_PER_MIN } from '../../kernel/units.js';
import type { TableRow } from '../table/whole.js';
import { type TrainingTable, tellFault } from './answers.js';
import { parseWorkload } from './workload.js';

/** Two numbers and a colon. */
const PAIR = /^(\d+):([0-5]\d)$/;
const TRIPLE = /^\d+:[0-5]\d:[0-5]\d$/;

/**
 * The column of times: `1:45` is hours and minutes, unless one of the column would then be a day or more, or others
 * have seconds as well (`1:45:30`): then it is minutes and seconds, and that is said. Nobody runs 10 km in `1:00`
 * minutes: where a distance beside it tells, others do not.
 * @param distanceOf metres of a session; `null` where none is told
 */
export function timeReader(
  { rows, text, header, place, column }: TrainingTable,
  distanceOf: (row: TableRow) => number | null,
) {
  const written = rows.map((row) => text(row, 'time'));
  const hours = written
    .flatMap((cell) => Number(PAIR.exec(cell)?.[1] ?? NaN))
    .filter(Number.isFinite);
  const isTooShort = (row: TableRow): boolean => {
    const [, first, second] = PAIR.exec(text(row, 'time')) ?? [];
    const distanceM = first === undefined ? null : distanceOf(row);
    if (distanceM === null) return false;
    const minutesS = Number(first) * S_PER_MIN + Number(second);
    return distanceM > minutesS * maxLegSpeedMPerS(distanceM);
  };
  const isMinutes =
    hours.some((first) => first * S_PER_H >= S_PER_DAY) ||
    (hours.length > 0 &&
      written.some((cell) => TRIPLE.test(cell)) &&
      !rows.some((row) => isTooShort(row)));
  const unit = column('time')?.unit ?? null;
  const read = (row: TableRow, problems: Problem[]): number | null => {
    const cell = text(row, 'time').replace(',', '.');
    if (cell === '') return null;
    const [, first, second] = PAIR.exec(cell) ?? [];
    if (isMinutes && first !== undefined && isTooShort(row)) {
      problems.push(tellFault('minutes or hours', cell, header('time'), place(row, 'time')));
      return null;
    }
    if (isMinutes && first !== undefined) return Number(first) * S_PER_MIN + Number(second);
    const found =
      unit !== null && /^[\d.]+$/.test(cell) ? parseDuration(`${cell} ${unit}`) : durationIn(cell);
    if (typeof found === 'number') return found;
    problems.push(
      found === 'minutes or hours'
        ? tellFault(found, cell, header('time'), place(row, 'time'))
        : error(
            'BAD_TIME',
            { written: cell, column: header('time'), isTimeOfDay: false },
            place(row, 'time'),
          ),
    );
    return null;
  };
  const assumed = isMinutes
    ? [
        `${header('time')} such as ${written.find((cell) => PAIR.test(cell))} in minutes and seconds`,
      ]
    : [];
  return { read, assumed };
}

function durationIn(cell: string): number | 'minutes or hours' | null {
  const found = parseWorkload(cell, null, 'min');
  if (typeof found === 'string') return found === 'minutes or hours' ? found : parseDuration(cell);
  return found.durationS ?? parseDuration(cell);
}
