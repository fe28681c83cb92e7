import { describe, expect, it } from 'vitest';
import { raceplan } from '../support/cli.js';
import { askJson, raceFolder } from '../support/folder.js';

/** Twenty-four hours on laps of a kilometre. */
const plan = (
  goal: string,
  course = 'course: { distance: 120 km, laps: 120 }',
) => `race: { name: Day, cutoff: 24 h }
units: metric
${course}
goals: [${goal}]
`;

const logged = (yaml: string, splits: string) => {
  const files = raceFolder({ 'race.yaml': yaml, 'splits.csv': splits });
  return files['splits.csv'];
};
const ask = (yaml: string, splits: string) => askJson('analyze', logged(yaml, splits));

/** Every 10 km, then what was reached at the end. */
const byTens = (tens: number, ...last: string[]) =>
  [
    'km,elapsed',
    ...Array.from(
      { length: tens },
      (_, i) => `${(i + 1) * 10},${((i + 1) * 2.3).toFixed(0)}:00:00`,
    ),
    ...last,
  ].join('\n');

describe('a timed event, logged by distance', () => {
  it('is as far as the log says at the end of the time, not the next lap', async () => {
    const { verdicts, outcome } = await ask(plan('at least 101 km'), byTens(10, '100.6,24:00:00'));
    expect(verdicts).toMatchObject([
      { status: 'missed', actual: { valueM: 100_600 }, margin: { valueM: -400 } },
    ]);
    expect(verdicts[0].text).toBe('100.6 km, 0.4 km short');
    expect(outcome).toMatchObject({ status: 'finished', atM: 100_600, elapsedS: 86_400 });
  });

  it.each([
    ['at least 100 km', 'met'],
    ['at least 100.6 km', 'met'],
    ['at least 100.7 km', 'missed'],
  ])('of 100.6 km, %s is %s', async (goal, status) => {
    const { verdicts } = await ask(plan(goal), byTens(10, '100.6,24:00:00'));
    expect(verdicts).toMatchObject([{ status }]);
  });

  it('needs no stations, and no course but the distance asked for', async () => {
    const { verdicts } = await ask(plan('at least 101 km', ''), byTens(10, '100.6,24:00:00'));
    expect(verdicts).toMatchObject([{ status: 'missed', actual: { valueM: 100_600 } }]);
  });

  it.each(['', 'course: { distance: 100 km, laps: 100 }'])(
    'is met by whoever covers more than was asked for (%s)',
    async (course) => {
      const report = await ask(
        plan('at least 100 km', course),
        byTens(9, '100,22:00:00', '120,24:00:00'),
      );
      const { verdicts, kpis, losses } = report;
      expect(verdicts).toMatchObject([{ status: 'met', actual: { valueM: 120_000 } }]);
      const kpi = (id: string) => kpis.find((k: { id: string }) => k.id === id);
      expect(kpi('averagePace')).toMatchObject({ plan: 864, actual: 720 });
      expect(kpi('timeOnCourse')).toMatchObject({ plan: 86_400, actual: 86_400 });
      const lostS = losses.reduce(
        (all: number, { seconds }: { seconds: number }) => all + seconds,
        0,
      );
      expect(lostS).toBeCloseTo(0, 2);
    },
  );

  it('does not count a lap finished after the time, and says so', async () => {
    const path = logged(plan('at least 101 km'), byTens(10, '100.6,23:58:00', '101.2,24:06:00'));
    const { verdicts } = await askJson('analyze', path);
    expect(verdicts).toMatchObject([{ status: 'missed', actual: { valueM: 100_600 } }]);
    const { stderr } = await raceplan('analyze', path);
    expect(stderr).toContain('splits.csv:13:1: warning REACHED_TOO_LATE');
    expect(stderr).toContain(
      'km 101.2 was reached after the time was up, at 24:00:00: not counted',
    );
  });

  it('ends with the lap after which there was no time for another', async () => {
    const { verdicts } = await ask(
      plan('at least 101 km'),
      byTens(9, '99,23:40:00', '100,23:51:00'),
    );
    expect(verdicts).toMatchObject([{ status: 'missed', actual: { valueM: 100_000 } }]);
  });

  it('is open while the log may go on: what is reached is reached, the rest unknown', async () => {
    const log = byTens(9);
    expect((await ask(plan('at least 101 km'), log)).verdicts).toMatchObject([
      { status: 'unknown' },
    ]);
    expect((await ask(plan('at least 90 km'), log)).verdicts).toMatchObject([{ status: 'met' }]);
  });

  it('knows the stops that are logged where laps end', async () => {
    const log = 'km,in,out\n40,8:00:00,8:30:00\n80,17:00:00,17:00:00\n100.6,24:00:00,\n';
    const { kpis } = await ask(plan('at least 101 km'), log);
    const stops = kpis.find(({ id }: { id: string }) => id === 'aidStationTime');
    expect(stops.actual).toBe(1800);
  });

  it('counts what its rows say was taken', async () => {
    const log = 'km,elapsed,carbs_g\n50,12:00:00,400\n100.6,24:00:00,320\n';
    const { nutrition } = await ask(plan('at least 101 km'), log);
    expect(nutrition.total.carbG).toBe(720);
    expect(nutrition.perHour.carbG).toBe(30);
  });

  it('has no places by time', async () => {
    const { verdicts } = await ask(plan('at least 101 km, win'), byTens(10, '100.6,24:00:00'));
    expect(verdicts).toMatchObject([{ status: 'missed' }, { status: 'unknown' }]);
  });

  describe('with results of distances', () => {
    const RESULTS = [
      'rank,bib,performance,sex',
      '1,7,120.25 km,M',
      '2,12,101.3 km,F',
      '3,31,95 km,F',
      '4,9,80.8 km,M',
    ].join('\n');
    const placed = (athlete: string, goals: string, results = RESULTS) => {
      const yaml = `athlete: { ${athlete} }\nresults: results.csv\n${plan(goals)}`;
      const splits = byTens(10, '100.6,24:00:00');
      const files = raceFolder({ 'race.yaml': yaml, 'results.csv': results, 'splits.csv': splits });
      return askJson('analyze', files['splits.csv']);
    };
    const GOALS = 'top 2, win, women win, women top 3, at least 90 km';

    it('has places by the official distance of the bib', async () => {
      const { verdicts } = await placed('bib: 12, sex: F', GOALS);
      expect(verdicts).toMatchObject([
        { status: 'met', actual: { place: 2, starters: 4, finishers: 4 } },
        { status: 'missed', actual: { place: 2 } },
        { status: 'met', actual: { place: 1 }, margin: { places: 0, valueM: 6300 } },
        { status: 'met' },
        { status: 'met' },
      ]);
      expect(verdicts[2].text).toBe(
        '1st of 2, by 6.3 km; yours is line 3 of the results, 101.3 km',
      );
    });

    it.each([
      ['sex: F', 'which of the results is yours is not clear: add `athlete.bib`'],
      ['bib: 99, sex: F', 'the results do not have the bib of the plan'],
    ])('of %s has none, and why', async (athlete, text) => {
      const { verdicts } = await placed(athlete, GOALS);
      expect(verdicts).toMatchObject([
        ...Array(4).fill({ status: 'unknown', text }),
        { status: 'met' },
      ]);
    });

    it('has none where the results are times', async () => {
      const times = 'place,bib,time\n1,12,20:00:00\n2,7,21:00:00';
      const { verdicts } = await placed('bib: 12', 'win, at least 90 km', times);
      expect(verdicts).toMatchObject([
        { status: 'unknown', text: 'in a timed event places go by distance' },
        { status: 'met' },
      ]);
    });
  });
});

describe('a timed event, logged lap by lap', () => {
  it('by name does not count the lap that came too late either', async () => {
    const log = 'station,elapsed\nLap 60,13:00:00\nLap 100,23:50:00\nLap 101,24:02:00\n';
    const { verdicts } = await ask(plan('at least 101 km'), log);
    expect(verdicts).toMatchObject([{ status: 'missed', actual: { valueM: 100_000 } }]);
  });
});

describe('a log by distance', () => {
  it('needs no stations in any race', async () => {
    const yaml =
      'race: { name: Fifty }\nunits: metric\ncourse: { distance: 50 km }\ngoals: [under 6h]\n';
    const { verdicts, outcome } = await ask(yaml, 'km,elapsed\n12,1:15\n33.3,3:40\n50,5:48\n');
    expect(outcome).toMatchObject({ status: 'finished', atM: 50_000, elapsedS: 20_880 });
    expect(verdicts).toMatchObject([{ status: 'met' }]);
  });

  it('that stops on the way says how far it goes', async () => {
    const yaml =
      'race: { name: Fifty }\nunits: metric\ncourse: { distance: 50 km }\ngoals: [under 6h]\n';
    const { outcome } = await ask(yaml, 'km,elapsed\n12,1:15\n33.3,3:40\n');
    expect(outcome).toMatchObject({ status: 'open', atM: 33_300, elapsedS: 13_200 });
  });
});

describe('a timed event whose log stops', () => {
  const LAPS = `race: { name: Day, duration: 24 h }
units: metric
course: { loop: 10 km, stations: [{ name: Camp, at: 0 km, stop: 1 min }] }
goals: [at least 120 km]
`;
  /** A lap each so many minutes. */
  const laps = (count: number, minutes: number) => {
    const clock = (m: number) => `${Math.floor(m / 60)}:${String(m % 60).padStart(2, '0')}:00`;
    const rows = Array.from({ length: count }, (_, i) => {
      const inAt = (i + 1) * minutes;
      return `${i + 1},${clock(inAt)},${clock(inAt + 1)}`;
    });
    return ['lap,in,out', ...rows].join('\n');
  };

  it('beyond the plan is held against all of the plan, and no finish is told', async () => {
    const { outcome, kpis } = await ask(LAPS, laps(14, 90));
    expect(outcome).toMatchObject({ status: 'open', atM: 140_000, projectedFinishS: null });
    const planOf = (id: string) => kpis.find((kpi: { id: string }) => kpi.id === id).plan;
    expect(planOf('averagePace')).toBeCloseTo(86_400 / 120, 6);
    expect(planOf('lastLegPace')).toBeGreaterThan(500);
  });

  it('inside an hour has the plan beside it up to then, and not to the end of the hour', async () => {
    const { stdout } = await raceplan('analyze', logged(LAPS, laps(3, 110)));
    const [last] = stdout.split('\n').filter((line) => /^ {2}6 +5:30/.test(line));
    const [covered, planned] = last!.trim().split(/ +/).slice(5, 7).map(Number);
    const { kpis } = await ask(LAPS, laps(3, 110));
    const pace = kpis.find((kpi: { id: string }) => kpi.id === 'averagePace').plan;
    expect(covered).toBe(30);
    // some further in as much time, as the plan begins faster than it goes on
    expect(planned).toBeGreaterThan(30);
    expect(planned! * pace).toBeLessThan(5.5 * 3600 * 1.1);
  });

  it('says what would end it', async () => {
    const { verdicts } = await ask(LAPS, laps(3, 110));
    expect(verdicts[0].text).toContain('before the time was up');
  });
});
