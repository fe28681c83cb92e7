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
  /from '(?:node:)?(?:fs|fs\/promises|process|child_process|http|https|net)'|\bprocess\.|\bconsole\.|\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b/;
const mayTouchOutside = (file: string) => file === 'input/files.ts' || file.startsWith('cli/');

const SRC = resolve(import.meta.dirname, '../../src');

function violations(file: string, text: string): string[] {
  const room = file.split('/')[0] ?? '';
  const allowed = MAY_IMPORT[room];
  if (!allowed) return [`${file}: no such room`];
  const found: string[] = [];
  for (const [, target = ''] of text.matchAll(/(?:from|import\()\s*'(\.[^']*)'/g)) {
    const to = relative(SRC, resolve(SRC, dirname(file), target)).split('/')[0] ?? '';
    if (!allowed.includes(to)) found.push(`${file} imports ${target}`);
  }
  const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
  const outside = OUTSIDE.exec(code);
  if (outside && !mayTouchOutside(file)) found.push(`${file} touches ${outside[0]}`);
  return found;
}

const sources = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.replaceAll('\\', '/'));

describe('the house', () => {
  it('has every import going downwards, and the outside world only at the doors', () => {
    expect(sources.length).toBeGreaterThan(10);
    expect(sources.flatMap((f) => violations(f, readFileSync(join(SRC, f), 'utf8')))).toEqual([]);
  });

  it.each([
    ['engine/x.ts', "import { readFileSync } from 'node:fs';"],
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
