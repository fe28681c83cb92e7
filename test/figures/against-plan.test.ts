import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildCourse } from '../../src/engine/course/course.js';
import { computePacePlan } from '../../src/engine/pacing/pace-plan.js';
import { replanRace } from '../../src/engine/review/replan.js';
import { renderText } from '../../src/render/values.js';
import { forecastFigure } from '../../src/report/figures/forecast-against-plan.js';
import type { AnyRace } from '../support/any-race.js';
import { analysisOf, replanOf } from '../support/any-report.js';
import { raceplan } from '../support/cli.js';
import { figureNamed, figuresOf, layerOf, plotOf } from '../support/figures.js';
import { askJson } from '../support/folder.js';
import { planWithCourse, station } from '../support/plan.js';
import { logOf, NO_PACING, visit } from '../support/race.js';
import { RACES } from '../support/race-files.js';

const METRIC = { units: 'metric' as const };
const H = 3600;

/** A flat 50 km in six hours, its stations closing so long after they are planned. */
function flatRace(inHandS: readonly (number | null)[], durationS: number | null = null): AnyRace {
  const names = ['Weir', 'Mill', 'Weir', 'Bridge'];
  const blank = planWithCourse({});
  const planOf = (cutoffsS: readonly (number | null)[]) =>
    planWithCourse(
      {
        distanceM: 50_000,
        stations: names.map((name, i) =>
          station(name, 10_000 * (i + 1), { cutoffS: cutoffsS[i] ?? null }),
        ),
      },
      {
        defaultStopS: 120,
        race: { ...blank.race, durationS, cutoffS: durationS },
        pacing: { ...NO_PACING, target: { kind: 'time', targetS: 6 * H } },
      },
    );
  const race = (cutoffsS: readonly (number | null)[]) => {
    const plan = planOf(cutoffsS);
    const { value: course } = buildCourse(plan, null);
    if (!course) throw new Error('no course');
    const pace = computePacePlan(plan, course, null, { kind: 'time', targetS: 6 * H });
    if ('kind' in pace) throw new Error(pace.kind);
    return { plan, course, sun: null, pace };
  };
  const { legs } = race([]).pace;
  return race(inHandS.map((s, i) => (s === null ? null : legs[i]!.arriveS + s)));
}

/** The plan's own arrivals, so much later each. */
const logLater = ({ pace }: AnyRace, laterS: readonly number[], isOver: boolean) => {
  const visits = laterS.map((s, i) => {
    const { arriveS, departS } = pace.legs[i]!;
    const isFinish = i === pace.legs.length - 1;
    return visit(i + 1, arriveS + s, isFinish ? null : departS + s);
  });
  return logOf(visits, isOver ? { status: 'finished', finishS: visits.at(-1)!.arriveS } : {});
};

describe('ahead of the plan and behind it, after the race', () => {
  const race = flatRace([]);
  const log = logLater(race, [-300, -600, 0, 900, 1500], true);
  const figure = figureNamed(analysisOf(race, log), 'against-plan');

  it('is what the runner was late at every place', () => {
    const { points } = layerOf(figure, 'line', 'actual')!;
    expect(points.map(({ x }) => x)).toEqual([0, 10_000, 20_000, 30_000, 40_000, 50_000]);
    [0, -300, -600, 0, 900, 1500].forEach((s, i) => {
      expect(points[i]!.y).toBeCloseTo(s, 6);
    });
    expect(plotOf(figure).y.isReversed).toBe(true);
  });

  it('has the windows of the plan around it', () => {
    const { points } = layerOf(figure, 'band', 'plan')!;
    const { arriveS, window } = race.pace.legs[1]!;
    const there = points.find(({ x }) => x === 20_000)!;
    expect(there.low).toBeCloseTo(window!.earlyS - arriveS, 6);
    expect(there.high).toBeCloseTo(window!.lateS - arriveS, 6);
  });

  it('is told by its end, its best, and where most was lost; of two places of a name which', () => {
    expect(renderText(figure.point, METRIC)).toBe(
      '25 min behind plan at the finish; farthest ahead at Mill, 10 min ahead of plan; the most was lost from Weir (30.0 km) to Bridge, 15 min more than planned.',
    );
  });
});

it('a race on plan is told so, and nothing of gains and losses of seconds', () => {
  const race = flatRace([]);
  const report = analysisOf(race, logLater(race, [1, -2, 3, 2, 1], true));
  const said = (id: string) => renderText(figureNamed(report, id).point, METRIC);
  expect(said('against-plan')).toBe('On plan at the finish.');
  expect(figuresOf(report).map(({ id }) => id)).not.toContain('losses-by-cause');
});

describe('cutoffs', () => {
  it('are drawn where they are near, and counted where they would flatten all else', () => {
    const race = flatRace([15 * 60, null, 4 * H, null]);
    const figure = figureNamed(
      analysisOf(race, logLater(race, [60, 60, 60, 60, 60], true)),
      'against-plan',
    );
    const { points } = layerOf(figure, 'dots', 'cutoff')!;
    expect(points).toHaveLength(1);
    expect(points[0]!.x).toBe(10_000);
    expect(points[0]!.y).toBeCloseTo(15 * 60, 6);
    expect(renderText(figure.point, METRIC)).toContain('1 cutoff is too far from the plan');
  });

  it('are none where nothing closes, and nothing is said of them', () => {
    const race = flatRace([]);
    const figure = figureNamed(
      analysisOf(race, logLater(race, [60, 60, 60, 60, 60], true)),
      'against-plan',
    );
    expect(layerOf(figure, 'dots')).toBeNull();
    expect(renderText(figure.point, METRIC)).not.toContain('cutoff');
  });
});

describe('during the race', () => {
  it('what is ahead goes on from where the runner stands', () => {
    const race = flatRace([]);
    const figure = figureNamed(replanOf(race, logLater(race, [600, 1200], false)), 'against-plan');
    expect(layerOf(figure, 'line', 'actual')!.points.at(-1)!.y).toBeCloseTo(1200, 6);
    const { points } = layerOf(figure, 'line', 'forecast')!;
    expect(points[0]!.y).toBeCloseTo(1200, 6);
    expect(points.map(({ x }) => x)).toEqual([20_000, 30_000, 40_000, 50_000]);
    // the forecast of the helper is the plan, stretched as the part run
    const there = race.pace.legs[1]!.arriveS;
    const stretched = 6 * H * ((there + 1200) / there - 1);
    expect(points.at(-1)!.y).toBeCloseTo(stretched, 6);
    expect(renderText(figure.point, METRIC)).toMatch(
      /^20 min behind plan at Mill\. Forecast at the finish: \d+ min behind plan; 8 times in 10 between/,
    );
  });
});

it('before the first split a finish that is only planned has no window', () => {
  const { plan, course, pace } = flatRace([]);
  const forecastAhead = pace.legs.map(({ arriveS }, i) => {
    const offS = i === pace.legs.length - 1 ? 0 : 300;
    return { medianS: arriveS, earlyS: arriveS - offS, lateS: arriveS + offS };
  });
  const nothing = { log: logOf([]), field: null, results: null };
  const figure = forecastFigure(
    plan,
    course,
    replanRace({ plan, course, pace, forecastAhead, ...nothing }),
  )!;
  const { points } = layerOf(figure, 'band', 'forecast')!;
  expect(points.map(({ x }) => x)).toEqual([0, 10_000, 20_000, 30_000, 40_000]);
  expect(layerOf(figure, 'line', 'forecast')!.points.at(-1)).toEqual({ x: 50_000, y: 0 });
  expect(renderText(figure.point, METRIC)).toBe('Forecast at the finish: on plan.');
});

it('once the race is over nothing lies ahead, and the sentence ends there', () => {
  const race = flatRace([null, null, 9 * H, null]);
  const { point } = figureNamed(
    replanOf(race, logLater(race, [60, 60, 60, 60, 1500], true)),
    'against-plan',
  );
  expect(renderText(point, METRIC)).toBe(
    '25 min behind plan at the finish. 1 cutoff is too far from the plan to be drawn.',
  );
  const open = flatRace([]);
  const ended = figureNamed(replanOf(open, logLater(open, [0, 0, 0, 0, 0], true)), 'against-plan');
  expect(renderText(ended.point, METRIC)).toBe('On plan at the finish.');
});

describe('in an event over a time', () => {
  const LOOPS = join(RACES, 'loop-24h');
  const said = async (command: string, log: string) =>
    (await raceplan(command, join(LOOPS, log), '--format', 'markdown')).stdout;

  it('who ran on beyond the distance planned is told where the plan ended', async () => {
    const end = '1 h 28 min ahead of plan at 180.0 km';
    expect(await said('analyze', 'splits.csv')).toContain(end);
    expect(await said('replan', 'splits.csv')).toContain(end);
  });

  it('and is nowhere held against a plan that has no such distance', async () => {
    const log = join(LOOPS, 'splits.csv');
    expect(await said('replan', 'splits.csv')).not.toContain('Against plan:');
    expect((await askJson('replan', log)).now.behindPlanS).toBeNull();
    expect((await askJson('crew', LOOPS, '--log', log)).now.behindPlanS).toBeNull();
    const { stdout } = await raceplan('replan', log, '--brief');
    expect(stdout).toContain('Time up, 190.0 km, Sun 09:52.\n');
  });

  it('what is forecast is of the distance planned: the finish is the end of the time', async () => {
    const now = await said('replan', 'splits-night.csv');
    expect(now).toContain('Forecast at 180.0 km: 1 h 2 min ahead of plan');
  });
});
