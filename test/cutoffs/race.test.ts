import { describe, expect, it } from 'vitest';
import { raceplan } from '../support/cli.js';
import { cutLog, fileOf, json, logFile, SIXTY, VERMONT } from './support.js';

const statuses = ({ verdicts }: { verdicts: readonly { goal: string; status: string }[] }) =>
  Object.fromEntries(verdicts.map(({ goal, status }) => [goal, status]));
const inSixty = (...rows: string[]) => [logFile(...rows), '--plan', SIXTY] as const;
const H = 3600;

describe('after the race', () => {
  it('who left closed stations and came in past the limit has not finished it', async () => {
    const argv = ['analyze', `${SIXTY}/late.csv`, '--strict', '--goals', 'B'];
    const { status, stdout } = await raceplan(...argv);
    expect(status).toBe(1);
    expect(stdout).toContain('missed  B  finish');
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      'Hut closed at 10:00, 1 h before you left; Mill closed at 13:30, 30 min before you left; ' +
        'the race closed at 16:00, after 10 h, 40 min before you finished',
    );
  });

  it('a cutoff broken takes the time goal along: nobody is timed whom the race has stopped', async () => {
    const run = inSixty('Hut,9:30,10:01', 'Mill,12:00,12:02', 'Finish,14:00,');
    expect(statuses(await json('analyze', ...run))).toEqual({
      'under 9h': 'missed',
      finish: 'missed',
    });
  });

  it.each([
    ['leaving as it closes', ['Hut,9:30,10:00', 'Mill,12:00,12:02', 'Finish,14:00,'], 'met'],
    ['coming in at the limit', ['Hut,9:30,9:40', 'Mill,12:00,12:02', 'Finish,16:00,'], 'met'],
    ['a second past it', ['Hut,9:30,9:40', 'Mill,12:00,12:02', 'Finish,16:00:01,'], 'missed'],
    ['a log that ends beyond a closed station', ['Hut,9:50,10:40'], 'missed'],
    ['a closed station left out, left after it closed', ['Mill,12:00,12:02'], 'unknown'],
  ])('%s: %j is %s', async (_, rows, status) => {
    expect(statuses(await json('analyze', ...inSixty(...rows))).finish).toBe(status);
  });

  it('counts what is in hand from the departure, in text and JSON', async () => {
    const late = await json('analyze', ...inSixty('Hut,9:30,10:30'));
    expect(late.outcome.cutoffMarginS).toBe(-1800);
    expect(late.cutoffs).toEqual([
      {
        at: 'Hut',
        atM: 30_000,
        closesS: 4 * H,
        by: 'departure',
        passedS: 4.5 * H,
        marginS: -1800,
      },
    ]);
    const early = await raceplan('analyze', ...inSixty('Hut,9:30,9:40'));
    expect(early.stdout).toContain('20 min in hand on leaving');
  });

  it('says so where only the arrival, or nothing, tells when a station was left', async () => {
    const run = inSixty('Hut,9:30,', 'Finish,14:30,');
    const { stdout } = await raceplan('analyze', ...run);
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      'No departure from Hut in the log: held against the arrival; Mill is not in the log: taken as left in time',
    );
    expect(stdout).toMatch(/ met +B +finish/);
  });

  it('knows a station of which the log has no row to be closed when the one before it was left later', async () => {
    const plan = fileOf(
      'race.yaml',
      `race: { name: Three, start: 2024-06-15 06:00, timezone: UTC }
course:
  distance: 60 km
  stations:
    - { name: Ford, at: 20 km }
    - { name: Hut, at: 30 km, cutoff: 4 h }
goals: [finish, under 9h]
`,
    );
    const log = logFile('Ford,9:00,10:10', 'Finish,14:00,');
    expect(statuses(await json('analyze', log, '--plan', plan)).finish).toBe('missed');
  });
});

describe('during the race', () => {
  const replan = async (...argv: string[]) => (await raceplan('replan', ...argv)).stdout;

  it('who left a closed station is told so first, in full and in brief', async () => {
    const said = 'Hut closed at 10:00, 40 min before you left';
    const full = await replan(`${SIXTY}/slow-stop.csv`);
    expect(full.split('\n').find((line) => line.startsWith('  '))).toContain(said);
    expect((await replan(`${SIXTY}/slow-stop.csv`, '--brief')).split('\n')[0]).toBe(`${said}.`);
    const { goals } = await json('replan', `${SIXTY}/slow-stop.csv`);
    expect(goals).toMatchObject([
      { status: 'missed', alive: false },
      { status: 'missed', alive: false },
    ]);
    expect((await raceplan('replan', `${SIXTY}/slow-stop.csv`)).status).toBe(1);
  });

  it('the brief begins with the tightest cutoff ahead when less than an hour is left', async () => {
    const near = await replan(...inSixty('Hut,9:35,9:40', 'Mill,12:40,12:45'), '--brief');
    expect(near).toMatch(/^The race closes at 16:00, \d+ min .*after you would finish\./);
    const here = await replan(...inSixty('Hut,9:50,'), '--brief');
    expect(here).toMatch(/^Hut closes at 10:00, .*min.* (after|before) you would leave it\./);
    expect(await replan(`${SIXTY}/early.csv`, '--brief')).not.toContain('closes');
  });

  it('never names a departure later than the closing of that or of a later station', async () => {
    const { goals } = await json('replan', `${SIXTY}/early.csv`);
    for (const { demand } of goals) {
      expect(demand.latestDepartS).toBeLessThanOrEqual(4 * H);
      expect(demand.latestDepartAheadS[0]).toBeLessThanOrEqual(7.5 * H);
    }
    expect(await replan(`${SIXTY}/early.csv`)).toMatch(/Hut +10:00 +10:00\n +Mill +13:16 +13:30/);
  });

  it('at Hut lets nobody stay so long that Mill closes at the pace forecast', async () => {
    const { goals, legs, now } = await json('replan', ...inSixty('Hut,9:40,'));
    const [mill] = legs;
    const leaveMillS = mill.forecast.arriveS + mill.plan.stopS;
    const departS = mill.forecast.arriveS - (mill.forecast.arriveS - now.arriveS);
    expect(leaveMillS).toBeGreaterThan(departS);
    const { demand } = goals[1];
    expect(demand.latestDepartS).toBeLessThanOrEqual(4 * H);
    expect(demand.latestDepartAheadS[0]).toBeCloseTo(
      Math.min(7.5 * H, leaveMillS + 10 * H - legs[1].forecast.arriveS),
      2,
    );
  });

  it.each([1, 2, 3, 4])('on the Vermont log cut after row %i keeps every closing', async (rows) => {
    const argv = ['replan', cutLog(VERMONT, rows), '--plan', VERMONT, '--times', 'clock'];
    const { goals, legs } = await json(...argv);
    const leaves = legs.map(
      ({ forecast, plan }: { forecast: { arriveS: number }; plan: { stopS: number } }) =>
        forecast.arriveS + plan.stopS,
    );
    const closes: readonly (number | null)[] = legs.map(
      ({ cutoffS }: { cutoffS: number | null }) => cutoffS,
    );
    for (const { demand } of goals) {
      demand?.latestDepartAheadS.forEach((latestS: number, i: number) => {
        closes.forEach((closesS, j) => {
          if (j < i || closesS == null) return;
          expect(latestS + leaves[j] - leaves[i]).toBeLessThanOrEqual(closesS + 0.01);
        });
      });
    }
    // Camp Ten Bear closes at 5:30 PM, Margaritaville at 9:00 PM, Camp Ten Bear again at 12:30 AM
    const { stdout } = await raceplan(...argv);
    const finishColumn = stdout.slice(stdout.indexOf('Latest departure'));
    const camp = /Camp Ten Bear +(?:Sat )?(\d+):(\d+) PM/.exec(finishColumn);
    if (rows <= 3) expect(Number(camp?.[1]) * 60 + Number(camp?.[2])).toBeLessThanOrEqual(330);
  });

  it('ends the window at the limit, and says how many would come too late', async () => {
    const argv = inSixty('Hut,9:40,9:50', 'Mill,13:00,13:05');
    const { legs } = await json('replan', ...argv);
    const finish = legs.at(-1);
    expect(finish.forecast.lateS).toBe(10 * H);
    expect(finish.forecast.tooLateRatio).toBeGreaterThan(0.1);
    const stdout = (await replan(...argv)).replace(/\s+/g, ' ');
    expect(stdout).toMatch(
      /they arrive 15:\d\d to 16:00, when the race closes, too early for \d in 10/,
    );
    expect(stdout).not.toContain('8 in 10 arrive');
  });
});

describe('check says what was understood', () => {
  const checked = async (race: string, stations = '', units = 'metric') => {
    const plan = fileOf(
      'race.yaml',
      `race: { name: M, start: 2024-06-15 06:00, timezone: Europe/Paris, ${race} }
units: ${units}
course: { distance: 60 km, stations: [${stations}] }
goals: [under 9h]
`,
    );
    const { stdout, stderr, status } = await raceplan('check', plan);
    return { status, said: `${stdout}${stderr}`.replace(/\s+/g, ' ') };
  };

  it('of a time of day and of a span', async () => {
    const imperial = await checked('cutoff: "20:00"', '', 'imperial');
    expect(imperial.said).toContain('closes 8:00 PM, 14 h after the start');
    const station = await checked('cutoff: 10 h', '{ name: Hut, at: 30 km, cutoff: "10:00" }');
    expect(station.said).toContain('Limit closes 16:00, 10 h after the start');
    expect(station.said).toContain('Hut closes 10:00, 4 h after the start');
  });

  it('and offers the span that was meant', async () => {
    const { status, said } = await checked('cutoff: "30:00"');
    expect(status).toBe(2);
    expect(said).toContain('"30:00" is no time of day');
    expect(said).toContain('write 30 h');
  });
});

describe('windows before the race', () => {
  it('end where a station closes', async () => {
    const { stdout } = await raceplan('build', SIXTY, '--target', '8:30');
    const windows = stdout.slice(stdout.indexOf('When to expect'));
    expect(windows).toMatch(/Hut +09:\d\d +09:\d\d +10:00\n/);
    expect(windows).toContain('Latest ends where a place closes; some would come later.');
    const { legs } = await json('build', SIXTY, '--target', '8:30');
    expect(legs[0].plan.lateS).toBe(4 * H);
  });
});

describe('in a timed event', () => {
  const plan = () =>
    fileOf(
      'race.yaml',
      `race: { name: Day, start: 2024-06-15 10:00, timezone: Europe/Paris, cutoff: 24 h }
course: { distance: 160 km, laps: 8 }
goals: [at least 160 km]
`,
    );

  it('running to the end is no cutoff missed', async () => {
    const rows = Array.from({ length: 7 }, (_, i) => `Lap ${i + 1},${3 * (i + 1)}:00:00,`);
    const log = logFile(...rows, 'Finish,24:00:00,');
    const { verdicts, cutoffs } = await json(
      'analyze',
      log,
      '--plan',
      plan(),
      '--times',
      'elapsed',
    );
    expect(verdicts).toMatchObject([{ status: 'met' }]);
    expect(cutoffs).toEqual([]);
    const built = await raceplan('build', plan());
    expect(built.stdout).not.toMatch(/cutoff|closes/i);
  });
});
