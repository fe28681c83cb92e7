/**
 * What counts as failing: one rule for the exit status, JUnit and whoever asks.
 *
 * A goal missed fails. With `--strict` so does a goal that is unknown or no longer alive, an A goal that is
 * unlikely, and a plan there is something to object to. Goals of priorities not judged neither pass nor fail.
 */
import type { Priority } from '../domain/goal.js';
import type { Report, Verdict } from './report.js';

/** What was asked for with `--strict` and `--goals`. */
export interface Judging {
  strict: boolean;
  /** Priorities of the goals that count. */
  judged: readonly Priority[];
}

export type Outcome = 'passed' | 'failed' | 'skipped';

/** Skipped: not judged, or neither good nor bad enough to pass or fail. */
export function outcomeOf(
  { status, priority, isGone }: Pick<Verdict, 'status' | 'priority' | 'isGone'>,
  { strict, judged }: Judging,
): Outcome {
  if (!judged.includes(priority)) return 'skipped';
  if (strict && isGone) return 'failed';
  switch (status) {
    case 'met':
    case 'likely':
    case 'possible':
      return 'passed';
    case 'missed':
      return 'failed';
    case 'unlikely':
      return strict && priority === 'A' ? 'failed' : 'skipped';
    case 'unknown':
      return strict ? 'failed' : 'skipped';
  }
}

/** The plan itself; `null` in a report that does not look for objections. */
export function outcomeOfPlan({ objections }: Report, { strict }: Judging): Outcome | null {
  if (!objections) return null;
  if (objections.length === 0) return 'passed';
  return strict ? 'failed' : 'skipped';
}

/** Whether anything in a report fails. */
export const isFailed = (report: Report, judging: Judging): boolean =>
  outcomeOfPlan(report, judging) === 'failed' ||
  report.verdicts.some((verdict) => outcomeOf(verdict, judging) === 'failed');
