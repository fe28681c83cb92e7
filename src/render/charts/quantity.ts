/** How each quantity of an axis is measured and written: its printed unit, and how far apart its ticks may stand. */
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
  count,
  decimal,
  duration,
  pace,
  ratio,
  say,
  signedMinutes,
  type Text,
} from '../../report/value.js';

export interface Measure {
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

/** An axis as it is written. */
export interface Written {
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

export const MEASURES: Record<Quantity['kind'], Measure> = {
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
