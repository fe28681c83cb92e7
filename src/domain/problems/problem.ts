/**
 * Every problem raceplan can report: its code and what the sentence needs to be told.
 * The sentences are in `render/problems/`, one file for each file here.
 */
import type { Diagnostic, Result, Severity, Span } from '../../kernel/diagnostic.js';
import type { ActivityProblemArgs } from './activity.js';
import type { CourseProblemArgs } from './course.js';
import type { ExportsProblemArgs } from './exports.js';
import type { LessonsProblemArgs } from './lessons.js';
import type { LogProblemArgs } from './log.js';
import type { PlanProblemArgs } from './plan.js';
import type { RaceFormatProblemArgs } from './race-format.js';
import type { ResultsProblemArgs } from './results.js';
import type { RunnersProblemArgs } from './runners.js';
import type { TrainingProblemArgs } from './training.js';
import type { UsageProblemArgs } from './usage.js';

export interface ProblemArgs
  extends PlanProblemArgs,
    RaceFormatProblemArgs,
    LogProblemArgs,
    LessonsProblemArgs,
    ActivityProblemArgs,
    CourseProblemArgs,
    ResultsProblemArgs,
    RunnersProblemArgs,
    TrainingProblemArgs,
    ExportsProblemArgs,
    UsageProblemArgs {}

export type ProblemCode = keyof ProblemArgs;

export type Problem = {
  [C in ProblemCode]: Diagnostic<C, ProblemArgs[C]>;
}[ProblemCode];

export type Parsed<T> = Result<T, Problem>;

export interface ProblemPlace {
  file?: string | null;
  span?: Span | null;
  related?: Problem['related'];
}

export function problemOf<C extends ProblemCode>(
  severity: Severity,
  code: C,
  args: ProblemArgs[C],
  place: ProblemPlace,
): Problem {
  const { file = null, span = null, related = [] } = place;
  return { code, severity, args, file, span, related } as Problem;
}

export const error = <C extends ProblemCode>(
  code: C,
  args: ProblemArgs[C],
  at: ProblemPlace = {},
) => problemOf('error', code, args, at);
export const warning = <C extends ProblemCode>(
  code: C,
  args: ProblemArgs[C],
  at: ProblemPlace = {},
) => problemOf('warning', code, args, at);
/** Something assumed: said, but not wrong. */
export const note = <C extends ProblemCode>(code: C, args: ProblemArgs[C], at: ProblemPlace = {}) =>
  problemOf('note', code, args, at);
