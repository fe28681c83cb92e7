/** What the exit status says. */

import { hasErrors } from '../kernel/diagnostic.js';
import type { VerdictStatus } from '../report/report.js';
import type { Outcome } from './command.js';
import type { Options } from './options.js';

export const EXIT = {
  /** Every goal judged was met, or there was nothing to judge. */
  done: 0,
  missed: 1,
  /** Bad usage, or input that cannot be used: nothing computed, nothing written. */
  unusable: 2,
  bug: 3,
} as const;

const FAILS_STRICTLY: readonly VerdictStatus[] = ['unknown', 'unlikely'];

export function exitStatusOf(outcome: Outcome, { judged, strict }: Options): number {
  const { output, problems, unfit } = outcome;
  if (hasErrors(problems)) return EXIT.unusable;
  const verdicts = output === null || typeof output === 'string' ? [] : output.verdicts;
  const statuses = verdicts.filter((v) => judged.includes(v.priority)).map(({ status }) => status);
  if (statuses.includes('missed')) return EXIT.missed;
  const doubtful = unfit || statuses.some((status) => FAILS_STRICTLY.includes(status));
  return strict && doubtful ? EXIT.missed : EXIT.done;
}
