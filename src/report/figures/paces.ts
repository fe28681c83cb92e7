/** Pace, heart rate and power of each leg; the pace of equal effort. */
import type { Shape } from '../../engine/review/shape.js';
import type { StretchRow } from '../../engine/review/stretch-rows.js';
import { paceOf } from '../../kernel/pace.js';
import type { Chart } from '../chart.js';
import type { Axis, Figure, Layer, Quantity } from '../figure.js';
import { quarterNames } from '../review/shape.js';
import { count, pace, say, signedRatio, type Text } from '../value.js';
import { nameAmong } from './names.js';
import { mostOf } from './pieces.js';
import { drawnLayers } from './placing.js';

type Step = { from: number; to: number; y: number | null };

const steps = (role: 'plan' | 'actual', name: string, of: readonly Step[]): Layer => ({
  kind: 'steps',
  role,
  name,
  steps: of,
});

const X: Axis = { label: 'Distance', quantity: { kind: 'distance' }, from: 0 };
const PACE: Axis = { label: 'Moving pace', quantity: { kind: 'pace' }, isReversed: true };

/** As planned; `null` of fewer than two legs. */
export function plannedPaceFigure({ legs }: Pick<Chart, 'legs'>): Figure | null {
  if (legs.length < 2) return null;
  const places = legs.map(({ leg }) => leg.to);
  const nameOf = ({ leg }: (typeof legs)[number]) => nameAmong(places, leg.to);
  const slowest = mostOf(legs, ({ paceSPerKm }) => paceSPerKm)!;
  const fastest = mostOf(legs, ({ paceSPerKm }) => -paceSPerKm)!;
  return {
    kind: 'chart',
    id: 'pace-by-leg',
    title: 'Planned pace of each leg',
    point: say`Fastest on the way to ${nameOf(fastest)}, ${pace(fastest.paceSPerKm)}; slowest on the way to ${nameOf(slowest)}, ${pace(slowest.paceSPerKm)}.`,
    table: 'pace',
    drawing: {
      kind: 'plot',
      x: X,
      y: PACE,
      layers: drawnLayers([
        steps(
          'plan',
          'planned',
          legs.map(({ leg, paceSPerKm }) => ({
            from: leg.from.atM,
            to: leg.to.atM,
            y: paceSPerKm,
          })),
        ),
      ]),
    },
  };
}

/** The legs of a row that are longer than nothing. */
const longRows = (rows: readonly StretchRow[]): StretchRow[] =>
  rows.filter(({ stretch }) => stretch.distanceM > 0);

/** As planned and as run; `null` where no moving time is known, or of fewer than two legs. */
export function runPaceFigure(all: readonly StretchRow[], finishM: number): Figure | null {
  const legs = longRows(all).map(({ stretch: { start, end, distanceM, movingS, planned } }) => ({
    name: end.name,
    atM: end.atM,
    from: start.atM,
    to: end.atM,
    run: movingS === null ? null : paceOf(movingS, distanceM),
    // beyond its end the plan has no pace
    planned: end.atM <= finishM ? paceOf(planned.movingS, distanceM) : null,
  }));
  const told = legs.flatMap(({ run, planned, ...leg }) =>
    run === null || planned === null ? [] : [{ ...leg, run, planned }],
  );
  if (legs.length < 2 || told.length === 0) return null;
  const slower = told.filter(({ run, planned }) => run > planned);
  const worst = mostOf(told, ({ run, planned }) => run / planned)!;
  const best = mostOf(told, ({ run, planned }) => planned / run)!;
  const text = ({ run, planned, ...leg }: (typeof told)[number]) =>
    say`on the way to ${nameAmong(legs, leg)}, ${pace(run)} where ${pace(planned)} was planned`;
  const untold = legs.length - told.length;
  const point = say`Slower than planned on ${count(slower.length)} of ${count(told.length)} legs: ${slower.length === 1 ? '' : 'most '}${text(worst)}.`;
  const none = say`No leg ${untold === 0 ? '' : 'that is told '}was slower than planned; the fastest beside it ${text(best)}.`;
  return {
    kind: 'chart',
    id: 'pace-by-leg',
    title: 'Pace of each leg, planned and run',
    point: say`${slower.length > 0 ? point : none}${untoldText(untold)}`,
    table: 'legs',
    drawing: {
      kind: 'plot',
      x: X,
      y: PACE,
      layers: drawnLayers([
        steps(
          'plan',
          'planned',
          legs.map(({ from, to, planned }) => ({ from, to, y: planned })),
        ),
        steps(
          'actual',
          'run',
          legs.map(({ from, to, run }) => ({ from, to, y: run })),
        ),
      ]),
    },
  };
}

const untoldText = (untold: number): Text =>
  untold === 0
    ? []
    : say` Not told of ${count(untold)} ${untold === 1 ? 'leg' : 'legs'}: stops were not logged, or nothing was planned.`;

/** What a watch recorded of the body, a figure each; none where it recorded nothing. */
export function effortFigures(all: readonly StretchRow[]): (Figure | null)[] {
  const rows = longRows(all);
  return [
    bodyFigure(
      rows,
      'heart-rate',
      'Heart rate',
      { kind: 'beatsPerMin' },
      'beats a minute',
      (row) => row.effort.meanHeartRateBpm,
    ),
    bodyFigure(rows, 'power', 'Power', { kind: 'count' }, 'watts', (row) => row.effort.meanPowerW),
  ];
}

function bodyFigure(
  rows: readonly StretchRow[],
  id: string,
  name: string,
  quantity: Quantity,
  unit: string,
  read: (row: StretchRow) => number | null,
): Figure | null {
  const known = rows.flatMap((row) => {
    const value = read(row);
    return value === null ? [] : [{ name: row.stretch.end.name, atM: row.stretch.end.atM, value }];
  });
  const highest = mostOf(known, ({ value }) => value);
  const lowest = mostOf(known, ({ value }) => -value);
  if (!highest || !lowest || known.length < 2) return null;
  const untold = rows.length - known.length;
  const missing =
    untold === 0
      ? []
      : say` Too little was recorded on ${count(untold)} ${untold === 1 ? 'leg' : 'legs'}.`;
  return {
    kind: 'chart',
    id,
    title: `${name} of each leg`,
    point: say`Mean ${name.toLowerCase()} highest on the way to ${nameAmong(known, highest)}, ${count(highest.value)} ${unit}; lowest on the way to ${nameAmong(known, lowest)}, ${count(lowest.value)}.${missing}`,
    table: 'efforts',
    drawing: {
      kind: 'plot',
      x: X,
      y: { label: id === 'power' ? 'Watts' : 'Beats a minute', quantity },
      layers: drawnLayers([
        steps(
          'actual',
          name.toLowerCase(),
          rows.map((row) => ({
            from: row.stretch.start.atM,
            to: row.stretch.end.atM,
            y: read(row),
          })),
        ),
      ]),
    },
  };
}

/** Pace at equal effort, by quarters of it; `null` where the log does not tell. */
export function shapeFigure(shape: Shape | null): Figure | null {
  const quarters = shape?.quarters ?? [];
  const [first, last] = [quarters[0], quarters.at(-1)];
  if (!first || !last || quarters.length < 2) return null;
  const of = (read: (quarter: (typeof quarters)[number]) => number): Step[] =>
    quarters.map((quarter) => ({ from: quarter.fromRatio, to: quarter.toRatio, y: read(quarter) }));
  const { nth, part } = quarterNames(last);
  return {
    kind: 'chart',
    id: 'pace-at-equal-effort',
    title: 'Pace at equal effort, planned and run',
    point: say`First quarter to ${nth.toLowerCase()}${part}, against the mean: run ${signedRatio(first.runRatio, 1)} to ${signedRatio(last.runRatio, 1)}, planned ${signedRatio(first.planRatio, 1)} to ${signedRatio(last.planRatio, 1)}. More is slower.`,
    table: 'shape',
    drawing: {
      kind: 'plot',
      x: { label: 'Share of the effort', quantity: { kind: 'ratio' }, from: 0, to: 1 },
      y: { label: 'Slower than the mean', quantity: { kind: 'ratio' }, isReversed: true },
      layers: drawnLayers([
        steps(
          'plan',
          'planned',
          of(({ planRatio }) => planRatio),
        ),
        steps(
          'actual',
          'run',
          of(({ runRatio }) => runRatio),
        ),
        { kind: 'level', role: 'range', name: 'mean', y: 0 },
      ]),
    },
  };
}
