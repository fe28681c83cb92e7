import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { COMMANDS } from '../src/cli/commands.js';
import { optionsOf } from '../src/cli/options.js';
import { parsePlan } from '../src/input/plan.js';
import { PARTS, partsIn, withParts } from './docs/parts.js';
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

  it('shows what is printed first', async () => {
    const [shown = ''] = blocks('');
    expect(shown).toContain('met  A  under 12h');
    const line = shellLines.find((found) => found.includes('analyze fixtures/'));
    expect((await run(line!)).stdout).toContain(shown);
  });

  it('shows the three lines of a race that goes on', async () => {
    const race = join(ROOT, 'fixtures/races/pine-creek-100k');
    const log = readFileSync(join(race, 'splits.csv'), 'utf8').split('\n');
    workIn({ 'splits.csv': `${log.slice(0, 4).join('\n')}\n` });
    const [line = '', ...shown] = blocks('console')[0]!.trimEnd().split('\n');
    const argv = line.replace('$ raceplan ', '').split(' ');
    const { stdout } = await raceplan(...argv, '--plan', join(race, 'race.yaml'));
    expect(stdout.trimEnd().split('\n')).toEqual(shown);
  });

  it("begins a race of one's own that can be checked and built", async () => {
    workIn({});
    const lines = shellLines.filter((line) => line.includes('my-race'));
    expect(lines.map((line) => line.split(' ')[2])).toEqual(['init', 'check', 'build']);
    for (const line of lines) {
      const { status, stdout } = await run(line);
      expect(stdout).toContain(line.includes('check') ? 'OK' : 'My race');
      expect(status).toBe(0);
    }
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
    const past = blocks('yml').find((block) => block.includes('past:')) ?? '';
    const { value, diagnostics } = parsePlan({ file: 'race.yaml', text: planBlock + past });
    expect(diagnostics).toEqual([]);
    expect(value?.athlete.past).toHaveLength(2);
  });

  it('shows parts of a plan that are read as they stand', () => {
    const shown = blocks('yml').filter((block) => /^(?:prep|nutrition):/m.test(block));
    expect(shown).toHaveLength(2);
    for (const part of shown) {
      const { diagnostics } = parsePlan({ file: 'race.yaml', text: planBlock + part });
      expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    }
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
});

describe('what is generated in the README', () => {
  it.each(Object.keys(PARTS))('is current: %s (else npm run docs)', async (name) => {
    expect(partsIn(README).get(name)).toBe(await PARTS[name]!());
  });

  it('is all known, and the table of accuracy', () => {
    expect([...partsIn(README).keys()].sort()).toEqual([...Object.keys(PARTS), 'accuracy'].sort());
    expect(README.match(/<!-- generated/g)).toHaveLength(partsIn(README).size);
  });

  it('is put in place of what stood there, and nothing else is touched', () => {
    const text = 'a\n<!-- generated: x -->\nold $1\n<!-- /generated -->\nb\n';
    const made = withParts(text, new Map([['x', 'new $1 $&']]));
    expect(made).toBe('a\n<!-- generated: x -->\n\nnew $1 $&\n\n<!-- /generated -->\nb\n');
    expect(withParts(made, new Map([['x', 'new $1 $&']]))).toBe(made);
    expect(withParts(text, new Map([['y', 'z']]))).toBe(text);
  });
});

describe('what the README says', () => {
  const anchorOf = (heading: string) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-');
  const headings = [...README.matchAll(/^#{2,3} (.*)$/gm)].map(([, heading]) => anchorOf(heading!));

  it('has links that lead somewhere', () => {
    const links = [...README.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target!);
    expect(links.length).toBeGreaterThan(20);
    const lost = links.filter((target) =>
      target.startsWith('#')
        ? !headings.includes(target.slice(1))
        : !existsSync(join(ROOT, target)),
    );
    expect(lost).toEqual([]);
  });

  it('has every chapter in its contents', () => {
    const [before = ''] = README.split('\n## ');
    const chapters = [...README.matchAll(/^## (.*)$/gm)].map(([, heading]) => anchorOf(heading!));
    const missing = chapters.filter((anchor) => !before.includes(`(#${anchor})`));
    // before the race follows goals; the licence needs no way to it
    expect(missing).toEqual(['before-the-race', 'licence']);
  });

  it('asks commands only for what they have', () => {
    const spans = [...README.matchAll(/`raceplan ([^`]+)`/g)].map(([, line]) => line!.split(' '));
    const lines = [...spans, ...shellLines.map((line) => line.split(' ').slice(2))];
    expect(lines.length).toBeGreaterThan(30);
    const wrong = lines.flatMap(([name, ...words]) => {
      const row = COMMANDS.find((command) => command.name === name);
      if (!row) return [];
      const known = optionsOf(row).flatMap(({ flags }) => flags.split(/[ ,]+/));
      return words.filter((word) => /^--?\w/.test(word) && ![...known, '--help'].includes(word));
    });
    expect(wrong).toEqual([]);
  });

  it('keeps its paragraphs short', () => {
    const written = README.replace(/<!-- generated[\s\S]*?<!-- \/generated -->/g, '');
    const paragraphs = written.replace(/^```[\s\S]*?^```$/gm, '').split(/\n\n|\n(?=- |\d\. )/);
    const long = paragraphs.filter((text) => text.length > 620 && !text.startsWith('|'));
    expect(long).toEqual([]);
  });
});
