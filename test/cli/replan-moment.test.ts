import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { raceplan } from '../support/cli.js';
import { askJson, raceFolder } from '../support/folder.js';
import { RACES } from '../support/race-files.js';

const PINE = join(RACES, 'pine-creek-100k');
const splits = readFileSync(join(PINE, 'splits.csv'), 'utf8').split('\n');

/** The first five rows of the shipped log, 20 min over the planned stop at the last. */
function longStop(): string {
  const rows = splits.slice(0, 6);
  rows[5] = 'Darling Run,11:36,12:00,';
  const files = raceFolder({ 'splits.csv': rows.join('\n') });
  return files['splits.csv'];
}

it('replan says why it is behind at the moment it says so, in JSON and in text', async () => {
  const args = [longStop(), '--plan', PINE];
  const { losses, now } = await askJson('replan', ...args);
  const lostS = losses.map(({ seconds }: { seconds: number }) => seconds);
  expect(lostS.reduce((a: number, b: number) => a + b, 0)).toBeCloseTo(now.behindPlanS, 2);
  const stops = losses.find(({ cause }: { cause: string }) => cause === 'stops');
  expect(stops.seconds).toBeGreaterThan(1000);

  const { stdout: full } = await raceplan('replan', ...args);
  const { stdout: brief } = await raceplan('replan', ...args, '--brief');
  const behind = /Against plan\s+(.* behind plan)/.exec(full)?.[1];
  expect(full).toContain('left 12:00 PM');
  expect(brief).toContain(`left 12:00 PM: ${behind}`);
});
