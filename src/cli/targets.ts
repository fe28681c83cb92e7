/** `--target 11:30,12:00`: finish times for a what-if. */
import { isWithin, RACE_TIME_S } from '../domain/limits.js';
import type { PaceTarget } from '../domain/plan.js';
import { error, type Parsed, type Problem } from '../domain/problems/problem.js';
import { parseDuration, raceTimesIn } from '../kernel/quantity.js';

const ARGUMENT = '--target';

/** Reads a list of durations; every one that is none, or may be two, is a problem. */
export function parseTargets(written: string): Parsed<readonly PaceTarget[]> {
  const read = written.split(',').map((text) => ({ text, targetS: parseDuration(text) }));
  // of bare numbers the first choice of each, as one argument to be copied
  const bare = read.flatMap(({ text }) => raceTimesIn(text)?.at(-1)?.replace(' ', '') ?? text);
  const isAnyBare = read.some(({ text }) => raceTimesIn(text) !== null);
  return {
    value: read.flatMap(({ targetS }) => (targetS == null ? [] : [{ kind: 'time', targetS }])),
    diagnostics: isAnyBare
      ? [
          error('DURATION_UNCLEAR', {
            key: ARGUMENT,
            written,
            choices: [`${ARGUMENT} ${bare.join(',')}`],
          }),
        ]
      : read.flatMap((target) => problemWith(target) ?? []),
  };
}

function problemWith({
  text: value,
  targetS,
}: {
  text: string;
  targetS: number | null;
}): Problem | null {
  if (targetS !== null && isWithin(targetS, RACE_TIME_S)) return null;
  const expected = 'a finish time such as 11:45, or several: 11:30,12:00';
  return error('BAD_ARGUMENT', { argument: ARGUMENT, value, expected, suggestion: null });
}
