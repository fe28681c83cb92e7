/**
 * `npm run docs`: writes the generated parts of the README. The table of accuracy takes minutes and the real splits
 * of `shared/data`; it is measured anew with `--accuracy`, and stays as it is without.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { accuracyTable } from './accuracy.js';
import { PARTS, partsIn, ROOT, withParts } from './parts.js';

const path = join(ROOT, 'README.md');
const readme = readFileSync(path, 'utf8');
const parts = new Map<string, string>();
for (const [name, make] of Object.entries(PARTS)) parts.set(name, await make());
if (process.argv.includes('--accuracy')) {
  const table = accuracyTable();
  if (table === null) console.log('No real splits are at hand: the table of accuracy stays.');
  else parts.set('accuracy', table);
}
const written = withParts(readme, parts);
const before = partsIn(readme);
const changed = [...parts].filter(([name, part]) => before.get(name) !== part);
if (written !== readme) writeFileSync(path, written);
console.log(
  changed.length === 0
    ? 'README.md was current.'
    : `README.md: ${changed.map(([name]) => name).join(', ')}`,
);
