/** Whether what was to be done before the race is done. */
import type { Plan } from '../../../domain/plan.js';
import type { Milestone } from '../../../domain/preparation.js';
import type { Graded } from './severity.js';

export type PreparationWarning = Graded<{ kind: 'not done'; milestones: readonly Milestone[] }>;

export const preparationWarnings = (plan: Plan): PreparationWarning[] => {
  const milestones = plan.prep.filter((milestone) => !milestone.done);
  return milestones.length > 0 ? [{ severity: 'advice', kind: 'not done', milestones }] : [];
};
