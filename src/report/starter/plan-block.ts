/** A key of a starter plan: its comment, what it holds, and examples to be taken in. */
import { span, type Text, type Value } from '../value.js';

/** What a key of a plan may say; values are written in the units of the plan, `null` is left empty. */
export type PlanValue =
  | string
  | number
  | boolean
  | null
  | { readonly text: Text }
  | { readonly metres: number }
  | readonly PlanValue[]
  | PlanMap;
export interface PlanMap {
  readonly [key: string]: PlanValue;
}

/** One key of a plan. */
export interface PlanBlock {
  key: string;
  /** A line each, above it. */
  comment: readonly string[];
  /** `null`: all of it is an example. */
  holds: PlanValue;
  /** To be taken in by those who want them: further keys of what holds, else all that stands under the key. */
  examples: PlanValue;
  /** Of a list that holds: how it may go on. */
  more?: { readonly [key: string]: readonly PlanValue[] };
}

/** A distance to the metre, as tables have it: rounded further, a station would lie on its neighbour, or at the finish. */
export const exactly = (metres: number): PlanValue => ({ metres });

/** A value with its unit. */
export const said = (value: Value): PlanValue => ({ text: [value] });

/** To the second: a limit rounded up would be one that is missed. */
export const spanExactly = (seconds: number): Value => span(seconds, 1);

/** A key with its value; nothing where that is not known. */
export const given = (key: string, value: number | null, as: (value: number) => Value): PlanMap =>
  value === null ? {} : { [key]: said(as(value)) };

/** A key that holds. */
export const block = (key: string, comment: readonly string[], holds: PlanValue): PlanBlock => ({
  key,
  comment,
  holds,
  examples: null,
});

/** A key that is all an example. */
export const example = (
  key: string,
  comment: readonly string[],
  examples: PlanValue,
): PlanBlock => ({
  key,
  comment,
  holds: null,
  examples,
});
