import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { raceplan } from '../support/cli.js';
import { askJson, raceFolder } from '../support/folder.js';

const RESULTS = 'place,time,sex\n1,9:00:00,M\n2,9:30:00,F\n3,10:00:00,M\n';
const PLAN = 'race: { name: Loop }\ncourse: { distance: 80 km }\ngoals: [finish]\n';

describe('results alone, without a plan', () => {
  it('say what they say: who finished, what the places took', async () => {
    const files = raceFolder({ 'results-2017.csv': RESULTS });
    const field = await askJson('field', files['results-2017.csv']);
    expect(field.race).toEqual({ name: 'results-2017.csv', distanceM: null });
    expect(field.editions).toMatchObject([
      { year: 2017, finishers: 3, winnerS: 9 * 3600, placeS: { '1': 9 * 3600, '3': 36_000 } },
    ]);
    expect(field.timesS).toEqual([]);
  });

  it('are read by the plan that lies beside them', async () => {
    const files = raceFolder({
      'r.csv': RESULTS,
      'race.yaml': `${PLAN}pacing: { target: 9:15 }\n`,
    });
    const field = await askJson('field', files['r.csv']);
    expect(field.race).toEqual({ name: 'Loop', distanceM: 80_000 });
    expect(field.timesS).toEqual([9.25 * 3600]);
  });

  it('are asked for, when there is neither a plan nor a file', async () => {
    const { status, stderr } = await raceplan('field', '--plan', '/nowhere/race.yaml');
    expect(status).toBe(2);
    expect(stderr).toContain('FILE_NOT_FOUND');
  });

  it('are named beside a plan that is called otherwise', async () => {
    const files = raceFolder({ plan: PLAN, results: RESULTS });
    expect((await askJson('field', files.plan, files.results)).race.name).toBe('Loop');
  });
});

const FOLDER = 'fixtures/results/sources';
/** Tables beside the results that are none. */
const OTHERS = ['stations.csv', 'opensplittime-plan.csv'];

it.each(readdirSync(FOLDER).filter((file) => !OTHERS.includes(file)))(
  'every shape of results is read without a plan: %s',
  async (file) => {
    const { stdout } = await raceplan('field', `${FOLDER}/${file}`, '--format', 'json');
    const [edition] = JSON.parse(stdout).editions;
    expect(edition.finishers).toBeGreaterThan(0);
    // 4:59:30, by the gun six seconds more
    expect([17_970, 17_976]).toContain(edition.winnerS);
  },
);
