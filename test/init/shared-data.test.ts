/** Real courses and splits, where they are at hand: the folder `shared/data` beside the project, or RACEPLAN_SHARED. */
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { raceplan } from '../support/cli.js';
import { askJson } from '../support/folder.js';

const DATA = resolve(
  process.env.RACEPLAN_SHARED ?? join(import.meta.dirname, '../../../shared'),
  'data',
);

const newFolder = () => join(mkdtempSync(join(tmpdir(), 'raceplan-')), 'race');

describe.skipIf(!existsSync(DATA))('a plan begun with a real file (skipped without them)', () => {
  it('has every station of a 100-mile course, in order and near where its organisers have it', async () => {
    const folder = newFolder();
    const course = join(DATA, 'western-states/course.gpx');
    const ran = await raceplan('init', folder, '--from', course, '--target', '24h');
    expect(ran.status).toBe(0);
    for (const command of ['check', 'build', 'crew']) {
      const { status, stderr } = await raceplan(command, folder);
      expect({ command, status, stderr }).toEqual({ command, status: 0, stderr: '' });
    }
    const { legs } = await askJson('build', folder);
    expect(legs).toHaveLength(21);
    const table: readonly (readonly [name: string, mile: number])[] = [
      ['Lyon Ridge', 10.3],
      ['Robinson Flat', 30.3],
      ['Michigan Bluff', 55.7],
      ['Foresthill', 62],
      ['Rucky Chucky', 78],
      ['Robie Point', 98.9],
    ];
    for (const [name, mile] of table) {
      const leg = legs.find(({ to }: { to: string }) => to === name);
      expect(Math.abs(leg.atM / 1609.344 - mile), name).toBeLessThan(1);
    }
  });

  it.each([
    ['western-states/splits-2019.csv', '100.2 mi'],
    ['berlin/splits-2016.csv', '161 km'],
    ['grr/splits-2023.csv', '165 km'],
    ['templiers/splits-2022.csv', '80 km'],
  ])('%s serves as its history', async (file, distance) => {
    const folder = newFolder();
    const ran = await raceplan('init', folder, '--from', join(DATA, file), '--distance', distance);
    expect(ran.status).toBe(0);
    const built = await raceplan('build', folder);
    expect(built.status).toBe(0);
    expect(built.stdout).toContain('past edition');
    expect((await raceplan('check', folder)).status).toBe(0);
  });

  it.each(['western-states/stations.csv', 'berlin/stations-2016.csv', 'grr/stations-2023.csv'])(
    '%s gives its stations',
    async (file) => {
      const folder = newFolder();
      expect((await raceplan('init', folder, '--from', join(DATA, file))).status).toBe(0);
      expect((await raceplan('build', folder)).status).toBe(0);
    },
  );
});
