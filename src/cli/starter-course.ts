/** The course that `init` begins with: by a file, by its distance, or by both. */
import { basename } from 'node:path';
import { error, type Parsed } from '../domain/problems/problem.js';
import { statOf } from '../input/files.js';
import { hasErrors } from '../kernel/diagnostic.js';
import { M_PER_KM, M_PER_MI, type UnitSystem } from '../kernel/units.js';
import type { Context } from './command.js';
import type { Notes } from './loaded.js';
import { textOf } from './options.js';
import { hear, readDistance, unitsOf } from './starter-answers.js';
import { NO_SOURCE, readStarterSource, type StarterSource, stationAt } from './starter-source.js';

/** Of a race of which nothing is known: as the question for it says. */
const SOME_DISTANCE: Readonly<Record<UnitSystem, { written: string; metres: number }>> = {
  metric: { written: '50 km', metres: 50 * M_PER_KM },
  imperial: { written: '31.1 mi', metres: 31.1 * M_PER_MI },
};

type CourseAnswer = { path: string } | { distanceM: number };

export interface StarterCourse {
  source: StarterSource;
  /** Of the source; `null` without one. */
  path: string | null;
  units: UnitSystem;
  distanceM: number;
  distanceWritten: string | null;
  /** Nobody has told anything. */
  isExample: boolean;
}

/** Hears and reads the course; `null` where it cannot be used, which is noted. */
export async function hearCourse(context: Context, notes: Notes): Promise<StarterCourse | null> {
  const { options } = context;
  const { problems } = notes;
  const named = textOf(options.written, 'from');
  const given = textOf(options.written, 'distance');
  const isAsked = named === null && given === null;
  const units = unitsOf(given, options.units);
  const heard = await hear<CourseAnswer>(
    isAsked || given !== null ? context : { ...context, ask: null },
    {
      option: 'distance',
      question: 'Distance, or the file of the course (GPX, FIT, TCX, KML)',
      byDefault: SOME_DISTANCE[units].written,
      read: (written) =>
        isAsked && statOf(written)?.isFile()
          ? { value: { path: written }, diagnostics: [] }
          : asDistance(readDistance(units)(written)),
    },
    problems,
  );
  if (hasErrors(problems)) return null;
  const path = named ?? (heard && 'path' in heard.value ? heard.value.path : null);
  let told =
    heard && 'distanceM' in heard.value ? { ...heard, value: heard.value.distanceM } : null;
  const used = unitsOf(told?.written ?? null, options.units);
  const source =
    path === null
      ? NO_SOURCE
      : await readStarterSource(path, told?.value ?? null, used, options, notes);
  if (!source) return null;
  if (path !== null && source.distanceM === null) {
    told = await hear(
      context,
      {
        option: 'distance',
        question: `Distance, of which ${basename(path)} says nothing`,
        byDefault: 'none',
        read: readDistance(used),
      },
      problems,
    );
    if (!told) problems.push(error('STARTER_NO_DISTANCE', { file: path }));
    if (!told) return null;
  }
  const isExample = path === null && told === null;
  const distanceM = told?.value ?? source.distanceM ?? SOME_DISTANCE[used].metres;
  const halfway = { ...stationAt('Halfway', distanceM / 2), crew: true };
  return {
    source: isExample ? { ...source, stations: [halfway] } : source,
    path,
    units: unitsOf(told?.written ?? null, options.units),
    distanceM,
    distanceWritten: told?.written ?? null,
    isExample,
  };
}

const asDistance = ({ value, diagnostics }: Parsed<number>): Parsed<CourseAnswer> => ({
  value: value === null ? null : { distanceM: value },
  diagnostics,
});
