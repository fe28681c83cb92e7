/** Columns of a spreadsheet with what fills them: all of them are there, whatever the plan has. */
import type { SheetCell, SheetColumn, SheetKind, Spreadsheet } from '../exports.js';
import type { Value } from '../value.js';

export interface FilledColumn<Row> extends SheetColumn {
  cell: (row: Row, index: number) => SheetCell;
}

export const column = <Row>(
  label: string,
  kind: SheetKind,
  cell: (row: Row, index: number) => SheetCell,
): FilledColumn<Row> => ({ label, kind, cell });

export const fillSheet = <Row>(
  columns: readonly FilledColumn<Row>[],
  rows: readonly Row[],
): Spreadsheet => ({
  columns: columns.map(({ label, kind }) => ({ label, kind })),
  rows: rows.map((row, i) => columns.map(({ cell }) => cell(row, i))),
});

export const wordsCell = (text: string | null): SheetCell =>
  text === null ? null : { kind: 'words', text };

/** Something is there, or nothing is said. */
export const yesCell = (is: boolean): SheetCell => (is ? wordsCell('yes') : null);

/** A difference, seconds; a number of its own sign, which no spreadsheet takes for a formula. */
export const shiftCell = (seconds: number | null): SheetCell =>
  seconds === null
    ? null
    : ({ kind: 'shift', seconds, same: '', more: '', less: '' } satisfies Value);

/** How a race ended. */
export const ENDINGS = { finished: 'finished', dnf: 'DNF', open: 'no more data' } as const;
