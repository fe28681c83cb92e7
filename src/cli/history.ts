/** What the past teaches of a race: of the plan's goals, and of its course. */
import type { Problem } from '../domain/problems/problem.js';
import { comparableEditions, type FieldReview, reviewField } from '../engine/field/field.js';
import { type Forecaster, prepareForecaster } from '../engine/forecast/forecaster.js';
import { readPastEdition } from '../engine/history/edition.js';
import type { Context } from './command.js';
import { loadHistory } from './editions.js';
import type { LoadedCourse, Notes } from './loaded.js';

export interface Past {
  /** `null` when the plan names no past editions. */
  field: FieldReview | null;
  forecaster: Forecaster;
}

/** Reads the past editions of the plan, and builds the forecaster that every command asks. */
export async function loadPast(
  race: LoadedCourse,
  { options, progress }: Context,
  notes: Notes,
): Promise<Past> {
  const { plan, course, sun } = race;
  const found = { problems: [], sources: notes.sources };
  const editions = await loadHistory(race, options, found, progress);
  notes.problems.push(...withoutNotes(found.problems));
  const field = plan.history.length === 0 ? null : reviewField(editions, plan);
  const comparable = comparableEditions(field);
  const forecaster = prepareForecaster({
    plan,
    course,
    sun,
    editions: comparable.map(({ edition }) => readPastEdition(edition, course.distanceM)),
    outcomes: comparable,
  });
  return { field, forecaster };
}

/** What was assumed about past editions is told by `field`; elsewhere only what is wrong with them. */
const withoutNotes = (problems: readonly Problem[]): Problem[] =>
  problems.filter(({ severity }) => severity !== 'note');
