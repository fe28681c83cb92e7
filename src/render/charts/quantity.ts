/** How each quantity of an axis is written: its printed unit, where its ticks stand and what they say. */
import { type Instant, instantsOf, localTimeOf, secondsBetween } from '../../kernel/clock.js';
import {
  M_PER_FT,
  M_PER_KM,
  M_PER_MI,
  ML_PER_FL_OZ,
  S_PER_DAY,
  S_PER_H,
  S_PER_MIN,
  type UnitSystem,
} from '../../kernel/units.js';
import type { Quantity } from '../../report/figure.js';
import {
  clock,
  count,
  decimal,
  duration,
  pace,
  ratio,
  say,
  signedMinutes,
  type Text,
} from '../../report/value.js';
import { renderText, type ValueStyle, writeCell } from '../values.js';

export type Span = readonly [low: number, high: number];

/** A place on an axis, SI, and what is written there. */
export interface Tick {
  at: number;
  text: string;
}

interface Measure {
  /** SI in one of the printed unit. */
  perUnit: (units: UnitSystem) => number;
  /** Between ticks, in the printed unit, ascending. */
  steps: readonly number[];
  /** An axis shows at least so much, in the printed unit: noise is not made to look like mountains. */
  least: number;
  /** Nothing lies below, in the printed unit. */
  floor: number | null;
  /** `value` SI; `step` in the printed unit; `furthest` from nothing of what the axis shows, SI. */
  write: (value: number, of: Written) => Text;
  /** Said beside the label of the axis; empty: none. */
  unit: (of: Written) => string;
}

interface Written {
  units: UnitSystem;
  perUnit: number;
  step: number;
  furthest: number;
}

/** 1, 2 and 5 times the powers of ten. */
const tens = (from: number): number[] => {
  const steps: number[] = [];
  for (let power = -2; power <= 9; power += 1)
    steps.push(...[1, 2, 5].map((n) => (power < 0 ? n / 10 ** -power : n * 10 ** power)));
  return steps.filter((step) => step >= from);
};

const MINUTES = [1, 2, 5, 10, 15, 30, 60, 120, 180, 240, 360, 720, 1440].map((n) => n * S_PER_MIN);
const TIMES = [...MINUTES, ...tens(2).map((days) => days * S_PER_DAY)];
const CLOCKS = TIMES.filter((step) => step >= 15 * S_PER_MIN);

const metric = (units: UnitSystem) => units === 'metric';
const printed = (value: number, { perUnit, step }: Written): Text => [
  step >= 1 ? count(Math.round(value / perUnit)) : decimal(value / perUnit),
];
/** Minutes, as long as nobody has to reckon hours from them. */
const inMinutes = ({ furthest }: Written) => furthest < 3 * S_PER_H;

const whole = (least: number, floor: number | null, unit: string): Measure => ({
  perUnit: () => 1,
  steps: tens(1),
  least,
  floor,
  write: (value) => [count(Math.round(value))],
  unit: () => unit,
});

const MEASURES: Record<Quantity['kind'], Measure> = {
  distance: {
    perUnit: (units) => (metric(units) ? M_PER_KM : M_PER_MI),
    steps: tens(0.1),
    least: 0.2,
    floor: 0,
    write: printed,
    unit: ({ units }) => (metric(units) ? 'km' : 'mi'),
  },
  height: {
    perUnit: (units) => (metric(units) ? 1 : M_PER_FT),
    steps: tens(1),
    least: 60,
    floor: null,
    write: printed,
    unit: ({ units }) => (metric(units) ? 'm' : 'ft'),
  },
  pace: {
    perUnit: (units) => (metric(units) ? 1 : M_PER_KM / M_PER_MI),
    steps: [5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, ...tens(2).map((n) => n * 3600)],
    least: 60,
    floor: 0,
    write: (secondsPerKm) => [pace(secondsPerKm)],
    unit: ({ units }) => (metric(units) ? 'min/km' : 'min/mi'),
  },
  shift: {
    perUnit: () => 1,
    steps: TIMES,
    least: 10 * S_PER_MIN,
    floor: null,
    write: (seconds, of) =>
      inMinutes(of)
        ? say`${seconds > 0 ? '+' : ''}${count(Math.round(seconds / S_PER_MIN))}`
        : [signedMinutes(seconds, S_PER_MIN)],
    unit: (of) => (inMinutes(of) ? 'min' : 'h:mm'),
  },
  elapsed: {
    perUnit: () => 1,
    steps: TIMES,
    least: 10 * S_PER_MIN,
    floor: 0,
    write: (seconds) => [duration(seconds, S_PER_MIN)],
    unit: () => 'h:mm',
  },
  clock: {
    perUnit: () => 1,
    steps: CLOCKS,
    least: S_PER_H,
    floor: null,
    write: (seconds) => [duration(seconds, S_PER_MIN)],
    unit: () => '',
  },
  place: whole(4, 1, ''),
  count: whole(4, 0, ''),
  ratio: {
    perUnit: () => 0.01,
    steps: tens(1),
    least: 10,
    floor: null,
    write: (value) => [ratio(value)],
    unit: () => '',
  },
  gramsPerH: whole(10, 0, 'g/h'),
  milligramsPerH: whole(100, 0, 'mg/h'),
  millilitresPerH: {
    perUnit: (units) => (metric(units) ? 1 : ML_PER_FL_OZ),
    steps: tens(1),
    least: 10,
    floor: 0,
    write: printed,
    unit: ({ units }) => (metric(units) ? 'ml/h' : 'oz/h'),
  },
  beatsPerMin: whole(20, 0, 'bpm'),
};

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
    const ticks =
      quantity.kind === 'clock'
        ? clockTicks(at, quantity.startAt, quantity.zone, style)
        : at.map((value) => ({
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

/** Multiples of a step within a span; of places the first too, of clocks whole hours of the day. */
function positions([low, high]: Span, quantity: Quantity, stepSi: number): number[] {
  if (quantity.kind === 'clock') return clockPositions([low, high], quantity, stepSi);
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

function clockPositions(
  [low, high]: Span,
  { startAt, zone }: { startAt: Instant; zone: string },
  stepS: number,
): number[] {
  const { year, month, day } = localTimeOf(startAt + low * 1000, zone);
  const days = (high - low) / S_PER_DAY + 2;
  const everyDays = Math.max(1, Math.round(stepS / S_PER_DAY));
  const found: number[] = [];
  for (let d = 0; d <= days; d += everyDays) {
    for (let tod = 0; tod < S_PER_DAY; tod += stepS) {
      const local = { year, month, day: day + d, ...timeOf(tod) };
      const [at] = instantsOf(local, zone);
      const s = at === undefined ? Number.NaN : secondsBetween(startAt, at);
      if (s >= low && s <= high) found.push(s);
    }
  }
  return found;
}

const timeOf = (tod: number) => ({
  hour: Math.floor(tod / S_PER_H),
  minute: (tod % S_PER_H) / S_PER_MIN,
  second: 0,
});

/** Over more than a day, the first of each names it. */
function clockTicks(
  at: readonly number[],
  startAt: Instant,
  zone: string,
  style: ValueStyle,
): Tick[] {
  const instants = at.map((s) => startAt + s * 1000);
  const days = instants.map((instant) => localTimeOf(instant, zone).day);
  const isOneDay = days.every((day) => day === days[0]);
  return instants.map((instant, i) => ({
    at: at[i]!,
    text: renderText([clock(instant, zone, !isOneDay && days[i] !== days[i - 1])], style),
  }));
}
