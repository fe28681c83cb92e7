/** A plan to begin with: what is known of the race when nobody has written anything yet. */
import type { UnitSystem } from '../../kernel/units.js';

/** A station as far as a track or a table tells. */
export interface StarterStation {
  name: string;
  /** From the start, on the first lap. */
  atM: number;
  /** Elapsed; `null` unknown, as the others. */
  cutoffS: number | null;
  elevationM: number | null;
  gainM: number | null;
  lossM: number | null;
  /** Whether crew may come; `null`: nobody has said. */
  crew: boolean | null;
}

/** What a table of stations tells of the whole course; `null` unknown. */
export interface StarterTotals {
  gainM: number | null;
  lossM: number | null;
  /** Of the start. */
  elevationM: number | null;
  /** Elapsed seconds at which the finish closes. */
  cutoffS: number | null;
}

export interface Starter {
  name: string;
  units: UnitSystem;
  /** Date and time of the start, as written; `null` open. */
  start: string | null;
  /** IANA name; `null` open. */
  zone: string | null;
  /** Of the whole race. */
  distanceM: number;
  /** The same as the user wrote it; `null`: as measured. */
  distanceWritten: string | null;
  laps: number;
  /** The course, as the plan is to name it. */
  trackFile: string | null;
  /** Whether that track tells the climb. */
  hasClimb: boolean;
  /** Past editions, as the plan is to name them. */
  historyFile: string | null;
  stations: readonly StarterStation[];
  totals: StarterTotals;
  /** Names of stations, in order, of which nothing tells where they are. */
  unplaced: readonly string[];
  targetS: number;
  /** The same as the user wrote it; `null`: taken, as `targetFrom` says. */
  targetWritten: string | null;
  targetFrom: 'user' | 'past editions' | 'nobody';
}
