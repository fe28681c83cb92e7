/** A report's one table for a spreadsheet, as CSV. */
import type { Report } from '../report/report.js';
import { renderCsv } from './csv.js';
import { sheetHead, sheetValue } from './sheet-values.js';
import type { ReportStyle } from './style.js';

/** Excel takes a text without this mark for one of its own country's; others read over it. */
const BYTE_ORDER_MARK = '\ufeff';

/** @throws of a report without one */
export function renderCsvTable({ command, spreadsheet }: Report, { units }: ReportStyle): string {
  if (!spreadsheet) throw new Error(`${command} has no table for a spreadsheet`);
  const { columns, rows } = spreadsheet;
  const text = renderCsv(
    sheetHead(columns, units),
    rows.map((cells) => cells.map((cell) => sheetValue(cell, units))),
  );
  return /\P{ASCII}/u.test(text) ? BYTE_ORDER_MARK + text : text;
}
