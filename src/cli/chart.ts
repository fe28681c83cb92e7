/** `--every 5km --all-laps`: what rows the tables of a plan have. */
import { error, type Problem } from '../domain/problems/problem.js';
import { type ChartOptions, marksEvery } from '../engine/pacing/chart-rows.js';
import { parseQuantity } from '../kernel/quantity.js';
import type { UnitSystem } from '../kernel/units.js';
import { type Options, textOf } from './options.js';

/** Marks nearer to each other than this are no help to anyone. */
const LEAST_M = 100;

/** @param planUnits of the plan; `--units` overrides them. What makes no sense becomes a problem. */
export function readChartOptions(
  { written, units }: Options,
  planUnits: UnitSystem,
  problems: Problem[],
): ChartOptions {
  const system = units ?? planUnits;
  const every = textOf(written, 'every');
  const everyM = every == null ? null : parseQuantity(every, 'distance', system);
  const isGood = everyM != null && everyM >= LEAST_M;
  if (every != null && !isGood) {
    problems.push(
      error('BAD_ARGUMENT', {
        argument: '--every',
        value: every,
        expected: 'a distance of at least 100 m, such as 5km or 10mi',
        suggestion: null,
      }),
    );
  }
  const isMiles =
    every != null &&
    (/mi/i.test(every) || (/^[\d.]+$/.test(every.trim()) && system === 'imperial'));
  return {
    marks: isGood ? marksEvery(everyM, isMiles ? 'imperial' : 'metric') : null,
    units: system,
    allLaps: written.allLaps === true,
  };
}
