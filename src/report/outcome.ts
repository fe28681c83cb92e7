/**
 * What counts as failing: one rule for the exit status, JUnit and whoever asks.
 *
 * A goal missed fails. With `--strict` so does a goal that is unknown or no longer alive, an A goal that is
 * unlikely, and each objection to a plan; advice does not. Goals of priorities not judged neither pass nor fail.
 */
import type { Priority } from '../domain/goal.js';
import type { Finding, Report, Verdict } from './report.js';

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

/** Of what was found in a plan. */
export function outcomeOfFinding({ isObjection }: Finding, { strict }: Judging): Outcome {
  if (!isObjection) return 'passed';
  return strict ? 'failed' : 'skipped';
}

/** Whether anything in a report fails, of whichever runner. */
export const isFailed = (report: Report, judging: Judging): boolean =>
  (report.runners ?? []).some((runner) => runner.report && isFailed(runner.report, judging)) ||
  (report.findings ?? []).some((finding) => outcomeOfFinding(finding, judging) === 'failed') ||
  report.verdicts.some((verdict) => outcomeOf(verdict, judging) === 'failed');
