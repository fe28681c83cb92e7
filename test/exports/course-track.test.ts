import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { groundDistance, type LatLon } from '../../src/kernel/geo.js';
import { raceplan } from '../support/cli.js';
import { askJson, raceFolder } from '../support/folder.js';
import { faultsOf } from '../support/xml-schema.js';

const FIXTURES = join(import.meta.dirname, '../../fixtures');
const OUT_AND_BACK = join(FIXTURES, 'course/out-and-back/race.yaml');

interface Point extends LatLon {
  elevationM: number | null;
  name: string;
  description: string;
}

interface PointXml {
  '@_lat': string;
  '@_lon': string;
  ele?: string;
  name?: string;
  desc?: string;
}

const pointOf = (xml: PointXml): Point => ({
  lat: Number(xml['@_lat']),
  lon: Number(xml['@_lon']),
  elevationM: xml.ele === undefined ? null : Number(xml.ele),
  name: xml.name ?? '',
  description: xml.desc ?? '',
});

async function gpx(...argv: string[]): Promise<string> {
  const { stdout, stderr } = await raceplan('build', ...argv, '--format', 'gpx');
  if (stdout === '') throw new Error(stderr);
  return stdout;
}

async function courseOf(...argv: string[]) {
  const parser = new XMLParser({
    ignoreAttributes: false,
    parseTagValue: false,
    isArray: (name) => name === 'wpt' || name === 'trkpt',
  });
  const { gpx: root } = parser.parse(await gpx(...argv));
  const points: Point[] = root.trk.trkseg.trkpt.map(pointOf);
  return {
    root,
    points,
    waypoints: (root.wpt as PointXml[]).map(pointOf),
    lengthM: lengthOf(points),
  };
}

const lengthOf = (points: readonly LatLon[]) =>
  points.slice(1).reduce((m, point, i) => m + groundDistance(points[i]!, point), 0);

/** Where along straight lines a place lies: every passage, and how far off. */
function passagesOf(points: readonly LatLon[], place: LatLon) {
  let alongM = 0;
  return points.slice(1).flatMap((to, i) => {
    const from = points[i]!;
    const stepM = groundDistance(from, to);
    const offM = groundDistance(from, place) + groundDistance(place, to) - stepM;
    const atM = alongM + groundDistance(from, place);
    alongM += stepM;
    return offM < 0.5 ? [atM] : [];
  });
}

const lapPlan = (
  gpxFile: string,
) => `race: { name: Loops, start: 2024-05-04 06:00, timezone: Europe/Rome }
course:
  gpx: ${gpxFile}
  distance: 12 km
  laps: 3
  terrain: road
  stations: [{ name: Far end, at: 2 km, stop: 3 min }]
pacing: { target: "1:30" }
`;

/** A square of a kilometre a side, along the date line where asked; the last corner is the first again. */
const square = (lon: number) => {
  const side = 1000 / 111_195;
  const corners = [
    [0, 0],
    [0, side],
    [side, side],
    [side, 0],
    [0, 0],
  ];
  const wrap = (deg: number) => ((deg + 540) % 360) - 180;
  const points = corners.map(
    ([north = 0, east = 0]) => `<trkpt lat="${north}" lon="${wrap(lon + east)}"/>`,
  );
  return `<gpx version="1.1" creator="hand"><trk><trkseg>${points.join('')}</trkseg></trk></gpx>`;
};

describe('a course for a watch', () => {
  it('is GPX 1.1, and names its maker and the race', async () => {
    for (const plan of [OUT_AND_BACK, join(FIXTURES, 'hostile/race/race.yaml')]) {
      expect(await faultsOf(await gpx(plan), 'gpx-1.1.xsd')).toEqual([]);
    }
    const { root } = await courseOf(OUT_AND_BACK);
    expect(root['@_creator']).toBe('raceplan');
    expect(root.metadata.name).toBe('Out and back');
    expect(root.trk.name).toBe('Out and back');
  });

  it('is held against a schema that refuses what is none', async () => {
    const text = await gpx(OUT_AND_BACK);
    for (const [from, to] of [
      ['version="1.1"', 'version="1.0"'],
      ['lat="45.000000"', 'lat="95"'],
      ['<trkseg>', '<seg>'],
    ] as const) {
      expect(await faultsOf(text.replaceAll(from, to), 'gpx-1.1.xsd')).not.toEqual([]);
    }
  });

  it('has the track of the plan, with its heights', async () => {
    const { points } = await courseOf(OUT_AND_BACK);
    const file = readFileSync(join(OUT_AND_BACK, '../course.gpx'), 'utf8');
    expect(points).toHaveLength(file.match(/<trkpt/g)!.length);
    expect(points[0]).toMatchObject({ lat: 45, lon: 7, elevationM: 600 });
  });

  it('has a waypoint for every visit, on the track where the station lies', async () => {
    const { legs } = await askJson('build', OUT_AND_BACK);
    const { waypoints, points, lengthM } = await courseOf(OUT_AND_BACK);
    expect(waypoints.map(({ name }) => name.replace(/ \d\d:\d\d.*/, ''))).toEqual([
      'Start',
      'Old Mill (1st)',
      'Hut',
      'Old Mill (2nd)',
      'Finish',
    ]);
    const [, mill, , again] = waypoints;
    expect({ lat: again!.lat, lon: again!.lon }).toEqual({ lat: mill!.lat, lon: mill!.lon });
    for (const [i, { atM }] of legs.entries()) {
      const passages = passagesOf(points, waypoints[i + 1]!);
      // the track is as long as the course but for the hut, which the plan puts 200 m farther on
      const nearestM = Math.min(...passages.map((m) => Math.abs(m - (atM * lengthM) / 20_000)));
      expect(nearestM, waypoints[i + 1]!.name).toBeLessThan(250);
    }
  });

  it('says in the name when, and how many minutes to stay; what to know besides in the description', async () => {
    const { 'race.yaml': plan } = raceFolder({
      'race.yaml': lapPlan('course.gpx').replace(
        'stop: 3 min',
        'stop: 3 min, crew: true, cutoffs: [40 min, 80 min, 110 min], notes: the bridge',
      ),
      'course.gpx': square(10),
    });
    const { waypoints } = await courseOf(plan);
    expect(waypoints[1]!.name).toMatch(/^Far end \(1st\) 06:1\d stop 3$/);
    expect(waypoints[1]!.description.split('\n')).toEqual([
      '2.0 km',
      expect.stringMatching(/^Expected from 06:1\d to 06:1\d$/),
      expect.stringMatching(/^Stop 3 min, leave 06:1\d$/),
      expect.stringMatching(/^Closes 06:40; in hand: 2\d min$/),
      'Here: crew',
      'the bridge',
    ]);
    const imperial = await courseOf(plan, '--units', 'imperial');
    expect(imperial.waypoints[1]!.name).toMatch(/^Far end \(1st\) 6:1\d AM stop 3$/);
  });

  it('expects nobody after a place closes, as all other forms of the plan do', async () => {
    const closing = (cutoffs: string) =>
      raceFolder({
        'race.yaml': lapPlan('course.gpx').replace('stop: 3 min', `cutoffs: [${cutoffs}]`),
        'course.gpx': square(10),
      })['race.yaml'];
    const open = closing('1 h, 2 h, 3 h');
    expect((await courseOf(open)).waypoints[1]!.description).toContain('Expected from 06:1');
    const { earlyS } = (await askJson('build', open)).legs[0].plan;
    const early = await courseOf(closing(`${Math.floor(earlyS / 60) - 1} min, 2 h, 3 h`));
    expect(early.waypoints[1]!.description).toMatch(/^2\.0 km\nStop .*\nCloses 06:.* missed by/);
  });

  it.each([
    ['in the Alps', 10],
    ['across the date line', 179.997],
  ])('of laps has one lap, and the stations of all on it: %s', async (_, lon) => {
    const { 'race.yaml': plan } = raceFolder({
      'race.yaml': lapPlan('course.gpx'),
      'course.gpx': square(lon),
    });
    const { points, waypoints, lengthM, root } = await courseOf(plan);
    expect(lengthM).toBeCloseTo(4000, -2);
    expect(root.metadata.desc).toContain('One lap of 3');
    const far = waypoints.filter(({ name }) => name.startsWith('Far end'));
    expect(far).toHaveLength(3);
    for (const place of far) {
      expect(groundDistance(place, points[2]!)).toBeLessThan(5);
      expect(Math.abs(place.lon)).toBeLessThanOrEqual(180);
    }
    const laps = waypoints.filter(({ name }) => /^(?:Lap|Finish)/.test(name));
    expect(laps).toHaveLength(3);
    for (const place of laps) expect(groundDistance(place, points[0]!)).toBeLessThan(5);
  });

  it('is GPX on the date line too, which has only one name', async () => {
    const track = [179.9, 180, -179.9].map((lon) => `<trkpt lat="-17" lon="${lon}"/>`).join('');
    const { 'race.yaml': plan } = raceFolder({
      'race.yaml':
        'course: { gpx: course.gpx }\npacing: { target: "3:00" }\nrace: { name: Dateline }\n',
      'course.gpx': `<gpx version="1.1" creator="hand"><trk><trkseg>${track}</trkseg></trk></gpx>`,
    });
    expect(await faultsOf(await gpx(plan), 'gpx-1.1.xsd')).toEqual([]);
    const { points, lengthM } = await courseOf(plan);
    expect(points.map(({ lon }) => lon)).toEqual([179.9, -180, -179.9]);
    expect(lengthM).toBeCloseTo(21_267, -2);
  });

  it('leaves out of the track what lies before the start and after the finish', async () => {
    const lons = Array.from({ length: 41 }, (_, i) => i * 500);
    const track = lons.map((m) => `<trkpt lat="0" lon="${m / 111_195}"/>`).join('');
    const at = (m: number, name: string) =>
      `<wpt lat="0" lon="${m / 111_195}"><name>${name}</name></wpt>`;
    const { 'race.yaml': plan } = raceFolder({
      'race.yaml':
        'race: { name: Inside, start: 2024-05-04 06:00, timezone: UTC }\ncourse: { gpx: course.gpx, distance: 18 km, terrain: road }\npacing: { target: "2:00" }\n',
      'course.gpx': `<gpx version="1.1">${at(1200, 'Start')}${at(19_200, 'Finish')}<trk><trkseg>${track}</trkseg></trk></gpx>`,
    });
    const { points, lengthM, waypoints } = await courseOf(plan);
    expect(lengthM).toBeCloseTo(18_000, -2);
    expect(points[0]!.lon * 111_195).toBeCloseTo(1200, 0);
    expect(waypoints.map(({ lon }) => Math.round((lon * 111_195) / 100))).toEqual([12, 192]);
  });

  it('is refused where the plan has no track, with what is needed', async () => {
    const ran = await raceplan('build', join(FIXTURES, 'races/pine-creek-100k'), '--format', 'gpx');
    expect(ran).toMatchObject({ status: 2, stdout: '' });
    expect(ran.stderr).toContain('error TRACK_WITHOUT_COURSE');
    expect(ran.stderr).toContain('gpx: course.gpx');
  });
});
