/** A plan to begin with, and what it comes to: the same readers that a plan on disk meets. */
import type { Course, Track } from '../domain/course.js';
import type { Plan } from '../domain/plan.js';
import { buildCourse } from '../engine/course/course.js';
import { prepareForecaster } from '../engine/forecast/forecaster.js';
import { NOTHING_EARLIER } from '../engine/lessons/earlier.js';
import { parsePlan } from '../input/plan.js';
import { hasErrors } from '../kernel/diagnostic.js';
import { writeStarterPlan } from '../render/starter/plan.js';
import { starterBlocks } from '../report/starter/blocks.js';
import type { Starter } from '../report/starter/starter.js';
import type { Notes } from './loaded.js';
import { solveRace } from './race.js';

export interface StarterPlan {
  text: string;
  plan: Plan;
  course: Course;
  track: Track | null;
}

/**
 * Writes the plan, reads it again and builds its course, so that nothing is handed out that cannot be used.
 * @param file the path it is to have
 * @returns `null` with errors of it among the notes
 */
export function buildStarter(
  starter: Starter,
  track: Track | null,
  file: string,
  notes: Notes,
): StarterPlan | null {
  const text = writeStarterPlan(starterBlocks(starter), starter.units);
  notes.sources.set(file, text);
  const { value: plan, diagnostics } = parsePlan({ file, text });
  // what is only assumed is told by `check`
  const told = (problems: typeof diagnostics) =>
    notes.problems.push(...problems.filter(({ severity }) => severity !== 'note'));
  told(diagnostics);
  if (!plan || hasErrors(diagnostics)) return null;
  const { value: course, diagnostics: built } = buildCourse(plan, track);
  told(built);
  if (!course || hasErrors(built)) return null;
  return { text, plan, course, track };
}

/** Paces the plan; what makes that impossible is noted. */
export function paceStarter({ plan, course, track }: StarterPlan, notes: Notes): void {
  const forecaster = prepareForecaster({ plan, course, sun: null, editions: [], outcomes: [] });
  const race = { plan, course, track, sun: null, field: null, forecaster };
  solveRace({ ...race, earlier: NOTHING_EARLIER }, plan.pacing.target, notes.problems);
}
