/** What the messages of a FIT file say: a course, or an activity. Field numbers and scales are Garmin's profile. */
import type { ActivityPause } from '../../domain/activity.js';
import type { Track } from '../../domain/course.js';
import type { Parsed } from '../../domain/problems/problem.js';
import type { RawFile } from '../source.js';
import type { ActivityFile, RecordedPoint } from './activity-file.js';
import { collectCourse } from './course-file.js';
import { FIT_MESSAGES, type FitMessage, readFit } from './fit-file.js';
import { trackOf } from './track.js';

const RECORD = {
  lat: 0,
  lon: 1,
  altitude: 2,
  heartRate: 3,
  distance: 5,
  power: 7,
  enhancedAltitude: 78,
};
const COURSE_POINT = { lat: 2, lon: 3, name: 6 };
const COURSE_NAME = 5;
const EVENT = { event: 0, type: 1 };
const TIMER = 0;
/** Event types that stop the timer: stop, stop all, stop and disable (all). */
const STOPS = [1, 4, 8, 9];
const START = 0;

/** Angles are stored so that half a circle is 2³¹. */
const DEGREES = 180 / 2 ** 31;
/** Altitudes are stored as fifths of a metre above −500 m, distances as hundredths. */
const ALTITUDE_SCALE = 5;
const ALTITUDE_OFFSET_M = 500;
const DISTANCE_SCALE = 100;

const degrees = (value: number | null): string => (value === null ? '' : String(value * DEGREES));

/** Reads a FIT course, or the way of an activity, and its course points as waypoints. */
export async function parseFitTrack(raw: RawFile): Promise<Parsed<Track>> {
  const { value: messages, diagnostics } = await readFit(raw);
  if (!messages) return { value: null, diagnostics };
  const course = collectCourse();
  course.startTrack();
  for (const message of messages) {
    const { number, integer, text } = message;
    const position = { line: 1, column: 1 };
    if (number === FIT_MESSAGES.course) course.nameTrack(text(COURSE_NAME) ?? '');
    if (number === FIT_MESSAGES.record) {
      const [lat, lon] = [degrees(integer(RECORD.lat)), degrees(integer(RECORD.lon))];
      const ele = altitudeOf(message);
      // without a fix, as in a tunnel
      if (lat !== '' || lon !== '') course.addTrackPoint({ lat, lon, ele, name: '', position });
    }
    if (number === FIT_MESSAGES.coursePoint) {
      const { lat, lon } = COURSE_POINT;
      const name = text(COURSE_POINT.name) ?? '';
      const place = { lat: degrees(integer(lat)), lon: degrees(integer(lon)) };
      course.addWaypoint({ ...place, ele: '', name, position });
    }
  }
  const track = trackOf(course.result(), raw.file);
  return { value: track.value, diagnostics: [...diagnostics, ...track.diagnostics] };
}

function altitudeOf({ integer }: FitMessage): string {
  const stored = integer(RECORD.enhancedAltitude) ?? integer(RECORD.altitude);
  return stored === null ? '' : String(stored / ALTITUDE_SCALE - ALTITUDE_OFFSET_M);
}

/** Reads a FIT activity: its records, and the pauses between a stop of the timer and its next start. */
export async function readFitActivity(raw: RawFile): Promise<Parsed<ActivityFile>> {
  const { value: messages, diagnostics } = await readFit(raw);
  if (!messages) return { value: null, diagnostics };
  const points = messages
    .filter(({ number }) => number === FIT_MESSAGES.record)
    .map(({ atS, integer }): RecordedPoint => {
      const distance = integer(RECORD.distance);
      return {
        at: atS === null ? null : atS * 1000,
        lat: degrees(integer(RECORD.lat)),
        lon: degrees(integer(RECORD.lon)),
        distanceM: distance === null ? null : distance / DISTANCE_SCALE,
        heartRateBpm: integer(RECORD.heartRate),
        powerW: integer(RECORD.power),
      };
    });
  return { value: { points, pauses: pausesOf(messages) }, diagnostics };
}

function pausesOf(messages: readonly FitMessage[]): ActivityPause[] {
  const pauses: ActivityPause[] = [];
  let stoppedS: number | null = null;
  for (const { number, atS, integer } of messages) {
    if (number !== FIT_MESSAGES.event || integer(EVENT.event) !== TIMER || atS === null) continue;
    const type = integer(EVENT.type);
    if (type !== null && STOPS.includes(type)) stoppedS ??= atS;
    if (type !== START) continue;
    if (stoppedS !== null && atS > stoppedS) {
      pauses.push({ fromAt: stoppedS * 1000, toAt: atS * 1000 });
    }
    stoppedS = null;
  }
  return pauses;
}
