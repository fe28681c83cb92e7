/** What the parts of a page share while it is made. */
import type { ElementContent } from 'hast';
import type { Figure } from '../../report/figure.js';
import type { Report, Section } from '../../report/report.js';
import type { ValueStyle } from '../values.js';

export type Content = ElementContent | null;

/** A heading of a page, `h1` the highest. */
export type Level = 1 | 2 | 3 | 4;

export interface PageInMaking {
  style: ValueStyle;
  /** Widths at which something of a table changes; each a rule of the style. */
  widths: { from: Set<number>; stack: Set<number>; pairs: Set<number>; cards: Set<number> };
  /** An `id` no other element of the page has. */
  idOf: (wish: string) => string;
  /** Where a link finds a section. */
  idOfSection: (section: Section) => string;
  /** Where the numbers of a figure stand, on the same sheet; `null` where they do not. */
  tableOf: (figure: Figure) => string | null;
}

export function beginPage(report: Report, style: ValueStyle): PageInMaking {
  const given = new Map<string, number>();
  const idOf = (wish: string): string => {
    const nth = (given.get(wish) ?? 0) + 1;
    given.set(wish, nth);
    return nth === 1 ? wish : `${wish}-${nth}`;
  };
  const ids = new Map<Section, string>();
  const tables = new Map<Section, string>();
  for (const sections of [report.sections, ...(report.pages ?? []).map((page) => page.sections)]) {
    for (const section of sections) ids.set(section, idOf(wishOf(section)));
    for (const figure of sections) {
      if (figure.kind !== 'chart' || figure.table === null) continue;
      const table = sections.find(
        (of) => of.kind === 'table' && of.id === figure.table && of.rows.length > 0,
      );
      if (table) tables.set(figure, ids.get(table)!);
    }
  }
  return {
    style,
    widths: { from: new Set(), stack: new Set(), pairs: new Set(), cards: new Set() },
    idOf,
    idOfSection: (section) => {
      const id = ids.get(section);
      // a section that stands in two places has an id of its own in each
      ids.delete(section);
      return id ?? idOf(wishOf(section));
    },
    tableOf: (figure) => tables.get(figure) ?? null,
  };
}

/** Tables and figures are found by their own names. */
const wishOf = (section: Section): string =>
  section.kind === 'table' || section.kind === 'chart'
    ? `${section.kind}-${section.id}`
    : section.kind;
