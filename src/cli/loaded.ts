/** What the loaders of `cli` hand on: what could be read, and all that was said on the way. */
import type { Course, Track } from '../domain/course.js';
import type { Plan } from '../domain/plan.js';
import type { Parsed, Problem, ProblemPlace } from '../domain/problems/problem.js';
import type { FileUse } from '../domain/problems/usage.js';
import type { Sun } from '../engine/course/daylight.js';
import { readRaw } from '../input/files.js';
import { type RawFile, type Source, textOf } from '../input/source.js';
import { readTable, type TableUse, tableOf } from '../input/table-files.js';
import type { UnitSystem } from '../kernel/units.js';
import type { Outcome } from './command.js';

/** Added to while files are read. */
export interface Notes {
  problems: Problem[];
  sources: Map<string, string>;
}

export interface Loaded<T> extends Notes {
  /** `null` when nothing should be computed. */
  value: T | null;
  /** What the plan is written in, as far as it could be read. */
  units: UnitSystem | null;
}

export interface LoadedCourse {
  plan: Plan;
  course: Course;
  sun: Sun | null;
  /** As read from the plan's GPX or TCX file. */
  track: Track | null;
}

/** Where the plan names a file, to say so when it cannot be read; nowhere, when the command line does. */
export function namedIn({ file, fileSpans }: Plan, path: string): ProblemPlace {
  const span = fileSpans.get(path);
  return span ? { file, span } : {};
}

/** Notes what was said of a file, and its text to quote from. */
function noted(
  { value, diagnostics }: Parsed<Source>,
  { problems, sources }: Notes,
): Source | null {
  problems.push(...diagnostics);
  if (value && value.text !== '') sources.set(value.file, value.text);
  return value;
}

/**
 * Reads a table of any kind, or notes why not.
 * @param use what is wanted of it
 * @param at where a plan names it
 */
export const readNotedTable = async (
  path: string,
  use: TableUse,
  notes: Notes,
  at: ProblemPlace = {},
): Promise<Source | null> => noted(await readTable(path, use, at), notes);

/** Reads a file that need not be text, or notes why not. */
export function readRawNoted(
  path: string,
  use: FileUse,
  { problems }: Notes,
  at: ProblemPlace = {},
): RawFile | null {
  const { value, diagnostics } = readRaw(path, use, at);
  problems.push(...diagnostics);
  return value;
}

/** Of a command without a plan. */
export const nothingLoaded = <T>(): Loaded<T> => ({
  value: null,
  units: null,
  problems: [],
  sources: new Map(),
});

/** The text of a file, to quote from as well. */
export function noteText(raw: RawFile, { sources }: Notes): Source {
  const source = textOf(raw);
  sources.set(source.file, source.text);
  return source;
}

/** The table in a file that has been read, or notes why there is none. */
export const tableNoted = async (
  raw: RawFile,
  use: TableUse,
  notes: Notes,
): Promise<Source | null> => noted(await tableOf(raw, use), notes);

/** The outcome when nothing could be computed. */
export const unusable = ({ units, problems, sources }: Loaded<unknown>): Outcome => ({
  output: null,
  problems,
  sources,
  units,
});
