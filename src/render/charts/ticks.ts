/** The ticks of an axis: where they stand, and what they say. */
import type { Quantity } from '../../report/figure.js';
import { type ValueStyle, writeCell } from '../values.js';
import { MEASURES } from './quantity.js';

export type Span = readonly [low: number, high: number];

/** A place on an axis, SI, and what is written there. */
export interface Tick {
  at: number;
  text: string;
}

/** The span of an axis made as wide as its quantity asks for at the least; SI. */
export function widen([low, high]: Span, { kind }: Quantity, { units }: ValueStyle): Span {
  const { least, floor, perUnit } = MEASURES[kind];
  const missing = least * perUnit(units) - (high - low);
  if (missing <= 0) return [low, high];
  const from = low - missing / 2;
  const lowest = floor === null || low < floor * perUnit(units) ? from : floor * perUnit(units);
  return from < lowest
    ? [lowest, lowest + least * perUnit(units)]
    : [from, from + least * perUnit(units)];
}

/**
 * The ticks of an axis over a span, SI: as close as may be, at most `most`, and so that they have room.
 * @returns with the unit said beside the label of the axis; no ticks where none have room
 */
export function layTicks(
  span: Span,
  quantity: Quantity,
  style: ValueStyle,
  most: number,
  hasRoom: (ticks: readonly Tick[]) => boolean,
): { ticks: readonly Tick[]; unit: string } {
  const measure = MEASURES[quantity.kind];
  const perUnit = measure.perUnit(style.units);
  const furthest = Math.max(Math.abs(span[0]), Math.abs(span[1]));
  for (const step of measure.steps) {
    const stepSi = step * perUnit;
    if ((span[1] - span[0]) / stepSi > most) continue;
    const written = { units: style.units, perUnit, step, furthest };
    const at = positions(span, quantity, stepSi);
    const ticks = at.map((value) => ({
      at: value,
      text: writeCell(measure.write(value, written), style).text,
    }));
    if (hasRoom(ticks)) return { ticks, unit: measure.unit(written) };
  }
  return { ticks: [], unit: measure.unit({ units: style.units, perUnit, step: 1, furthest }) };
}

/** An axis goes on to the next tick if that is so near, in steps; otherwise it ends so far beyond what it shows. */
const NEAR_STEPS = 0.55;
const BEYOND_STEPS = 0.1;

/** The span made to begin and end at ticks where they are near, so that an axis can be read at its ends. */
export function roundOut(
  [low, high]: Span,
  quantity: Quantity,
  { units }: ValueStyle,
  most: number,
): Span {
  const { steps, perUnit } = MEASURES[quantity.kind];
  for (const step of steps) {
    const stepSi = step * perUnit(units);
    if ((high - low) / stepSi > most) continue;
    const near = NEAR_STEPS * stepSi;
    const around = positions([low - near, high + near], quantity, stepSi);
    const below = around.findLast((at) => at <= low + stepSi / 1e6) ?? low - BEYOND_STEPS * stepSi;
    const above = around.find((at) => at >= high - stepSi / 1e6) ?? high + BEYOND_STEPS * stepSi;
    if ((above - below) / stepSi <= most + 1e-6)
      return [Math.min(below, low), Math.max(above, high)];
  }
  return [low, high];
}

/** Multiples of a step within a span; of places the first too. */
function positions([low, high]: Span, quantity: Quantity, stepSi: number): number[] {
  if (quantity.kind === 'place') return placePositions([low, high], stepSi);
  return multiples([low, high], stepSi);
}

const multiples = ([low, high]: Span, step: number): number[] => {
  const first = Math.ceil(low / step - 1e-6);
  const last = Math.floor(high / step + 1e-6);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => (first + i) * step);
};

/** 1, 3, 5 or 1, 5, 10: whole, and never none. */
const placePositions = ([low, high]: Span, step: number): number[] =>
  step <= 2
    ? multiples([Math.max(low, 1) - 1, high - 1], step).map((at) => at + 1)
    : multiples([low <= 1 ? 0 : low, high], step)
        .map((at) => Math.max(at, 1))
        .filter((at) => at >= low && at <= high);
