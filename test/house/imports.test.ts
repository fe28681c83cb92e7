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

/** Files that import each other, each circle from the first file met on it. */
function circles(texts: ReadonlyMap<string, string>): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, way: readonly string[]) => {
    if (way.includes(file)) found.push([...way.slice(way.indexOf(file)), file].join(' → '));
    if (way.includes(file) || done.has(file)) return;
    for (const target of importsOf(file, texts.get(file) ?? '')) visit(target, [...way, file]);
    done.add(file);
  };
  for (const file of texts.keys()) visit(file, []);
  return found;
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
