import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Which rooms each room may import: `kernel ← domain ← input, engine ← report ← render ← cli`. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  kernel: ['kernel'],
  domain: ['kernel', 'domain'],
  input: ['kernel', 'domain', 'input'],
  engine: ['kernel', 'domain', 'engine'],
  report: ['kernel', 'domain', 'engine', 'report'],
  render: ['kernel', 'domain', 'report', 'render'],
  cli: ['kernel', 'domain', 'input', 'engine', 'report', 'render', 'cli'],
};

/** The outside world: only these places may touch it. */
const OUTSIDE =
  /(?:from|import|require)\s*\(?\s*['"](?:node:)?(?:fs|fs\/promises|process|child_process|http|https|net)['"]|\bprocess\.|\bconsole\.|\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b/;
const mayTouchOutside = (file: string) => file === 'input/files.ts' || file.startsWith('cli/');

const SRC = resolve(import.meta.dirname, '../../src');

/** The files a source imports, as paths below `src`. */
const importsOf = (file: string, text: string): string[] =>
  [...text.matchAll(/(?:from|import)\s*\(?\s*['"](\.[^'"]*)['"]/g)].map(([, target = '']) =>
    relative(SRC, resolve(SRC, dirname(file), target))
      .replaceAll('\\', '/')
      .replace(/js$/, 'ts'),
  );

function violations(file: string, text: string): string[] {
  const room = file.split('/')[0] ?? '';
  const allowed = MAY_IMPORT[room];
  if (!allowed) return [`${file}: no such room`];
  const found: string[] = [];
  for (const target of importsOf(file, text)) {
    if (!allowed.includes(target.split('/')[0] ?? '')) found.push(`${file} imports ${target}`);
  }
  const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
  const outside = OUTSIDE.exec(code);
  if (outside && !mayTouchOutside(file)) found.push(`${file} touches ${outside[0]}`);
  return found;
}

/** Circles of a graph, each from the first node met on it. */
function circlesOf(nodes: Iterable<string>, next: (node: string) => Iterable<string>): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (node: string, way: readonly string[]) => {
    if (way.includes(node)) found.push([...way.slice(way.indexOf(node)), node].join(' → '));
    if (way.includes(node) || done.has(node)) return;
    for (const target of next(node)) visit(target, [...way, node]);
    done.add(node);
  };
  for (const node of nodes) visit(node, []);
  return found;
}

/** Files that import each other. */
const circles = (texts: ReadonlyMap<string, string>): string[] =>
  circlesOf(texts.keys(), (file) => importsOf(file, texts.get(file) ?? ''));

/** The folder right inside a room, `engine/pacing` of `engine/pacing/factors/fade.ts`; `null` of a file that lies in none. */
const insideOf = (file: string): string | null =>
  file.split('/').length > 2 ? file.split('/').slice(0, 2).join('/') : null;

/** Rooms inside one room that import each other, by whatever files. */
function circlesInside(texts: ReadonlyMap<string, string>): string[] {
  const imported = new Map<string, Set<string>>();
  for (const [file, text] of texts) {
    const from = insideOf(file);
    if (from === null) continue;
    const targets = imported.get(from) ?? new Set();
    for (const target of importsOf(file, text)) {
      const to = insideOf(target);
      if (to !== null && to !== from && to.split('/')[0] === from.split('/')[0]) targets.add(to);
    }
    imported.set(from, targets);
  }
  return circlesOf(imported.keys(), (room) => imported.get(room) ?? []);
}

const sources = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.replaceAll('\\', '/'));

const textOf = (file: string) => readFileSync(join(SRC, file), 'utf8');

describe('the house', () => {
  it('has every import going downwards, and the outside world only at the doors', () => {
    expect(sources.length).toBeGreaterThan(10);
    expect(sources.flatMap((f) => violations(f, textOf(f)))).toEqual([]);
  });

  it('has no files that import each other', () => {
    expect(circles(new Map(sources.map((f) => [f, textOf(f)])))).toEqual([]);
  });

  it('has no rooms inside a room that import each other', () => {
    expect(circlesInside(new Map(sources.map((f) => [f, textOf(f)])))).toEqual([]);
  });

  it('finds rooms that import each other by different files', () => {
    const texts = new Map([
      ['engine/a/one.ts', "import { x } from '../b/one.js';"],
      ['engine/b/two.ts', "import type { Y } from '../a/c/two.js';"],
      [
        'engine/b/three.ts',
        "import { z } from './two.js'; import { k } from '../../kernel/a/k.js';",
      ],
    ]);
    expect(circlesInside(texts)).toEqual(['engine/a → engine/b → engine/a']);
  });

  it('finds a circle, of types too', () => {
    const texts = new Map([
      ['kernel/a.ts', "import { b } from './b.js';"],
      ['kernel/b.ts', "export const c = () => import('./c.js');"],
      ['kernel/c.ts', "import type { A } from './a.js';"],
    ]);
    expect(circles(texts)).toEqual(['kernel/a.ts → kernel/b.ts → kernel/c.ts → kernel/a.ts']);
  });

  it.each([
    ['engine/x.ts', "import { readFileSync } from 'node:fs';"],
    ['engine/x.ts', "import 'node:fs';"],
    ['engine/x.ts', "const fs = await import('node:fs');"],
    ['engine/x.ts', "import '../render/terminal.js';"],
    ['engine/x.ts', "import { renderTerminal } from '../render/terminal.js';"],
    ['engine/pacing/x.ts', "import { readPlan } from '../../input/plan.js';"],
    ['input/x.ts', "import { solve } from '../engine/pacing/solve.js';"],
    ['kernel/x.ts', "import type { Plan } from '../domain/plan.js';"],
    ['report/x.ts', 'const now = Date.now();'],
    ['render/x.ts', 'console.log(1);'],
    ['attic/x.ts', ''],
  ])('refuses in %s: %s', (file, text) => {
    expect(violations(file, text)).toHaveLength(1);
  });
});
