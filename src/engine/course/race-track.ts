/** A track laid along the official course: repeated lap by lap where it is one of several, stretched between stations. */
import type { Station, Track, TrackPoint } from '../../domain/course.js';
import type { Plan } from '../../domain/plan.js';
import type { Knot } from '../../kernel/interpolate.js';
import { type AnchoredStations, anchorStations } from './anchors.js';
import { isLapTable, isLapTrack, repeatStations, repeatTrack } from './laps.js';

export interface LaidStations {
  /** Of the whole race; `null` when neither the plan nor a track tells. */
  distanceM: number | null;
  /** The track of the whole race. */
  wholeTrack: Track | null;
  /** The station table of the whole race. */
  listed: readonly Station[];
  /** The stations on the track. */
  anchored: AnchoredStations | null;
}

export const trackLength = ({ points }: Track): number => points.at(-1)!.distanceM;

/** Lays the plan's stations on its track, as far as there is one. */
export function layStations(plan: Plan, track: Track | null): LaidStations {
  const { course: spec, file } = plan;
  const lapTrack = track && isLapTrack(track, spec) ? track : null;
  const wholeTrack = lapTrack ? repeatTrack(lapTrack, spec.laps) : track;
  const distanceM = spec.distanceM ?? (wholeTrack && trackLength(wholeTrack));
  if (distanceM === null) return { distanceM, wholeTrack, listed: spec.stations, anchored: null };
  const listed = listStations(plan, lapTrack, distanceM);
  const anchored = wholeTrack && anchorStations(listed, wholeTrack, distanceM, file);
  return { distanceM, wholeTrack, listed, anchored };
}

/** The station table of the whole race; a waypoint on the track of one lap is passed every lap. */
function listStations(
  { course: spec, defaultStopS, file }: Plan,
  lapTrack: Track | null,
  distanceM: number,
): readonly Station[] {
  const { laps, stations } = spec;
  if (!isLapTable(spec, distanceM)) return stations;
  const lap = lapTrack
    ? anchorStations(stations, lapTrack, distanceM / laps, file).stations
    : stations;
  return repeatStations(lap, laps, distanceM, defaultStopS);
}

export interface LaidTrack {
  /** Of one lap, or of the whole race. */
  points: readonly TrackPoint[];
  /** How often it is run, each time beginning so far behind the time before. */
  laps: number;
  lapM: number;
  /** `[official distance, distance along the track of the whole race]`, where that is fastened. */
  anchors: readonly Knot[];
}

/** The track of the race, and where it is fastened to the official course. */
export function layTrack(plan: Plan, track: Track): LaidTrack | null {
  const { wholeTrack, anchored } = layStations(plan, track);
  if (!wholeTrack || !anchored) return null;
  const { laps } = plan.course;
  const { anchors } = anchored;
  if (wholeTrack === track) return { points: track.points, laps: 1, lapM: 0, anchors };
  const lapM = (trackLength(wholeTrack) - trackLength(track)) / (laps - 1);
  return { points: track.points, laps, lapM, anchors };
}
