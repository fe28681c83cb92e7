import { describe, expect, it } from 'vitest';
import { backtestEdition, type TestEdition } from '../../src/engine/backtest/backtest.js';
import {
  computeEdgeShares,
  computePlaceErrors,
  type WindowedTime,
} from '../../src/engine/backtest/calibration.js';
import { renderText } from '../../src/render/values.js';
import {
  edgesFigure,
  errorsFigure,
  reliabilityFigure,
} from '../../src/report/figures/calibration.js';
import { layerOf } from '../support/figures.js';
import { flatFifty } from '../support/race.js';

const METRIC = { units: 'metric' as const };

/** A hundred times against one window from 10 to 90 with its middle at 50. */
const hundred = (actuals: (i: number) => number): WindowedTime[] =>
  Array.from({ length: 100 }, (_, i) => ({
    earlyS: 10,
    middleS: 50,
    lateS: 90,
    actualS: actuals(i),
  }));

describe('the edges of windows', () => {
  it('have before them what they should where windows are right', () => {
    const shares = computeEdgeShares(hundred((i) => i + 0.5));
    expect(shares.map(({ shouldRatio, actualRatio }) => [shouldRatio, actualRatio])).toEqual([
      [0.1, 0.1],
      [0.5, 0.5],
      [0.9, 0.9],
    ]);
  });

  it('have too few outside where windows are too wide', () => {
    const shares = computeEdgeShares(hundred((i) => 30 + 0.4 * i + 0.1));
    expect(shares.map(({ actualRatio }) => actualRatio)).toEqual([0, 0.5, 1]);
    const figure = edgesFigure(shares, 100, 'arrivals')!;
    expect(renderText(figure.point, METRIC)).toBe(
      'Of 100 arrivals 0% came before their window, where 10% should; 50% before its middle, where half should; 0% after it, where 10% should.',
    );
    expect(layerOf(figure, 'dots')!.points).toEqual([
      { x: 0.1, y: 0 },
      { x: 0.5, y: 0.5 },
      { x: 0.9, y: 1 },
    ]);
  });

  it('count a time right at one half', () => {
    const right = computeEdgeShares([{ earlyS: 1, middleS: 1, lateS: 1, actualS: 1 }]);
    expect(right.map(({ actualRatio }) => actualRatio)).toEqual([0.5, 0.5, 0.5]);
  });

  it('are no figure where nothing has a window', () => {
    expect(computeEdgeShares([])).toEqual([]);
    expect(edgesFigure([], 0, 'arrivals')).toBeNull();
  });
});

describe('errors along the course', () => {
  it('are the mean of how far off each place was', () => {
    const { plan, course } = flatFifty();
    const finishers = Array.from({ length: 12 }, (_, i) => ({
      runner: `${i}`,
      finishS: 20_000,
      arriveS: [3_900, 8_200 + 100 * (i % 2 === 0 ? 1 : -1), null, null],
    }));
    const stations = course.legs.slice(0, -1).map(({ to }) => ({ name: to.name, atM: to.atM }));
    const edition = {
      plan,
      course,
      sun: null,
      past: { name: 'Flat', year: 2020, finishers, stations, dropped: 0 },
    } as unknown as TestEdition;
    const arrivals = () =>
      [4_000, 8_000, 12_000, 16_000].map((arriveS) => ({ arriveS, window: null }));
    const errors = computePlaceErrors([backtestEdition(edition, { arrivals, during: null })]);
    expect(errors).toEqual([
      { atM: 10_000, pairs: 12, maeS: 100 },
      { atM: 20_000, pairs: 12, maeS: 200 },
    ]);
    const figure = errorsFigure(errors, 50_000)!;
    expect(layerOf(figure, 'line')!.points).toEqual([
      { x: 10_000, y: 100 },
      { x: 20_000, y: 200 },
    ]);
    expect(renderText(figure.point, METRIC)).toContain('off by 3:20 on average at 20.0 km');
  });

  it('are none of a handful of runners', () => {
    const few = [10_000, 20_000].map((atM) => ({ atM, pairs: 3, maeS: 60 }));
    expect(errorsFigure(few, 50_000)).toBeNull();
  });
});

describe('what was said and what happened', () => {
  const bin = (said: number | null, happened: number | null, count: number) => ({
    said,
    happened,
    count,
  });
  const figureOf = (reliability: ReturnType<typeof bin>[]) =>
    reliabilityFigure('said', 'Said', { count: 0, brier: 0, reliability }, 'chances');

  it('is a dot a tenth, and nothing of a tenth in which nothing was said', () => {
    const figure = figureOf([bin(0.15, 0.25, 100), bin(null, null, 0), bin(0.85, 0.8, 100)])!;
    expect(layerOf(figure, 'dots')!.points).toEqual([
      { x: 0.15, y: 0.25 },
      { x: 0.85, y: 0.8 },
    ]);
    expect(renderText(figure.point, METRIC)).toBe(
      'Tenth by tenth, what was said and what happened differ by 7.5% on average, over 200 chances. Most apart: said 15%, happened 25%, of 100 chances.',
    );
  });

  it('names no tenth as the worst in which hardly anything was said', () => {
    const figure = figureOf([bin(0.05, 1, 1), bin(0.55, 0.5, 200)])!;
    expect(renderText(figure.point, METRIC)).toContain('Most apart: said 55%, happened 50%');
  });

  it('is no figure of nothing', () => {
    expect(figureOf([bin(null, null, 0)])).toBeNull();
  });
});
