/** How the layers of one plot look: by role, and where several share one, by their order. */
import type { Layer } from '../../report/figure.js';
import { classOf } from './elements.js';
import type { Fills } from './fills.js';

export interface Look {
  fills: Fills;
  /** Its role; of lines and dots of the same role, such as those of two races, also which it is. */
  classesOf: (layer: Layer) => string[];
  /** On an axis of shifts nothing ahead or behind is drawn strong. */
  isZero: (y: number) => boolean;
}

/** So many lines of one role have looks of their own; then they begin again. */
const MOST_LOOKS = 4;

export function lookOf(layers: readonly Layer[], isShift: boolean, fills: Fills): Look {
  const names = new Map<string, string[]>();
  for (const layer of layers) {
    const ofRole = names.get(layer.role) ?? [];
    if (isThin(layer) && layer.name !== null && !ofRole.includes(layer.name))
      names.set(layer.role, [...ofRole, layer.name]);
  }
  return {
    fills,
    classesOf: (layer) => {
      const index = isThin(layer) ? (names.get(layer.role) ?? []).indexOf(layer.name ?? '') : 0;
      const nth = (Math.max(0, index) % MOST_LOOKS) + 1;
      return [classOf(layer.role), ...(nth > 1 ? [`nth-${nth}`] : [])];
    },
    isZero: (y) => isShift && y === 0,
  };
}

const isThin = ({ kind }: Layer): boolean => kind === 'line' || kind === 'steps' || kind === 'dots';
