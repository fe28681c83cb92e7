/** What a target is planned for: a goal `under 12h` is not met in 12:00:00. */
import type { Goal } from '../../domain/goal.js';
import { S_PER_MIN } from '../../kernel/units.js';

/** So much inside a time goal is planned. */
const INSIDE_S = S_PER_MIN;
/** Times nearer than this are printed alike. */
const SAME_S = 0.5;

const goalAt = (goals: readonly Goal[], timeS: number): Goal | null =>
  goals.find(({ target }) => target.kind === 'time' && Math.abs(target.targetS - timeS) < SAME_S) ??
  null;

/** A finish time to plan for, seconds: a minute inside each goal whose very time is asked for. */
export function aimInside(goals: readonly Goal[], targetS: number): number {
  let aimS = targetS;
  while (aimS > INSIDE_S && goalAt(goals, aimS)) aimS -= INSIDE_S;
  return aimS;
}

/** The goal that a finish time lies just a minute inside; `null` when there is none. */
export const goalJustMet = (goals: readonly Goal[], finishS: number): Goal | null =>
  goalAt(goals, finishS + INSIDE_S);
