/** What forecasts said beside what happened. */
import type { EdgeShare, PlaceError } from '../../engine/backtest/calibration.js';
import type { ChanceScores } from '../../engine/backtest/careers.js';
import { sum } from '../../kernel/stats.js';
import type { Axis, Figure, Layer } from '../figure.js';
import { count, distance, minutes, ratio, say } from '../value.js';
import { mostOf } from './pieces.js';

const share = (label: string): Axis => ({ label, quantity: { kind: 'ratio' }, from: 0, to: 1 });

/** Where all that was said came true as often as it was said. */
const DIAGONAL: Layer = {
  kind: 'line',
  role: 'range',
  name: 'as it should be',
  points: [
    { x: 0, y: 0 },
    { x: 1, y: 1 },
  ],
};

/**
 * Arrivals before the early edge of their windows, the middle and the late one.
 * @param times how many arrivals that were
 * @param table which scores the same
 */
export function edgesFigure(
  shares: readonly EdgeShare[],
  times: number,
  table: string,
): Figure | null {
  const of = (edge: EdgeShare['edge']) => shares.find((one) => one.edge === edge)?.actualRatio;
  const [early, middle, late] = [of('early'), of('middle'), of('late')];
  if (early === undefined || middle === undefined || late === undefined) return null;
  return {
    kind: 'chart',
    id: 'calibration',
    title: 'Whether windows are as wide as they say',
    point: say`Of ${count(times)} arrivals ${ratio(early)} came before their window, where 10% should; ${ratio(middle)} before its middle, where half should; ${ratio(1 - late)} after it, where 10% should.`,
    table,
    drawing: {
      kind: 'plot',
      x: share('Should come before'),
      y: share('Came before'),
      layers: [
        DIAGONAL,
        {
          kind: 'dots',
          role: 'actual',
          name: 'arrivals',
          points: shares.map(({ shouldRatio, actualRatio }) => ({
            x: shouldRatio,
            y: actualRatio,
          })),
        },
      ],
    },
  };
}

/** Fewer chances than this tell nothing of how often they come true. */
const FEWEST_CHANCES = 20;

/** @param table that has the same chances, tenth by tenth */
export function reliabilityFigure(
  id: string,
  title: string,
  { reliability }: ChanceScores,
  table: string,
): Figure | null {
  const told = reliability.flatMap(({ said, happened, count: chances }) =>
    said === null || happened === null ? [] : [{ said, happened, chances }],
  );
  if (told.length === 0) return null;
  const all = sum(told.map(({ chances }) => chances));
  const offRatio =
    sum(told.map(({ said, happened, chances }) => Math.abs(said - happened) * chances)) / all;
  const worst = mostOf(
    told.filter(({ chances }) => chances >= FEWEST_CHANCES),
    ({ said, happened }) => Math.abs(said - happened),
  );
  const most = worst
    ? say` Most apart: said ${ratio(worst.said)}, happened ${ratio(worst.happened)}, of ${count(worst.chances)} chances.`
    : [];
  return {
    kind: 'chart',
    id,
    title,
    point: say`Tenth by tenth, what was said and what happened differ by ${ratio(offRatio, 1)} on average, over ${count(all)} chances.${most}`,
    table,
    drawing: {
      kind: 'plot',
      x: share('Said'),
      y: share('Happened'),
      layers: [
        DIAGONAL,
        {
          kind: 'dots',
          role: 'actual',
          name: 'tenths',
          points: told.map(({ said, happened }) => ({ x: said, y: happened })),
        },
      ],
    },
  };
}

/** A place with fewer times than this is one of a few runners. */
const FEWEST_TIMES = 10;

/** How far off arrivals were along the course; `null` where fewer than two places have times enough. */
export function errorsFigure(all: readonly PlaceError[], finishM: number): Figure | null {
  const errors = all.filter(({ pairs }) => pairs >= FEWEST_TIMES);
  const most = mostOf(errors, ({ maeS }) => maeS);
  if (!most || errors.length < 2) return null;
  return {
    kind: 'chart',
    id: 'errors-along-the-course',
    title: 'How far off arrivals were, along the course',
    point: say`Told the finish time, the forecast is off by ${minutes(most.maeS)} on average at ${distance(most.atM)}, where it is off most; ${count(most.pairs)} times were recorded there.`,
    table: 'arrivals',
    drawing: {
      kind: 'plot',
      x: { label: 'Distance', quantity: { kind: 'distance' }, from: 0, to: finishM },
      y: { label: 'Off by', quantity: { kind: 'elapsed' }, from: 0 },
      layers: [
        {
          kind: 'line',
          role: 'forecast',
          name: 'mean error',
          points: errors.map(({ atM, maeS }) => ({ x: atM, y: maeS })),
        },
      ],
    },
  };
}
