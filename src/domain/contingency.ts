/** What is decided before the race for when it goes another way. */

/** What may happen, as far as its words are understood. */
export type Trigger =
  /** So much later than planned at a place; as written, see `visits.ts`; `null`: anywhere. */
  | { kind: 'behind'; byS: number; place: string | null }
  /** All stops so far took so much longer than planned. */
  | { kind: 'stops over'; byS: number }
  /** Not yet at a place at a time of day, seconds. */
  | { kind: 'not there'; place: string; tod: number }
  /** The finish is forecast later than this. */
  | { kind: 'forecast past'; finishS: number };

export interface Contingency {
  /** As written. */
  if: string;
  then: string;
  /** `null`: its words are not understood, or nothing that a clock shows. */
  trigger: Trigger | null;
}
