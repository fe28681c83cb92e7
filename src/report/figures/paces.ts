/** Pace of each leg; the pace of equal effort. */
import type { Shape } from '../../engine/review/shape.js';
import type { StretchRow } from '../../engine/review/stretch-rows.js';
import { paceOf } from '../../kernel/pace.js';
import type { Chart } from '../chart.js';
import type { Axis, Figure } from '../figure.js';
import { quarterNames } from '../review/shape.js';
import { count, pace, say, signedRatio, type Text } from '../value.js';
import { byLegFigure, longRows, type Step, steps } from './by-leg.js';
import { nameAmong } from './names.js';
import { mostOf } from './pieces.js';
import { drawnLayers } from './placing.js';

const PACE: Axis = { label: 'Moving pace', quantity: { kind: 'pace' }, isReversed: true };

/** As planned; `null` of fewer than two legs. */
export function plannedPaceFigure({ legs }: Pick<Chart, 'legs'>): Figure | null {
  if (legs.length < 2) return null;
  const places = legs.map(({ leg }) => leg.to);
  const nameOf = ({ leg }: (typeof legs)[number]) => nameAmong(places, leg.to);
  const slowest = mostOf(legs, ({ paceSPerKm }) => paceSPerKm)!;
  const fastest = mostOf(legs, ({ paceSPerKm }) => -paceSPerKm)!;
  return byLegFigure(
    {
      id: 'pace-by-leg',
      title: 'Planned pace of each leg',
      point: say`Fastest on the way to ${nameOf(fastest)}, ${pace(fastest.paceSPerKm)}; slowest on the way to ${nameOf(slowest)}, ${pace(slowest.paceSPerKm)}.`,
      table: 'pace',
    },
    PACE,
    [
      steps(
        'plan',
        'planned',
        legs.map(({ leg, paceSPerKm }) => ({
          from: leg.from.atM,
          to: leg.to.atM,
          y: paceSPerKm,
        })),
      ),
    ],
  );
}

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
  return byLegFigure(
    {
      id: 'pace-by-leg',
      title: 'Pace of each leg, planned and run',
      point: say`${slower.length > 0 ? point : none}${untoldText(untold)}`,
      table: 'legs',
    },
    PACE,
    [
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
    ],
  );
}

const untoldText = (untold: number): Text =>
  untold === 0
    ? []
    : say` Not told of ${count(untold)} ${untold === 1 ? 'leg' : 'legs'}: stops were not logged, or nothing was planned.`;

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
