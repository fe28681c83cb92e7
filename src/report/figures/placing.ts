/** Where figures stand in a report, and which are worth drawing. */
import { type Figure, isEmptyLayer, type Layer } from '../figure.js';
import type { Section } from '../report.js';

/** The layers that draw anything. */
export const drawnLayers = (layers: readonly (Layer | null)[]): Layer[] =>
  layers.filter((layer) => layer !== null).filter((layer) => !isEmptyLayer(layer));

/**
 * Sections with their figures: each before the table that has its numbers. One whose table is not there stands before
 * the first table, and names none.
 */
export function placeFigures(
  sections: readonly (Section | null)[],
  figures: readonly (Figure | null)[],
): Section[] {
  const shown = sections.filter((section) => section !== null);
  const tables = new Set(
    shown.flatMap((s) => (s.kind === 'table' && s.rows.length > 0 ? s.id : [])),
  );
  const drawn = figures
    .filter((figure) => figure !== null)
    .map((figure) =>
      figure.table !== null && tables.has(figure.table) ? figure : { ...figure, table: null },
    );
  const homeless = drawn.filter(({ table }) => table === null);
  const first = shown.findIndex(({ kind }) => kind === 'table');
  const at = first < 0 ? shown.length : first;
  return [
    ...shown.slice(0, at),
    ...homeless,
    ...shown
      .slice(at)
      .flatMap((section): Section[] => [
        ...(section.kind === 'table' ? drawn.filter(({ table }) => table === section.id) : []),
        section,
      ]),
  ];
}

/** A section that says what to do next. */
export const next = <S extends Section | null>(section: S): S =>
  section && { ...section, isNext: true };
