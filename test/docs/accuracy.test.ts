/** The table of accuracy in the README against the model as it is: its quickest line, where real splits are at hand. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DATA } from '../bench/shared.js';
import { arrivalsAlone } from './accuracy.js';
import { partsIn, ROOT } from './parts.js';

const table = partsIn(readFileSync(join(ROOT, 'README.md'), 'utf8')).get('accuracy') ?? '';

describe('the table of accuracy', () => {
  it('says how far off, and what share of arrivals lies in the windows', () => {
    expect(table.match(/\d min \|/g)?.length).toBeGreaterThan(12);
    expect(table.match(/\d % \|/g)?.length).toBe(4);
  });
});

describe.skipIf(!existsSync(DATA))('measured anew (skipped without real splits)', () => {
  it('is as far off as it says, told nothing but the finish time; else npm run docs -- --accuracy', () => {
    expect(table).toContain(arrivalsAlone());
  }, 240_000);
});
