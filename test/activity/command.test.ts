import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { parseTrack } from '../../src/input/track/track.js';
import { raceplan } from '../support/cli.js';
import { askJson, raceFolder } from '../support/folder.js';
import { fitOf, gpxOf, type Stop, tcxOf, timetable, walk } from '../support/walk.js';

const VALLEY = 'fixtures/activity/valley';
const read = (name: string) => readFileSync(`${VALLEY}/${name}`, 'utf8');
const { points, waypoints } = parseTrack({ file: 'course.gpx', text: read('course.gpx') }).value!;
/** Where the track passes each station, and how long the walker stops. */
const LENGTH_M = points.at(-1)!.distanceM;
const nearest = (name: string, fromM: number, toM: number): number => {
  const at = waypoints.find((w) => w.name === name)!;
  const passed = points.filter(({ distanceM }) => distanceM >= fromM && distanceM <= toM);
  const offOf = (p: { lat: number; lon: number }) =>
    Math.abs(p.lat - at.lat) + Math.abs(p.lon - at.lon);
  return passed.reduce((a, b) => (offOf(b) < offOf(a) ? b : a)).distanceM;
};
const STOPS: readonly Stop[] = [
  { atM: nearest('Mill', 0, 4_000), stopS: 0 },
  { atM: nearest('Hut', 4_000, 8_000), stopS: 300 },
  { atM: nearest('Mill', 8_000, 12_000), stopS: 120, isPaused: true },
  { atM: nearest('Village', 11_000, 13_500), stopS: 60 },
  { atM: nearest('Lake', 13_500, LENGTH_M), stopS: 240 },
];
const WAY = { points, speed: 2.5, stops: STOPS, errorM: 3 };
const ACTIVITY = walk(WAY);
const KNOWN = timetable(WAY);

const folderWith = (files: Readonly<Record<string, string | Uint8Array>>) =>
  raceFolder<string>({
    'race.yaml': read('race.yaml'),
    'course.gpx': read('course.gpx'),
    ...files,
  });

const writers = {
  'run.fit': fitOf(ACTIVITY),
  'run.gpx': gpxOf(ACTIVITY),
  'run.tcx': tcxOf(ACTIVITY),
  'run.fit.gz': gzipSync(fitOf(ACTIVITY)),
  'run.gpx.gz': gzipSync(gpxOf(ACTIVITY)),
};

describe('analyze of an activity', () => {
  it.each(Object.entries(writers))('gives back what was walked: %s', async (name, bytes) => {
    const files = folderWith({ [name]: bytes });
    const { legs, outcome } = await askJson('analyze', files[name]!, '--strict');
    expect(outcome.status).toBe('finished');
    expect(Math.abs(outcome.elapsedS - KNOWN.endS)).toBeLessThanOrEqual(30);
    STOPS.forEach(({ atM, stopS }, i) => {
      const { arriveS, departS } = legs[i].actual;
      expect(Math.abs(arriveS - KNOWN.arriveS(atM))).toBeLessThanOrEqual(30);
      expect(Math.abs(departS - arriveS - stopS)).toBeLessThanOrEqual(30);
    });
    const hutS = KNOWN.arriveS(STOPS[1]!.atM);
    expect(legs[1].actual.meanHeartRateBpm).toBeCloseTo(120 + hutS / 2 / 600 + 1, -1);
    expect(legs[1].actual.meanPowerW).toBeNull();
  });

  it('says what was read, with numbers', async () => {
    const files = folderWith({ 'run.fit': writers['run.fit'] });
    const { stdout, stderr, status } = await raceplan('analyze', files['run.fit']!);
    const told = stderr.replaceAll('\n', ' ');
    expect(status).toBe(0);
    expect(told).toMatch(
      /activity: 2:\d\d:\d\d, 5 stations passed, 4 stops, 1 pause of 2 min, moving 1:\d\d:\d\d/,
    );
    expect(stdout).toContain('Heart rate, mean of each leg');
    expect(stdout).toMatch(/Heart rate drift -?\d+%, at equal effort: 12\d beats a minute/);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('tells of standing between stations, which the moving times hold', async () => {
    const restM = (STOPS[3]!.atM + STOPS[4]!.atM) / 2;
    const stops = STOPS.toSpliced(4, 0, { atM: restM, stopS: 300 });
    const files = folderWith({ 'run.fit': fitOf(walk({ ...WAY, stops })) });
    const { stdout } = await raceplan('analyze', files['run.fit']!);
    const told = /Stood between stations: (\d) min, by the watch/.exec(
      stdout.replaceAll(/\s+/g, ' '),
    );
    expect(Math.abs(Number(told?.[1]) - 5)).toBeLessThanOrEqual(1);
  });

  it('reads it from a plan without a track by the distance recorded, and says so', async () => {
    const stations = STOPS.map(
      ({ atM }, i) => `    - { name: S${i}, at: ${(atM * 17_700) / LENGTH_M} m }\n`,
    );
    const plan = `race:\n  name: Valley\n  start: 2024-06-01 06:00\n  timezone: Europe/Rome\ncourse:\n  distance: 17.7 km\n  stations:\n${stations.join('')}goals: [under 3h]\n`;
    const files = raceFolder<string>({ 'race.yaml': plan, 'run.fit': writers['run.fit'] });
    const { stdout, stderr } = await raceplan('analyze', files['run.fit']!, '--format', 'json');
    expect(stderr).toMatch(/the 17\.9 km recorded stretched\s+to 17\.7 km/);
    const { legs } = JSON.parse(stdout);
    expect(Math.abs(legs[1].actual.arriveS - KNOWN.arriveS(STOPS[1]!.atM))).toBeLessThanOrEqual(30);
    expect(Math.abs(legs[4].actual.stopS - 240)).toBeLessThanOrEqual(30);
  });

  it('fills a log from a recording, and tells where they differ', async () => {
    const files = folderWith({ 'run.fit': writers['run.fit'], 'splits.csv': read('splits.csv') });
    const { stdout, stderr } = await raceplan(
      'analyze',
      files['splits.csv']!,
      '--activity',
      files['run.fit']!,
      '--format',
      'json',
    );
    const { legs, outcome } = JSON.parse(stdout);
    expect(outcome.status).toBe('finished');
    // as written, where it is written
    expect(legs[0].actual).toMatchObject({ arriveS: 14 * 60, stopS: 0 });
    expect(legs[1].actual).toMatchObject({ arriveS: 30 * 60, departS: 45 * 60 });
    // as recorded, where it is not
    expect(Math.abs(legs[2].actual.arriveS - KNOWN.arriveS(STOPS[2]!.atM))).toBeLessThanOrEqual(30);
    expect(Math.abs(legs[4].actual.stopS - 240)).toBeLessThanOrEqual(30);
    expect(stderr.match(/LOG_AND_ACTIVITY_DIFFER/g)).toHaveLength(1);
    expect(stderr).toMatch(/arrival at Hut, 6\.0 km: 0:30:00 in the log, 0:40:\d\d in the/);
  });

  it.each([
    ['--activity', 'run.gpx', '--activity takes a recording beside a written log'],
    ['--bib', '7', '--bib takes a file of many runners'],
  ])('is no place for %s', async (option, value, sentence) => {
    const files = folderWith({ 'run.fit': writers['run.fit'], 'run.gpx': writers['run.gpx'] });
    const { status, stdout, stderr } = await raceplan(
      'analyze',
      files['run.fit']!,
      option,
      files[value] ?? value,
    );
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(sentence);
  });

  it('is refused where it is of another course, has no times, or is none', async () => {
    const north = ACTIVITY.points.map((p) => ({
      ...p,
      place: p.place && { lat: p.place.lat + 1, lon: p.place.lon },
    }));
    const files = folderWith({
      'elsewhere.fit': fitOf({ ...ACTIVITY, points: north }),
      'map.kml': '<kml><Document/></kml>',
      'broken.gpx': '<gpx><trk>',
    });
    const refused = async (name: string) => {
      const { status, stdout, stderr } = await raceplan('analyze', files[name]!);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      return stderr;
    };
    expect(await refused('elsewhere.fit')).toMatch(/no nearer to the start than\s+11\d(\.\d)? km/);
    expect(await refused('course.gpx')).toContain('the track has no times');
    expect(await refused('map.kml')).toContain('WRONG_KIND');
    expect(await refused('broken.gpx')).toMatch(
      /broken\.gpx:1:\d+: error ACTIVITY_SYNTAX\n +1 \| <gpx><trk>/,
    );
  });
});
