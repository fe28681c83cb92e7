/** Which columns of a results file hold times: of the whole race, at the stations; and which are left out, and why. */
import type { ColumnMeaning } from '../../domain/problems/results.js';
import { stationKey } from '../../kernel/station-name.js';
import type { WrittenStation } from '../places/match.js';
import type { TableRow } from '../table/whole.js';
import { parseTimeCell } from '../times/cell.js';
import type { TimeForm } from '../times/reading.js';
import { arrivalsByKey, isLegBeside, isPaceBeside, NEARLY_ALL, sizeOf } from './beside-columns.js';
import { entrantColumns } from './entrants.js';
import { formOf, headerWords, meaningOf } from './header-words.js';
import {
  isStartColumn,
  type NamedColumn,
  nameColumns,
  pairInAndOut,
  type SplitColumn,
  withoutFinish,
} from './split-columns.js';

/** The column of finish times. */
export interface TotalColumn {
  index: number;
  /** How its numbers are written, where its header says so. */
  form: TimeForm | null;
  /** Others would have been the finish time too, such as the net time beside that of the gun. */
  isChosen: boolean;
  /** It is called like a place, and may hold what the stations' columns do, such as the time of the last leg. */
  isPlace: boolean;
}

/** A column that looks like times and is not used for what its name says it is. */
export interface UnusedColumn {
  column: string;
  is: ColumnMeaning;
}

/** A column left out for its cells, of which too many are no times. */
export interface OddColumn {
  column: string;
  index: number;
  odd: number;
  filled: number;
  written: string;
}

export interface TimeColumns {
  total: TotalColumn | null;
  stations: SplitColumn[];
  /** The finish as the last of the stations. */
  finish: SplitColumn | null;
  unused: UnusedColumn[];
  odd: OddColumn[];
}

interface Candidate {
  index: number;
  meaning: ColumnMeaning | null;
  cells: CellCounts;
}

/**
 * Finds the columns of times among those that have no other role.
 * @param taken indexes of columns that are something else
 * @param sample the first rows
 * @param places of the course, whose names no word of a header outweighs
 */
export function findTimeColumns(
  header: readonly string[],
  taken: ReadonlySet<number>,
  sample: readonly TableRow[],
  places: readonly WrittenStation[],
): TimeColumns {
  const free = header.flatMap((written, i) => (written === '' || taken.has(i) ? [] : [i]));
  const rows = sample.slice(0, Math.max(LEAST_ROWS, Math.floor(MOST_CELLS / header.length)));
  const courseKeys = new Set(places.slice(1, -1).map(({ name }) => stationKey(name ?? '')));
  const names = nameColumns(header, free, sample);
  const isOfCourse = ({ name }: NamedColumn) => courseKeys.has(stationKey(name));
  const words = header.map(headerWords);
  const hopes = new Set(entrantColumns(header));
  const stems = new Set([...words, ...names.map(({ name }) => headerWords(name))]);
  const arrivals = arrivalsByKey(names);
  const candidates = names.map((named): Candidate & { named: NamedColumn } => {
    const { index } = named;
    const isNamed = (rest: string) => stems.has(rest);
    const meaning = isLegBeside(named, arrivals, rows)
      ? 'leg'
      : isOfCourse(named)
        ? null
        : isStartColumn(named)
          ? 'start'
          : hopes.has(index)
            ? 'forecast'
            : isPaceBeside(header, index, rows)
              ? 'pace'
              : meaningOf(words[index]!, isNamed);
    return { index, meaning, named, cells: countCells(rows, index) };
  });
  const total = chooseTotal(candidates, words, rows);
  const rest = candidates.filter(({ index }) => index !== total?.index);
  const seconds = bareSeconds(rest, total, rows);
  const isStation = (c: Candidate & { named: NamedColumn }) =>
    (c.meaning === null || c.meaning === 'finish') &&
    (looksLikeTimes(c.cells, isOfCourse(c.named)) || seconds.has(c.index));
  const timed = rest.filter(isStation).map(({ named }) => named);
  const withName = timed.filter(({ nameless }) => !nameless);
  const isByName = withName.length >= timed.length / 2;
  const used = new Set(isByName ? withName : timed);
  const unused = rest.flatMap(({ index, meaning, cells, named }): UnusedColumn[] => {
    const is = meaning ?? (isStation({ index, meaning, cells, named }) ? 'other' : null);
    const isLike = looksLikeTimes(cells, false) && !used.has(named);
    return is !== null && isLike ? [{ column: header[index]!, is }] : [];
  });
  const usedKeys = new Set([...used].map(({ name }) => stationKey(name)));
  const odd = rest.flatMap(({ index, meaning, cells, named }): OddColumn[] => {
    if (meaning !== null || used.has(named) || looksLikeTimes(cells, false)) return [];
    const ofCourse = isOfCourse(named) && !usedKeys.has(stationKey(named.name));
    const isTold = ofCourse ? cells.filled > 0 : cells.times > cells.filled * LIKE_TIMES;
    const { odd: oddCells, filled, written } = cells;
    return isTold ? [{ column: header[index]!, index, odd: oddCells, filled, written }] : [];
  });
  return { total, ...withoutFinish(pairInAndOut([...used])), unused, odd };
}

/** However many columns a file has, so many cells tell what they are; and so many rows at least. */
const MOST_CELLS = 200_000;
const LEAST_ROWS = 20;
/** Of the cells that hold something, times: a column of so many looks like one of times. */
const LIKE_TIMES = 1 / 5;

interface CellCounts {
  /** Cells that say something, be it a status. */
  filled: number;
  times: number;
  numbers: number;
  /** Neither a time nor a status; numbers are among them. */
  odd: number;
  all: number;
  /** The first of the odd. */
  written: string;
}

function countCells(rows: readonly TableRow[], index: number): CellCounts {
  const counts = { filled: 0, times: 0, numbers: 0, odd: 0, all: rows.length, written: '' };
  for (const row of rows) {
    const written = row.cells[index] ?? '';
    const cell = parseTimeCell(written);
    if (cell.kind === 'missing') continue;
    counts.filled += 1;
    const isNumber = cell.kind === 'time' && cell.time.kind === 'number';
    if (isNumber) counts.numbers += 1;
    if (isNumber || cell.kind === 'unreadable') {
      if (counts.odd === 0) counts.written = written;
      counts.odd += 1;
    } else if (cell.kind !== 'status') counts.times += 1;
  }
  return counts;
}

/** Nearly all cells are times, a sign of absence or a status, and some are times; of a station of the course, most. */
const looksLikeTimes = ({ times, odd, all }: CellCounts, isOfCourse: boolean): boolean =>
  times > odd && (isOfCourse || odd <= all / 5);

/** Of several finish times the official one, else that of the gun, by which places are given; then the runner's own. */
const ORDER: readonly (ColumnMeaning | null)[] = ['total', 'gun', 'net', 'finish'];

/** Penalties are in it. */
const OFFICIAL = /^(?:final|official|officiel(?:le)?|oficial|ufficiale|finale|offiziell)(?: |$)/;

function chooseTotal(
  candidates: readonly Candidate[],
  words: readonly string[],
  rows: readonly TableRow[],
): TotalColumn | null {
  const rank = ({ index, meaning, cells }: Candidate) =>
    (cells.times + cells.numbers > 0 ? 0 : 100) +
    (formOf(words[index]!) === null ? 0 : 10) +
    (words[index] === 'ziel zeit' ? 10 : 0) +
    (isOfDay(rows, index) ? 50 : 0) +
    (OFFICIAL.test(words[index]!) ? -0.5 : 0) +
    ORDER.indexOf(meaning);
  const named = candidates
    .filter(({ meaning }) => ORDER.includes(meaning))
    .sort((a, b) => rank(a) - rank(b) || a.index - b.index);
  // `Tempo` is a pace to some and a time to others
  const [best] =
    named.length > 0
      ? named
      : candidates.filter(({ index }) => words[index] === 'tempo' && isOfHours(rows, index));
  if (!best) return null;
  const isRival = ({ meaning, cells }: Candidate) =>
    meaning !== 'finish' && looksLikeTimes(cells, false);
  return {
    index: best.index,
    form: formOf(words[best.index]!),
    isChosen: named.filter(isRival).length > 1,
    isPlace: best.meaning === 'finish',
  };
}

/** Whether most times are times of day by what they say: an elapsed time beside them is the finish time. */
function isOfDay(rows: readonly TableRow[], index: number): boolean {
  const cells = rows.map((row) => parseTimeCell(row.cells[index] ?? ''));
  const times = cells.flatMap((cell) => (cell.kind === 'time' ? cell.time.kind : []));
  const ofDay = times.filter((kind) => kind === 'clock' || kind === 'instant');
  return ofDay.length > times.length / 2;
}

/** Whether most cells are hours, minutes and seconds. */
function isOfHours(rows: readonly TableRow[], index: number): boolean {
  const hours = rows.filter((row) => /^0?[1-9]\d*:\d\d:\d\d/.test(row.cells[index] ?? ''));
  return hours.length > rows.length / 2;
}

/** Columns of numbers are splits in seconds when they rise from one to the next, up to the finish time. */
function bareSeconds(
  candidates: readonly Candidate[],
  total: TotalColumn | null,
  rows: readonly TableRow[],
): ReadonlySet<number> {
  const none = new Set<number>();
  if (!total || total.form === 'minutes' || total.form === 'hours') return none;
  const finishS = rows.map((row) => secondsIn(row.cells[total.index] ?? ''));
  const fits = (index: number) => {
    const ratios = rows.flatMap((row, i) => {
      const s = numberIn(row.cells[index] ?? '');
      return s === null || finishS[i] == null ? [] : [s / finishS[i]];
    });
    const inside = ratios.filter((ratio) => ratio > EARLIEST_SPLIT && ratio <= 1);
    return ratios.length > 2 && inside.length > ratios.length * NEARLY_ALL;
  };
  const open = candidates.filter(
    ({ meaning, cells, index }) =>
      meaning === null && cells.numbers > cells.filled * NEARLY_ALL && fits(index),
  );
  const rising = rows.filter((row) => {
    const s = open.flatMap(({ index }) => numberIn(row.cells[index] ?? '') ?? []);
    return s.every((value, i) => i === 0 || value > s[i - 1]!);
  });
  const isRising = open.length > 1 && rising.length > rows.length * NEARLY_ALL;
  return isRising ? new Set(open.map(({ index }) => index)) : none;
}
/** Nobody's first station comes earlier in their race; ages and places are smaller beside a time in seconds. */
const EARLIEST_SPLIT = 1 / 50;

const numberIn = (written: string): number | null =>
  /^\d+(?:\.\d+)?$/.test(written) && Number(written) > 0 ? Number(written) : null;

const secondsIn = (written: string): number | null =>
  numberIn(written) ?? (/^\d+:\d\d:\d\d/.test(written) ? sizeOf(written) : null);
