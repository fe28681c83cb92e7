import { describe, expect, it } from 'vitest';
import type { FileKind } from '../../src/domain/problems/usage.js';
import { parseActivity } from '../../src/input/track/activity.js';
import { fileId, fitFile, record, timerEvent } from '../support/fit.js';
import { START } from '../support/walk.js';

const parse = (text: string, kind: FileKind = 'gpx') =>
  parseActivity({ file: `run.${kind}`, kind, bytes: Buffer.from(text) });
const gpx = (...segments: readonly string[][]) =>
  `<gpx version="1.1"><trk>${segments.map((s) => `<trkseg>${s.join('')}</trkseg>`).join('')}</trk></gpx>`;
const point = (time: string, lat = '45.0', inside = '') =>
  `<trkpt lat="${lat}" lon="7.0"><time>${time}</time>${inside}</trkpt>`;

describe('a FIT activity', () => {
  it('holds places, distance, heart rate, power and the pauses of its timer', async () => {
    const at = (s: number) => START + s * 1000;
    const place = { lat: 45, lon: 7 };
    const bytes = fitFile(
      fileId(4, START),
      timerEvent(START, 0),
      record({ at: at(0), ...place, distanceM: 0, heartRateBpm: 100, powerW: 210 }),
      record({ at: at(60), ...place, lat: null, lon: null, distanceM: 150.5 }),
      timerEvent(at(61), 4),
      timerEvent(at(181), 0),
      record({ at: at(182), ...place, lat: 45.01, distanceM: 200, heartRateBpm: 140 }, false),
      timerEvent(at(183), 4),
    );
    const { value, diagnostics } = await parseActivity({ file: 'run.fit', kind: 'fit', bytes });
    expect(diagnostics).toEqual([]);
    const near = { lat: expect.closeTo(45, 6), lon: expect.closeTo(7, 6) };
    expect(value).toEqual({
      points: [
        { at: at(0), place: near, distanceM: 0, heartRateBpm: 100, powerW: 210 },
        { at: at(60), place: null, distanceM: 150.5, heartRateBpm: null, powerW: null },
        {
          at: at(182),
          place: { ...near, lat: expect.closeTo(45.01, 6) },
          distanceM: 200,
          heartRateBpm: 140,
          powerW: null,
        },
      ],
      pauses: [{ fromAt: at(61), toAt: at(181) }],
    });
  });
});

describe('a GPX activity', () => {
  it('holds times, of UTC where no zone is given, and heart rate and power by many names', async () => {
    const { value, diagnostics } = await parse(
      gpx([
        point('2024-06-01T06:00:00+02:00', '45.0', '<extensions><power>230</power></extensions>'),
        point(
          '2024-06-01T04:00:10',
          '45.001',
          '<extensions><ns3:TrackPointExtension><ns3:hr>131</ns3:hr></ns3:TrackPointExtension></extensions>',
        ),
        point('2024-06-01T04:00:20.500Z', '45.002', '<extensions><hr>0</hr></extensions>'),
      ]),
    );
    expect(diagnostics).toEqual([]);
    expect(value?.points.map(({ at }) => at - START)).toEqual([0, 10_000, 20_500]);
    expect(value?.points.map((p) => [p.heartRateBpm, p.powerW])).toEqual([
      [null, 230],
      [131, null],
      [null, null],
    ]);
  });

  it('paused where a segment begins later', async () => {
    const { value } = await parse(
      gpx(
        [point('2024-06-01T04:00:00Z'), point('2024-06-01T04:01:00Z')],
        [point('2024-06-01T04:01:01Z'), point('2024-06-01T04:02:00Z')],
        [point('2024-06-01T04:09:00Z')],
      ),
    );
    expect(value?.pauses).toEqual([{ fromAt: START + 120_000, toAt: START + 540_000 }]);
  });

  it('is put in the order of its times, and loses points without one, both said', async () => {
    const { value, diagnostics } = await parse(
      gpx([
        point('2024-06-01T04:01:00Z', '45.01'),
        point('2024-06-01T04:00:00Z', '45.0'),
        point('today', '45.02'),
        point('2024-06-01T04:02:00Z', '95'),
        point('2024-06-01T04:03:00Z', '45.03'),
      ]),
    );
    expect(value?.points.map(({ place }) => place?.lat)).toEqual([45, 45.01, 45.03]);
    expect(diagnostics).toMatchObject([
      { code: 'ACTIVITY_POINTS_SKIPPED', severity: 'warning', args: { count: 2 } },
      { code: 'ACTIVITY_TIMES_GO_BACK', severity: 'warning', args: { count: 1 } },
    ]);
  });

  it.each([
    [
      'a course',
      gpx(['<trkpt lat="45" lon="7"/>', '<trkpt lat="45" lon="7"/>']),
      'ACTIVITY_WITHOUT_TIMES',
    ],
    ['nothing', gpx([]), 'ACTIVITY_EMPTY'],
    [
      'one place',
      gpx([point('2024-06-01T04:00:00Z'), '<trkpt><time>2024-06-01T04:01:00Z</time></trkpt>']),
      'ACTIVITY_EMPTY',
    ],
    ['no XML', '<gpx', 'ACTIVITY_SYNTAX'],
  ])('is refused when it is %s', async (_, text, code) => {
    const { value, diagnostics } = await parse(text);
    expect(value).toBeNull();
    expect(diagnostics).toMatchObject([{ code, severity: 'error' }]);
  });
});

describe('a TCX activity', () => {
  it('holds distance, heart rate and power; a lap is no pause, a later track is', async () => {
    const trackpoint = (time: string, lat: string, m: number) =>
      `<Trackpoint><Time>${time}</Time><Position><LatitudeDegrees>${lat}</LatitudeDegrees><LongitudeDegrees>7</LongitudeDegrees></Position><DistanceMeters>${m}</DistanceMeters><HeartRateBpm><Value>150</Value></HeartRateBpm><Extensions><ns3:TPX><ns3:Watts>205</ns3:Watts></ns3:TPX></Extensions></Trackpoint>`;
    const { value, diagnostics } = await parse(
      `<TrainingCenterDatabase><Activities><Activity><Lap><DistanceMeters>100</DistanceMeters><AverageHeartRateBpm><Value>99</Value></AverageHeartRateBpm><Track>${trackpoint('2024-06-01T04:00:00Z', '45', 0)}</Track></Lap><Lap><Track>${trackpoint('2024-06-01T04:00:05Z', '45.0001', 11)}</Track><Track>${trackpoint('2024-06-01T04:05:00Z', '45.0002', 22)}</Track></Lap></Activity></Activities></TrainingCenterDatabase>`,
      'tcx',
    );
    expect(diagnostics).toEqual([]);
    expect(value?.points[1]).toEqual({
      at: START + 5_000,
      place: { lat: 45.0001, lon: 7 },
      distanceM: 11,
      heartRateBpm: 150,
      powerW: 205,
    });
    expect(value?.pauses).toEqual([{ fromAt: START + 5_000, toAt: START + 300_000 }]);
  });
});
