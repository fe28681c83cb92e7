import { describe, expect, it } from 'vitest';
import { raceplan } from '../support/cli.js';
import { askJson, raceFolder } from '../support/folder.js';

/** Out and back over a pass, 160 km from 4:00. */
const PLAN = `race: { name: Out and Back, start: 2024-08-17 04:00, timezone: America/Denver, cutoff: 30 h }
units: metric
course:
  distance: 160 km
  stations:
    - { name: May Queen, at: 20 km }
    - { name: Outward Bound, at: 38 km }
    - { name: Twin Lakes Village, at: 60 km, cutoff: "14:15" }
    - { name: Winfield, at: 80 km }
    - { name: Twin Lakes Village, at: 100 km, cutoff: "21:45" }
    - { name: Outward Bound, at: 122 km }
    - { name: May Queen, at: 140 km }
pacing: { target: "26:00" }
goals: [finish]
`;

const logged = (rows: string) => {
  const files = raceFolder({ 'race.yaml': PLAN, 'splits.csv': `station,arrive\n${rows}` });
  return files['splits.csv'];
};

describe('one row of a place passed twice', () => {
  it.each([
    ['Twin Lakes Village,7:20 PM', 100_000],
    ['Twin Lakes Village,6:10 PM', 100_000],
    ['Twin Lakes Village,12:40 PM', 60_000],
    ['Twin Lakes Village,2:30 PM', 60_000],
    ['May Queen,6:50 AM', 20_000],
    ['Outward Bound,11:30 PM', 122_000],
  ])('%s is the visit nearest the plan in time', async (row, atM) => {
    const { now } = await askJson('replan', logged(`${row}\n`));
    expect(now.atM).toBe(atM);
  });

  it('is said to be a guess where either visit may be meant', async () => {
    const { stderr } = await raceplan('replan', logged('Twin Lakes Village,4:00 PM\n'));
    expect(stderr).toContain('splits.csv:2:1: warning ROW_PLACED_BY_GUESS');
  });
});
