/** One runner of a file of many, as a log of their own; and telling such a file from a log. */
import { UNKNOWN_INTAKE } from '../../domain/nutrition.js';
import { error, type Parsed } from '../../domain/problems/problem.js';
import type { WhyLeftOut } from '../../domain/problems/runners.js';
import {
  type Edition,
  isOfBib,
  type NamedRow,
  type RaceLog,
  type RaceResult,
  type RaceResults,
  type Visit,
} from '../../domain/record.js';
import { closest, plainName } from '../../kernel/text.js';
import { S_PER_MIN } from '../../kernel/units.js';
import type { LogContext } from '../log/context.js';
import { LAP_COLUMNS } from '../log/lap-table.js';
import { PLACE_COLUMNS } from '../places/columns.js';
import type { Source } from '../source.js';
import { findColumns } from '../table/columns.js';
import { parseTable } from '../table/whole.js';
import { headerWords, resultHeadings } from './header-words.js';
import { RESULT_COLUMNS } from './vocabulary.js';

/** How many runners a table has a row of each, and the bib of the first; `null` of anything else, such as a log. */
export function findRunners(source: Source): { runners: number; bib: string | null } | null {
  const [header, ...rows] = parseTable(source, resultHeadings).value?.rows ?? [];
  if (!header || rows.length < 2) return null;
  const { bib, name } = findColumns(header.cells, RESULT_COLUMNS).found;
  const { station } = findColumns(header.cells, PLACE_COLUMNS).found;
  // a place may be where one is, or how many are ahead
  const isLog = station && plainName(station.header) !== 'place';
  // services give laps a name as well
  const { lap, distance } = findColumns(header.cells, LAP_COLUMNS).found;
  const areLaps = lap && distance && !bib;
  if (isLog || areLaps || !(bib ?? name)) return null;
  return { runners: rows.length, bib: (bib && rows[0]?.cells[bib.index]) || null };
}

/**
 * The rows among those lines that bear a name, its words in any order, and rows that nearly do. A name is matched, and
 * not kept.
 */
export function findName(
  name: string,
  source: Source,
  lines: ReadonlySet<number>,
): { same: readonly NamedRow[]; near: readonly NamedRow[] } {
  const [header, ...rows] = parseTable(source, resultHeadings).value?.rows ?? [];
  if (!header) return { same: [], near: [] };
  const bib = findColumns(header.cells, RESULT_COLUMNS).found.bib?.index ?? -1;
  const columns = header.cells.flatMap((written, index) => (isNameColumn(written) ? [index] : []));
  const asked = sortedWords(name);
  const found = rows.flatMap((row) => {
    if (!lines.has(row.line)) return [];
    const cells = columns.map((index) => row.cells[index] ?? '');
    const names = [cells.join(' '), ...cells].map(sortedWords);
    return [{ row: { line: row.line, bib: row.cells[bib] || null }, names }];
  });
  const rowsWhere = (holds: (names: readonly string[]) => boolean) =>
    found.filter(({ names }) => holds(names)).map(({ row }) => row);
  const same = rowsWhere((names) => names.includes(asked));
  if (same.length > 0) return { same, near: [] };
  const words = asked.split(' ').filter((word) => word.length > 1);
  const alike = closest(
    asked,
    found.map(({ names }) => names[0]!),
  );
  const near = rowsWhere(
    ([all = '']) => all === alike || words.some((word) => all.split(' ').includes(word)),
  );
  return { same, near: near.slice(0, MOST_NEAR) };
}
/** Of names near the one asked for so many are told. */
const MOST_NEAR = 5;

const isNameColumn = (written: string): boolean =>
  [plainName(written), headerWords(written)].some((words) =>
    RESULT_COLUMNS.name.names.includes(words),
  );

const sortedWords = (name: string): string => plainName(name).split(' ').sort().join(' ');

/** Why a runner cannot be judged after the race; `null` where nothing stands against it. */
export function whyLeftOut(
  { line, status, timeS, distanceM }: RaceResult,
  { faults }: Edition,
): WhyLeftOut | null {
  const fault = faults?.get(line)?.fault;
  if (fault === 'finish unreadable' || fault === 'finish impossible' || fault === 'wave unreadable')
    return fault;
  if (status === 'dns') return 'not started';
  return status === 'finished' && (timeS ?? distanceM) === null ? 'no finish time' : null;
}

/** What a log is made for. */
export type LogAsked = Pick<LogContext, 'places' | 'goesOn' | 'timedS'>;

/**
 * The result of the runner of this bib.
 * @returns `null` with the nearest bib when nobody has that one
 */
export function findBib(bib: string, { file, results }: Edition): Parsed<RaceResult> {
  const rows = [...results];
  const value = rows.find((result) => isOfBib(bib, result)) ?? null;
  if (value) return { value, diagnostics: [] };
  const bibs = rows.flatMap((other) => other.bib ?? []);
  const args = { bib, suggestion: closest(bib, bibs) };
  return { value, diagnostics: [error('BIB_NOT_FOUND', args, { file })] };
}

/**
 * Makes the logs of the runners of an edition: arrivals and departures at stations of the course, and the finish.
 * @param edition read with `places`, from start to finish, m
 * @param asked `goesOn`: nobody has then stopped who has not finished; `timedS` when a timed event ends, seconds,
 * `null` in a race over a distance
 * @returns the log of one result; `null` where a timed event tells no distance of the runner, or the plan's race is none
 */
export function runnerLogs(
  { file, results, splits }: Edition,
  { places, goesOn, timedS }: LogAsked,
): (result: RaceResult) => Parsed<RaceLog> {
  const isByDistance = isTimedEvent(results);
  const byLine = new Map(splits?.runners.map((runner) => [runner.result.line, runner]));
  const stations = (splits?.stations ?? []).map(({ atM }) =>
    places.findIndex((known) => known.atM === atM),
  );
  return (result) => {
    if (isByDistance) return logOfDistance(file, result, timedS);
    const { line } = result;
    const runner = byLine.get(line);
    const visit = (place: number, arriveS: number | null, departS: number | null): Visit[] =>
      place < 0 || (arriveS === null && departS === null)
        ? []
        : [{ place, arriveS, departS, intake: UNKNOWN_INTAKE, notes: null, line }];
    const between = stations.flatMap((place, i) =>
      visit(place, runner?.arriveS[i] ?? null, runner?.departS[i] ?? null),
    );
    const finishS = result.status === 'finished' ? result.timeS : null;
    const visits = [...between, ...visit(places.length - 1, finishS, null)];
    const times = visits.flatMap(({ arriveS, departS }) => [arriveS ?? 0, departS ?? 0]);
    return {
      value: {
        visits: visits.toSorted((a, b) => a.place - b.place),
        finishS,
        status: finishS != null ? 'finished' : goesOn ? 'open' : 'dnf',
        endedAtM: null,
        endedS: null,
        intakeEntries: null,
        resolutionS: times.every((s) => s % S_PER_MIN === 0) ? S_PER_MIN : 1,
      },
      diagnostics: [],
    };
  };
}

function isTimedEvent(results: RaceResults): boolean {
  for (const { distanceM } of results) if (distanceM !== null) return true;
  return false;
}

/** Only how far the runner got is known, and that it took all the time there was. */
function logOfDistance(
  file: string,
  { bib, distanceM, line }: RaceResult,
  timedS: number | null,
): Parsed<RaceLog> {
  const why = timedS === null ? 'plan not timed' : distanceM === null ? 'no distance' : null;
  if (why !== null) {
    const span = { line, column: 1, length: 1 };
    const problem = error('NO_LOG_OF_DISTANCE', { bib, why }, { file, span });
    return { value: null, diagnostics: [problem] };
  }
  return {
    value: {
      visits: [],
      finishS: null,
      status: 'finished',
      endedAtM: distanceM,
      endedS: timedS,
      intakeEntries: null,
      resolutionS: 1,
    },
    diagnostics: [],
  };
}
