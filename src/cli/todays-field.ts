/** Others' splits of this very day. */

import { isOfBib } from '../domain/record.js';
import { type FieldRunner, readField } from '../engine/today/field-runners.js';
import type { Context } from './command.js';
import { loadEditions, namedFile, type PlannedCourse } from './editions.js';
import type { Notes } from './loaded.js';
import { textOf } from './options.js';

export interface LoadedField {
  runners: readonly FieldRunner[];
  /** Seconds after the first wave at which the athlete started. */
  waveS: number;
  /** Several waves, and the file does not tell the athlete's: taken as the first. */
  isWaveTaken: boolean;
}

/** Reads the file of `--field`, without the athlete's own row; `null` when none is asked for, or it cannot be read. */
export async function loadTodaysField(
  race: PlannedCourse,
  { options, progress }: Context,
  notes: Notes,
): Promise<LoadedField | null> {
  const path = textOf(options.written, 'field');
  if (path === null) return null;
  const found: Notes = { problems: [], sources: notes.sources };
  // what --times says is said of the runner's own log
  const asked = { ...options, times: null };
  const editions = await loadEditions(namedFile(path), race, asked, found, {
    goesOn: true,
    progress,
  });
  // of a race that goes on nobody knows who finishes, so counting them would mislead
  notes.problems.push(...found.problems.filter(({ code }) => code !== 'RESULTS_READ_AS'));
  const splits = editions.at(-1)?.splits;
  if (!splits) return editions.length === 0 ? null : NOBODY;
  const bib = textOf(options.written, 'bib') ?? race.plan.athlete.bib;
  const own = splits.runners.find(({ result }) => bib !== null && isOfBib(bib, result));
  const others = { ...splits, runners: splits.runners.filter((runner) => runner !== own) };
  const runners = readField(others, race.course);
  const waves = new Set(runners.map(({ waveS }) => waveS));
  return { runners, waveS: own?.waveS ?? 0, isWaveTaken: own?.waveS == null && waves.size > 1 };
}

const NOBODY: LoadedField = { runners: [], waveS: 0, isWaveTaken: false };
