/** Activities in GPX and TCX: track points with their times, heart rate and power. */
import type { ActivityPause } from '../../domain/activity.js';
import { error, type Parsed } from '../../domain/problems/problem.js';
import type { Source } from '../source.js';
import type { ActivityFile, RecordedPoint } from './activity-file.js';
import { readXml, type XmlElement } from './xml.js';

const POINTS = new Set(['trkpt', 'Trackpoint']);
/** Where a recording goes on after its timer stood still; also where a watch begins a lap. */
const PIECES = new Set(['trkseg', 'Track']);
/** From one point to the next of another piece longer than this is a pause. */
const LEAST_PAUSE_MS = 10_000;

/** What the elements inside a point hold. Extensions of Garmin, Strava and others name heart rate and power so. */
const FIELDS: Readonly<Record<string, keyof PointDraft>> = {
  time: 'time',
  Time: 'time',
  LatitudeDegrees: 'lat',
  LongitudeDegrees: 'lon',
  DistanceMeters: 'distance',
  hr: 'heartRate',
  heartrate: 'heartRate',
  power: 'power',
  PowerInWatts: 'power',
  Watts: 'power',
};

interface PointDraft {
  lat: string;
  lon: string;
  time: string;
  distance: string;
  heartRate: string;
  power: string;
}

const EMPTY: PointDraft = { lat: '', lon: '', time: '', distance: '', heartRate: '', power: '' };

/** Reads the points of a GPX or TCX activity. Routes and waypoints are left out. */
export function readXmlActivity({ file, text }: Source): Parsed<ActivityFile> {
  const points: RecordedPoint[] = [];
  const pauses: ActivityPause[] = [];
  let draft: PointDraft | null = null;
  let isNewPiece = false;

  const open = ({ name, attributes }: XmlElement) => {
    if (PIECES.has(name)) isNewPiece = true;
    const { lat = '', lon = '' } = attributes;
    if (POINTS.has(name)) draft = { ...EMPTY, lat, lon };
  };
  const close = ({ name, parent }: XmlElement, content: string) => {
    if (draft === null) return;
    const isHeartRate = name === 'Value' && parent === 'HeartRateBpm';
    const field = isHeartRate ? 'heartRate' : FIELDS[name];
    if (field) draft[field] = content;
    if (!POINTS.has(name)) return;
    const point = pointOf(draft);
    const before = points.at(-1);
    if (isNewPiece && before?.at != null && point.at !== null) {
      const isPause = point.at - before.at > LEAST_PAUSE_MS;
      if (isPause) pauses.push({ fromAt: before.at, toAt: point.at });
    }
    points.push(point);
    isNewPiece = false;
    draft = null;
  };
  const fault = readXml(text, { open, close });
  if (!fault) return { value: { points, pauses }, diagnostics: [] };
  const place = { file, span: { ...fault.position, length: 1 } };
  return { value: null, diagnostics: [error('ACTIVITY_SYNTAX', { reason: fault.reason }, place)] };
}

const pointOf = ({ lat, lon, time, distance, heartRate, power }: PointDraft): RecordedPoint => ({
  at: instantOf(time),
  lat,
  lon,
  distanceM: positive(distance),
  heartRateBpm: positive(heartRate),
  powerW: positive(power),
});

const ISO_TIME = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?)(Z|[+-]\d\d:?\d\d)?$/;

/** GPX and TCX tell times as ISO 8601, in UTC where no zone is given. */
function instantOf(written: string): number | null {
  const [, time, zone = 'Z'] = ISO_TIME.exec(written) ?? [];
  const at = time === undefined ? Number.NaN : Date.parse(`${time}${zone}`);
  return Number.isFinite(at) ? at : null;
}

/** A number not below 0. */
function positive(written: string): number | null {
  const value = written === '' ? Number.NaN : Number(written);
  return Number.isFinite(value) && value >= 0 ? value : null;
}
