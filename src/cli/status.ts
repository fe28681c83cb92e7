/** What the exit status says. */
import { hasErrors } from '../kernel/diagnostic.js';
import { isFailed } from '../report/outcome.js';
import type { Outcome } from './command.js';
import type { Options } from './options.js';

export const EXIT = {
  /** Nothing judged failed, or there was nothing to judge. */
  done: 0,
  /** See `report/outcome.ts`. */
  failed: 1,
  /** Bad usage, or input that cannot be used: nothing computed, nothing written. */
  unusable: 2,
  bug: 3,
} as const;

export function exitStatusOf({ output, problems }: Outcome, options: Options): number {
  if (hasErrors(problems)) return EXIT.unusable;
  if (output === null || typeof output === 'string') return EXIT.done;
  return isFailed(output, options) ? EXIT.failed : EXIT.done;
}
