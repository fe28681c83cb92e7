import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { raceplan } from '../support/cli.js';
import { planFile } from '../support/plan-file.js';

const VERMONT = 'fixtures/races/vermont-100/race.yaml';
const BESIDE = {
  'training.csv': readFileSync('fixtures/races/vermont-100/training.csv', 'utf8'),
};
const PINE = 'fixtures/races/pine-creek-100k';

/** The Vermont plan with its headlamp as told; its files are not needed to build it. */
function vermontWith(lamp: string): string {
  const text = readFileSync(VERMONT, 'utf8');
  const changed = text.replace(/ {2}- \{ item: headlamp.*\n/, lamp);
  expect(changed).not.toBe(text);
  return planFile(changed, BESIDE);
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ');
const built = async (path: string) => oneLine((await raceplan('build', path)).stdout);
const lampWarnings = async (path: string) => {
  const { warnings } = JSON.parse((await raceplan('build', path, '--format', 'json')).stdout);
  return warnings
    .map(({ kind, severity }: Record<string, string>) => `${severity}: ${kind}`)
    .filter((told: string) => /lamp|dark/.test(told));
};

describe('the Vermont plan', () => {
  it('is warned of the one lamp it starts with in the dark', async () => {
    expect(await built(VERMONT)).toContain(
      'The race starts in the dark: it is 4:00 AM, sunrise is at 5:23 AM. You run 9 h 11 min in twilight or darkness in all, on one lamp: carry a spare.',
    );
    expect(await lampWarnings(VERMONT)).toEqual(['advice: no spare lamp']);
  });

  it('is warned of nothing with a spare whose battery lasts', async () => {
    const spare = vermontWith('  - { item: headlamp, when: dark, spare: true, lasts: 5 h }\n');
    expect(await lampWarnings(spare)).toEqual([]);
  });

  it('is unsafe without a lamp', async () => {
    const none = vermontWith('');
    expect(await lampWarnings(none)).toEqual(['unsafe: dark without lamp']);
    expect((await raceplan('build', none, '--strict')).status).toBe(1);
  });

  it('is told that a battery of five hours leaves it in the dark at half past one', async () => {
    const five = vermontWith('  - { item: headlamp, when: dark, spare: false, lasts: 5 h }\n');
    expect(await lampWarnings(five)).toEqual(['unsafe: lamp dies', 'advice: no spare lamp']);
    // dark again from 8:28 PM, to the finish at 4:30 AM
    expect(await built(five)).toContain(
      'The battery of headlamp is empty at Sun 1:28 AM, with 3 h 2 min of darkness left.',
    );
  });

  it('leaves the lamp with Sam at Pretty House, and has it back where Sam waits before sunset', async () => {
    const { gear } = JSON.parse((await raceplan('build', VERMONT, '--format', 'json')).stdout);
    const [headlamp] = gear;
    expect(headlamp.carries).toMatchObject([
      { take: { source: 'start' }, giveBack: { at: 'Pretty House', source: 'crew' } },
      { take: { at: 'Camp Ten Bear', atM: expect.closeTo(69.4 * 1609.344, 0) }, giveBack: null },
    ]);
    expect(await built(VERMONT)).toContain('Take it at the start and at Camp Ten Bear (2nd)');
  });

  it('without a place on earth takes it from the start, and says why', async () => {
    const text = readFileSync(VERMONT, 'utf8').replace(/ {2}location: .*\n/, '');
    expect(await built(planFile(text, BESIDE))).toContain(
      'headlamp, dark: when it is dark is not known: race needs start, timezone and location. So all the way.',
    );
  });
});

describe('the Pine Creek plan', () => {
  it('turns what may happen into clock times: Blackwell is left at 2:42 PM, and 20 min later', async () => {
    expect(await built(PINE)).toContain(
      'leave Blackwell after 3:02 PM (20 min behind at Blackwell): drop to the age group',
    );
  });

  it('adds the stops up to Blackwell: 2 + 3 + 2 + 4 + 3 + 2 + 4 min, and 5', async () => {
    expect(await built(PINE)).toContain('25 min at Blackwell');
  });

  it('says of a time of day how much later than the plan it is: 5:55 PM and 34 min', async () => {
    expect(await built(PINE)).toContain(
      'reach Darling Run (2nd) after 6:30 PM, 34 min later than planned (not at Darling Run 2nd visit by 6:30 PM): take a headlamp from Alex',
    );
  });

  it('says of which words no clock time could be made', async () => {
    expect(await built(PINE)).toContain(
      'No clock time could be made of "stomach turns" and "headlamp fails": watch for that yourself.',
    );
  });

  it('needs no lamp unless the finish comes after sunset', async () => {
    expect(await built(PINE)).toContain('only after 7:31 PM');
    expect(await lampWarnings(PINE)).toEqual([]);
  });

  it('takes the socks out of the bag where Alex does not wait', async () => {
    const { gear } = JSON.parse((await raceplan('build', PINE, '--format', 'json')).stdout);
    const takes = gear.map(({ item, carries }: (typeof gear)[number]) => [
      item,
      ...carries.map(({ take }: (typeof carries)[number]) => `${take.source} ${take.at}`),
    ]);
    expect(takes).toEqual([
      ['headlamp'],
      ['two 20 oz bottles', 'start Start'],
      ['long sleeves', 'start Start'],
      ['cap and sunglasses', 'crew Asaph'],
      ['dry socks', 'drop bag Blackwell'],
      ['rain jacket', 'start Start'],
    ]);
  });

  it('knows in the race what has come true: stops 7 min over at Blackwell', async () => {
    const rows = readFileSync(`${PINE}/splits.csv`, 'utf8').split('\n').slice(0, 8);
    const log = join(mkdtempSync(join(tmpdir(), 'raceplan-')), 'splits.csv');
    writeFileSync(log, rows.join('\n'));
    const ran = await raceplan('replan', log, '--plan', PINE, '--format', 'json');
    const { contingencies } = JSON.parse(ran.stdout);
    expect(contingencies.map(({ status }: { status: string }) => status)).toEqual([
      'no',
      'come true',
      'no',
      'no',
      'unknown',
      'unknown',
    ]);
    expect(contingencies[1].byS).toBe(120);
  });
});
