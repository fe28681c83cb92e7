import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findRunners } from '../../src/input/results/runner-log.js';
import { raceplan } from '../support/cli.js';

const PLAN = `race: { name: Loop, start: 2024-05-04 06:00, timezone: Europe/Berlin }
course: { distance: 30 km, stations: [{ name: Mill, at: 10 km }, { name: Weir, at: 20 km }] }
goals: [under 5h]
`;
const SPLITS = `Place,Bib,Name,Time,Mill,Weir
1,011,A,4:10:00,1:20:00,2:41:00
2,25,B,4:40:30,1:25:10,2:55:20
3,130,C,5:10:00,1:35:00,3:15:00
,140,D,,1:45:00,
`;

function folderWith(splits: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'raceplan-'));
  writeFileSync(join(folder, 'race.yaml'), PLAN);
  writeFileSync(join(folder, 'splits.csv'), splits);
  return join(folder, 'splits.csv');
}

const json = async (command: string, bib: string) => {
  const { stdout, status } = await raceplan(
    ...[command, folderWith(SPLITS), '--bib', bib, '--format', 'json'],
  );
  expect(status).toBeLessThan(2);
  return JSON.parse(stdout);
};

describe('a file of many runners given as a log', () => {
  it.each(['analyze', 'replan'])(
    '%s says how many it holds, and how to name one',
    async (command) => {
      const many = Array.from(
        { length: 2554 },
        (_, i) => `${i + 1},${i + 25},R,4:10:00,1:20:00,2:41:00`,
      );
      const file = folderWith(`Place,Bib,Name,Time,Mill,Weir\n${many.join('\n')}\n`);
      const { status, stdout, stderr } = await raceplan(command, file);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toContain('this holds 2,554 runners');
      expect(stderr).toContain('--bib 25');
      expect(stderr).toContain('1 error. Nothing was computed.');
    },
  );

  it('is read for the runner named, to the second', async () => {
    const { outcome, legs } = await json('analyze', '25');
    expect(outcome).toMatchObject({ status: 'finished', elapsedS: 16_830 });
    expect(legs.map(({ actual }: { actual: { arriveS: number } }) => actual.arriveS)).toEqual([
      5110, 10_520, 16_830,
    ]);
  });

  it.each(['11', '011', '#11'])('knows bib 011 as %s', async (bib) => {
    expect((await json('analyze', bib)).outcome.elapsedS).toBe(15_000);
  });

  it('replans for one who is on the way', async () => {
    const { now } = await json('replan', '140');
    expect(now).toMatchObject({ at: 'Mill', status: 'open' });
  });

  it('what is wrong with a file that is history as well is told once', async () => {
    const { stderr } = await raceplan(
      ...['analyze', 'fixtures/history/flat-hundred/splits-2022.csv', '--bib', '22-16'],
    );
    expect(stderr.match(/SPLITS_IMPOSSIBLE/g)).toHaveLength(1);
  });

  it('offers the nearest bib for one that nobody has', async () => {
    const { status, stderr } = await raceplan('analyze', folderWith(SPLITS), '--bib', '131');
    expect(status).toBe(2);
    expect(stderr).toContain('no runner has the bib 131');
    expect(stderr).toContain('did you mean 130?');
  });

  it('is not what a log of one runner is taken for', async () => {
    const log = folderWith('place,arrive\nMill,7:20\nWeir,8:41\nFinish,10:10\n');
    expect((await raceplan('analyze', log)).stderr).not.toContain('runners');
  });
});

it('laps that have names are no runners', () => {
  const text = 'lap_index,name,elapsed_time,distance\n1,Lap 1,1500,5000\n2,Lap 2,1540,5000\n';
  expect(findRunners({ file: 'strava.csv', text })).toBeNull();
});
