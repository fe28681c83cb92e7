import { describe, expect, it } from 'vitest';
import { raceplan } from '../support/cli.js';
import { planOf, rowsOf, secondsOf } from '../support/race-files.js';

interface Loss {
  cause: string;
  seconds: number;
}

const jsonOf = async (race: string) => {
  const splits = `fixtures/races/${race}/splits.csv`;
  return JSON.parse((await raceplan('analyze', splits, '--format', 'json')).stdout);
};
const flat = async (race: string) => {
  const { stdout } = await raceplan('analyze', `fixtures/races/${race}/splits.csv`);
  return stdout.replace(/\s+/g, ' ');
};
const lost = (losses: readonly Loss[]): number =>
  losses.reduce((total, { seconds }) => total + seconds, 0);

describe.each(['pine-creek-100k', 'vermont-100'])('where the time went at %s', (race) => {
  it('sums to the second, in total and on every leg', async () => {
    const { legs, losses, outcome } = await jsonOf(race);
    const run = legs.filter(({ actual }: { actual: object | null }) => actual !== null);
    let [beforeS, plannedBeforeS] = [0, 0];
    for (const { plan, actual } of run) {
      const behindS = actual.arriveS - beforeS - (plan.arriveS - plannedBeforeS);
      expect(lost(actual.losses)).toBeCloseTo(behindS, 1);
      [beforeS, plannedBeforeS] = [actual.arriveS, plan.arriveS];
    }
    expect(beforeS).toBe(outcome.elapsedS);
    expect(lost(losses)).toBeCloseTo(beforeS - plannedBeforeS, 1);
  });

  it('puts as much down to stops as the log and the plan say', async () => {
    const { losses } = await jsonOf(race);
    const { course, stops } = planOf(race);
    const rows = rowsOf(race, 'splits.csv').filter(({ depart }) => depart !== '');
    const overS = rows.reduce((total, { arrive, depart }, i) => {
      const planned = course.stations[i]!.stop ?? stops.default;
      return total + secondsOf(depart!) - secondsOf(arrive!) - Number.parseInt(planned, 10) * 60;
    }, 0);
    expect(losses.find(({ cause }: Loss) => cause === 'stops').seconds).toBe(overS);
  });
});

describe('Pine Creek', () => {
  it('finds the long breaks in the second half, and what he did about them', async () => {
    const text = await flat('pine-creek-100k');
    expect(text).toContain('Breaks ran long in the second half: 12 min over plan');
    expect(text).toContain('on, moving took 29 min less than planned');
    expect(text).toContain('“bio break again; run what I would have walked”');
  });
});
