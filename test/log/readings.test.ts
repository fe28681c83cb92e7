/** Times of day as crews write them, on the two races that are shipped: read right, asked about, or refused. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { placesOf } from '../../src/domain/course.js';
import { buildCourse } from '../../src/engine/course/course.js';
import { computePacePlan } from '../../src/engine/pacing/pace-plan.js';
import type { LogContext } from '../../src/input/log/context.js';
import { parsePlan } from '../../src/input/plan.js';
import { instantOf } from '../../src/kernel/clock.js';
import { type Ran, raceplan } from '../support/cli.js';
import { RACES } from '../support/race-files.js';
import { readText } from './support.js';

const PINE = join(RACES, 'pine-creek-100k');
const VERMONT = join(RACES, 'vermont-100');
const PINE_LOG = readFileSync(join(PINE, 'splits.csv'), 'utf8');

/** The log's times on a dial of 12 hours: `13:03` is `1:03`. */
const onTwelve = (log: string) =>
  log.replace(/,(1[3-9]|2[0-3]):/g, (_, hour) => `,${Number(hour) - 12}:`);

const run = (
  command: string,
  race: string,
  log: string,
  plan = join(race, 'race.yaml'),
): Promise<Ran> => {
  const file = join(mkdtempSync(join(tmpdir(), 'raceplan-')), 'splits.csv');
  writeFileSync(file, log);
  return raceplan(command, file, '--plan', plan);
};

/** What the readers of logs are told of a shipped race. */
function contextOf(race: string): LogContext {
  const text = readFileSync(join(race, 'race.yaml'), 'utf8');
  const plan = parsePlan({ file: 'race.yaml', text }).value!;
  const course = buildCourse(plan, null).value!;
  const { target } = plan.pacing;
  if (target?.kind !== 'time') throw new Error('no target');
  const pace = computePacePlan(plan, course, null, target);
  if ('kind' in pace) throw new Error(pace.kind);
  return {
    places: placesOf(course),
    startAt: plan.race.startAt,
    zone: plan.race.zone,
    units: plan.units,
    products: [],
    plannedS: [0, ...pace.legs.map(({ arriveS }) => arriveS)],
    plannedDepartS: [0, ...pace.legs.map(({ departS }) => departS)],
    limitS: course.finish.cutoffS,
    timedS: null,
    times: null,
    goesOn: false,
  };
}

const pine = contextOf(PINE);
const problemsIn = ({ diagnostics }: ReturnType<typeof readText>) =>
  diagnostics.flatMap(({ severity, code, span }) =>
    severity === 'note' ? [] : [`${span?.line}:${span?.column} ${severity} ${code}`],
  );

describe('the Pine Creek log on a dial of 12 hours', () => {
  it('is the race of 11:19:00 that it was', async () => {
    const { status, stdout, stderr } = await run('analyze', PINE, onTwelve(PINE_LOG));
    expect(stdout).toContain('11:19:00, 41:00 to spare');
    expect([status, stderr]).toEqual([0, expect.stringContaining('(12 hours)')]);
  });

  it('is read right or not at all whichever of its rows are kept', () => {
    const [header, ...rows] = onTwelve(PINE_LOG).trimEnd().split('\n');
    const truth = readText(PINE_LOG, pine).value!.visits;
    const count = { right: 0, said: 0, refused: 0, wrong: 0 };
    for (let kept = 1; kept < 2 ** rows.length; kept += 1) {
      const index = rows.map((_, i) => i).filter((i) => kept & (1 << i));
      const { value, diagnostics } = readText(
        [header, ...index.map((i) => rows[i])].join('\n'),
        pine,
      );
      const isRight = value?.visits.every(({ arriveS, departS }, i) => {
        const { arriveS: arrivedS, departS: leftS } = truth[index[i]!]!;
        return arriveS === arrivedS && departS === leftS;
      });
      if (value === null || diagnostics.some(({ severity }) => severity === 'error'))
        count.refused += 1;
      else if (isRight) count.right += 1;
      else if (diagnostics.some(({ code }) => code === 'DAY_TAKEN' || code === 'TIMES_TAKEN'))
        count.said += 1;
      else count.wrong += 1;
    }
    expect(count.wrong).toBe(0);
    // the others are asked about: single rows that may as well be of the second visit, half a day later
    expect(count.right).toBeGreaterThanOrEqual(1000);
  });
});

describe('one slip', () => {
  it('is blamed alone, and arrivals and departures are never times of legs', async () => {
    const { status, stdout, stderr } = await run(
      'analyze',
      PINE,
      PINE_LOG.replace('7:54', '19:54'),
    );
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr.match(/error [A-Z_]+/g)).toEqual(['error SPLIT_AHEAD']);
    expect(stderr).toContain('splits.csv:2:20: error SPLIT_AHEAD');
  });

  it('by a digit at any arrival moves no other time', () => {
    const [header, ...rows] = PINE_LOG.trimEnd().split('\n');
    const truth = readText(PINE_LOG, pine).value!.visits;
    rows.forEach((row, slip) => {
      const [hour, minute] = row.split(',')[1]!.split(':').map(Number) as [number, number];
      for (const by of [-12 * 60, -360, -180, -60, -20, -10, 10, 20, 60, 180, 360, 12 * 60, 600]) {
        const min = (hour * 60 + minute + by + 48 * 60) % (24 * 60);
        const written = `${Math.floor(min / 60)}:${String(min % 60).padStart(2, '0')}`;
        const slipped = row.replace(/,\d+:\d\d/, `,${written}`);
        const read = readText([header, ...rows.with(slip, slipped)].join('\n'), pine);
        const errors = problemsIn(read).filter((line) => line.includes('error'));
        const others = read.value?.visits.filter((_, i) => i !== slip) ?? [];
        if (errors.length > 0) {
          expect([written, errors]).toEqual([written, [expect.stringMatching(`^${slip + 2}:`)]]);
        }
        expect(others).toEqual(truth.filter((_, i) => i !== slip));
      }
    });
  });
});

describe('a log by the clock', () => {
  it('whose early rows are missing is not taken for elapsed times', () => {
    const log =
      'station,arrive\nDarling Run,11:35\nTiadaghton,12:50\nBlackwell,14:05\nFinish,17:14\n';
    const read = readText(log, pine);
    expect(read.value?.finishS).toBe((10 * 60 + 14) * 60);
    expect(problemsIn(read)).toEqual([]);
  });

  it('whose rows are swapped is refused rather than run into the next day', async () => {
    const log =
      'station,arrive\nPretty House,8:06\nStage Road,10:08\nMargaritaville,19:20\nCamp Ten Bear,14:45\n';
    const { status, stderr } = await run('analyze', VERMONT, log);
    expect(status).toBe(2);
    expect(stderr).toContain('splits.csv:5:');
  });

  it('may hold 11:45 after 19:20: of the evening, and that is said, rather than of the next day', () => {
    const log =
      'station,arrive\nPretty House,8:06\nStage Road,10:08\nMargaritaville,19:20\nCamp Ten Bear,11:45\n';
    const read = readText(log, contextOf(VERMONT));
    expect(read.value?.visits.at(-1)?.arriveS).toBe(19.75 * 3600);
    expect(problemsIn(read)).toContain('5:15 warning DIALS_MIXED');
  });

  it('is read from its first row on: near the plan, and that is said', async () => {
    const log = 'station,arrive,depart\nPretty House,8:06,8:12\n';
    const { status, stdout, stderr } = await run('replan', VERMONT, log);
    expect(status).toBe(0);
    expect(stdout).toContain('20 min behind plan');
    expect(stderr).toContain('warning TIMES_TAKEN');
  });

  it('is asked back where it takes twice the time planned', () => {
    const log = 'station,arrive\nPretty House,12:30\nStage Road,17:30\nCamp Ten Bear,2:10\n';
    const read = readText(log, contextOf(VERMONT));
    expect(read.value?.visits.at(-1)?.arriveS).toBe((22 * 60 + 10) * 60);
    expect(problemsIn(read)).toContain('2:14 warning FAR_FROM_PLAN');
  });

  it('never passes the limit of the race without a word', () => {
    const late = { ...pine, limitS: 11 * 3600 };
    expect(problemsIn(readText(PINE_LOG, late))).toEqual(['11:8 warning AFTER_LIMIT']);
  });

  it('may mix 12 and 24 hours, and that is said', () => {
    const log = PINE_LOG.replace('16:03,16:09', '4:03,16:09').replace('17:35', '5:35');
    const read = readText(log, pine);
    expect(read.value?.finishS).toBe(40_740);
    expect(problemsIn(read)).toEqual(['9:12 warning DIALS_MIXED']);
  });

  it('may go through two nights of sleep', () => {
    const log =
      'station,arrive,depart\nPretty House,12:00,13:00\nCamp Ten Bear,23:00,7:00\nMargaritaville,14:00,22:00\nCamp Ten Bear,4:00,\n';
    const slow = { ...contextOf(VERMONT), limitS: null };
    expect(readText(log, slow).value?.visits[2]).toMatchObject({
      arriveS: 34 * 3600,
      departS: 42 * 3600,
    });
  });
});

describe('the night when clocks change', () => {
  const night = (month: number, day: number): LogContext => ({
    ...contextOf(VERMONT),
    startAt: instantOf(
      { year: 2018, month, day, hour: 10, minute: 0, second: 0 },
      'America/New_York',
    ),
  });
  const H = 3600;

  it('shows an hour twice: told apart by order, and said', () => {
    const rows = "Camp Ten Bear,0:10,0:20\nSpirit of '76,1:50,1:10\nBill's,5:00,\n";
    const read = readText(
      `station,arrive,depart\nMargaritaville,21:30,21:40\n${rows}`,
      night(11, 3),
    );
    expect(read.value?.visits.slice(1)).toMatchObject([
      { arriveS: 14 * H + 600, departS: 14 * H + 1200 },
      { arriveS: 15 * H + 3000, departS: 16 * H + 600 },
      { arriveS: 20 * H },
    ]);
    expect(problemsIn(read)).toEqual(['4:15 warning CLOCK_TWICE', '4:20 warning CLOCK_TWICE']);
  });

  it.each(['2:30', 'Sun 2:30', '2018-03-11 02:30', '2:30 AM'])(
    'skips an hour: %s is refused, and the times beside it are offered',
    (written) => {
      const rows = `Margaritaville,21:30\nCamp Ten Bear,${written}\nBill's,7:00\n`;
      const { diagnostics } = readText(`station,arrive\n${rows}`, night(3, 10));
      expect(diagnostics.filter(({ severity }) => severity === 'error')).toMatchObject([
        {
          code: 'CLOCK_SKIPPED',
          span: { line: 3 },
          args: {
            beforeAt: Date.parse('2018-03-11T01:30-05:00'),
            afterAt: Date.parse('2018-03-11T03:30-04:00'),
          },
        },
      ]);
    },
  );

  it.each([
    ['autumn', night(11, 3), 41.5],
    ['spring', night(3, 10), 39.5],
  ] as const)('leaves the times of the night after alone: %s', (_, context, hours) => {
    const rows = "Camp Ten Bear,13:00\nSpirit of '76,16:00\nBill's,21:30\nFinish,2:30\n";
    const slow = { ...context, limitS: null };
    const read = readText(`station,arrive\nPretty House,18:00\nMargaritaville,8:30\n${rows}`, slow);
    expect(read.value?.finishS).toBe(hours * H);
  });
});
