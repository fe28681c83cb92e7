/** The results of a runner, as the past of an athlete; and those of many, to score forecasts on. */
import type { PastRace } from '../../domain/athlete.js';
import type { Parsed } from '../../domain/problems/problem.js';
import type { CareerResult } from '../../domain/record.js';
import { type Instant, noonOf } from '../../kernel/clock.js';
import type { UnitSystem } from '../../kernel/units.js';
import type { Source } from '../source.js';
import { parseResults } from './results.js';

/** A year alone stands for its middle: most races are within half a year of it. */
export const middleOfYear = (year: number): Instant => noonOf({ year, month: 7, day: 1 });

/**
 * Reads the athlete's own results. A date may be left out; that of a race whose name, or `year`, tells the year is
 * the middle of it.
 * @param units of bare numbers
 * @returns `null` with every problem of the file when anything in it is wrong
 */
export function parsePastRaces(source: Source, units: UnitSystem): Parsed<readonly PastRace[]> {
  const { value, diagnostics } = parseResults(source, units, false);
  const races = value?.map(
    ({ race, date, distanceM, gainM, status, endedAtM, timeS, line }): PastRace => ({
      race: race ?? `line ${line}`,
      distanceM,
      gainM,
      timeS,
      outcome: status === 'finished' ? { kind: 'finished' } : { kind: 'dnf', atM: endedAtM },
      dayAt: date?.kind === 'year' ? middleOfYear(date.year) : (date?.at ?? null),
      isYearAlone: date?.kind === 'year',
    }),
  );
  return { value: races ?? null, diagnostics };
}

/**
 * Reads results of many runners, a row a result.
 * @param units of bare numbers
 * @param isLenient whether to go on where more than a fifth of the finishes cannot be true
 * @returns `null` with every problem of the file when anything in it is wrong
 */
export function parseCareers(
  source: Source,
  units: UnitSystem,
  isLenient = false,
): Parsed<readonly CareerResult[]> {
  const { value, diagnostics } = parseResults(source, units, true, isLenient);
  const rows = value?.flatMap(({ runner, date, status, timeS, ...result }): CareerResult[] => {
    if (runner === null || date === null) return [];
    const { distanceM, gainM, cutoffS, line, race } = result;
    const dayAt = date.kind === 'year' ? middleOfYear(date.year) : date.at;
    const finishS = status === 'finished' ? timeS : null;
    return [{ runner, dayAt, distanceM, gainM, timeS: finishS, cutoffS, line, race }];
  });
  return { value: rows ?? null, diagnostics };
}
