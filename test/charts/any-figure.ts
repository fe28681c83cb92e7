/** Figures that could be, and some that could not: any numbers, any names. */
import fc from 'fast-check';
import type { Axis, Figure, Layer, Plot, Quantity, Role } from '../../src/report/figure.js';
import { say, words } from '../../src/report/value.js';

const ROLES: readonly Role[] = [
  'plan',
  'actual',
  'forecast',
  'field',
  'goal',
  'cutoff',
  'ground',
  'night',
  'range',
];
const QUANTITIES: readonly Quantity[] = [
  { kind: 'distance' },
  { kind: 'height' },
  { kind: 'pace' },
  { kind: 'shift' },
  { kind: 'elapsed' },
  { kind: 'place' },
  { kind: 'count' },
  { kind: 'ratio' },
  { kind: 'gramsPerH' },
  { kind: 'milligramsPerH' },
  { kind: 'millilitresPerH' },
  { kind: 'beatsPerMin' },
];

/** Numbers of a race mostly, and what a bug could make of them. */
const number = fc.oneof(
  { arbitrary: fc.double({ min: 0, max: 170_000, noNaN: true }), weight: 8 },
  { arbitrary: fc.integer({ min: -200, max: 200 }), weight: 4 },
  { arbitrary: fc.double(), weight: 1 },
  { arbitrary: fc.constantFrom(0, -0, Number.NaN, Number.POSITIVE_INFINITY, 1e-320), weight: 1 },
);
const known = fc.option(number, { nil: null });
const name = fc.oneof(
  fc.string({ maxLength: 30 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom('Aid station', 'Fox Hollow Trailhead', '高尾山口', '<b>', '\u001b[31m', ''),
);
const role = fc.constantFrom(...ROLES);
const named = { role, name: fc.option(name, { nil: null }) };
const many = <T>(of: fc.Arbitrary<T>) => fc.array(of, { maxLength: 25 });

const anyLayer: fc.Arbitrary<Layer> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('area' as const, 'line' as const),
    ...named,
    points: many(fc.record({ x: number, y: known })),
  }),
  fc.record({
    kind: fc.constant('band' as const),
    ...named,
    points: many(fc.record({ x: number, low: number, high: number })),
  }),
  fc.record({
    kind: fc.constant('steps' as const),
    ...named,
    steps: many(fc.record({ from: number, to: number, y: known })),
  }),
  fc.record({
    kind: fc.constant('columns' as const),
    ...named,
    columns: many(fc.record({ from: number, to: number, y: number })),
  }),
  fc.record({
    kind: fc.constant('dots' as const),
    ...named,
    points: many(fc.record({ x: number, y: number })),
  }),
  fc.record({
    kind: fc.constant('shade' as const),
    ...named,
    spans: many(fc.record({ from: number, to: number })),
  }),
  fc.record({ kind: fc.constant('level' as const), ...named, y: number }),
  fc.record({
    kind: fc.constant('marks' as const),
    ...named,
    marks: many(
      fc.record({
        x: number,
        y: known,
        label: name.map((text) => [words(text)]),
        details: fc.array(
          name.map((text) => say`by ${words(text)}`),
          { maxLength: 3 },
        ),
        weight: fc.nat(3),
      }),
    ),
  }),
);

const anyAxis: fc.Arbitrary<Axis> = fc
  .record({
    label: name,
    quantity: fc.constantFrom(...QUANTITIES),
    isReversed: fc.boolean(),
    from: fc.option(number, { nil: null, freq: 4 }),
  })
  .map(({ label, quantity, isReversed, from }) => ({
    label,
    quantity,
    ...(isReversed && { isReversed: true as const }),
    ...(from !== null && { from }),
  }));

const anyPlot: fc.Arbitrary<Plot> = fc.record({
  kind: fc.constant('plot' as const),
  x: anyAxis,
  y: anyAxis,
  layers: fc.array(anyLayer, { minLength: 1, maxLength: 5 }),
});

const anyBars = fc.record({
  kind: fc.constant('bars' as const),
  quantity: fc.constantFrom(...QUANTITIES),
  bars: fc.array(
    fc.record({
      label: name.map((text) => [words(text)]),
      value: number,
      written: name.map((text) => ({ kind: 'words' as const, text })),
      role,
    }),
    { maxLength: 12 },
  ),
});

export const anyFigure: fc.Arbitrary<Figure> = fc
  .record({ title: name, point: name, drawing: fc.oneof(anyPlot, anyPlot, anyPlot, anyBars) })
  .map(({ title, point, drawing }) => ({
    kind: 'chart',
    id: 'any',
    title,
    point: [words(point)],
    table: null,
    drawing,
  }));
