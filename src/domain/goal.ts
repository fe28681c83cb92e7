/** Goals: what the runner wants, parsed from plain words (`goal-grammar.ts`). */
import type { Bounds } from './bounds.js';
import type { MetricId } from './metric.js';

/** A goals first. */
export const PRIORITIES = ['A', 'B', 'C'] as const;
export type Priority = (typeof PRIORITIES)[number];

export type Field = 'overall' | 'ageGroup' | 'gender' | 'women' | 'men';

export type Target =
  /** Finish in less than `targetS`. */
  | { kind: 'time'; targetS: number }
  /** Place `top` or better among `field`. */
  | { kind: 'place'; field: Field; top: number }
  | { kind: 'finish' }
  /** Cover `targetM`, in a timed event. */
  | { kind: 'distance'; targetM: number }
  /** In the metric's unit. */
  | { kind: 'kpi'; metric: MetricId; bounds: Bounds };

export interface Goal {
  /** As the runner wrote it. */
  text: string;
  priority: Priority;
  target: Target;
}

/** Whether a goal takes an official finish, which takes every cutoff. */
export const takesFinish = ({ kind }: Target): boolean =>
  kind === 'time' || kind === 'finish' || kind === 'place';

/** A goal as written: how many loops may be asked for before it is known how long one is. */
export type AskedTarget = Target | { kind: 'loops'; loops: number };
