import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { SMALLEST_PLAN } from '../../src/report/starter/smallest-plan.js';
import { raceplan } from '../support/cli.js';

const TEXT = SMALLEST_PLAN.join('\n');

it('who has no plan is shown the smallest one, and the command that writes one', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'raceplan-'));
  const { status, stderr } = await raceplan('build', folder);
  expect(status).toBe(2);
  expect(stderr).toContain('error PLAN_NOT_FOUND');
  expect(stderr).toContain('raceplan init');
  expect(stderr).toContain(SMALLEST_PLAN.map((line) => `  ${line}`).join('\n'));
});

it('the smallest plan is five lines that can be built, and those of the README', async () => {
  expect(SMALLEST_PLAN).toHaveLength(5);
  const folder = mkdtempSync(join(tmpdir(), 'raceplan-'));
  writeFileSync(join(folder, 'race.yaml'), `${TEXT}\n`);
  expect(await raceplan('build', folder)).toMatchObject({ status: 0, stderr: '' });
  expect(readFileSync('README.md', 'utf8')).toContain(TEXT);
});
