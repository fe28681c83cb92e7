import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../src/input/source.js';
import { parseTrack } from '../../src/input/track/track.js';
import { renderProblems } from '../../src/render/problems/frame.js';
import { PLAIN } from '../support/plain-style.js';

const FIXTURES = join(import.meta.dirname, '../../fixtures/course/files');
const STYLE = PLAIN;
const parse = (file: string) =>
  parseTrack({ file, text: decodeText(readFileSync(join(FIXTURES, file))) });
const track = (file: string) => {
  const { value, diagnostics } = parse(file);
  expect(diagnostics.filter(({ code }) => code !== 'COURSE_HEIGHTS_SKIPPED')).toEqual([]);
  return value!;
};
const km = (m: number | undefined) => Number(((m ?? 0) / 1000).toFixed(2));

describe('a GPX track', () => {
  it('joins segments and measures along the ground', () => {
    const { points } = track('segments.gpx');
    // 0.01° of latitude on a sphere of 6371.0088 km is 1.112 km; of longitude at 45.02° 0.786 km
    expect(points.map((p) => km(p.distanceM))).toEqual([0, 1.11, 2.22, 3.01]);
  });

  it('keeps elevations that can be true, and only those', () => {
    const { points } = track('segments.gpx');
    expect(points.map((p) => p.elevationM)).toEqual([1000, null, 1020.5, null]);
    expect(parse('segments.gpx').diagnostics).toMatchObject([
      { code: 'COURSE_HEIGHTS_SKIPPED', args: { count: 1, written: '-9999' }, span: { line: 16 } },
    ]);
  });

  it('keeps waypoints under the names they have', () => {
    const { waypoints } = track('segments.gpx');
    expect(waypoints).toEqual([{ name: 'Bread & Butter', lat: 45.01, lon: 7, elevationM: 1010 }]);
  });
});

describe('other courses', () => {
  it('reads a route where there is no track, its named points as waypoints', () => {
    const { points, waypoints } = track('route.gpx');
    expect(points).toHaveLength(3);
    expect(waypoints.map((w) => w.name)).toEqual(['Start', 'Bridge']);
  });

  it('reads a TCX course and its course points', () => {
    const { points, waypoints } = track('course.tcx');
    expect(points.map((p) => [km(p.distanceM), p.elevationM])).toEqual([
      [0, 200],
      [11.12, 250],
    ]);
    expect(waypoints).toMatchObject([{ name: 'Hut', lat: 45.05 }]);
  });

  it('reads a TCX activity over its pauses', () => {
    expect(track('activity.tcx').points).toHaveLength(2);
  });

  it('reads the line of a KML map, its named points as waypoints, and no areas', () => {
    const { points, waypoints } = track('map.kml');
    expect(points.map((p) => [km(p.distanceM), p.elevationM])).toEqual([
      [0, 200],
      [5.56, 240],
      [11.12, 250],
    ]);
    expect(waypoints).toEqual([{ name: 'Hut', lat: 45.05, lon: 7, elevationM: 240 }]);
  });

  it('reads a track recorded in KML', () => {
    const { points } = track('recorded.kml');
    expect(points.map((p) => [km(p.distanceM), p.elevationM])).toEqual([
      [0, 200],
      [11.12, 250],
    ]);
  });
});

describe('blanks and a second byte order mark before the XML', () => {
  it('are passed over, and lines are counted from the top of the file', () => {
    const { value, diagnostics } = parse('blank-first.gpx');
    expect(value?.points).toHaveLength(2);
    expect(diagnostics).toMatchObject([
      { code: 'COURSE_POINTS_SKIPPED', span: { line: 5, column: 45 } },
    ]);
  });
  it('count where the XML breaks, too', () => {
    const text = '  \uFEFF\n   <gpx version=1.1>';
    expect(parseTrack({ file: 'a.gpx', text }).diagnostics).toMatchObject([
      { code: 'COURSE_SYNTAX', span: { line: 2 } },
    ]);
    const { diagnostics } = parseTrack({ file: 'a.gpx', text: '   <gpx version=1.1>' });
    const unshifted = parseTrack({ file: 'a.gpx', text: '<gpx version=1.1>' }).diagnostics;
    expect(diagnostics[0]?.span?.column).toBe(unshifted[0]!.span!.column + 3);
  });
});

describe('a file with several tracks', () => {
  it('is joined when each begins where the last ended', () => {
    const { value, diagnostics } = parse('stages.gpx');
    expect(km(value?.points.at(-1)?.distanceM)).toBeCloseTo(33.4, 0);
    expect(diagnostics).toMatchObject([
      { code: 'COURSE_SEVERAL_TRACKS', severity: 'warning', args: { count: 3, joining: 'listed' } },
    ]);
  });

  it('gives its longest otherwise, and says so', () => {
    const { value, diagnostics } = parse('several-tracks.gpx');
    expect(km(value?.points.at(-1)?.distanceM)).toBeCloseTo(44.5, 0);
    expect(diagnostics).toMatchObject([
      { code: 'COURSE_SEVERAL_TRACKS', args: { joining: 'none', taken: { name: '50K' } } },
    ]);
    expect(renderProblems(diagnostics, new Map(), STYLE)).toContain(
      'the longest is taken, 50K (44.5 km); left out: 25K\n  (22.2 km)',
    );
  });

  it('is joined in the order in which its pieces meet, and that is said', () => {
    const { value, diagnostics } = parse('stages-shuffled.gpx');
    expect(km(value?.points.at(-1)?.distanceM)).toBeCloseTo(33.4, 0);
    expect(value?.points[0]?.lat).toBe(45);
    expect(diagnostics).toMatchObject([
      { code: 'COURSE_SEVERAL_TRACKS', args: { count: 3, joining: 'reordered' } },
    ]);
  });

  it('is not joined where its pieces meet in more ways than one', () => {
    const piece = (from: number, to: number) =>
      `<trk><trkseg><trkpt lat="45.${from}" lon="7"/><trkpt lat="45.${to}" lon="7"/></trkseg></trk>`;
    // from 2 on there are two ways to go on
    const text = `<gpx>${piece(2, 3)}${piece(1, 2)}${piece(2, 5)}</gpx>`;
    expect(parseTrack({ file: 'a.gpx', text }).diagnostics).toMatchObject([
      { code: 'COURSE_SEVERAL_TRACKS', args: { joining: 'none' } },
    ]);
  });
});

describe('a file that is wrong', () => {
  it('loses the points that are nowhere, and says how many and where the first is', () => {
    const { value, diagnostics } = parse('nowhere.gpx');
    expect(value?.points).toHaveLength(2);
    expect(diagnostics).toEqual([
      {
        code: 'COURSE_POINTS_SKIPPED',
        severity: 'warning',
        args: { count: 4, written: '0, 0' },
        file: 'nowhere.gpx',
        span: { line: 3, column: 5, length: 1 },
        related: [],
      },
    ]);
  });

  it('is refused where it stops being XML', () => {
    const { value, diagnostics } = parse('unclosed.gpx');
    expect(value).toBeNull();
    expect(diagnostics).toMatchObject([{ code: 'COURSE_SYNTAX', span: { line: 6 } }]);
    expect(diagnostics[0]?.args).toEqual({
      reason: 'unexpected close tag after <trkpt> of line 4',
    });
  });

  it('may not name entities of its own', () => {
    const { value, diagnostics } = parse('entities.gpx');
    expect(value).toBeNull();
    expect(diagnostics).toMatchObject([{ code: 'COURSE_SYNTAX', span: { line: 4 } }]);
    expect(JSON.stringify(diagnostics)).toContain('an entity (&name;) other than');
    expect(JSON.stringify(diagnostics)).not.toContain('undefined');
  });

  it.each([
    ['places.kml', 'COURSE_EMPTY'],
    ['other.xml', 'COURSE_SYNTAX'],
    ['empty.gpx', 'COURSE_EMPTY'],
  ])('is no course: %s', (file, code) => {
    const { value, diagnostics } = parse(file);
    expect(value).toBeNull();
    expect(diagnostics).toMatchObject([{ code }]);
  });

  it.each(['', 'no XML at all', '\u000e\u0010\u0000\u0000abcd.FIT', '<gpx', '<gpx/><gpx/>'])(
    'is never a crash: %j',
    (text) => {
      const { value, diagnostics } = parseTrack({ file: 'course.gpx', text });
      expect(value).toBeNull();
      expect(diagnostics).toHaveLength(1);
    },
  );
});
