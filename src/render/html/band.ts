/** The pace band: a strip 5 cm wide, to be cut out and worn on the wrist. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { TableSection } from '../../report/report.js';
import { oneLine } from '../characters.js';
import { type WrittenColumn, writeColumns } from '../sections.js';
import type { PageInMaking } from './page.js';
import { drawNotes, type Part } from './parts.js';

/** A row of two lines, and one whose station takes a line more. */
const ROW_CM = 0.72;
const LINE_CM = 0.32;
const HEAD_CM = 0.9;
/** Characters of a station's name beside its time. */
const NAME_MAX = 16;
/** Longer than this a strip is folded in halves, side by side. */
const STRIP_MAX_CM = 24;

/** @param name of the race */
export function drawBand(band: TableSection, name: string, page: PageInMaking): Part {
  const id = page.idOf('band');
  const columns = writeColumns(band, page.style);
  const strips = shareOut(columns, band.rows.length);
  const advice = [
    'Print at full size and cut along the dashes',
    strips.length > 1 ? '; fold along the dots, so that one side follows the other.' : '.',
  ].join('');
  const element = h(
    'section',
    { id, className: ['part', 'band'] },
    h('h2', band.title),
    h('p', { className: 'note' }, advice),
    h(
      'div',
      { className: 'strips' },
      strips.map((rows, i) => drawStrip(band, columns, rows, oneLine(name), i)),
    ),
    drawNotes(band.notes, page.style),
  );
  return { id, title: band.title, element };
}

/** The rows of each strip, all about as long. */
function shareOut(columns: readonly WrittenColumn[], count: number): number[][] {
  const names = columns[0]?.cells ?? [];
  const heights = names.map(
    (name) => ROW_CM + LINE_CM * Math.max(0, Math.ceil(name.length / NAME_MAX) - 1),
  );
  const lengthCm = heights.reduce((sum, height) => sum + height, 0);
  const strips = Math.max(1, Math.ceil(lengthCm / (STRIP_MAX_CM - HEAD_CM)));
  const each = Math.ceil(count / strips);
  return Array.from({ length: strips }, (_, i) =>
    Array.from({ length: count }, (_, row) => row).slice(i * each, (i + 1) * each),
  );
}

function drawStrip(
  band: TableSection,
  columns: readonly WrittenColumn[],
  rows: readonly number[],
  name: string,
  nth: number,
): Element {
  return h(
    'table',
    { className: 'strip' },
    h('caption', nth === 0 ? name : `${name}, continued`),
    h(
      'thead',
      h(
        'tr',
        columns.map(({ id, label, unit }) =>
          h(
            label || unit ? 'th' : 'td',
            { className: id, scope: label || unit ? 'col' : null },
            oneLine(label),
            unit && ` ${unit}`,
          ),
        ),
      ),
    ),
    h(
      'tbody',
      rows.map((row) =>
        h(
          'tr',
          { className: band.rows[row]?.emphasis },
          columns.map(({ id, cells }, i) => {
            const cell = cells[row] ?? '';
            return i === 0
              ? h('th', { scope: 'row', className: id }, cell)
              : h('td', { className: id }, cell);
          }),
        ),
      ),
    ),
  );
}
