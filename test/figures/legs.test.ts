import { describe, expect, it } from 'vitest';
import { UNKNOWN_INTAKE } from '../../src/domain/nutrition.js';
import type { FuelPlan } from '../../src/engine/fuel/needs.js';
import type { Standard } from '../../src/engine/fuel/standards.js';
import { STANDARDS } from '../../src/engine/fuel/standards.js';
import { reviewRace } from '../../src/engine/review/review.js';
import type { StationPlace } from '../../src/engine/review/station-places.js';
import { computeStretchRows } from '../../src/engine/review/stretch-rows.js';
import { renderText } from '../../src/render/values.js';
import type { Figure } from '../../src/report/figure.js';
import { effortFigures } from '../../src/report/figures/efforts.js';
import { plannedIntakeFigures, takenFigures } from '../../src/report/figures/intake.js';
import { runPaceFigure, shapeFigure } from '../../src/report/figures/paces.js';
import { placesFigure } from '../../src/report/figures/places.js';
import { windowsFigure } from '../../src/report/figures/windows.js';
import { layerOf, plotOf } from '../support/figures.js';
import { flatFifty, logOf, visit } from '../support/race.js';

const METRIC = { units: 'metric' as const };
const said = (figure: Figure | null) => (figure ? renderText(figure.point, METRIC) : null);
const H = 3600;

/** Flat fifty kilometres with what was taken on each leg, an hour each and two minutes of stop. */
function run(carbG: readonly (number | null)[], efforts: Parameters<typeof reviewRace>[5] = []) {
  const { plan, course, pace } = flatFifty({ targetS: 5 * H + 480 });
  const visits = carbG.map((carbs, i) =>
    visit(i + 1, (i + 1) * H + i * 120, i === 4 ? null : (i + 1) * H + (i + 1) * 120, {
      intake: { ...UNKNOWN_INTAKE, carbG: carbs },
    }),
  );
  const log = logOf(visits, { status: 'finished', finishS: visits.at(-1)!.arriveS });
  const review = reviewRace(plan, course, pace, log, null, efforts);
  const { rows } = computeStretchRows(review, { laps: 1, distanceM: 50_000 }, true);
  return { plan, course, pace, review, rows };
}

describe('intake an hour', () => {
  it('is what was taken over the time of the leg, in the range and beside the plan', () => {
    const { review, rows } = run([40, 40, 20, 40, 40]);
    const [carbs, fluid, sodium] = takenFigures(rows, review);
    expect([fluid, sodium]).toEqual([null, null]);
    const { steps } = layerOf(carbs!, 'steps', 'actual')!;
    expect(steps[0]).toEqual({ from: 0, to: 10_000, y: 40 });
    // the stop before a leg counts in its time
    expect(steps[2]!.y).toBeCloseTo((20 * H) / (H + 120), 6);
    const { min, max } = STANDARDS['ISSN 2019'].perHour.carbG!;
    expect(layerOf(carbs!, 'band', 'range')!.points[0]).toEqual({ x: 0, low: min, high: max });
    expect(layerOf(carbs!, 'level', 'plan')!.y).toBe(review.fuel.perHour.carbG);
    expect(said(carbs!)).toBe(
      'Carbs: 35 g/h over the race, 40 g/h planned. Below the range of ISSN 2019 on 1 of 5 legs. Least on the way to Km 30, 19 g/h.',
    );
  });

  it('has a gap where a leg was not logged, which is counted out', () => {
    const { review, rows } = run([40, null, 20, 40, 40]);
    const [carbs] = takenFigures(rows, review);
    expect(layerOf(carbs!, 'steps')!.steps[1]!.y).toBeNull();
    expect(said(carbs!)).toContain('on 1 of 4 known of 5 legs');
  });

  it('calls no leg in its range of which that is not known', () => {
    const { review, rows } = run([40, null, 40, 40, 40]);
    const [carbs] = takenFigures(rows, review);
    expect(said(carbs!)).toContain('Of 4 known of 5 legs none lies outside the range');
    // how much sodium a litre holds is told where something was drunk
    const drunk = rows.map((row, i) => ({
      ...row,
      intake: { ...UNKNOWN_INTAKE, sodiumMg: 400, fluidMl: i < 2 ? 500 : null },
    }));
    const [, , sodium] = takenFigures(drunk, review);
    expect(said(sodium!)).toContain(
      'Of 2 known of 5 legs none lies outside the range of ISSN 2019 by the litre drunk.',
    );
    const dry = drunk.map((row) => ({ ...row, intake: { ...row.intake, fluidMl: null } }));
    expect(said(takenFigures(dry, review)[2]!)).not.toContain('range');
  });

  it('is drawn of a plan only where hours differ', () => {
    const { pace } = flatFifty();
    const fuel = {
      standard: STANDARDS['ISSN 2019'] as Standard,
      perHour: { ...UNKNOWN_INTAKE, carbG: 40, fluidMl: 550 },
    } as FuelPlan;
    const needs = (fluidMl: readonly number[]) =>
      fluidMl.map((ml) => ({
        racedS: H,
        intake: { ...UNKNOWN_INTAKE, carbG: 40, fluidMl: ml },
      }));
    const even = plannedIntakeFigures(pace, needs([500, 500, 500, 500, 500]), fuel);
    expect(even).toEqual([null, null, null]);
    const [carbs, fluid] = plannedIntakeFigures(pace, needs([500, 500, 750, 500, 500]), fuel);
    expect(carbs).toBeNull();
    expect(layerOf(fluid!, 'steps', 'plan')!.steps.map(({ y }) => y)).toEqual([
      500, 500, 750, 500, 500,
    ]);
  });
});

describe('pace of each leg', () => {
  it('is that of moving, beside the planned; fast is up', () => {
    const { rows, pace } = run([null, null, null, null, null]);
    const figure = runPaceFigure(rows, 50_000)!;
    expect(plotOf(figure).y.isReversed).toBe(true);
    // an hour for ten kilometres
    for (const { y } of layerOf(figure, 'steps', 'actual')!.steps) expect(y).toBeCloseTo(360, 6);
    layerOf(figure, 'steps', 'plan')!.steps.forEach(({ y }, i) => {
      expect(y).toBeCloseTo(pace.legs[i]!.paceSPerKm, 6);
    });
  });

  it('is not told where stops were not logged', () => {
    const { plan, course, pace } = flatFifty();
    const log = logOf([visit(1, H), visit(2, 2 * H), visit(3, 3 * H)]);
    const review = reviewRace(plan, course, pace, log, null);
    const { rows } = computeStretchRows(review, { laps: 1, distanceM: 50_000 }, true);
    const figure = runPaceFigure(rows, 50_000)!;
    expect(layerOf(figure, 'steps', 'actual')!.steps.map(({ y }) => y)).toEqual([360, null, null]);
    expect(said(figure)).toContain('Not told of 2 legs');
  });

  it('claims nothing of legs that are not told', () => {
    const leg = (atM: number, movingS: number | null) =>
      ({
        stretch: {
          start: { atM: atM - 10_000 },
          end: { name: `S${atM}`, atM },
          distanceM: 10_000,
          movingS,
          planned: { movingS: 4000 },
        },
      }) as unknown as Parameters<typeof runPaceFigure>[0][number];
    expect(said(runPaceFigure([leg(10_000, 3600), leg(20_000, null)], 50_000))).toMatch(
      /^No leg that is told was slower than planned; .*Not told of 1 leg:/,
    );
    expect(said(runPaceFigure([leg(10_000, 3600), leg(20_000, 3700)], 50_000))).toMatch(
      /^No leg was slower than planned; /,
    );
  });

  it('has the heart beside it where a watch was worn', () => {
    const beats = Array.from({ length: 5 * 60 + 10 }, (_, min) => ({
      atS: min * 60,
      heartRateBpm: min < 62 ? 150 : 140,
      powerW: null,
    }));
    const { rows } = run([null, null, null, null, null], beats);
    const [heart, power] = effortFigures(rows);
    expect(power).toBeNull();
    expect(layerOf(heart!, 'steps', 'actual')!.steps.map(({ y }) => Math.round(y!))).toEqual([
      150, 140, 140, 140, 140,
    ]);
    expect(said(heart!)).toContain('highest on the way to Km 10, 150 beats a minute');
  });
});

describe('place along the course', () => {
  const { course } = flatFifty();
  const at = (leg: number, place: number): StationPlace => ({
    at: course.legs[leg]!.to,
    place,
    timed: 80 - leg,
  });

  it('goes up with those overtaken', () => {
    const figure = placesFigure([at(0, 20), at(2, 8), at(4, 12)])!;
    expect(plotOf(figure).y.isReversed).toBe(true);
    expect(layerOf(figure, 'line')!.points).toEqual([
      { x: 10_000, y: 20 },
      { x: 30_000, y: 8 },
      { x: 50_000, y: 12 },
    ]);
    expect(said(figure)).toBe(
      '20th at Km 10, of 80 timed there; 12th at Finish, of 76. Best 8th, at Km 30.',
    );
  });

  it('is no line of one place', () => {
    expect(placesFigure([at(0, 20)])).toBeNull();
  });
});

describe('windows along the course', () => {
  it('hold the plan between them, and end at the target', () => {
    const { plan, pace } = flatFifty();
    const figure = windowsFigure(plan, pace)!;
    const { points } = layerOf(figure, 'band', 'plan')!;
    expect(points[0]).toEqual({ x: 0, low: 0, high: 0 });
    expect(points.at(-1)).toEqual({ x: 50_000, low: 0, high: 0 });
    expect(points).toHaveLength(pace.legs.length + 1);
    for (const { low, high } of points.slice(1, -1)) {
      expect(low).toBeLessThan(0);
      expect(high).toBeGreaterThan(0);
    }
    const { leg, arriveS, window } = pace.legs[0]!;
    expect(points.find(({ x }) => x === leg.to.atM)).toEqual({
      x: leg.to.atM,
      low: window!.earlyS - arriveS,
      high: window!.lateS - arriveS,
    });
  });

  it('have the cutoffs that are near, and say that others are not drawn', () => {
    const { plan, pace } = flatFifty();
    const [first, ...others] = pace.legs;
    const closing = (cutoffS: number) => ({
      ...first!,
      leg: { ...first!.leg, to: { ...first!.leg.to, cutoffS } },
    });
    const near = windowsFigure(plan, { legs: [closing(first!.arriveS + 600), ...others] })!;
    expect(layerOf(near, 'dots', 'cutoff')!.points).toEqual([
      { x: first!.leg.to.atM, y: expect.closeTo(600, 3) },
    ]);
    expect(said(near)).not.toContain('to be drawn');
    const far = windowsFigure(plan, { legs: [closing(first!.arriveS + 80_000), ...others] })!;
    expect(layerOf(far, 'dots', 'cutoff')).toBeNull();
    expect(said(far)).toContain('1 cutoff is too far from the plan to be drawn');
  });

  it('are none where there is no window, or one alone', () => {
    const { plan, pace } = flatFifty();
    const legs = pace.legs.map((leg) => ({ ...leg, window: null }));
    expect(windowsFigure(plan, { legs })).toBeNull();
    expect(windowsFigure(plan, { legs: [pace.legs[0]!, ...legs.slice(1)] })).toBeNull();
  });
});

describe('pace at equal effort', () => {
  const quarter = (fromRatio: number, toRatio: number) => ({
    fromRatio,
    toRatio,
    planRatio: fromRatio - 0.5,
    runRatio: fromRatio - 0.4,
  });
  const shaped = (...quarters: ReturnType<typeof quarter>[]) =>
    said(shapeFigure({ quarters, halvesS: null, unsteadiness: { plan: 0, run: 0 } }));

  it('is told of the first and the last quarter', () => {
    const told = shaped(quarter(0, 0.25), quarter(0.25, 0.5), quarter(0.5, 0.75), quarter(0.75, 1));
    expect(told).toMatch(
      /^First quarter to last, against the mean: run -40.0% to \+35.0%, planned/,
    );
  });

  it('of a race that ended before, of the quarter it ended in', () => {
    const told = shaped(quarter(0, 0.25), quarter(0.25, 0.5), quarter(0.5, 0.6));
    expect(told).toMatch(/^First quarter to third, as far as run, against the mean: run -40.0% to/);
  });
});
