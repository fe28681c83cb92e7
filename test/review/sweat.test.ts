import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { raceplan } from '../support/cli.js';

const EARLIER = `race: { name: Lake 50, start: 2025-05-10 06:00, timezone: Europe/Rome }
units: metric
course: { distance: 50 km, stations: [{ name: Half, at: 25 km, stop: 5 min }] }
goals: [under 6h]
`;
const NEXT = `race: { name: Hill 50, start: 2025-09-13 06:00, timezone: Europe/Rome }
units: metric
course: { distance: 50 km, stations: [{ name: Hut, at: 30 km }] }
goals: [under 6h]
from: lake/race.yaml
`;
const WEIGHED = `station,arrive,depart,fluid_ml,weight
Start,,6:00,,72
Half,8:20,8:25,1000,
Finish,11:30,,1500,70.25
`;

/** What `build` of the next race says of the sweat rate. */
async function carried(log: string, next = NEXT) {
  const folder = mkdtempSync(join(tmpdir(), 'raceplan-'));
  const lake = mkdtempSync(join(folder, 'lake-'));
  writeFileSync(join(lake, 'race.yaml'), EARLIER);
  writeFileSync(join(lake, 'splits.csv'), log);
  writeFileSync(join(folder, 'race.yaml'), next.replace('lake/race.yaml', join(lake, 'race.yaml')));
  const ran = await raceplan('build', folder, '--format', 'json');
  const applied = ran.stdout === '' ? null : JSON.parse(ran.stdout).earlier.applied;
  return { ...ran, sweat: applied?.find(({ kind }: { kind: string }) => kind.startsWith('sweat')) };
}

describe('a race in which the runner was weighed', () => {
  it('tells the sweat rate: what was lost and what was drunk, an hour', async () => {
    const { sweat } = await carried(WEIGHED);
    // 1.75 kg lost and 2.5 l drunk in 5:30 h
    expect(sweat).toMatchObject({ kind: 'sweat', from: 'Lake 50 2025', isApplied: true });
    expect(sweat.valueMlPerH).toBeCloseTo((1750 + 2500) / 5.5, 0);
    expect(sweat.text).toContain('your Lake 50 2025');
  });

  it('reads pounds where the column says so', async () => {
    const pounds = WEIGHED.replace('weight', 'weight_lb')
      .replace(',72', ',158.73')
      .replace('70.25', '154.87');
    expect((await carried(pounds)).sweat.valueMlPerH).toBeCloseTo(773, -1);
  });

  it('leaves the plan its own rate, and tells both', async () => {
    const { sweat } = await carried(WEIGHED, `${NEXT}athlete: { sweat_rate: 900 ml/h }\n`);
    expect(sweat.isApplied).toBe(false);
    expect(sweat.text).toMatch(/^your plan says 900 ml\/h; in Lake 50 2025 it was 773 ml\/h/);
  });

  it.each([
    ['one weight', WEIGHED.replace(',72', ',')],
    ['nothing told of what was drunk', WEIGHED.replaceAll('fluid_ml', 'notes')],
    ['a weight that nobody loses', WEIGHED.replace('70.25', '50')],
  ])('says that it is not told with %s', async (_, log) => {
    expect((await carried(log)).sweat).toMatchObject({ kind: 'sweat untold', isApplied: false });
  });

  it('refuses what is no weight of a runner', async () => {
    const { status, stderr } = await carried(WEIGHED.replace('70.25', '7025'));
    expect(status).toBe(2);
    expect(stderr).toContain('splits.csv:4:20: error WEIGHT_ABSURD');
  });
});
