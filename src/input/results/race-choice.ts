/** Which of several races in one file is the plan's. */
import { error, type Parsed } from '../../domain/problems/problem.js';
import { nameLikeness } from '../../kernel/station-name.js';
import type { ResultsContext } from './context.js';
import { distanceInName } from './distance-names.js';

const SURE = 0.85;
/** A race's name gives its distance rounded. */
const NEARLY = 0.04;

/**
 * Chooses by what was asked for, else by the distance in the names, else by the plan's own name.
 * @param races as the file names them, at least one
 * @returns `null` with `RACE_UNCLEAR` when none or several fit
 */
export function chooseRace(
  file: string,
  races: readonly string[],
  { race: asked, raceName, distanceM }: ResultsContext,
): Parsed<string> {
  const only = (fits: readonly string[]) => (fits.length === 1 ? fits[0]! : null);
  const alike = (name: string | null, among: readonly string[]) =>
    only(among.filter((race) => race === name)) ??
    only(among.filter((race) => name != null && nameLikeness(race, name) >= SURE));
  const sameDistance = races.filter((race) => {
    const writtenM = distanceInName(race);
    return writtenM != null && distanceM != null && Math.abs(writtenM / distanceM - 1) < NEARLY;
  });
  const value =
    asked != null
      ? alike(asked, races)
      : (only(races) ??
        only(sameDistance) ??
        alike(raceName, sameDistance.length > 0 ? sameDistance : races));
  const diagnostics = value == null ? [error('RACE_UNCLEAR', { asked, races }, { file })] : [];
  return { value, diagnostics };
}
