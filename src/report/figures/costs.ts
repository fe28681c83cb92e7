/** What each factor costs, and where the time went: bars of the very values that a table has. */
import { S_PER_MIN } from '../../kernel/units.js';
import type { Bars, Figure, Role } from '../figure.js';
import type { Row, Section, TableSection } from '../report.js';
import { valueAt } from '../sums.js';
import { pace, say, type Text, type Value } from '../value.js';
import { mostOf } from './pieces.js';

type Bar = Bars['bars'][number];

const isTable =
  (id: string) =>
  (section: Section | null): section is TableSection =>
    section?.kind === 'table' && section.id === id;

/** The table of that id; `null` without it. */
export const tableOf = (sections: readonly (Section | null)[], id: string): TableSection | null =>
  sections.find(isTable(id)) ?? null;

const secondsOf = (value: Value | null): number | null =>
  value?.kind === 'duration' ? value.seconds : null;

const barOf = (label: Text, written: Value | null, role: Role): Bar[] => {
  const value = secondsOf(written);
  return written === null || value === null ? [] : [{ label, value, written, role }];
};

/** `Grade (+1:02:00)` */
const barText = ({ label, written }: Bar): Text => say`${label} (${written})`;

/** One bar alone says no more than its number, nor do bars that are nothing to the minute. */
const FEWEST_BARS = 2;
const LEAST_S = S_PER_MIN;

const figureOf = (
  id: string,
  title: string,
  point: Text,
  table: string,
  bars: readonly Bar[],
): Figure | null =>
  bars.length < FEWEST_BARS || bars.every(({ value }) => Math.abs(value) < LEAST_S)
    ? null
    : {
        kind: 'chart',
        id,
        title,
        point,
        table,
        drawing: { kind: 'bars', quantity: { kind: 'shift' }, bars },
      };

/**
 * @param table what each leg is made of, its total last
 * @param basePaceSPerKm of the plan
 */
export function factorsFigure(table: TableSection | null, basePaceSPerKm: number): Figure | null {
  const total = table?.rows.at(-1);
  if (!table || !total) return null;
  const at = (id: string) => table.columns.findIndex((column) => column.id === id);
  const factors = table.columns.slice(at('flat') + 1, at('moving'));
  const bars = factors.flatMap(({ id, label }) =>
    barOf(typeof label === 'string' ? [label] : label, valueAt(table.columns, total, id), 'plan'),
  );
  const [flat, moving] = ['flat', 'moving'].map((id) => valueAt(table.columns, total, id));
  const most = mostOf(bars, ({ value }) => value);
  const worst = most && most.value > 0 ? say` ${most.label} costs most: ${most.written}.` : [];
  const point = say`${flat ?? ''} at base pace, ${pace(basePaceSPerKm)}; ${moving ?? ''} with all that changes it.${worst}`;
  return figureOf('factors', 'What each factor costs', point, 'explain', bars);
}

/** Of times known to the minute less is nothing. */
const LEAST_TOLD_S = S_PER_MIN / 2;

/** @param table where the time went, all of it in the last row */
export function lossesFigure(table: TableSection | null): Figure | null {
  if (!table) return null;
  const isTotal = ({ emphasis }: Row) => emphasis === 'total';
  const bars = table.rows
    .filter((row) => !isTotal(row))
    .flatMap((row) => barOf(row.cells[0] ?? [], valueAt(table.columns, row, 'seconds'), 'actual'));
  const total = table.rows.find(isTotal);
  const all = valueAt(table.columns, total, 'seconds');
  const lost = mostOf(bars, ({ value }) => value);
  const won = mostOf(bars, ({ value }) => -value);
  const parts: Text[] = [
    ...(lost && lost.value >= LEAST_TOLD_S ? [say` Most lost: ${barText(lost)}.`] : []),
    ...(won && won.value <= -LEAST_TOLD_S ? [say` Most won: ${barText(won)}.`] : []),
  ];
  const point = say`Against the plan ${all ?? ''} in all.${parts.flat()}`;
  return figureOf('losses-by-cause', 'Where the time went, by cause', point, 'losses', bars);
}
