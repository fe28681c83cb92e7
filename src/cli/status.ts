/** What the exit status says. */

import { hasErrors } from '../kernel/diagnostic.js';
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

export function exitStatusOf(outcome: Outcome, { judged, strict }: Options): number {
  const { output, problems, unfit } = outcome;
  if (hasErrors(problems)) return EXIT.unusable;
  const verdicts = output === null || typeof output === 'string' ? [] : output.verdicts;
  const statuses = verdicts.filter((v) => judged.includes(v.priority)).map(({ status }) => status);
  if (statuses.includes('missed')) return EXIT.missed;
  return strict && unfit ? EXIT.missed : EXIT.done;
}
