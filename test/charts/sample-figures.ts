/** Figures such as the reports hold, of a made-up race: what is drawn from them is looked at, and kept as goldens. */
import { M_PER_KM, S_PER_H, S_PER_MIN } from '../../src/kernel/units.js';
import type { Figure, Layer, Plot } from '../../src/report/figure.js';
import { clock, distance, duration, say, signedMinutes } from '../../src/report/value.js';

const ZONE = 'America/Denver';
const START_AT = Date.UTC(2026, 6, 18, 10, 0);
const COURSE_M = 160_000;

const STATIONS: readonly (readonly [name: string, km: number, weight: number])[] = [
  ['Start', 0, 1],
  ['Cold Spring', 5.2, 1],
  ['Miller Gulch', 10.1, 1],
  ['Fox Hollow Trailhead', 13.4, 2],
  ['Birch Saddle', 19.8, 1],
  ['Upper Lake', 24, 1],
  ['Lower Lake', 26.3, 1],
  ['Old Mine', 31.7, 2],
  ['Ranger Cabin', 36.9, 1],
  ['North Pass', 42.2, 1],
  ['Windy Gap Communications Tower', 47.5, 1],
  ['Aspen Grove', 52.1, 2],
  ['Red Bridge', 57.8, 1],
  ['Sheep Camp', 63, 1],
  ['Silver Ford', 68.4, 3],
  ['Silver Ford Far Side', 69.6, 1],
  ['Gravel Pit', 74.9, 1],
  ['Twin Rocks', 80.2, 2],
  ['Half Moon', 85.5, 1],
  ['Cathedral', 90.7, 1],
  ['Dutch Barn', 96.4, 1],
  ['Hope Chapel', 101.8, 3],
  ['Quarry', 107.3, 1],
  ['Long Meadow', 113, 1],
  ['Eagle Perch', 118.6, 1],
  ['Wolf Creek', 124.2, 2],
  ['Pine Flat', 131.1, 1],
  ['Salt Lick', 138.7, 1],
  ['Last Water', 147.5, 3],
  ['Finish', 160, 4],
];

const heightM = (m: number): number =>
  2100 + 620 * Math.sin(m / 14_500) + 260 * Math.sin(m / 5200 + 1) + 70 * Math.sin(m / 1300);

const figure = (
  id: string,
  title: string,
  drawing: Figure['drawing'],
  point: Figure['point'],
): Figure => ({
  kind: 'chart',
  id,
  title,
  point,
  table: null,
  drawing,
});

const distanceAxis: Plot['x'] = { label: 'Distance', quantity: { kind: 'distance' } };

/** A profile of 30 stations, from points every 10 m. */
export const profile: Figure = {
  ...figure(
    'profile',
    'Elevation',
    {
      kind: 'plot',
      x: distanceAxis,
      y: { label: 'Height', quantity: { kind: 'height' } },
      layers: [
        { kind: 'shade', role: 'night', name: 'dark', spans: [{ from: 88_000, to: 137_500 }] },
        {
          kind: 'area',
          role: 'ground',
          name: null,
          points: Array.from({ length: COURSE_M / 10 + 1 }, (_, i) => ({
            x: i * 10,
            y: heightM(i * 10),
          })),
        },
        {
          kind: 'marks',
          role: 'plan',
          name: 'aid station',
          marks: STATIONS.map(([name, km, weight]) => ({
            x: km * M_PER_KM,
            y: heightM(km * M_PER_KM),
            label: [name],
            details: [
              [clock(START_AT + km * 0.16 * S_PER_H * 1000, ZONE)],
              say`${clock(START_AT + km * 0.15 * S_PER_H * 1000, ZONE)}–${clock(START_AT + km * 0.17 * S_PER_H * 1000, ZONE)}`,
            ],
            weight,
          })),
        },
      ],
    },
    say`Dark from ${distance(88_000)} to ${distance(137_500)}.`,
  ),
  isForScreen: true,
};

/** The same of few stations: their labels lie. */
export const shortProfile: Figure = {
  ...profile,
  id: 'short-profile',
  drawing: {
    ...(profile.drawing as Plot),
    layers: (profile.drawing as Plot).layers.map(
      (layer): Layer =>
        layer.kind === 'marks'
          ? { ...layer, marks: layer.marks.filter((_, i) => i % 5 === 4) }
          : layer,
    ),
  },
};

const SHIFTS_MIN = [0, -2, -5, -6, -4, 1, 6, 4, 9, 15, 22, 19, 26, 31, 34];

export const aheadBehind: Figure = {
  ...figure(
    'shift',
    'Ahead and behind',
    {
      kind: 'plot',
      x: distanceAxis,
      y: { label: 'Ahead or behind', quantity: { kind: 'shift' }, isReversed: true },
      layers: [
        {
          kind: 'band',
          role: 'forecast',
          name: 'expected range',
          points: SHIFTS_MIN.map((_, i) => ({
            x: i * 7000,
            low: -i * 2.2 * S_PER_MIN,
            high: i * 2.9 * S_PER_MIN,
          })),
        },
        { kind: 'level', role: 'plan', name: 'plan', y: 0 },
        {
          kind: 'line',
          role: 'actual',
          name: 'actual',
          points: SHIFTS_MIN.map((min, i) => ({
            x: i * 7000,
            y: i === 6 ? null : min * S_PER_MIN,
          })),
        },
        {
          kind: 'dots',
          role: 'cutoff',
          name: 'cutoff',
          points: [
            { x: 56_000, y: 38 * S_PER_MIN },
            { x: 98_000, y: 52 * S_PER_MIN },
          ],
        },
      ],
    },
    say`Ahead until 28 km, at the end ${signedMinutes(34 * S_PER_MIN, 60)} behind.`,
  ),
  isForScreen: true,
};

/** During the race: what was, and where it leads. */
export const outlook: Figure = figure(
  'outlook',
  'What lies ahead',
  {
    kind: 'plot',
    x: distanceAxis,
    y: { label: 'Ahead or behind', quantity: { kind: 'shift' }, isReversed: true },
    layers: [
      { kind: 'shade', role: 'night', name: 'dark', spans: [{ from: 72_000, to: 120_000 }] },
      {
        kind: 'band',
        role: 'forecast',
        name: '8 of 10 forecasts',
        points: Array.from({ length: 9 }, (_, i) => ({
          x: 60_000 + i * 12_500,
          low: (40 - i * 3) * S_PER_MIN,
          high: (40 + i * 34) * S_PER_MIN,
        })),
      },
      { kind: 'level', role: 'plan', name: 'plan', y: 0 },
      {
        kind: 'line',
        role: 'actual',
        name: 'so far',
        points: [0, 4, 2, 9, 17, 28, 40].map((min, i) => ({ x: i * 10_000, y: min * S_PER_MIN })),
      },
      {
        kind: 'line',
        role: 'forecast',
        name: 'forecast',
        points: Array.from({ length: 9 }, (_, i) => ({
          x: 60_000 + i * 12_500,
          y: (40 + i * 13) * S_PER_MIN,
        })),
      },
      {
        kind: 'marks',
        role: 'plan',
        name: null,
        marks: STATIONS.filter(([, , weight]) => weight > 2).map(([name, km, weight]) => ({
          x: km * M_PER_KM,
          y: null,
          label: [name],
          details: [],
          weight,
        })),
      },
    ],
  },
  ['Behind by 40 min, and more to come.'],
);

/** Races side by side: lines of one role. */
export const comparison: Figure = figure(
  'comparison',
  'Pace along three races',
  {
    kind: 'plot',
    x: { label: 'Share of the course', quantity: { kind: 'ratio' } },
    y: { label: 'Pace against the average', quantity: { kind: 'ratio' }, isReversed: true },
    layers: ['Vermont 2024', 'Vermont 2025', 'Pine Creek 2026'].map((name, race) => ({
      kind: 'line',
      role: 'actual',
      name,
      points: Array.from({ length: 11 }, (_, i) => ({
        x: i / 10,
        y: 0.86 + i * (0.02 + race * 0.008) + 0.03 * Math.sin(i * (race + 1)),
      })),
    })),
  },
  ['Each slows down towards the end.'],
);

export const factorBars: Figure = figure(
  'factors',
  'What each factor costs',
  {
    kind: 'bars',
    quantity: { kind: 'shift' },
    bars: (
      [
        ['climbs and descents', 96.5],
        ['technical ground', 41],
        ['running in the dark', 22.25],
        ['heat', 12],
        ['altitude', 0],
        ['tapering, and better sleep than before', -8.5],
      ] as const
    ).map(([label, min]) => ({
      label: [label],
      value: min * S_PER_MIN,
      written: signedMinutes(min * S_PER_MIN),
      role: 'plan' as const,
    })),
  },
  say`Climbs cost the most: ${duration(96.5 * S_PER_MIN)}.`,
);

const FINISHERS = [2, 5, 9, 14, 26, 31, 42, 40, 35, 38, 22, 17, 11, 6];

export const finishTimes: Figure = figure(
  'field',
  'Finish times of the field',
  {
    kind: 'plot',
    x: { label: 'Finish time', quantity: { kind: 'elapsed' } },
    y: { label: 'Finishers', quantity: { kind: 'count' }, from: 0 },
    layers: [
      {
        kind: 'shade',
        role: 'forecast',
        name: 'forecast',
        spans: [{ from: 21.3 * S_PER_H, to: 25.2 * S_PER_H }],
      },
      {
        kind: 'columns',
        role: 'field',
        name: 'finishers',
        columns: FINISHERS.map((y, i) => ({
          from: (16 + i) * S_PER_H,
          to: (17 + i) * S_PER_H,
          y,
        })),
      },
      {
        kind: 'marks',
        role: 'goal',
        name: 'goal',
        marks: [
          { x: 24 * S_PER_H, y: null, label: ['under 24 h'], details: [['priority A']], weight: 3 },
          { x: 18.4 * S_PER_H, y: null, label: ['top 10'], details: [], weight: 1 },
        ],
      },
      {
        kind: 'marks',
        role: 'plan',
        name: 'plan',
        marks: [{ x: 23.2 * S_PER_H, y: null, label: ['plan 23:12'], details: [], weight: 4 }],
      },
    ],
  },
  ['Half of the field finished within 24 h.'],
);

export const windows: Figure = figure(
  'windows',
  'Arrivals',
  {
    kind: 'plot',
    x: distanceAxis,
    y: { label: 'Time', quantity: { kind: 'elapsed' } },
    layers: [
      {
        kind: 'band',
        role: 'forecast',
        name: 'window',
        points: STATIONS.map(([, km]) => ({
          x: km * M_PER_KM,
          low: km * 0.145 * S_PER_H,
          high: km * 0.18 * S_PER_H,
        })),
      },
      {
        kind: 'line',
        role: 'plan',
        name: 'plan',
        points: STATIONS.map(([, km]) => ({ x: km * M_PER_KM, y: km * 0.16 * S_PER_H })),
      },
      {
        kind: 'dots',
        role: 'cutoff',
        name: 'cutoff',
        points: STATIONS.filter((_, i) => i % 7 === 6).map(([, km]) => ({
          x: km * M_PER_KM,
          y: km * 0.19 * S_PER_H,
        })),
      },
    ],
  },
  ['The window widens to hours.'],
);

const PACES = [380, 402, 455, 610, 395, 372, 520, 566, 488, 430, 645, 702];

export const paces: Figure = figure(
  'paces',
  'Pace by leg',
  {
    kind: 'plot',
    x: distanceAxis,
    y: { label: 'Pace', quantity: { kind: 'pace' }, isReversed: true },
    layers: [
      {
        kind: 'steps',
        role: 'plan',
        name: 'planned',
        steps: PACES.map((y, i) => ({ from: i * 8000, to: (i + 1) * 8000, y })),
      },
      {
        kind: 'steps',
        role: 'actual',
        name: 'actual',
        steps: PACES.map((y, i) => ({
          from: i * 8000,
          to: (i + 1) * 8000,
          y: i === 4 ? null : y * (0.96 + i * 0.012),
        })),
      },
    ],
  },
  ['Slower than planned from the sixth leg on.'],
);

export const intake: Figure = figure(
  'carbs',
  'Carbohydrate an hour',
  {
    kind: 'plot',
    x: { label: 'Race time', quantity: { kind: 'elapsed' } },
    y: { label: 'Carbohydrate', quantity: { kind: 'gramsPerH' }, from: 0 },
    layers: [
      {
        kind: 'band',
        role: 'range',
        name: 'recommended',
        points: [
          { x: 0, low: 60, high: 90 },
          { x: 13 * S_PER_H, low: 60, high: 90 },
        ],
      },
      {
        kind: 'steps',
        role: 'actual',
        name: 'eaten',
        steps: [62, 71, 55, 80, 64, 48, 30, 41, 77, 52, 20, 0, 35].map((y, i) => ({
          from: i * S_PER_H,
          to: (i + 1) * S_PER_H,
          y,
        })),
      },
    ],
  },
  ['Below the range in six hours of thirteen.'],
);

export const places: Figure = figure(
  'places',
  'Place along the course',
  {
    kind: 'plot',
    x: distanceAxis,
    y: { label: 'Place', quantity: { kind: 'place' }, isReversed: true },
    layers: [
      {
        kind: 'line',
        role: 'actual',
        name: null,
        points: [18, 14, 14, 11, 9, 9, 7, 5, 6, 4].map((y, i) => ({ x: 8000 + i * 10_000, y })),
      },
      {
        kind: 'dots',
        role: 'actual',
        name: null,
        points: [18, 14, 14, 11, 9, 9, 7, 5, 6, 4].map((y, i) => ({ x: 8000 + i * 10_000, y })),
      },
    ],
  },
  ['From 18th to 4th.'],
);

export const calibration: Figure = figure(
  'calibration',
  'Said and happened',
  {
    kind: 'plot',
    x: { label: 'Chance said', quantity: { kind: 'ratio' }, from: 0, to: 1 },
    y: { label: 'Share that happened', quantity: { kind: 'ratio' }, from: 0, to: 1 },
    layers: [
      {
        kind: 'line',
        role: 'plan',
        name: 'as said',
        points: [
          { x: 0, y: 0 },
          { x: 1, y: 1 },
        ],
      },
      {
        kind: 'dots',
        role: 'actual',
        name: 'happened',
        points: [
          { x: 0.1, y: 0.14 },
          { x: 0.35, y: 0.4 },
          { x: 0.62, y: 0.58 },
          { x: 0.9, y: 0.87 },
        ],
      },
    ],
  },
  ['Near the line.'],
);

export const SAMPLES = {
  profile,
  shortProfile,
  aheadBehind,
  outlook,
  comparison,
  factorBars,
  finishTimes,
  windows,
  paces,
  intake,
  places,
  calibration,
} as const;
