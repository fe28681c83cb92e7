/** A value of the plan that stands on the command line: read as the plan would read it. */
import type { z } from 'zod';
import type { Parsed } from '../../domain/problems/problem.js';
import type { Tell } from './leaf.js';

/**
 * @param leaf how the plan reads it
 * @param argument what to call it in a problem
 */
export function readAlone<T>(leaf: z.ZodType<T>, argument: string, written: string): Parsed<T> {
  const { success, data, error } = leaf.safeParse(written);
  if (success) return { value: data, diagnostics: [] };
  const tells = error.issues.flatMap((issue) =>
    issue.code === 'custom' && issue.params ? [issue.params.tell as Tell] : [],
  );
  return { value: null, diagnostics: tells.map((tell) => tell(argument, {})) };
}
