/** What the plan's past editions say of its goals. */
import type { Plan } from '../domain/plan.js';
import type { Problem } from '../domain/problems/problem.js';
import { type FieldReview, reviewField, timesOfInterest } from '../engine/field/field.js';
import { loadHistory } from './editions.js';
import type { Options } from './options.js';
import type { Loaded } from './race.js';

/** `null` when the plan names no past editions. */
export function reviewHistory(
  plan: Plan,
  options: Options,
  notes: Pick<Loaded<unknown>, 'problems' | 'sources'>,
): FieldReview | null {
  if (plan.history.length === 0) return null;
  const found = { problems: [], sources: notes.sources };
  const editions = loadHistory(plan, options, found);
  notes.problems.push(...withoutNotes(found.problems));
  const { target } = plan.pacing;
  const times = timesOfInterest(target?.kind === 'time' ? target.targetS : null, plan.goals);
  return reviewField(editions, plan.athlete, plan.goals, times);
}

/** What was assumed about past editions is told by `field`; elsewhere only what is wrong with them. */
const withoutNotes = (problems: readonly Problem[]): Problem[] =>
  problems.filter(({ severity }) => severity !== 'note');
