/** Which columns of a results file tell who ran, and how it ended. */
import { plainName } from '../../kernel/text.js';
import { type Column, findColumns } from '../table/columns.js';
import type { TableRow } from '../table/whole.js';
import { parseTimeCell } from '../times/cell.js';
import { finishStatusOf } from '../times/status.js';
import { isDistance } from './distances.js';
import { headerWords, namesFinish } from './header-words.js';
import type { TotalColumn } from './time-columns.js';
import { RESULT_COLUMNS, type ResultRole } from './vocabulary.js';

const cellsOf = (rows: readonly TableRow[], column: Column | undefined): string[] =>
  column ? rows.map((row) => row.cells[column.index] ?? '') : [];

/** The columns by name, glued words too; what their cells say decides where a name means two things. */
export function findResultColumns(
  header: readonly string[],
  sample: readonly TableRow[],
): { columns: Partial<Record<ResultRole, Column>>; timesAsStatus: TotalColumn | null } {
  const asWritten = findColumns(header, RESULT_COLUMNS).found;
  const unglued = findColumns(header.map(headerWords), RESULT_COLUMNS).found;
  const columns: Partial<Record<ResultRole, Column>> = { ...asWritten };
  const taken = new Set(Object.values(asWritten).map(({ index }) => index));
  for (const role of Object.keys(unglued) as ResultRole[]) {
    const { index, unit } = unglued[role]!;
    if (!columns[role] && !taken.has(index))
      columns[role] = { index, unit, header: header[index]! };
  }
  const byWord = columns.status ?? statusByWord(header, sample, taken);
  if (byWord) columns.status = byWord;
  const byLetter = columns.sex ?? sexByLetter(header, sample, taken);
  if (byLetter) columns.sex = byLetter;
  const { status, race } = columns;
  const isTimed = cellsOf(sample, status).some(
    (cell) => parseTimeCell(cell).kind === 'time' || isDistance(cell),
  );
  const races = new Set(cellsOf(sample, race));
  // The distance each runner covered, as in a timed event, is no name of a race.
  const measured = races.size > MOST_RACES && [...races].every((name) => /^[\d.,]*$/.test(name));
  if (measured) delete columns.race;
  const timesAsStatus =
    status && isTimed ? { index: status.index, form: null, isChosen: false, isPlace: false } : null;
  return { columns, timesAsStatus };
}
const MOST_RACES = 12;

/** `S`, `Sx` and `G` are short for too much: by their cells they are the sex. */
function sexByLetter(
  header: readonly string[],
  sample: readonly TableRow[],
  taken: ReadonlySet<number>,
): Column | undefined {
  const index = header.findIndex((written, i) => {
    const cells = sample.map((row) => row.cells[i] ?? '').filter((cell) => cell !== '');
    const isSex = cells.length > 0 && cells.every((cell) => /^[MFWX]$/i.test(cell));
    return /^(?:s|sx|g)\.?$/i.test(written) && !taken.has(i) && isSex;
  });
  return index < 0 ? undefined : { index, unit: null, header: header[index]! };
}

/** A column of remarks tells how a race ended: by its name, or by holding nothing but words that do. */
function statusByWord(
  header: readonly string[],
  sample: readonly TableRow[],
  taken: ReadonlySet<number>,
): Column | undefined {
  const free = header.map((_, i) => i).filter((i) => !taken.has(i));
  // where nobody finished, the column of finish times holds nothing else either
  const isOfWords = (i: number) => {
    if (namesFinish(header[i]!)) return false;
    const cells = sample.map((row) => row.cells[i] ?? '').filter((cell) => cell !== '');
    return cells.length > 0 && cells.every((cell) => finishStatusOf(cell) !== null);
  };
  const index = free.find(isOfWords) ?? free.find((i) => REMARKS.test(plainName(header[i]!)));
  return index === undefined ? undefined : { index, unit: null, header: header[index]! };
}
const REMARKS =
  /^(?:comments?|remarks?|notes?|info|bemerkung(?:en)?|anmerkung(?:en)?|hinweise?|commentaires?|remarques?|observaci[oó]n(?:es)?|observations?|note|opmerking(?:en)?)$/;
