import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TOPIC_NAMES } from '../../src/cli/topics.js';
import { GOAL_FORMS } from '../../src/domain/goal-forms.js';
import { parseGoal, parseLoopGoal } from '../../src/domain/goal-grammar.js';
import { METRICS } from '../../src/domain/metric.js';
import { planJsonSchema } from '../../src/input/plan-schema.js';
import { planWords } from '../../src/input/plan-words.js';
import { tableWords } from '../../src/input/table-words.js';
import { KIND_NAMES, PROBLEM_CODES } from '../../src/report/help/errors.js';
import { MEASURES } from '../../src/report/help/goals.js';
import { ABOUT, PROBLEM_KINDS } from '../../src/report/problems/index.js';
import { raceplan } from '../support/cli.js';

const help = (...words: string[]) => raceplan('help', ...words);

describe('the topics of help', () => {
  it.each(TOPIC_NAMES)('%s fits 80 columns, and is the same in Markdown', async (topic) => {
    const { status, stdout, stderr } = await help(topic);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout.split('\n').filter((line) => [...line].length > 80)).toEqual([]);
    const markdown = await help(topic, '--format', 'markdown');
    expect(markdown.stdout).toMatch(/^# .+\n\n/);
    expect(markdown.status).toBe(0);
  });

  it('are all named by --help', async () => {
    const { stdout } = await raceplan('help', '--help');
    const said = stdout.replace(/\s+/g, ' ');
    expect(said).toContain(TOPIC_NAMES.join(', '));
  });

  it.each([
    [['erors'], 'did you mean errors?'],
    [['biuld'], 'did you mean build?'],
    [['station_out_of_ordr'], 'did you mean STATION_OUT_OF_ORDER?'],
    [['plan', 'nutritoin'], 'did you mean nutrition?'],
    [['errors', 'corse'], 'did you mean course?'],
    [['goals', 'xyzzy'], 'no help on "goals xyzzy" help: there is help on plan, goals, logs'],
    [['plan', 'race', 'x'], 'no help on "plan race x"'],
    [['build', 'crew'], 'no help on "build crew" help: did you mean build?'],
    [['knitting'], 'there is help on plan, goals, logs'],
  ])('%j is no topic, and the nearest is named', async (words, said) => {
    const { status, stdout, stderr } = await help(...words);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('error UNKNOWN_TOPIC');
    expect(stderr.replace(/\s+/g, ' ')).toContain(said);
  });
});

it.each([
  [['build', '-o', 'build.md'], 'help build and options make no sense together'],
  [['build', '--format', 'markdown'], 'help build and options make no sense together'],
  [['--units', 'metric'], 'help on no topic and options make no sense together'],
])('of a command, or of all, help is printed on the screen alone: %j', async (words, said) => {
  const { status, stdout, stderr } = await help(...words);
  expect(status).toBe(2);
  expect(stdout).toBe('');
  expect(stderr.replace(/\s+/g, ' ')).toContain(said);
});

describe('help plan', () => {
  it('tells every word of the schema, each with what it means', async () => {
    const { stdout } = await help('plan', '--width', '400');
    const parts = Object.keys(planJsonSchema().properties ?? {});
    expect(new Set(planWords().map(({ part }) => part))).toEqual(new Set(parts));
    for (const { part, path, says } of planWords()) {
      expect(says, `${part}.${path}`).not.toBe('');
      expect(stdout).toMatch(new RegExp(`^(?:${part}:|  ${path || part} )`, 'm'));
    }
  });

  it('marks what must be there, shows how values are written', async () => {
    const { stdout } = await help('plan', 'course', '--width', '120');
    expect(stdout).toMatch(/stations\.name .*\(must be there\)/);
    expect(stdout).toMatch(/stations\.at +5\.4 mi /);
    expect(stdout).toMatch(/stations\.crew +yes \| no /);
    expect(stdout).not.toContain('per_hour');
  });

  it('says where a text alone will do', async () => {
    const { stdout } = await help('plan', '--width', '200');
    expect(stdout).toContain('Or a text alone: a goal in plain words, of priority A.');
    expect(stdout).toMatch(/^ {2}past .*or a text alone: CSV of results, beside the plan$/m);
    expect(stdout).toMatch(/^ {2}weaknesses /m);
  });
});

describe('help goals', () => {
  it('shows goals that are goals', async () => {
    const goals = [
      ...GOAL_FORMS.flatMap(({ written }) => written),
      ...Object.values(MEASURES).map(({ example }) => example),
    ];
    const read = goals.map((goal) => parseLoopGoal(goal) ?? parseGoal(goal, 'metric'));
    expect(read.filter((target) => typeof target === 'string')).toEqual([]);
    const { stdout } = await help('goals', '--width', '200');
    for (const goal of goals) expect(stdout).toContain(goal);
  });

  it('has a goal of every measure', () => {
    const measured = METRICS.map(({ id }) => parseGoal(MEASURES[id].example, 'metric'));
    expect(measured.map((target) => (target as { metric: string }).metric)).toEqual(
      METRICS.map(({ id }) => id),
    );
  });
});

describe('help logs', () => {
  it('names every column by a word that the reader knows', async () => {
    const { stdout } = await help('logs', '--width', '200');
    const tables = tableWords();
    expect(tables.length).toBeGreaterThan(5);
    for (const { name, columns } of tables) {
      expect(stdout).toContain(name);
      for (const { names, says } of columns) {
        expect(names.length, `${name}: ${says}`).toBeGreaterThan(0);
        expect(stdout).toContain(`  ${names[0]}`);
      }
    }
  });
});

describe('help errors', () => {
  const codesInCode = () => {
    const folder = resolve(import.meta.dirname, '../../src/domain/problems');
    return readdirSync(folder).flatMap((file) =>
      [...readFileSync(join(folder, file), 'utf8').matchAll(/^ {2}([A-Z][A-Z_]+): /gm)].map(
        ([, code]) => code!,
      ),
    );
  };

  it('explains every code there is, each in one kind', async () => {
    expect([...PROBLEM_CODES].sort()).toEqual(codesInCode().sort());
    const sorted = KIND_NAMES.flatMap((kind) => Object.keys(PROBLEM_KINDS[kind].about));
    expect(sorted.sort()).toEqual([...PROBLEM_CODES].sort());
    const { stdout } = await help('errors');
    for (const code of PROBLEM_CODES) expect(stdout).toMatch(new RegExp(`^  ${code} `, 'm'));
  });

  it('says it in sentences', () => {
    const told = Object.entries(ABOUT).flatMap(([code, [means, mend]]) =>
      [means, mend].flatMap((text) => (text === null ? [] : [{ code, text }])),
    );
    expect(told.length).toBeGreaterThan(200);
    // one may begin with the command to type
    expect(told.filter(({ text }) => !/^(?:[A-Z]|raceplan |--)[^\n]*[.?]$/.test(text))).toEqual([]);
  });

  it.each([
    [['STATION_OUT_OF_ORDER']],
    [['station_out_of_order']],
    [['errors', 'STATION_OUT_OF_ORDER']],
  ])('explains one: %j', async (words) => {
    const { status, stdout } = await help(...words);
    expect(status).toBe(0);
    expect(stdout).toBe(`STATION_OUT_OF_ORDER

  Means    A station lies before, or where, the one listed above it does.
  To mend  List stations in course order, or correct the distance.
`);
  });

  it('shows one kind alone', async () => {
    const { stdout } = await help('errors', 'training');
    expect(stdout).toContain('BAD_WORKLOAD');
    expect(stdout).not.toContain('YAML_SYNTAX');
  });
});
