import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../src/domain/problems/problem.js';
import { parseFitTrack } from '../../src/input/track/fit.js';
import { renderProblems } from '../../src/render/problems/frame.js';
import { raceplan } from '../support/cli.js';
import { coursePoint, fileId, fitFile, record, timerEvent } from '../support/fit.js';
import { askJson, raceFolder } from '../support/folder.js';
import { PLAIN } from '../support/plain-style.js';

const AT = Date.parse('2024-06-01T06:00:00Z');
/** 20 km north, a point every 100 m, up 10 m a kilometre. */
const WAY = Array.from({ length: 201 }, (_, i) => ({
  at: AT + i * 30_000,
  lat: 45 + (i * 100) / 111_195,
  lon: -7.5,
  elevationM: 300 + i,
}));
const COURSE = fitFile(
  fileId(6, AT),
  ...WAY.map((point, i) => record(point, i % 2 === 0)),
  coursePoint(AT, 45 + 8_000 / 111_195, -7.5, 'Mill'),
);
const parse = (bytes: Uint8Array) => parseFitTrack({ file: 'course.fit', kind: 'fit', bytes });
const STYLE = PLAIN;
const told = (problems: readonly Problem[]) => renderProblems(problems, new Map(), STYLE);

describe('a FIT course', () => {
  it('is read with places, elevations and course points, whichever end comes first', async () => {
    const { value, diagnostics } = await parse(COURSE);
    expect(diagnostics).toEqual([]);
    expect(value?.points).toHaveLength(201);
    expect(value?.points.at(-1)?.distanceM).toBeCloseTo(20_000, -1);
    expect(value?.points[3]).toMatchObject({ elevationM: 303, lon: expect.closeTo(-7.5, 6) });
    expect(value?.waypoints).toMatchObject([{ name: 'Mill' }]);
  });

  it('may be an activity: records without a fix are left out', async () => {
    const bytes = fitFile(
      fileId(4, AT),
      timerEvent(AT, 0),
      ...WAY.map((p, i) => record(i % 50 === 7 ? { ...p, lat: null, lon: null } : p)),
    );
    const { value, diagnostics } = await parse(bytes);
    expect(diagnostics).toEqual([]);
    expect(value?.points).toHaveLength(197);
  });

  it.each(['course.fit', 'course.fit.gz'])('builds a race: %s', async (name) => {
    const files = raceFolder<string>({
      'race.yaml': `race:\n  name: North\ncourse:\n  distance: 20 km\n  gpx: ${name}\n  stations:\n    - name: Mill\ngoals: [under 3h]\n`,
      [name]: name.endsWith('.gz') ? gzipSync(COURSE) : COURSE,
    });
    const { legs } = await askJson('build', files['race.yaml']!);
    expect(legs.map((leg: { atM: number }) => Math.round(leg.atM / 10))).toEqual([800, 2_000]);
    expect(legs[0].gainM).toBeCloseTo(80, 0);
  });
});

describe('a faulty FIT file', () => {
  const damaged = (at: number) => COURSE.with(at, COURSE.at(at)! ^ 1);

  it('is read, with a warning, where only its checksum is wrong', async () => {
    const { value, diagnostics } = await parse(damaged(-1));
    expect(value?.points).toHaveLength(201);
    expect(value).toEqual((await parse(COURSE)).value);
    expect(diagnostics).toMatchObject([{ code: 'FIT_FAULTY', severity: 'warning' }]);
    expect(told(diagnostics)).toContain('its checksum does not fit what is in it');
  });

  it.each([
    ['more follows after its end', Uint8Array.from([...COURSE, 1, 2, 3])],
    ['its checksum is missing', COURSE.subarray(0, -2)],
  ])('is read, with a warning, where %s', async (_, bytes) => {
    const { value, diagnostics } = await parse(bytes);
    expect(value?.points).toHaveLength(201);
    expect(diagnostics).toMatchObject([{ code: 'FIT_FAULTY' }]);
  });

  it('is refused where it ends too early, with how much is missing', async () => {
    const { value, diagnostics } = await parse(COURSE.subarray(0, -500));
    expect(value).toBeNull();
    expect(diagnostics).toMatchObject([{ code: 'FIT_BROKEN', severity: 'error' }]);
    expect(told(diagnostics)).toContain('the file ends 500 bytes too early');
  });

  it('is refused where it holds no FIT records', async () => {
    const { value, diagnostics } = await parse(damaged(14));
    expect(value).toBeNull();
    expect(diagnostics).toHaveLength(1);
    expect(told(diagnostics)).toContain('this FIT file cannot be read');
  });

  it('is never a crash, whatever byte is wrong and wherever it ends', async () => {
    for (let at = 0; at < 400; at += 1) {
      for (const bytes of [damaged(at), COURSE.subarray(0, at)]) {
        const { value, diagnostics } = await parse(bytes);
        expect(value !== null || diagnostics.some((d) => d.severity === 'error')).toBe(true);
        expect(diagnostics.length).toBeGreaterThan(0);
      }
    }
  });

  it('is told by the command line, quoting no bytes', async () => {
    const { 'race.yaml': plan } = raceFolder({
      'race.yaml': 'race:\n  name: North\ncourse:\n  gpx: course.fit\ngoals: [under 3h]\n',
      'course.fit': COURSE.subarray(0, -500),
    });
    const { status, stdout, stderr } = await raceplan('build', plan);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('error FIT_BROKEN');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: bytes of the file would be such
    expect(stderr).not.toMatch(/[\x00-\x08\ufffd]/);
  });
});
