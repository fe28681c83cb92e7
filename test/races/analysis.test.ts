import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RACES } from '../support/race-files.js';
import { raceplan } from '../support/raceplan.js';

interface Analysis {
  verdicts: { goal: string; status: string; margin: Record<string, number | null>; text: string }[];
  kpis: { id: string; plan: number | null; actual: number | null }[];
  losses: { cause: string; seconds: number }[];
}

const logOf = (race: string) => join(RACES, race, 'splits.csv');

async function analyze(race: string): Promise<Analysis & { exit: number }> {
  const { status, stdout } = await raceplan('analyze', logOf(race), '--format', 'json');
  return { exit: status, ...JSON.parse(stdout) };
}

const statuses = ({ verdicts }: Analysis) =>
  Object.fromEntries(verdicts.map(({ goal, status }) => [goal, status]));

describe('the Pine Creek analysis', () => {
  it('finds every goal met, by as much as the runner says', async () => {
    const analysis = await analyze('pine-creek-100k');
    const [under12h, top10, ageGroup] = analysis.verdicts;
    expect(analysis.exit).toBe(0);
    expect(new Set(Object.values(statuses(analysis)))).toEqual(new Set(['met']));
    expect(under12h).toMatchObject({ goal: 'under 12h', margin: { valueS: 41 * 60 } });
    expect(top10).toMatchObject({ goal: 'top 10', text: '4th of 32' });
    expect(ageGroup).toMatchObject({
      goal: 'age group win',
      margin: { valueS: 4 * 3600 + 33 * 60 },
    });
  });

  it('says the same to a reader', async () => {
    const { status, stdout } = await raceplan('analyze', logOf('pine-creek-100k'));
    expect(status).toBe(0);
    expect(stdout).toContain('11:19:00, 41:00 to spare');
    expect(stdout).toContain('4th of 32');
    expect(stdout).toContain('by 4:33:00');
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });
});

describe('the Vermont analysis', () => {
  it('misses the finish and does not claim what nobody knows', async () => {
    const analysis = await analyze('vermont-100');
    expect(analysis.exit).toBe(1);
    expect(statuses(analysis)).toMatchObject({
      finish: 'missed',
      'under 25h': 'missed',
      'under 24h': 'missed',
    });
    expect(analysis.kpis.find(({ id }) => id === 'fade')?.actual).toBeNull();
  });

  it('says where and when it ended', async () => {
    const { stdout } = await raceplan('analyze', logOf('vermont-100'));
    expect(stdout).toContain('DNF at 69.4 mi, Camp Ten Bear, after 18:34:00');
  });
});

describe.each(['pine-creek-100k', 'vermont-100'])('the losses of %s', (race) => {
  it('add up to actual minus plan, to the second', async () => {
    const { losses, kpis } = await analyze(race);
    const { plan, actual } = kpis.find(({ id }) => id === 'timeOnCourse')!;
    const lostS = losses.reduce((sum, { seconds }) => sum + seconds, 0);
    expect(Math.abs(lostS - (actual! - plan!))).toBeLessThan(1e-6);
  });
});
