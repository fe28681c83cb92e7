/** What must be known of the race to read one runner's logs. */
import type { Product } from '../../domain/nutrition.js';
import type { UnitSystem } from '../../kernel/units.js';
import type { RaceStart, TimeKind } from '../times/reading.js';

/** The loops of a race in loops. */
export interface LoopContext {
  loopM: number;
  /** From one bell to the next; `null` where none rings. */
  everyS: number | null;
}

export interface LogContext extends RaceStart {
  /** In race order: start (0 m), stations, finish (the distance of the race). */
  places: readonly { name: string; atM: number }[];
  /** Of quantities written without a unit. */
  units: UnitSystem;
  products: readonly Product[];
  /** Planned arrival at each of `places`, elapsed; `null` when nothing is planned. What a reading is near to. */
  plannedS: readonly number[] | null;
  /** Planned departure from each of `places`, elapsed; `null` as `plannedS`. */
  plannedDepartS: readonly number[] | null;
  /** When the race closes, elapsed: nothing later passes without a word. `null` without a limit. */
  limitS: number | null;
  /** When a timed event ends, elapsed; `null` in a race of a distance. */
  timedS: number | null;
  /** Left out, or `null`: the course is no loop. */
  loop?: LoopContext | null;
  /** What the times are, when the runner says so. */
  times: TimeKind | null;
  /** Whether the race goes on: a row that fits nowhere is left out then, and said to be, rather than an error. */
  goesOn: boolean;
}
