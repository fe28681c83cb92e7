/** Results and splits of many runners: this edition's results, and the editions of the past. */
import { placesOf } from '../domain/course.js';
import type { HistoryFile, Plan } from '../domain/plan.js';
import type { Edition } from '../domain/record.js';
import type { ResultsContext } from '../input/results/context.js';
import { parseEditions } from '../input/results/results.js';
import { parseStationTable, type TableStation } from '../input/results/station-table.js';
import type { TextBlocks } from '../input/source.js';
import { openTable } from '../input/table-files.js';
import { namingTable } from '../input/table-kinds.js';
import type { Context } from './command.js';
import { type LoadedCourse, type Notes, namedIn, readNotedTable } from './loaded.js';
import { type Options, textOf } from './options.js';

/** A plan, and the course built from it: where its stations are. */
export type PlannedCourse = Pick<LoadedCourse, 'plan' | 'course'>;

/** `null`: there is no plan, and what a file says itself must do. */
type MaybePlanned = PlannedCourse | null;

/** The past editions of the plan's `history`. */
export async function loadHistory(
  race: PlannedCourse,
  options: Options,
  notes: Notes,
  progress: Context['progress'],
): Promise<Edition[]> {
  const editions: Edition[] = [];
  for (const history of race.plan.history) {
    editions.push(...(await loadEditions(history, race, options, notes, { progress })));
  }
  return editions;
}

/** Says how much of a long text has been read, each time another part of it is. */
function* toldBlocks({ file, blocks }: TextBlocks, progress: Context['progress']) {
  let characters = 0;
  for (const block of blocks) {
    yield block;
    characters += block.length;
    progress(`${file}: ${(characters / 1e6).toFixed(0)} MB read`);
  }
}

export interface EditionsAsked {
  progress?: Context['progress'];
  /** The race is still going on. */
  goesOn?: boolean;
}

/** The editions in one file: one, or several where a column tells the year. */
export async function loadEditions(
  { file, year, stationsFile, highC, comparable }: HistoryFile,
  race: MaybePlanned,
  options: Options,
  notes: Notes,
  { progress = () => {}, goesOn = false }: EditionsAsked = {},
): Promise<Edition[]> {
  const source = await openTable(file, 'results', race ? namedIn(race.plan, file) : {});
  notes.problems.push(...source.diagnostics);
  if (!source.value) return [];
  const context = contextOf(race, options);
  const table =
    stationsFile == null || !race ? null : await loadStations(stationsFile, race.plan, notes);
  const places = table ?? context.places;
  const distanceM = places.at(-1)?.atM ?? null;
  const blocks = toldBlocks(source.value, progress);
  const { value, diagnostics } = parseEditions(
    { ...source.value, blocks },
    {
      ...context,
      year,
      places,
      distanceM,
      goesOn,
    },
  );
  notes.problems.push(...namingTable('results', diagnostics));
  return (value ?? []).map((edition) => ({ ...edition, distanceM, highC, comparable }));
}

/** A file named on the command line, of which nothing else is known. */
export const namedFile = (file: string): HistoryFile => ({
  file,
  year: null,
  stationsFile: null,
  highC: null,
  comparable: null,
});

/** This edition, its results and its splits if the file has any; `null` when the plan names none. */
export async function loadThisEdition(
  race: PlannedCourse,
  { options, progress }: Context,
  notes: Notes,
): Promise<Edition | null> {
  const { plan } = race;
  if (plan.resultsFile == null) return null;
  const source = await openTable(plan.resultsFile, 'results', namedIn(plan, plan.resultsFile));
  notes.problems.push(...source.diagnostics);
  if (!source.value) return null;
  const blocks = toldBlocks(source.value, progress);
  const { value, diagnostics } = parseEditions(
    { ...source.value, blocks },
    contextOf(race, options),
  );
  notes.problems.push(...namingTable('results', diagnostics));
  return value?.at(-1) ?? null;
}

/** What a race tells of its results: stations are those of the course as built, as for a runner's own log. */
export const contextOf = (
  planned: MaybePlanned,
  { times, lenient, written }: Options,
): ResultsContext => ({
  raceName: planned?.plan.race.name ?? null,
  race: textOf(written, 'race'),
  year: null,
  distanceM: planned?.course.distanceM ?? null,
  places: planned ? placesOf(planned.course).map(({ name, atM }) => ({ name, atM })) : [],
  start: {
    startAt: planned?.plan.race.startAt ?? null,
    zone: planned?.plan.race.zone ?? 'UTC',
  },
  times,
  lenient,
});

/** An edition's own stations, from start to finish; `null` when they cannot be read. */
export async function loadStations(
  path: string,
  plan: Plan,
  notes: Notes,
): Promise<readonly TableStation[] | null> {
  const source = await readNotedTable(path, 'table', notes, namedIn(plan, path));
  if (!source) return null;
  const table = parseStationTable(source, plan.units);
  notes.problems.push(...namingTable('stations', table.diagnostics));
  return table.value;
}
