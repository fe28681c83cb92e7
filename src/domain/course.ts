/** The course: where runners pass, and what lies between. */
import type { Span } from '../kernel/diagnostic.js';
import type { LatLon } from '../kernel/geo.js';
import type { Knot } from '../kernel/interpolate.js';
import type { Access } from './crew.js';

/** A ground, by its common name or as a share of extra time (`0.08` = 8 % slower than paved). */
export interface Terrain {
  name: string;
  slowdownRatio: number;
}

/** One visit to a place on the course, as the plan declares it. The same place passed twice is two stations. */
export interface Station {
  name: string;
  /** Distance from the start, official; `null` until a GPX waypoint places it. */
  atM: number | null;
  /** Above sea level, or `null` when not given; a track tells it better. */
  elevationM: number | null;
  /** Climb and descent of the leg that ends here, or `null` when not given. */
  gainM: number | null;
  lossM: number | null;
  terrain: Terrain | null;
  crew: boolean;
  dropBag: boolean;
  pacer: boolean;
  /** Elapsed seconds at which the station closes. */
  cutoffS: number | null;
  /** Of a station in a table of one lap: the same of each lap, in order; else `null`. */
  lapCutoffsS: readonly (number | null)[] | null;
  /** What is on the table. */
  fare: readonly string[];
  /** Whether bottles can be filled: everywhere, unless the plan says otherwise. */
  water: boolean;
  /** How the crew gets there; `null`: nothing is told. */
  access: Access | null;
  /** Planned stop, or `null` for the plan's default. */
  stopS: number | null;
  notes: string | null;
  /** Where the plan names it; `null` for a place the plan does not list. */
  span: Span | null;
}

/** Two distances closer than this are one place: station tables round to a tenth at best. */
export const SAME_PLACE_M = 1;

/** A point of a track: distance along it, position, elevation when the device knew it. */
export interface TrackPoint extends LatLon {
  distanceM: number;
  elevationM: number | null;
}

export interface Waypoint extends LatLon {
  name: string;
  elevationM: number | null;
}

/** A GPX or TCX course as read: all segments joined, distances measured along the ground. */
export interface Track {
  points: readonly TrackPoint[];
  waypoints: readonly Waypoint[];
}

/** A short piece of course on which every factor is taken as constant. */
export interface Cell {
  startM: number;
  distanceM: number;
  /** Climb and descent inside the cell, not below 0. */
  gainM: number;
  lossM: number;
  /** Mean elevation above sea level, or `null` when the course has no profile. */
  elevationM: number | null;
  terrainSlowdownRatio: number;
}

/** A stop on the course after placing: start, each station visit, finish. */
export interface Place extends Station {
  atM: number;
}

/** From one place to the next. */
export interface Leg {
  index: number;
  from: Place;
  to: Place;
  distanceM: number;
  /** `null` when neither the plan nor a track tells. */
  gainM: number | null;
  lossM: number | null;
  terrain: Terrain | null;
  cells: readonly Cell[];
}

/** A course ready to be run: places in order from start (0) to finish (`distanceM`), one leg between each pair. */
export interface Course {
  distanceM: number;
  gainM: number | null;
  lossM: number | null;
  start: Place;
  finish: Place;
  legs: readonly Leg[];
  /** Where the sun is looked up: the start of the track, else the plan's `race.location`. */
  location: LatLon | null;
  /**
   * Heights by distance, both in metres, as far as a track or the plan tells them; between two of them the ground counts
   * as even. Of a table they are those of stations: hills between them do not show.
   */
  heights: readonly Knot[];
  /** What heights count from: the sea, or the start where only climbs and descents are told. */
  heightsAbove: 'sea' | 'start';
  /** How gain and elevation were obtained, for the report. */
  elevationSource: 'track' | 'stations' | 'none';
}

/** Every place in order: the start, the end of each leg. */
export const placesOf = ({ start, legs }: Course): Place[] => [start, ...legs.map(({ to }) => to)];
