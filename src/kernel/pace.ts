/** Pace: how long a distance takes. */
import { M_PER_KM } from './units.js';

/** Seconds per kilometre of a distance (metres, above 0) covered in `seconds`. */
export const paceOf = (seconds: number, metres: number): number => (seconds * M_PER_KM) / metres;

/** Seconds that `metres` take at a pace. */
export const timeAtPace = (paceSPerKm: number, metres: number): number =>
  (paceSPerKm * metres) / M_PER_KM;
