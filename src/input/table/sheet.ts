/** Tables whose rows are told apart already: the sheets of a workbook, the objects of a list. */
import { note, type Problem } from '../../domain/problems/problem.js';
import type { Headings } from './header.js';
import { type HeaderRow, headerAmong } from './layout.js';
import type { Sheet } from './row.js';

/**
 * The sheet that looks most like what is wanted: by how many such columns it names, then by how few others, then by
 * its rows.
 */
export function chooseSheet(
  file: string,
  sheets: readonly Sheet[],
  headings: Headings,
): (HeaderRow & Pick<Sheet, 'rows'>) | null {
  const judged = sheets.flatMap((sheet) => {
    const found = headerOf(file, sheet, headings);
    if (!found) return [];
    const names = headings(found.header.cells);
    const share = names / found.header.cells.filter(Boolean).length;
    return [{ name: sheet.name, rows: sheet.rows, ...found, names, share }];
  });
  const [best] = judged.sort(
    (a, b) => b.names - a.names || b.share - a.share || b.rows.length - a.rows.length,
  );
  if (!best) return null;
  const others = sheets.flatMap(({ name, rows }) =>
    name === null || name === best.name || rows.length === 0 ? [] : [name],
  );
  const taken: Problem[] =
    best.name === null || others.length === 0
      ? []
      : [note('SHEET_TAKEN', { sheet: best.name, others }, { file })];
  return { ...best, said: [...taken, ...best.said] };
}

const headerOf = (file: string, sheet: Sheet, headings: Headings): HeaderRow | null =>
  sheet.header
    ? { header: sheet.header, above: null, isBelow: () => true, said: [] }
    : headerAmong(file, sheet.rows, headings);
