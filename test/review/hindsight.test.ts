import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/domain/plan.js';
import { prepareForecaster } from '../../src/engine/forecast/forecaster.js';
import { computeHindsight } from '../../src/engine/review/hindsight.js';
import { cutLog } from '../cutoffs/support.js';
import { raceplan } from '../support/cli.js';
import { askJson, raceFolder } from '../support/folder.js';
import { flatFifty, logOf, visit } from '../support/race.js';

const PINE = 'fixtures/races/pine-creek-100k';
const VERMONT = 'fixtures/races/vermont-100';

const goal = (text: string): Plan['goals'][number] => ({
  text,
  priority: 'A',
  target: { kind: 'time', targetS: 6.5 * 3600 },
});
const { plan, course, pace } = flatFifty({ goals: [goal('under 6h30')] });
const { during } = prepareForecaster({ plan, course, sun: null, editions: [], outcomes: [] });
const lookBack = (visits: readonly ReturnType<typeof visit>[], whole = false) =>
  computeHindsight({
    plan,
    course,
    pace,
    log: logOf(visits, whole ? { status: 'finished', finishS: visits.at(-1)!.arriveS } : {}),
    field: null,
    during,
    sun: null,
  });
/** Five legs of so many minutes, stops of so many seconds. */
const anyRace = fc.array(
  fc.record({ legMin: fc.integer({ min: 45, max: 140 }), stopS: fc.integer({ min: 0, max: 900 }) }),
  { minLength: 5, maxLength: 5 },
);
const visitsOf = (legs: readonly { legMin: number; stopS: number }[]) => {
  let atS = 0;
  return legs.map(({ legMin, stopS }, i) => {
    const arriveS = atS + legMin * 60;
    atS = arriveS + stopS;
    return visit(i + 1, arriveS, i === legs.length - 1 ? null : atS);
  });
};

describe('as it looked on the way', () => {
  it('never knows what came after: a log cut at a place looks the same up to there', () => {
    fc.assert(
      fc.property(anyRace, fc.integer({ min: 1, max: 4 }), (legs, rows) => {
        const visits = visitsOf(legs);
        const whole = lookBack(visits, true);
        const cut = lookBack(visits.slice(0, rows));
        expect(whole.looks).toHaveLength(4);
        expect(cut.looks).toEqual(whole.looks.slice(0, rows));
      }),
      { numRuns: 30 },
    );
  });

  it('names the last place at which a goal was alive, and none later', () => {
    fc.assert(
      fc.property(anyRace, (legs) => {
        const { aims, looks, turnings } = lookBack(visitsOf(legs), true);
        for (const { aim, before, after } of turnings) {
          const alive = looks.map((look) => look.aims[aims.indexOf(aim)]!.alive);
          const k = alive.lastIndexOf(true);
          expect(before).toBe(looks[k] ?? null);
          expect(after).toBe(looks[k + 1] ?? null);
        }
      }),
      { numRuns: 30 },
    );
  });

  it.each([1, 3, 4])('is what replan said with %i rows of the log', async (rows) => {
    const { hindsight } = await askJson('analyze', `${VERMONT}/splits.csv`);
    const then = await askJson('replan', cutLog(VERMONT, rows), '--plan', VERMONT);
    const look = hindsight.looks[rows - 1];
    expect(look.finish.medianS).toBeCloseTo(then.now.finishS, 6);
    expect(look.behindPlanS).toBeCloseTo(then.now.behindPlanS, 6);
    const under25 = look.aims.find((aim: { goal: string }) => aim.goal === 'under 25h');
    const said = then.goals.find((now: { goal: string }) => now.goal === 'under 25h');
    expect(under25.probability).toBeCloseTo(said.probability, 9);
    expect(under25.slackS).toBeCloseTo(said.demand.slackS, 6);
  });

  it('of a race that met its goals is one line', async () => {
    const { stdout } = await raceplan('analyze', `${PINE}/splits.csv`);
    expect(stdout).toContain('under 12h was never out of reach; least likely at');
    expect(stdout).not.toContain('As it looked on the way');
    expect(stdout).not.toContain('Turning points');
  });

  it('of a timed event, and of a log without stations, says nothing', async () => {
    const visits = visitsOf([60, 60, 60, 60, 60].map((legMin) => ({ legMin, stopS: 0 })));
    const none = { aims: [], looks: [], turnings: [] };
    const input = { course, pace, field: null, during, sun: null };
    const far: Plan['goals'][number] = {
      ...goal('far'),
      target: { kind: 'distance', targetM: 60_000 },
    };
    const timed = { ...plan, goals: [far] };
    expect(computeHindsight({ ...input, plan: timed, log: logOf(visits) })).toEqual(none);
    expect(computeHindsight({ ...input, plan, log: logOf([]) })).toEqual(none);
  });

  it('a place that had closed is no matter of chance', async () => {
    const { hindsight } = await askJson('analyze', 'fixtures/cutoffs/sixty-km/late.csv');
    expect(hindsight.looks.map(({ at }: { at: string }) => at)).toEqual(['Hut', 'Mill']);
    expect(hindsight.turningPoints.at(-1)).toMatchObject({ lostBy: 'closing', lastAlive: null });
  });

  it('of a plan made of the run itself holds nothing against that plan', async () => {
    const files = raceFolder({
      'race.yaml': `race: { name: Short }
course: { distance: 50 km, stations: [{ name: Mill, at: 25 km, cutoff: 3 h }] }
`,
      'splits.csv': 'station,arrive,depart\nMill,3:20:00,3:25:00\nFinish,7:10:00,\n',
    });
    const { hindsight } = await askJson('analyze', files['splits.csv']);
    expect(hindsight.looks[0].aims.map(({ kind }: { kind: string }) => kind)).toEqual(['cutoffs']);
    const { stdout } = await raceplan('analyze', files['splits.csv']);
    const table = stdout.slice(stdout.indexOf('As it looked'), stdout.indexOf('KPIs'));
    expect(table).toContain('Mill');
    expect(table).not.toContain('± plan');
  });
});
