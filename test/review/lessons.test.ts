import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { HOT_C } from '../../src/domain/gear.js';
import { parseGoal } from '../../src/domain/goal-grammar.js';
import { UNKNOWN_INTAKE } from '../../src/domain/nutrition.js';
import type { Plan } from '../../src/domain/plan.js';
import type { LessonsProblemArgs } from '../../src/domain/problems/lessons.js';
import type { RaceLog } from '../../src/domain/record.js';
import { computeFindings } from '../../src/engine/lessons/findings.js';
import { judgeLessons, type Taught } from '../../src/engine/lessons/judge.js';
import { proposeLessons } from '../../src/engine/lessons/proposals.js';
import type { RaceRun } from '../../src/engine/lessons/race-run.js';
import { reviewRace } from '../../src/engine/review/review.js';
import { withLessons } from '../../src/input/lessons-file.js';
import { writeItems } from '../../src/render/yaml-list.js';
import { lessonItems } from '../../src/report/lessons/proposed.js';
import { raceplan } from '../support/cli.js';
import { NO_NUTRITION } from '../support/plan.js';
import { planFile } from '../support/plan-file.js';
import { flatFifty, logOf, visit } from '../support/race.js';

/** A flat 50 km in 6 hours, stops of 2 min planned; run as planned but for what is asked. */
function runOf({
  plan: rest = {},
  stopsS = [120, 120, 120, 120],
  factors = [1, 1, 1, 1, 1],
  notes = [],
  log = {},
  places = 5,
  carbG = null,
}: {
  plan?: Partial<Plan>;
  stopsS?: readonly number[];
  /** Of the moving time of each leg. */
  factors?: readonly number[];
  notes?: readonly string[];
  log?: Partial<RaceLog>;
  places?: number;
  /** Taken on each leg. */
  carbG?: number | null;
} = {}): RaceRun {
  const { plan, course, pace } = flatFifty({ stopS: 120, ...rest });
  let atS = 0;
  const visits = pace.legs.slice(0, places).map(({ movingS }, i) => {
    const arriveS = atS + movingS * factors[i]!;
    atS = arriveS + (stopsS[i] ?? 0);
    return visit(i + 1, arriveS, i === places - 1 ? null : atS, {
      notes: notes[i] ?? null,
      intake: { ...UNKNOWN_INTAKE, carbG },
    });
  });
  const logged = logOf(visits, log);
  return {
    plan,
    course,
    sun: null,
    log: logged,
    review: reviewRace(plan, course, pace, logged, null),
  };
}

const kindsOf = (run: RaceRun) => computeFindings(run).map(({ kind }) => kind);

describe('what is found in a race', () => {
  it('run as planned is nothing', () => {
    expect(computeFindings(runOf())).toEqual([]);
  });

  it.each([
    ['stops 5 min over in all are no lesson', { stopsS: [195, 195, 195, 195] }, []],
    ['stops more than 5 min over are one', { stopsS: [196, 195, 195, 195] }, ['stops']],
    ['a first quarter 2.9% slower is none', { factors: [1.029, 1.029, 1, 1, 1] }, []],
    ['a first quarter 3.1% slower is one', { factors: [1.031, 1.031, 1, 1, 1] }, ['opening']],
    ['a first quarter 3.1% faster is one', { factors: [0.969, 0.969, 1, 1, 1] }, ['opening']],
    ['a second half planned for another is one', { factors: [1, 1, 1, 1.1, 1.1] }, ['fade']],
  ])('%s', (_, how, kinds) => {
    expect(kindsOf(runOf(how))).toEqual(kinds);
  });

  it('is told with the stops as they were: the median, what was planned, and how much over', () => {
    const run = runOf({ stopsS: [60, 300, 420, 900] });
    expect(computeFindings(run)).toMatchObject([
      { kind: 'stops', stops: 4, medianS: 360, longestS: 900, plannedMedianS: 120, totalS: 1680 },
    ]);
  });

  it.each([
    [[60, 300, 420, 900], 'plan 6 min a stop, or stand less (the median of 4 stops, 2 min planned'],
    [
      [120, 120, 1320, 60],
      'plan the long stop, or cut it short (22 min at Km 30, 30.0 km, one of 4',
    ],
    [[120, 0, 420, 1320], 'plan the long stops, or cut them short (2 of 4 made it 23 min over'],
  ])('stops of %j s: the usual stop, or the few long ones: %s', (stopsS, said) => {
    const [proposal] = proposeLessons(runOf({ stopsS }));
    const [item] = writeItems(lessonItems([proposal!]), { units: 'metric' }, null);
    expect(item!.values.lesson).toContain(said);
    expect(item!.lines.some((line) => line.includes('# stops:'))).toBe(said.includes('6 min'));
  });

  it('of a race that ended early is where, and how it slowed; no fade', () => {
    const run = runOf({ places: 4, factors: [1, 1.1, 1.2, 1.4], log: { status: 'dnf' } });
    expect(kindsOf(run)).toEqual(['ended', 'slowed']);
    expect(
      kindsOf(runOf({ places: 4, factors: [1, 1, 1.05, 1.05], log: { status: 'dnf' } })),
    ).toEqual(['ended']);
  });

  it('of a log that merely stops is no end', () => {
    expect(kindsOf(runOf({ places: 3 }))).toEqual([]);
  });

  it.each([
    ['headlamp dead within 10 yards', ['gear']],
    ['Head lamp: the batteries died', []],
    ['my torch failed', ['gear']],
    ['headlamp fine; lost the way', []],
    ['headlamp on, and a gel lost', []],
  ])('a note “%s” is gear that failed: %j', (note, kinds) => {
    const gear = [
      { item: 'headlamp', when: { kind: 'dark' }, whenText: 'dark', spare: false, lastsS: null },
    ] as const;
    expect(kindsOf(runOf({ plan: { gear }, notes: [note] }))).toEqual(kinds);
  });

  it.each([
    ['dry shirt and socks', 'socks wet through', true],
    ['two 20 oz bottles', 'lost a bottle on the descent', true],
    ['cap, when hot', 'captured by the view, all lost in thought', false],
  ])('%s in “%s”: %s', (item, note, isFound) => {
    const gear = [
      { item, when: { kind: 'hot', fromC: HOT_C }, whenText: null, spare: false, lastsS: null },
    ] as const;
    expect(kindsOf(runOf({ plan: { gear }, notes: [note] })).includes('gear')).toBe(isFound);
  });

  it('a weakness that spoke up is quoted, by its whole name', () => {
    const swot = {
      strengths: [],
      weaknesses: [{ text: 'lower back', where: null }],
      opportunities: [],
      threats: [],
    };
    const found = (note: string) => computeFindings(runOf({ plan: { swot }, notes: ['', note] }));
    expect(found('back stiff')).toEqual([]);
    expect(found('Lower back again')).toMatchObject([
      { kind: 'weakness', at: { note: 'Lower back again', place: { name: 'Km 20' } } },
    ]);
  });

  it('every goal is one that a plan can hold, and is missed by the race it comes from', () => {
    const shapes = fc.record({
      stopsS: fc.array(fc.integer({ min: 0, max: 1800 }), { minLength: 4, maxLength: 4 }),
      factors: fc.array(fc.double({ min: 0.8, max: 1.5, noNaN: true }), {
        minLength: 5,
        maxLength: 5,
      }),
    });
    fc.assert(
      fc.property(shapes, (how) => {
        const run = runOf(how);
        for (const { goal } of proposeLessons(run)) {
          if (!goal) continue;
          expect(parseGoal(goal.text, 'metric')).toEqual(goal.target);
          expect(run.review.judge([{ ...goal, priority: 'A' }])[0]!.status).toBe('missed');
        }
      }),
      { seed: 20170715, numRuns: 200 },
    );
  });
});

describe('a lesson of intake', () => {
  const eaten = (planned: number, share: number) =>
    runOf({
      plan: {
        nutrition: { ...NO_NUTRITION, perHour: { ...UNKNOWN_INTAKE, carbG: planned } },
      },
      carbG: (planned * share * 6) / 5,
    });

  it('begins at a tenth less than planned', () => {
    expect(kindsOf(eaten(50, 0.91))).toEqual([]);
    expect(kindsOf(eaten(50, 0.89))).toEqual(['intake']);
  });

  it('asks for more than was taken, for no more than planned, and in round numbers', () => {
    const amounts = fc.tuple(
      fc.integer({ min: 20, max: 120 }),
      fc.double({ min: 0.1, max: 0.89, noNaN: true }),
    );
    fc.assert(
      fc.property(amounts, ([planned, share]) => {
        const run = eaten(planned, share);
        const [{ goal }] = proposeLessons(run) as [ReturnType<typeof proposeLessons>[number]];
        if (!goal) return;
        const [, asked] = /^carbs >= (\d+) g\/h$/.exec(goal.text)!;
        expect(Number(asked) % 5).toBe(0);
        expect(Number(asked)).toBeLessThanOrEqual(planned);
        expect(run.review.judge([{ ...goal, priority: 'A' }])[0]!.status).toBe('missed');
      }),
      { seed: 20170715, numRuns: 300 },
    );
  });
});

describe('whether a lesson was acted on', () => {
  const written = (lesson: string, goal: string | null = null): Taught => {
    const target = goal === null ? null : parseGoal(goal, 'metric');
    if (typeof target === 'string') throw new Error(target);
    return {
      kind: 'written',
      lesson: { from: null, lesson, goal: goal && target ? { text: goal, target } : null },
    };
  };
  const milestone = (what: string, done: boolean) => ({
    ...{ do: what, owner: null, by: null, needs: [] },
    done,
  });
  const statusIn = (taught: Taught, how: Parameters<typeof runOf>[0] = {}) =>
    judgeLessons([taught], runOf(how))[0]!.status;

  it('is told by its goal', () => {
    const short = written('stand less', 'stops over plan <= 5 min');
    expect(statusIn(short)).toBe('acted on');
    expect(statusIn(short, { stopsS: [600, 600, 0, 0] })).toBe('not acted on');
    expect(statusIn(written('eat', 'carbs >= 40 g/h'))).toBe('cannot tell');
  });

  it.each([
    ['done', [milestone('test both headlamps in the dark', true)], 'acted on'],
    ['not done', [milestone('test both headlamps in the dark', false)], 'not acted on'],
    [
      'done in part',
      [milestone('test the headlamp', true), milestone('buy a headlamp to test', false)],
      'in part',
    ],
    ['of which one word is the same', [milestone('buy a headlamp', true)], 'cannot tell'],
    ['about nothing of it', [milestone('do it once more, every day', true)], 'cannot tell'],
  ])('without one, by a milestone %s', (_, prep, status) => {
    expect(statusIn(written('test the headlamp: it died (10 yards)'), { plan: { prep } })).toBe(
      status,
    );
  });

  it('or by a spare, where it asks for one', () => {
    const gear = (spare: boolean) => [
      { item: 'headlamp', when: { kind: 'dark' } as const, whenText: 'dark', spare, lastsS: null },
    ];
    const lesson = written('carry a spare headlamp');
    expect(statusIn(lesson, { plan: { gear: gear(true) } })).toBe('acted on');
    expect(statusIn(lesson, { plan: { gear: gear(false) } })).toBe('cannot tell');
    expect(statusIn(written('love your headlamp'), { plan: { gear: gear(true) } })).toBe(
      'cannot tell',
    );
  });

  it('is measured again where no goal can ask for it', () => {
    const [opening] = proposeLessons(runOf({ factors: [1.1, 1.1, 1, 1, 1] })).filter(
      ({ finding }) => finding.kind === 'opening',
    );
    const taught: Taught = { kind: 'proposed', proposal: opening! };
    expect(statusIn(taught)).toBe('acted on');
    expect(statusIn(taught, { factors: [0.95, 0.95, 1, 1, 1] })).toBe('not acted on');
    expect(statusIn(taught, { places: 1 })).toBe('cannot tell');
  });
});

const STYLE = { units: 'imperial' } as const;

describe('lessons as YAML', () => {
  it('read back as they were written, however narrow the screen', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 }),
      fc.lorem({ maxCount: 20 }),
      fc.constantFrom(
        'a: b',
        '- a',
        '# a',
        'a  b   c',
        "it's “dead”; 10 yards",
        'yes',
        '12:30',
        '~',
        '!x',
        '"',
      ),
    );
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 20, max: 100 }),
        (lessons, width) => {
          const items = lessons.map((lesson) => ({
            keys: [{ key: 'lesson', text: [{ kind: 'words' as const, text: lesson }] }],
            comment: null,
          }));
          const written = writeItems(items, STYLE, width);
          const yaml = ['lessons:', ...written.flatMap(({ lines }) => lines.map((l) => `  ${l}`))];
          const read = parse(yaml.join('\n'), { schema: 'failsafe' });
          expect(read.lessons).toEqual(written.map(({ values }) => values));
        },
      ),
      { seed: 20180908, numRuns: 500 },
    );
  });

  const LESSON = { values: { from: 'A', lesson: 'b' }, lines: ['- from: A', '  lesson: b'] };

  it.each([
    ['nothing', ''],
    ['a comment', '# mine\n'],
    ['a plan', 'race: { name: Loop } # mine\ncourse:\n  distance: 50 km\n'],
    ['no newline at the end', 'race: { name: Loop }'],
    ['lessons without any', 'lessons:\n'],
    ['a list of them', 'race: { name: Loop }\nlessons:\n  - { from: X, lesson: y }   # kept\n'],
    ['a list that is not indented', 'lessons:\n- from: X\n  lesson: y\n'],
    ['lines that end as on Windows', 'lessons:\r\n    - lesson: y\r\n'],
    ['a comment after them', 'lessons:\n  - lesson: y\n# the end\n'],
  ])('are added to a file with %s, byte for byte as it was, and once', (_, text) => {
    const first = withLessons(text, [LESSON]);
    if ('why' in first) throw new Error(first.why);
    expect(first.text.startsWith(text)).toBe(true);
    expect(first).toMatchObject({ added: 1, kept: 0 });
    expect(parse(first.text).lessons.at(-1)).toEqual(LESSON.values);
    if (text.includes('\r\n')) expect(first.text).not.toMatch(/[^\r]\n/);
    expect(withLessons(first.text, [LESSON])).toEqual({ text: first.text, added: 0, kept: 1 });
  });

  it.each([
    ['not YAML', 'race: [\n'],
    ['not YAML', '- a list\n'],
    ['not YAML', '{ race: { name: Loop } }\n'],
    ['not YAML', 'just words\n'],
    ['no list', 'lessons: [{ lesson: y }]\n'],
    ['no list', 'lessons: none\n'],
    ['not last', 'lessons:\n  - lesson: y\nrace: { name: Loop }\n'],
    ['not last', 'race: { name: Loop }\n...\n'],
  ])('are not added where that would harm it: %s, %j', (why, text) => {
    expect(withLessons(text, [LESSON])).toEqual({ why });
  });
});

const VERMONT = 'fixtures/races/vermont-100';
const scratch = () => join(mkdtempSync(join(tmpdir(), 'raceplan-')), 'lessons.yaml');
const analyze = (...more: string[]) => raceplan('analyze', `${VERMONT}/splits.csv`, ...more);

describe('analyze --write-lessons', () => {
  it('writes what it prints; a plan takes it as it stands', async () => {
    const file = scratch();
    const { stdout, status } = await analyze('--write-lessons', file);
    expect(status).toBe(1);
    const printed = stdout.slice(stdout.indexOf('\nlessons:\n'));
    const read = parse(readFileSync(file, 'utf8'));
    expect(parse(printed)).toEqual(read);
    expect(read.lessons.length).toBeGreaterThan(8);
    const plan = planFile(
      `race: { name: Next }\ncourse: { distance: 50 km }\ngoals: [under 6h]\n${readFileSync(file, 'utf8')}`,
    );
    const built = await raceplan('build', plan);
    expect(built.status).toBe(0);
    expect(built.stdout.replace(/\s+/g, ' ')).toContain('(carbs >= 45 g/h)');
  });

  it('twice adds nothing, and says so; beside other lessons it keeps them', async () => {
    const file = scratch();
    await analyze('--write-lessons', file);
    const once = readFileSync(file, 'utf8');
    const again = await analyze('--write-lessons', file);
    expect(readFileSync(file, 'utf8')).toBe(once);
    expect(again.stderr).toContain('nothing to add');
    const pine = await raceplan(
      ...['analyze', 'fixtures/races/pine-creek-100k/splits.csv', '--write-lessons', file],
    );
    expect(pine.stderr.replace(/\s+/g, ' ')).toContain('lessons new to');
    expect(readFileSync(file, 'utf8').startsWith(once)).toBe(true);
  });

  it('with --quiet or -o writes both', async () => {
    const [file, report] = [scratch(), scratch().replace('.yaml', '.md')];
    expect((await analyze('--write-lessons', file, '-o', report)).stdout).toBe('');
    expect(readFileSync(report, 'utf8')).toContain('```yaml\nlessons:\n');
    expect(readFileSync(file, 'utf8')).toContain('lessons:\n');
  });
});

/** Every problem with lessons, and how it comes about. */
const EXAMPLES: Record<keyof LessonsProblemArgs, () => Promise<{ stderr: string }>> = {
  FROM_NOT_EARLIER: async () => {
    const plan = readFileSync(`${VERMONT}/race.yaml`, 'utf8').replace(/^training:.*$/m, '');
    return raceplan('check', planFile(`${plan}\nfrom: ${resolve(VERMONT)}\n`));
  },
  EARLIER_STOPS: () => raceplan('crew', 'fixtures/review/from-vermont'),
  EARLIER_PAST: () => raceplan('crew', 'fixtures/review/from-vermont'),
  EARLIER_FADE: async () => {
    const before = planFile(
      'race: { name: Loop }\ncourse: { distance: 50 km, stations: [{ name: A, at: 20 km }, { name: B, at: 30 km }] }\ngoals: [under 6h]\n',
      { 'splits.csv': 'station,arrive,depart\nA,2:00,2:02\nB,3:05,3:07\nFinish,5:30,\n' },
    );
    return raceplan(
      'crew',
      planFile(
        `race: { name: Next }\ncourse: { distance: 50 km }\ngoals: [under 6h]\nfrom: ${dirname(before)}\n`,
      ),
    );
  },
  LESSONS_NOT_ADDED: async () => {
    const file = scratch();
    writeFileSync(file, 'lessons: []\n');
    const ran = await analyze('--write-lessons', file);
    expect(ran).toMatchObject({ status: 2, stdout: '' });
    expect(readFileSync(file, 'utf8')).toBe('lessons: []\n');
    return ran;
  },
  LESSONS_ADDED: () => analyze('--write-lessons', scratch()),
  COMPARE_COUNT: () => raceplan('compare', VERMONT),
};

const SAID: Record<keyof LessonsProblemArgs, string> = {
  FROM_NOT_EARLIER: 'was not before this race',
  EARLIER_STOPS: 'stops of 10 min 30 s where the plan names none',
  EARLIER_PAST: 'among the past races: your Vermont 100 Mile 2017',
  EARLIER_FADE: 'by tiring, as the plan names none: your Loop',
  LESSONS_NOT_ADDED: 'its lessons are no list of one entry a line',
  LESSONS_ADDED: 'lessons new to',
  COMPARE_COUNT: 'two to four races are compared, not 1',
};

it.each(Object.keys(EXAMPLES) as (keyof LessonsProblemArgs)[])(
  '%s is told plainly',
  async (code) => {
    const { stderr } = await EXAMPLES[code]();
    expect(stderr.replace(/\s+/g, ' ')).toContain(SAID[code]);
  },
);

it('a file that is not UTF-8 is left alone', async () => {
  const file = scratch();
  const bytes = Buffer.from([0x23, 0xe9, 0x0a]);
  writeFileSync(file, bytes);
  const { stderr, status } = await analyze('--write-lessons', file);
  expect(status).toBe(2);
  expect(stderr).toContain('not UTF-8');
  expect(readFileSync(file)).toEqual(bytes);
});

it('the README shows a lesson that a plan can hold', async () => {
  const [block = ''] =
    /```yml\n(lessons:[\s\S]*?)```/.exec(readFileSync('README.md', 'utf8'))?.slice(1) ?? [];
  const plan = planFile(
    `race: { name: Next }\ncourse: { distance: 50 km }\ngoals: [under 6h]\n${block}`,
  );
  expect((await raceplan('build', plan)).stdout).toContain('(carbs >= 45 g/h)');
});
