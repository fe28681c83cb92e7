/** Which columns of a results file hold times at stations, and what the stations are called. */

import { isFinishName, isStartName } from '../../kernel/station-name.js';
import { plainName } from '../../kernel/text.js';
import type { CsvRow } from '../table/source.js';
import { parseTimeCell } from '../times/cell.js';
import { isNoSplit } from './vocabulary.js';

/** A station's column, or its two: time in and time out. */
export interface SplitColumn {
  name: string;
  /** Index of the column with the time in, or in and out as a range. */
  inIndex: number | null;
  outIndex: number | null;
}

interface TimeColumn {
  name: string;
  index: number;
  end: 'in' | 'out';
  /** Its header names no station (`Zeit101`): the one before it does. */
  nameless: boolean;
}

/**
 * Finds the columns of times among those that have no other role.
 * @param taken indexes of columns that are something else
 * @param sample the first rows
 */
export function findSplitColumns(
  header: readonly string[],
  taken: ReadonlySet<number>,
  sample: readonly CsvRow[],
): SplitColumn[] {
  const columns = header.flatMap((written, index): TimeColumn[] => {
    const plain = plainName(written);
    const free = written !== '' && !taken.has(index) && !isNoSplit(plain);
    return free && holdsTimes(sample, index) ? [nameColumn(header, index, sample)] : [];
  });
  const named = columns.filter((column) => !column.nameless);
  return pairInAndOut(named.length >= columns.length / 2 ? named : columns);
}

/** Nearly all cells are times, a sign of absence or a status, and some are times. */
function holdsTimes(sample: readonly CsvRow[], index: number): boolean {
  const cells = sample.map((row) => parseTimeCell(row.cells[index] ?? ''));
  const odd = cells.filter(
    (cell) => cell.kind === 'unreadable' || (cell.kind === 'time' && cell.time.kind === 'number'),
  );
  const times = cells.filter((cell) => cell.kind === 'time' || cell.kind === 'range');
  return times.length > odd.length && odd.length <= cells.length / 5;
}

const END =
  /[\s_]*(?:\b|_)(time[\s_]?in|time[\s_]?out|in|out|arrival|arrive|arr|departure|depart|dep|time|zeit|temps)$/i;

function nameColumn(
  header: readonly string[],
  index: number,
  sample: readonly CsvRow[],
): TimeColumn {
  const written = header[index]!;
  const leg = /^(\d+)\. ?(?:laufzeit|zeit|zwischenzeit|time|leg|split)$/i.exec(written);
  const control = leg
    ? header.findIndex((h) =>
        new RegExp(`^${leg[1]}\\. ?(?:kontrolle|posten|control)`, 'i').test(h),
      )
    : -1;
  if (control >= 0) {
    const name = sample.map((row) => row.cells[control] ?? '').find((cell) => cell !== '');
    return { name: controlName(name ?? written), index, end: 'in', nameless: false };
  }
  if (/^(?:zeit|time|split|t|temps|zwischenzeit)[\s_]?\d+$/i.test(written)) {
    return { name: header[index - 1] || written, index, end: 'in', nameless: true };
  }
  const end = END.exec(written);
  const stem = end && end.index > 0 ? written.slice(0, end.index) : written;
  const out = /out$|^dep/i.test(end?.[1] ?? '');
  const name = stem.replaceAll('_', ' ').trim();
  return { name, index, end: out ? 'out' : 'in', nameless: false };
}

/** `32((VP1 - Brandenburger Tor))` → `Brandenburger Tor`; a control without a name keeps its number. */
const controlName = (cell: string): string => {
  const inside = /^\d*\(\((?:[A-Z]{1,3} ?\d+ ?- ?)?(.+)\)\)$/.exec(cell)?.[1];
  return inside ?? cell.replace(/\(\)$/, '');
};

function pairInAndOut(columns: readonly TimeColumn[]): SplitColumn[] {
  const splits: SplitColumn[] = [];
  for (const { name, index, end } of columns) {
    const last = splits.at(-1);
    if (end === 'out' && last?.outIndex == null && last?.name === name) last.outIndex = index;
    else if (end === 'out') splits.push({ name, inIndex: null, outIndex: index });
    else splits.push({ name, inIndex: index, outIndex: null });
  }
  return splits;
}

/** Without the start's column (LiveTrail's `00`); the finish is told from the stations. */
export function withoutStart(columns: readonly SplitColumn[]): {
  stations: SplitColumn[];
  finish: SplitColumn | null;
} {
  const rest = columns.filter(({ name }) => !isStartName(name) && !/^0+$/.test(name));
  const last = rest.at(-1);
  return last && isFinishName(last.name)
    ? { stations: rest.slice(0, -1), finish: last }
    : { stations: rest, finish: null };
}
