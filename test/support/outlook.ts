/** What is known of the finish before the race, as `build` is told it. */
import type { Course } from '../../src/domain/course.js';
import type { Plan } from '../../src/domain/plan.js';
import { comparableEditions, type FieldReview } from '../../src/engine/field/field.js';
import type { FinishOutlook } from '../../src/engine/forecast/finish.js';
import { prepareForecaster } from '../../src/engine/forecast/forecaster.js';

export const NOTHING_KNOWN: FinishOutlook = {
  time: null,
  finishers: null,
  latestS: null,
  finishRatio: null,
  underRatio: null,
  editions: [],
};

export const outlookOf = (
  plan: Plan,
  course: Course,
  field: FieldReview | null = null,
): FinishOutlook =>
  prepareForecaster({
    plan,
    course,
    sun: null,
    editions: [],
    outcomes: comparableEditions(field),
  }).finish();
