/** Tables of a page: for a desktop, for paper, and for a phone, where they give way. */
import type { Element } from 'hast';
import { h } from 'hastscript';
import type { TableSection } from '../../report/report.js';
import { oneLine } from '../characters.js';
import { type WrittenColumn, writeColumns } from '../sections.js';
import type { Content, PageInMaking } from './page.js';
import { computeRoom, isShortText, type Room } from './room.js';

/** @param title what the section is called; read out with the table, as its heading may be far away */
export function drawTable(section: TableSection, title: string, page: PageInMaking): Element[] {
  const columns = writeColumns(section, page.style).map((column) => ({
    ...column,
    label: oneLine(column.label),
  }));
  const header = headerOf(columns);
  const room = computeRoom(columns, header);
  const { narrow, fromEm } = room;
  for (const em of fromEm) if (em !== null) page.widths.from.add(em);
  if (narrow.kind !== 'plain') {
    page.widths[narrow.kind].add(narrow.belowEm);
    page.widths.from.add(narrow.belowEm);
  }
  const drawn: Drawn = { section, columns, header, room };
  const table = h(
    'table',
    { className: narrow.kind === 'plain' ? null : `${narrow.kind}-${narrow.belowEm}` },
    h('caption', { className: 'unseen' }, title),
    columns.some(({ label, unit }) => label || unit) ? drawHead(drawn) : null,
    drawBodies(drawn),
  );
  return [h('div', { className: 'frame' }, table, formsOf(drawn), leftOut(drawn))];
}

interface Drawn {
  section: TableSection;
  columns: readonly WrittenColumn[];
  /** The column that names the rows. */
  header: number;
  room: Room;
}

/** The first, unless it only marks rows, as the state of a task does. */
function headerOf(columns: readonly WrittenColumn[]): number {
  const first = columns[0];
  if (first?.label !== '' || new Set(first.cells).size === first.cells.length) return 0;
  const named = columns.findIndex(({ label, align }) => label !== '' && align === 'left');
  return first.cells.length > 1 && named > 0 ? named : 0;
}

/** `null` of none. */
function classesOf({ columns, header, room }: Drawn, i: number): string[] | null {
  const fromEm = room.fromEm[i] ?? null;
  const classes = [
    ...(i === header ? ['name'] : []),
    ...(columns[i]!.align === 'right' ? ['right'] : []),
    ...(i !== header && isShortText(columns[i]!) ? ['short'] : []),
    ...(fromEm === null ? [] : [`from-${fromEm}`]),
  ];
  return classes.length > 0 ? classes : null;
}

const drawHead = (drawn: Drawn): Element =>
  h(
    'thead',
    h(
      'tr',
      drawn.columns.map(({ label, unit }, i) => {
        const className = classesOf(drawn, i);
        if (!label && !unit) return h('td', { className });
        return h(
          'th',
          { scope: 'col', className },
          label,
          unit && [label && ' ', h('span', { className: 'unit' }, unit)],
        );
      }),
    ),
  );

/** A row that is a heading begins a body of its own. */
function drawBodies(drawn: Drawn): Element[] {
  const bodies: number[][] = [];
  drawn.section.rows.forEach((row, i) => {
    if (bodies.length === 0 || row.emphasis === 'heading') bodies.push([]);
    bodies.at(-1)!.push(i);
  });
  return bodies.map((rows) =>
    h(
      'tbody',
      rows.map((row) => drawRow(drawn, row)),
    ),
  );
}

function drawRow(drawn: Drawn, row: number): Element {
  const { section, columns, header, room } = drawn;
  const emphasis = section.rows[row]?.emphasis;
  const isAlone = columns.every(({ cells }, i) => i === header || !cells[row]);
  if (emphasis === 'heading' && isAlone) {
    return h(
      'tr',
      { className: 'heading' },
      h('th', { scope: 'rowgroup', colSpan: columns.length }, columns[header]?.cells[row]),
    );
  }
  const isLabelled = room.narrow.kind === 'cards' || room.narrow.kind === 'pairs';
  const isFirstTotal = emphasis === 'total' && section.rows[row - 1]?.emphasis !== 'total';
  return h(
    'tr',
    { className: row > 0 && isFirstTotal ? `${emphasis} ruled` : emphasis },
    columns.map((column, i) => {
      const className = classesOf(drawn, i);
      const cell = column.cells[row] ?? '';
      if (i === header && cell !== '') return h('th', { scope: 'row', className }, cell);
      const labels = isLabelled && cell ? labelsOf(column) : {};
      return h('td', { className, ...labels }, cell);
    }),
  );
}

const isForm = (unit: string): boolean => unit.includes(':');

/** What a cell says of itself where there is no head above it; a form such as h:mm is said once, below. */
const labelsOf = ({ label, unit }: WrittenColumn): { dataLabel?: string; dataUnit?: string } => ({
  ...(label && { dataLabel: label }),
  ...(unit && !isForm(unit) && { dataUnit: unit }),
});

/** The form of times, where no head says it. */
function formsOf({ columns, room: { narrow } }: Drawn): Content {
  const forms = new Set(columns.flatMap(({ unit }) => (isForm(unit) ? [unit] : [])));
  if (forms.size === 0 || (narrow.kind !== 'pairs' && narrow.kind !== 'cards')) return null;
  return h(
    'p',
    { className: ['note', `until-${narrow.belowEm}`] },
    `Times: ${[...forms].join(', ')}.`,
  );
}

/** Named where they are not shown, in the order they go. */
function leftOut({ columns, room }: Drawn): Content {
  const gone = columns
    .flatMap(({ label }, i) => {
      const fromEm = room.fromEm[i] ?? null;
      return fromEm !== null && label ? [{ label, fromEm }] : [];
    })
    .sort((a, b) => b.fromEm - a.fromEm);
  const [first] = gone;
  if (!first) return null;
  return h(
    'p',
    { className: ['note', `until-${first.fromEm}`] },
    'On a wider screen (turn the phone) also: ',
    gone
      .filter(({ label }, i) => gone.findIndex((one) => one.label === label) === i)
      .map(({ label, fromEm }, i) =>
        h('span', { className: `until-${fromEm}` }, i === 0 ? label : `, ${label}`),
      ),
    '.',
  );
}
