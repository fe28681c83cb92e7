import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sum } from '../../src/kernel/stats.js';
import type { Report } from '../../src/report/report.js';
import { anyLogOf, anyRace } from '../support/any-race.js';
import { analysisOf, buildOf, replanOf } from '../support/any-report.js';
import { figureNamed, figuresOf, layerOf, numbersIn } from '../support/figures.js';

const RUNS = { seed: 13, numRuns: 150 };
const PATIENCE = { timeout: 120_000 };
const anyRun = anyRace.chain((race) => fc.tuple(fc.constant(race), anyLogOf(race)));

function expectSound(report: Report) {
  const figures = figuresOf(report);
  const ids = figures.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { id, point, table, drawing } of figures) {
    expect(
      numbersIn([drawing, point]).filter((n) => !Number.isFinite(n)),
      id,
    ).toEqual([]);
    expect(drawing.kind === 'plot' ? drawing.layers : drawing.bars, id).not.toEqual([]);
    if (table === null) continue;
    const at = report.sections.findIndex((s) => s.kind === 'table' && s.id === table);
    const own = report.sections.findIndex((s) => s.kind === 'chart' && s.id === id);
    expect(own, `${id} stands before ${table}`).toBeLessThan(at);
  }
}

describe('figures of any race', () => {
  it(
    'hold numbers only, draw something, and stand before the table that has their numbers',
    PATIENCE,
    () => {
      let drawn = 0;
      for (const [race, log] of fc.sample(anyRun, RUNS)) {
        for (const report of [buildOf(race), analysisOf(race, log), replanOf(race, log)]) {
          expectSound(report);
          drawn += figuresOf(report).length;
        }
      }
      expect(drawn).toBeGreaterThan(6 * RUNS.numRuns);
    },
  );

  it('at base pace with all that each factor adds, a race takes its moving time', PATIENCE, () => {
    for (const race of fc.sample(anyRace, RUNS)) {
      const report = buildOf(race);
      const figure = figuresOf(report).find(({ id }) => id === 'factors');
      if (figure?.drawing.kind !== 'bars') continue;
      const { pace, course } = race;
      const baseS = (pace.basePaceSPerKm * course.distanceM) / 1000;
      const addedS = sum(figure.drawing.bars.map(({ value }) => value));
      // factors that add next to nothing have no bar
      expect(baseS + addedS).toBeCloseTo(pace.movingS, 2);
    }
  });

  it(
    'a race ends as far behind its plan as its legs tell, and its causes make that',
    PATIENCE,
    () => {
      let told = 0;
      for (const [race, log] of fc.sample(anyRun, RUNS)) {
        const report = analysisOf(race, log);
        const here = log.visits.at(-1)!;
        const behindS = here.arriveS! - race.pace.legs[here.place - 1]!.arriveS;
        const line = layerOf(figureNamed(report, 'against-plan'), 'line', 'actual')!;
        expect(line.points[0]).toEqual({ x: 0, y: 0 });
        expect(line.points.at(-1)!.y).toBeCloseTo(behindS, 6);
        // one cause alone has no bar
        const losses = figuresOf(report).find(({ id }) => id === 'losses-by-cause');
        if (losses?.drawing.kind !== 'bars') continue;
        told += 1;
        expect(sum(losses.drawing.bars.map(({ value }) => value))).toBeCloseTo(behindS, 3);
      }
      expect(told).toBeGreaterThan(RUNS.numRuns / 4);
    },
  );

  it('a forecast begins where the race is, and its fan holds its middle', PATIENCE, () => {
    let told = 0;
    for (const [race, log] of fc.sample(anyRun, RUNS)) {
      const report = replanOf(race, log);
      const figure = figureNamed(report, 'against-plan');
      const ahead = layerOf(figure, 'line', 'forecast');
      if (!ahead) continue;
      told += 1;
      const here = race.course.legs[log.visits.at(-1)!.place - 1]!.to;
      expect(ahead.points[0]!.x).toBe(here.atM);
      for (const { x, low, high } of layerOf(figure, 'band', 'forecast')!.points) {
        const y = ahead.points.find((point) => point.x === x)!.y!;
        expect(low - 1e-6).toBeLessThanOrEqual(y);
        expect(y).toBeLessThanOrEqual(high + 1e-6);
      }
    }
    expect(told).toBeGreaterThan(RUNS.numRuns / 4);
  });

  it('the planned pace of legs covers the course without a gap', PATIENCE, () => {
    let told = 0;
    for (const race of fc.sample(anyRace, RUNS)) {
      const figure = figuresOf(buildOf(race)).find(({ id }) => id === 'pace-by-leg');
      if (!figure) continue;
      told += 1;
      const { steps } = layerOf(figure, 'steps', 'plan')!;
      expect(steps[0]!.from).toBe(0);
      expect(steps.at(-1)!.to).toBe(race.course.distanceM);
      expect(steps.slice(1).map(({ from }) => from)).toEqual(
        steps.slice(0, -1).map(({ to }) => to),
      );
    }
    expect(told).toBeGreaterThan(RUNS.numRuns / 2);
  });
});
