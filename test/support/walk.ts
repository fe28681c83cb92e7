/** Activities made by walking a course: where every second of it is known. */
import type { Activity } from '../../src/domain/activity.js';
import type { TrackPoint } from '../../src/domain/course.js';
import { interpolate, type Knot } from '../../src/kernel/interpolate.js';
import { fileId, fitFile, lap, record, timerEvent } from './fit.js';

export interface Stop {
  /** Along the track walked. */
  atM: number;
  stopS: number;
  /** Whether the watch's timer stood still as well, and nothing was recorded. */
  isPaused?: boolean;
}

export interface Walk {
  points: readonly TrackPoint[];
  speed: number;
  stops?: readonly Stop[];
  /** Of the watch. */
  everyS?: number;
  /** What it errs, metres; slowly wandering. */
  errorM?: number;
  /** Ends there, instead of at the end of the track. */
  untilM?: number;
  startAt?: number;
  /** Begins there. */
  fromM?: number;
}

export const START = Date.parse('2024-06-01T04:00:00Z');
const DEGREE_M = 111_195;

/** Seconds to each distance along the track, and where the walker is at each second. */
export function timetable({ points, speed, stops = [], untilM, fromM = 0 }: Walk) {
  const endM = untilM ?? points.at(-1)!.distanceM;
  const knots: Knot[] = [[0, fromM]];
  let [s, m] = [0, fromM];
  for (const { atM, stopS } of stops.filter((stop) => stop.atM <= endM)) {
    s += (atM - m) / speed;
    m = atM;
    knots.push([s, m], [s + stopS, m]);
    s += stopS;
  }
  knots.push([s + (endM - m) / speed, endM]);
  const arriveS = (atM: number): number => {
    const stop = knots.find(([, knotM]) => knotM === atM);
    return stop
      ? stop[0]
      : interpolate(
          knots.map(([a, b]): Knot => [b, a]),
          atM,
        );
  };
  return { knots, arriveS, endS: knots.at(-1)![0] };
}

/** What the watch records. */
export function walk(way: Walk): Activity {
  const { points, everyS = 1, errorM = 0, startAt = START, stops = [] } = way;
  const { knots, endS } = timetable(way);
  const lats = points.map(({ distanceM, lat }): Knot => [distanceM, lat]);
  const lons = points.map(({ distanceM, lon }): Knot => [distanceM, lon]);
  const pauses = stops
    .filter((stop) => stop.isPaused)
    .map(({ atM, stopS }) => {
      const fromS = knots.find(([, m]) => m === atM)![0];
      return { fromS, toS: fromS + stopS };
    });
  const isPaused = (s: number) => pauses.some(({ fromS, toS }) => s > fromS && s < toS);
  const seconds = Array.from({ length: Math.floor(endS / everyS) + 1 }, (_, i) => i * everyS);
  if (seconds.at(-1)! < endS) seconds.push(endS);
  return {
    points: seconds
      .filter((s) => !isPaused(s))
      .map((s) => {
        const m = interpolate(knots, s);
        const north = errorM * Math.sin(s / 37) + (errorM / 3) * Math.sin(s / 3.1);
        const east = errorM * Math.cos(s / 51) + (errorM / 3) * Math.cos(s / 2.3);
        const lat = interpolate(lats, m) + north / DEGREE_M;
        return {
          at: startAt + s * 1000,
          place: {
            lat,
            lon: interpolate(lons, m) + east / DEGREE_M / Math.cos((lat * Math.PI) / 180),
          },
          distanceM: m,
          heartRateBpm: 120 + Math.round(s / 600),
          powerW: null,
        };
      }),
    pauses: pauses.map(({ fromS, toS }) => ({
      fromAt: startAt + fromS * 1000,
      toAt: startAt + toS * 1000,
    })),
  };
}

/** The activity as a watch writes it. */
export function fitOf({ points, pauses }: Activity): Uint8Array {
  const events = pauses.flatMap(({ fromAt, toAt }) => [
    { at: fromAt, bytes: timerEvent(fromAt, 4) },
    { at: toAt, bytes: timerEvent(toAt, 0) },
  ]);
  const records = points.map(({ at, place, ...rest }) => ({
    at,
    bytes: record({ at, lat: place?.lat ?? null, lon: place?.lon ?? null, ...rest }),
  }));
  const startAt = points[0]!.at;
  return fitFile(
    fileId(4, startAt),
    timerEvent(startAt, 0),
    ...[...events, ...records].toSorted((a, b) => a.at - b.at).map(({ bytes }) => bytes),
    lap(points.at(-1)!.at),
    timerEvent(points.at(-1)!.at, 4),
  );
}

const iso = (at: number) => new Date(at).toISOString();

export const gpxOf = ({ points }: Activity): string => {
  const written = points.map(
    ({ at, place, heartRateBpm }) =>
      `<trkpt lat="${place!.lat}" lon="${place!.lon}"><time>${iso(at)}</time><extensions><gpxtpx:TrackPointExtension><gpxtpx:hr>${heartRateBpm}</gpxtpx:hr></gpxtpx:TrackPointExtension></extensions></trkpt>`,
  );
  return `<?xml version="1.0"?>\n<gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1" xmlns:gpxtpx="http://www.garmin.com/xmlschemas/TrackPointExtension/v1"><trk><trkseg>\n${written.join('\n')}\n</trkseg></trk></gpx>\n`;
};

export const tcxOf = ({ points }: Activity): string => {
  const written = points.map(
    ({ at, place, heartRateBpm, distanceM }) =>
      `<Trackpoint><Time>${iso(at)}</Time><Position><LatitudeDegrees>${place!.lat}</LatitudeDegrees><LongitudeDegrees>${place!.lon}</LongitudeDegrees></Position><DistanceMeters>${distanceM}</DistanceMeters><HeartRateBpm><Value>${heartRateBpm}</Value></HeartRateBpm></Trackpoint>`,
  );
  return `<TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2"><Activities><Activity Sport="Running"><Lap StartTime="${iso(points[0]!.at)}"><Track>\n${written.join('\n')}\n</Track></Lap></Activity></Activities></TrainingCenterDatabase>\n`;
};
