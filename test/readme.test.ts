import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { COMMANDS } from '../src/cli/commands.js';
import { parseGoal } from '../src/domain/goal-grammar.js';
import { METRICS } from '../src/domain/metric.js';
import { parsePlan } from '../src/input/plan.js';
import { raceplan } from './support/cli.js';

const ROOT = resolve(import.meta.dirname, '..');
const README = readFileSync(join(ROOT, 'README.md'), 'utf8');

const blocks = (language: string) =>
  [...README.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)]
    .filter(([, found]) => found === language)
    .map(([, , text = '']) => text);

const shellLines = blocks('sh').flatMap((block) => block.trim().split(/\s*(?:&&|\n)\s*/));
const [planBlock = ''] = blocks('yaml');
const [logBlock = ''] = blocks('csv');

const run = (line: string) => raceplan(...line.replace('npx raceplan ', '').split(' '));

/** A folder of one's own, with these files, to work in. */
function workIn(files: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'readme-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  process.chdir(folder);
}

afterEach(() => process.chdir(ROOT));

describe('the README', () => {
  it('asks for nothing but npm and raceplan', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    expect(scripts).toHaveProperty('test');
    expect(scripts).toHaveProperty('prepare');
    const others = shellLines.filter(
      (line) => !/^(npm install|npm test|npx raceplan .+)$/.test(line),
    );
    expect(others).toEqual([]);
  });

  it.each(shellLines.filter((line) => line.includes('fixtures/')))('runs: %s', async (line) => {
    const { status, stdout } = await run(line);
    expect(status).toBe(0);
    expect(stdout).toContain('Pine Creek Challenge 100K');
  });

  it('starts a plan of five lines that can be built as it stands', async () => {
    expect(planBlock.trim().split('\n')).toHaveLength(5);
    workIn({ 'race.yaml': planBlock });
    const { status, stdout, stderr } = await run('npx raceplan build');
    expect(stderr).toBe('');
    expect(stdout).toContain('Autumn 50K');
    expect(status).toBe(0);
  });

  it('shows past races that a plan may hold', () => {
    const [past = ''] = blocks('yml');
    const { value, diagnostics } = parsePlan({ file: 'race.yaml', text: planBlock + past });
    expect(diagnostics).toEqual([]);
    expect(value?.athlete.past).toHaveLength(2);
  });

  it('shows races over a time, and in stages, that can be planned', () => {
    const shown = blocks('yml').filter((block) => /^race:/m.test(block));
    expect(shown).toHaveLength(2);
    for (const text of shown) {
      expect(parsePlan({ file: 'race.yaml', text }).diagnostics).toEqual([]);
    }
  });

  it('shows a log that can be read', async () => {
    workIn({ 'splits.csv': logBlock });
    const plan = join(ROOT, 'fixtures/races/pine-creek-100k/race.yaml');
    const { status, stdout } = await raceplan('analyze', 'splits.csv', '--plan', plan);
    expect(stdout).toContain('Wellsboro Junction');
    expect(status).not.toBe(2);
  });

  it.each(shellLines.filter((line) => /--(bib|runner|all)|athletes/.test(line)))(
    'shows of many runners: %s',
    async (line) => {
      const files = line.includes('athletes')
        ? ['alex', 'robin'].map((name) => `fixtures/review/athletes/${name}/splits.csv`)
        : ['fixtures/review/many-runners/splits.csv'];
      const words = [...line.replace('npx raceplan ', '').matchAll(/"([^"]+)"|(\S+)/g)];
      const argv = words.flatMap(([, quoted, word = '']) =>
        quoted !== undefined ? [quoted] : /\.csv$/.test(word) ? files : [word],
      );
      const { status, stdout } = await raceplan(...argv);
      expect(stdout).toContain('Three Mills 50K');
      expect(status).toBeLessThan(2);
    },
  );

  it('names every command, and no other', () => {
    const named = [...README.matchAll(/^\| `raceplan (\w+)/gm)].map(([, name]) => name);
    expect(named.sort()).toEqual(COMMANDS.map((command) => command.name).sort());
  });

  it('gives goals that can be parsed, and every measure', () => {
    const [grammar = ''] = blocks('');
    const goals = grammar
      .trim()
      .split('\n')
      .flatMap((line) => line.split(/ {2,}/).slice(0, -1));
    expect(goals.length).toBeGreaterThan(8);
    expect(goals.filter((goal) => typeof parseGoal(goal, 'metric') === 'string')).toEqual([]);

    const [, listed = ''] = /^Measures are (.*?)\. /m.exec(README) ?? [];
    const measures = [...listed.matchAll(/`([^`]+)`/g)].map(([, name]) => name);
    expect(measures.sort()).toEqual(METRICS.map((metric) => metric.words[0]).sort());
  });
});
