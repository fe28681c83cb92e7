/** Whether what was to be done before the race is done. */
import type { CalendarDay, Milestone } from '../../../domain/preparation.js';
import type { Readiness } from '../../readiness/countdown.js';
import type { Graded } from './severity.js';

export type PreparationWarning = Graded<
  | { kind: 'not done'; milestones: readonly Milestone[] }
  | {
      kind: 'overdue';
      milestone: Milestone;
      dueBy: CalendarDay;
      /** What waits for it and is due then; `null`: the day is its own. */
      dueFor: Milestone | null;
      /** The race is past: it was open at the start. */
      isPast: boolean;
    }
>;

/** What is overdue; where nobody asked which day it is, all that is open. */
export function preparationWarnings({ onDay, isPast, tasks }: Readiness): PreparationWarning[] {
  if (onDay === null) {
    const milestones = tasks.flatMap(({ milestone }) => (milestone.done ? [] : [milestone]));
    return milestones.length > 0 ? [{ severity: 'advice', kind: 'not done', milestones }] : [];
  }
  return tasks.flatMap(({ state, milestone, dueBy, dueFor }): PreparationWarning[] =>
    state === 'overdue' && dueBy !== null
      ? [{ severity: 'overdue', kind: 'overdue', milestone, dueBy, dueFor, isPast }]
      : [],
  );
}
