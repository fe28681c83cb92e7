/** A coach's folder: several logs, each judged by the plan beside it. */
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { raceplan } from '../support/cli.js';
import { raceFolder } from '../support/folder.js';

const FOLDER = 'fixtures/review/athletes';
const log = (athlete: string) => `${FOLDER}/${athlete}/splits.csv`;
const [ALEX, KIM, ROBIN] = [log('alex'), log('kim'), log('robin')];

describe('several athletes', () => {
  it('are summed up in a table, then told each in full; one who cannot be judged stops nobody', async () => {
    const { status, stdout, stderr } = await raceplan('analyze', ALEX, KIM, ROBIN);
    await expect(stdout).toMatchFileSnapshot('golden/athletes.txt');
    await expect(stderr).toMatchFileSnapshot('golden/athletes-problems.txt');
    expect(status).toBe(2);
  });

  it('are said to have lost most by the cause that their own page puts first', async () => {
    const { stdout } = await raceplan('analyze', ROBIN, ALEX, '--format', 'jsonl');
    const { losses } = JSON.parse(stdout.split('\n')[0]!);
    const [most] = losses.toSorted(
      (a: { seconds: number }, b: { seconds: number }) => b.seconds - a.seconds,
    );
    expect(most).toMatchObject({ cause: 'fade' });
    const summary = (await raceplan('analyze', ROBIN, ALEX, '--format', 'markdown')).stdout;
    expect(summary).toMatch(/\| Robin \|.*\| Fade beyond the plan \+0:35 h \|/);
  });

  it('are told in Markdown as well', async () => {
    const { stdout } = await raceplan('analyze', ALEX, KIM, ROBIN, '--format', 'markdown');
    await expect(stdout).toMatchFileSnapshot('golden/athletes.md');
  });

  it.each([
    [[ALEX], 0],
    [[ALEX, ALEX], 0],
    [[ALEX, ROBIN], 1],
    [[ALEX, KIM], 2],
  ])('%j: exit %i', async (files, status) => {
    expect((await raceplan('analyze', ...files)).status).toBe(status);
  });

  it('are told alone as together', async () => {
    const alone = (await raceplan('analyze', ROBIN)).stdout.split('\n').slice(1).join('\n');
    expect((await raceplan('analyze', ALEX, ROBIN)).stdout).toContain(alone);
  });

  it('are a line each for programs', async () => {
    const { stdout } = await raceplan('analyze', ALEX, KIM, ROBIN, '--format', 'jsonl');
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ runner, command }) => [runner, command])).toEqual([
      ['Alex', 'analyze'],
      ['kim', 'analyze'],
      ['Robin', 'analyze'],
    ]);
    const alone = JSON.parse((await raceplan('analyze', ROBIN, '--format', 'json')).stdout);
    expect(lines[2]).toEqual({ runner: 'Robin', ...alone });
    expect(lines[1].diagnostics.map(({ severity }: { severity: string }) => severity)).toContain(
      'error',
    );
    const [line] = (await raceplan('analyze', ROBIN, '--format', 'jsonl')).stdout.split('\n');
    expect(JSON.parse(line!)).toEqual(alone);
  });

  it('are a suite each for a CI, with an error of who cannot be judged, in a file too', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'raceplan-')), 'out.xml');
    expect((await raceplan('analyze', ALEX, KIM, ROBIN, '-o', path)).status).toBe(2);
    const { testsuites } = new XMLParser({ ignoreAttributes: false }).parse(
      readFileSync(path, 'utf8'),
    );
    expect(testsuites).toMatchObject({ '@_tests': '6', '@_failures': '1', '@_errors': '1' });
    expect(testsuites.testsuite.map((suite: { '@_name': string }) => suite['@_name'])).toEqual([
      'Alex: Three Mills 50K',
      'kim',
      'Robin: Three Mills 50K',
    ]);
    expect(testsuites.testsuite[1].testcase.error['@_message']).toContain('Lower Mill');
  });

  it('quiet, are only their verdicts', async () => {
    const { stdout } = await raceplan('analyze', ALEX, ROBIN, '--quiet');
    expect(stdout).toBe(`Alex
  met  A  under 6h         5:48:00, 12:00 to spare
  met  A  finish           finished in 5:48:00
  met  B  stops <= 15 min  10:00

Robin
  missed  A  under 5:30 h  6:05:00, 35:00 too slow
  met     A  finish        finished in 6:05:00
`);
  });

  it('all by the one plan named', async () => {
    const plan = `${FOLDER}/robin/race.yaml`;
    const { stdout } = await raceplan('analyze', ALEX, ROBIN, '--plan', plan, '--format', 'jsonl');
    const goals = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).verdicts[0].goal);
    expect(goals).toEqual(['under 5:30 h', 'under 5:30 h']);
    // one name for both: told apart by their files
    expect(stdout).toContain(`"runner":"Robin (${ALEX})"`);
  });

  it('none that can be judged: nothing is computed', async () => {
    const { status, stdout, stderr } = await raceplan('analyze', KIM, KIM);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('Nothing was computed.');
  });

  it('a problem without a file names the log it is of', async () => {
    const { 'splits.csv': path } = raceFolder({
      'splits.csv': readFileSync(ALEX, 'utf8'),
    });
    const { stderr, stdout } = await raceplan('analyze', ALEX, path);
    expect(stderr).toContain(`${path}: error PLAN_NOT_FOUND`);
    expect(stdout).toContain('1 of 2 judged');
  });
});
