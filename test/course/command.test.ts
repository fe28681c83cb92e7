import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { runCli } from '../../src/cli/run.js';
import { askJson, raceFolder } from '../support/folder.js';

async function build(folder: string, ...options: string[]) {
  let [stdout, stderr] = ['', ''];
  const status = await runCli(['build', `fixtures/course/${folder}`, ...options], {
    stdout: { write: (text) => (stdout += text), isTTY: false, columns: null },
    stderr: { write: (text) => (stderr += text), isTTY: false, columns: null },
    env: {},
  });
  return { status, stdout, stderr };
}

describe('build with a GPX', () => {
  it('prints every station at its distance, with the climb of the track', async () => {
    const { status, stdout, stderr } = await build('out-and-back', '--format', 'json');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const { race, legs } = JSON.parse(stdout);
    expect(race.distanceM).toBe(20_000);
    const [out, up, down, back] = legs.map((leg: { to: string; atM: number }) => [
      leg.to,
      Math.round(leg.atM),
    ]);
    expect([out, up, down, back]).toEqual([
      ['Old Mill', 4080],
      ['Hut', 10_200],
      ['Old Mill', 16_080],
      ['Finish', 20_000],
    ]);
    const gainM = legs.map((leg: { gainM: number }) => leg.gainM);
    expect(gainM[0] + gainM[1]).toBeGreaterThan(400);
    expect(legs[2].lossM).toBeCloseTo(gainM[1], -1);
  });

  it.each(['course.gpx.gz', 'course.gz'])('reads it packed, as %s', async (name) => {
    const folder = 'fixtures/course/out-and-back';
    const plan = readFileSync(`${folder}/race.yaml`, 'utf8').replace('course.gpx', name);
    const files = raceFolder<string>({
      'race.yaml': plan,
      [name]: gzipSync(readFileSync(`${folder}/course.gpx`)),
    });
    const packed = await askJson('build', files['race.yaml']!);
    const plain = await askJson('build', folder);
    expect(packed).toEqual(plain);
  });

  it('says where the file stops being XML, and computes nothing', async () => {
    const { status, stdout, stderr } = await build('broken-track');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('fixtures/course/broken-track/course.gpx:4:');
    expect(stderr).toContain('COURSE_SYNTAX');
    expect(stderr).toContain('<trkpt lat="45.1" lon=7.0>');
  });

  it('says which station of the plan the track cannot place, and which waypoint disagrees', async () => {
    const { status, stderr } = await build('unplaced');
    expect(status).toBe(2);
    expect(stderr).toContain('fixtures/course/unplaced/race.yaml:7:13: error STATION_NOT_PLACED');
    expect(stderr).toContain(
      'fixtures/course/unplaced/race.yaml:8:15: warning STATION_FAR_FROM_WAYPOINT',
    );
  });

  it('says how climb was measured, beside what the organiser says', async () => {
    const { stdout } = await build('out-and-back');
    expect(stdout).toMatch(/Climb +544 m up, 544 m down, from the track smoothed over 50 m/);
  });
});

describe('build without a time zone', () => {
  it('does not pretend to know the sun', async () => {
    const { status, stdout, stderr } = await build('no-zone');
    expect(status).toBe(0);
    expect(stderr).toContain('NO_ZONE');
    expect(stdout).not.toContain('Sun ');
  });
});
