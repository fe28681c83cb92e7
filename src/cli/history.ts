/** What past editions teach: of the plan's goals, and of its course. */
import type { Problem } from '../domain/problems/problem.js';
import { comparableEditions, type FieldReview, reviewField } from '../engine/field/field.js';
import { readPastEdition } from '../engine/history/edition.js';
import { prepareHistory, type SplitHistory } from '../engine/history/history.js';
import { loadHistory } from './editions.js';
import type { LoadedCourse, Notes } from './loaded.js';
import type { Options } from './options.js';

export interface Past {
  /** `null` when the plan names no past editions. */
  field: FieldReview | null;
  /** Of the comparable editions; `null` when none has splits. */
  history: SplitHistory | null;
}

export function loadPast(
  { plan, course, sun }: LoadedCourse,
  options: Options,
  notes: Notes,
): Past {
  if (plan.history.length === 0) return { field: null, history: null };
  const found = { problems: [], sources: notes.sources };
  const editions = loadHistory(plan, options, found);
  notes.problems.push(...withoutNotes(found.problems));
  const field = reviewField(editions, plan);
  const past = comparableEditions(field).map(({ edition }) =>
    readPastEdition(edition, course.distanceM),
  );
  return { field, history: prepareHistory({ plan, course, sun, editions: past }) };
}

/** What was assumed about past editions is told by `field`; elsewhere only what is wrong with them. */
const withoutNotes = (problems: readonly Problem[]): Problem[] =>
  problems.filter(({ severity }) => severity !== 'note');
