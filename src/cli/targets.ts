/** `--target 11:30,12:00`: finish times for a what-if. */
import type { PaceTarget } from '../domain/plan.js';
import { error, type Parsed } from '../domain/problems/problem.js';
import { parseDuration } from '../kernel/quantity.js';

/** Reads a list of durations; every one that is none is a problem. */
export function parseTargets(written: string): Parsed<readonly PaceTarget[]> {
  const read = written.split(',').map((text) => ({ text, targetS: parseDuration(text) }));
  const bad = read.filter(({ targetS }) => targetS == null || targetS <= 0);
  return {
    value: read.flatMap(({ targetS }) => (targetS == null ? [] : [{ kind: 'time', targetS }])),
    diagnostics: bad.map(({ text }) =>
      error('BAD_ARGUMENT', {
        argument: '--target',
        value: text,
        expected: 'a finish time such as 11:45, or several: 11:30,12:00',
        suggestion: null,
      }),
    ),
  };
}
