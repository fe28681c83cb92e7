/** What the runner carries besides food and drink, and when. */

/** When something is needed. */
export type Condition =
  | { kind: 'always' }
  /** Twilight counts: a lamp is wanted before it is dark. */
  | { kind: 'dark' }
  | { kind: 'hot'; fromC: number }
  | { kind: 'cold'; untilC: number }
  /** Nobody can say when: to be at hand all the way. */
  | { kind: 'rain' }
  | { kind: 'altitude'; aboveM: number }
  | { kind: 'after'; elapsedS: number }
  /** From a place on; as written, see `visits.ts`. */
  | { kind: 'at'; place: string }
  /** Words that are not understood: printed as they are. */
  | { kind: 'unread' };

/** What `hot` and `cold` mean where a plan says no more: from 75 °F, and up to 45 °F, as runners dress. No source. */
export const HOT_C = ((75 - 32) * 5) / 9;
export const COLD_C = ((45 - 32) * 5) / 9;

export interface GearItem {
  item: string;
  when: Condition;
  /** As written; `null` when nothing is. */
  whenText: string | null;
  /** A second one comes along. */
  spare: boolean;
  /** How long a battery lasts, seconds; `null` when not said, or there is none. */
  lastsS: number | null;
}
