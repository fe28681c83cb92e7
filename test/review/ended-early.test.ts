import { describe, expect, it } from 'vitest';
import { raceplan } from '../support/cli.js';
import { askJson } from '../support/folder.js';

const FOLDER = 'fixtures/review/ended-early';
const VERMONT = 'fixtures/races/vermont-100/splits.csv';

/** What is printed, on one line. */
const printed = async (log: string) => (await raceplan('analyze', log)).stdout.replace(/\s+/g, ' ');

describe('how a race ended early', () => {
  it.each([
    ['timed-out', 'timed out', 'dnf or open'],
    ['over-the-limit', 'timed out', 'dnf'],
    ['dropped', 'dropped', 'dnf'],
    ['no-more-data', 'no more data', 'open'],
  ])('%s: %s', async (name, end, status) => {
    const { outcome } = await askJson('analyze', `${FOLDER}/${name}.csv`);
    expect(outcome.end).toBe(end);
    expect(status).toContain(outcome.status);
  });

  it('of a race that was finished is not asked', async () => {
    const { outcome } = await askJson('analyze', 'fixtures/races/pine-creek-100k/splits.csv');
    expect(outcome).not.toHaveProperty('end');
    expect(outcome).not.toHaveProperty('asked');
  });

  it('by a closed place: how long there was, and how long it took', async () => {
    const { outcome } = await askJson('analyze', `${FOLDER}/timed-out.csv`);
    const leftHutS = (60 + 53) * 60;
    expect(outcome.missedLeg).toEqual({
      from: 'Hut',
      to: 'Mill',
      distanceM: 15_000,
      leftS: 4 * 3600 - leftHutS,
      tookS: (4 * 60 + 5) * 60 - leftHutS,
    });
    expect(outcome.asked).toBeNull();
    expect(await printed(`${FOLDER}/timed-out.csv`)).toContain(
      '15.0 km from Hut to Mill: 2 h 7 min until it closed, 2 h 12 min taken',
    );
  });

  it('by its own decision: the time in hand, and what the rest would have asked', async () => {
    const { outcome, legs } = await askJson('analyze', `${FOLDER}/dropped.csv`);
    const [, , lake, finish] = legs;
    const [, goal, cutoffs] = outcome.asked.aims;
    expect(outcome.asked).toMatchObject({ from: 'Mill', leftM: 30_000 });
    // two stops ahead, Mill's own with them
    const movingS = 3 * 3600 + 40 * 60 - 2 * 120;
    expect(goal).toMatchObject({ goal: 'under 7h30', leftS: 3 * 3600 + 40 * 60 });
    expect(goal.movingSPerKm).toBeCloseTo(movingS / 30, 6);
    expect(cutoffs).toMatchObject({ kind: 'cutoffs', leftS: 5 * 3600 + 10 * 60 });
    expect(outcome.trend).toHaveLength(2);
    expect(outcome.trend[1]).toMatchObject({ to: 'Mill' });
    expect(outcome.trend[1].slowerRatio).toBeCloseTo(
      legs[1].actual.movingS / legs[1].plan.movingS - 1,
      3,
    );
    expect([lake.actual, finish.actual]).toEqual([null, null]);
  });

  it('by a log that stops: nothing is said of what came after', async () => {
    const text = await printed(`${FOLDER}/no-more-data.csv`);
    expect(text).toContain('after 3:45:00, at 09:45; what came after is not logged');
    expect(text).not.toMatch(/DNF at|Stopped|Timed out/);
  });

  it('with stops that are not logged tells the trend with them, and says so', async () => {
    const { outcome } = await askJson('analyze', `${FOLDER}/no-departures.csv`);
    expect(outcome.trendWithStops).toBe(true);
    expect(await printed(`${FOLDER}/no-departures.csv`)).toContain('time, stops counted in');
  });
});

describe('Vermont', () => {
  it('ends at mile 69.4 with the facts, the headlamp, the trend, and no cause', async () => {
    const text = await printed(VERMONT);
    const facts = text.slice(0, text.indexOf('KPIs'));
    expect(facts).toContain('Stopped Camp Ten Bear, 69.4 mi of 100.0 mi, after 18:34:00');
    expect(facts).toContain('1 h 56 min in hand on arrival');
    expect(facts).toMatch(/leg by leg, the last 5: \+8%, \+5%, \+12%, \+27%, \+53%/);
    expect(facts).toContain('Pretty House, 21.3 mi: headlamp dead within 10 yards');
    expect(facts).toMatch(
      /30\.6 mi from Camp Ten Bear.* 21:38 \/mi for a finish within the cutoffs/,
    );
    expect(facts).toContain('The last leg was 22:56 /mi');
    expect(text).not.toMatch(/because|due to|caused|\bfault|fail/i);
  });

  it('names the leg on which the times went out of reach, with the forecast on both sides', async () => {
    const { hindsight } = await askJson('analyze', VERMONT);
    const times = hindsight.turningPoints.filter(
      ({ kind }: { kind: string }) => kind !== 'cutoffs',
    );
    expect(times).toHaveLength(3);
    for (const { lastAlive, lost, lostBy } of times) {
      expect(lastAlive.at).toBe('Stage Road');
      expect(lost.atM / 1609.344).toBeCloseTo(47.2, 6);
      expect(lost.finishS).toBeGreaterThan(lastAlive.finishS);
      expect(lostBy).toBe('chance');
    }
    const finish = hindsight.turningPoints.at(-1);
    expect(finish).toMatchObject({ kind: 'cutoffs', lost: null, lostBy: null });
  });
});
