/** What areas are filled with: a wash, of some roles hatched too, so that they differ without colour. */
import type { Element } from 'hast';
import { s } from 'hastscript';
import type { Role } from '../../report/figure.js';
import { classOf } from './elements.js';

interface Hatch {
  /** Of a tile that repeats, pixels. */
  sizePx: number;
  d: string;
  transform?: string;
}

const HATCHES: Partial<Record<Role, Hatch>> = {
  night: { sizePx: 5, d: 'M0,0V5', transform: 'rotate(45)' },
  range: { sizePx: 6, d: 'M0,3H6' },
  forecast: { sizePx: 6, d: 'M0,3h1M3,0h1', transform: 'rotate(15)' },
  goal: { sizePx: 6, d: 'M0,0V6', transform: 'rotate(-45)' },
  cutoff: { sizePx: 4, d: 'M0,0V4', transform: 'rotate(-45)' },
};

/** Patterns used in one drawing; their names are unique in a page by the drawing's `id`. */
export interface Fills {
  /** Classes and attributes of what is filled. */
  of: (role: Role) => { classNames: string[]; attributes: Record<string, string> };
  /** The patterns that were asked for. */
  defs: () => Element[];
}

export function openFills(id: string): Fills {
  const used = new Map<Role, Hatch>();
  const idOf = (role: Role) => `${id}-${role}`;
  return {
    of: (role) => {
      const hatch = HATCHES[role];
      if (!hatch) return { classNames: ['wash', classOf(role)], attributes: {} };
      used.set(role, hatch);
      return {
        classNames: ['hatched', classOf(role)],
        attributes: { fill: `url(#${idOf(role)})` },
      };
    },
    defs: () =>
      used.size === 0
        ? []
        : [
            s(
              'defs',
              [...used].map(([role, hatch]) => drawPattern(idOf(role), role, hatch)),
            ),
          ],
  };
}

const drawPattern = (id: string, role: Role, { sizePx, d, transform }: Hatch): Element =>
  s(
    'pattern',
    {
      id,
      width: sizePx,
      height: sizePx,
      patternUnits: 'userSpaceOnUse',
      ...(transform && { patternTransform: transform }),
    },
    s('rect', { className: ['wash', classOf(role)], width: sizePx, height: sizePx }),
    s('path', { className: ['hatch', classOf(role)], d }),
  );
