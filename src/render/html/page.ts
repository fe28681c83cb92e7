/** What the parts of a page share while it is made. */
import type { ElementContent } from 'hast';
import type { Report, Section } from '../../report/report.js';
import type { ValueStyle } from '../values.js';

export type Content = ElementContent | null;

/** A heading of a page, `h1` the highest. */
export type Level = 1 | 2 | 3 | 4;

export interface PageInMaking {
  style: ValueStyle;
  /** The tables that a figure may point to. */
  tables: ReadonlySet<string>;
  /** Widths at which something of a table changes; each a rule of the style. */
  widths: { from: Set<number>; stack: Set<number>; pairs: Set<number>; cards: Set<number> };
  /** An `id` no other element of the page has. */
  idOf: (wish: string) => string;
}

export function beginPage(report: Report, style: ValueStyle): PageInMaking {
  const given = new Map<string, number>();
  const sections = [...report.sections, ...(report.pages ?? []).flatMap((page) => page.sections)];
  return {
    style,
    tables: new Set(
      sections.flatMap((s) => (s.kind === 'table' && s.rows.length > 0 ? [s.id] : [])),
    ),
    widths: { from: new Set(), stack: new Set(), pairs: new Set(), cards: new Set() },
    idOf: (wish) => {
      const nth = (given.get(wish) ?? 0) + 1;
      given.set(wish, nth);
      return nth === 1 ? wish : `${wish}-${nth}`;
    },
  };
}

/** Where a link finds a section: by its own id, else by a number. */
export const idOfSection = (section: Section, page: PageInMaking): string =>
  section.kind === 'table' || section.kind === 'chart'
    ? page.idOf(`${section.kind}-${section.id}`)
    : page.idOf(section.kind);
