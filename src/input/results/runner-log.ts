/** One runner of a file of many, as a log of their own; and telling such a file from a log. */
import { UNKNOWN_INTAKE } from '../../domain/nutrition.js';
import { error, type Parsed } from '../../domain/problems/problem.js';
import {
  type Edition,
  isOfBib,
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
import { resultHeadings } from './header-words.js';
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
 * The log of the runner of this bib: arrivals and departures at stations of the course, and the finish.
 * @param edition read with `places`, from start to finish, m
 * @param goesOn whether the race goes on: nobody has then stopped who has not finished
 * @param timedS when a timed event ends, seconds; `null` in a race over a distance
 * @returns `null` with the nearest bib when nobody has that one; and where a timed event tells no distance of the
 * runner, or the plan's race is none
 */
export function logOfRunner(
  bib: string,
  { file, results, splits }: Edition,
  { places, goesOn, timedS }: Pick<LogContext, 'places' | 'goesOn' | 'timedS'>,
): Parsed<RaceLog> {
  const has = (result: RaceResult) => isOfBib(bib, result);
  const result = [...results].find(has);
  if (!result) {
    const bibs = [...results].flatMap((other) => other.bib ?? []);
    const args = { bib, suggestion: closest(bib, bibs) };
    return { value: null, diagnostics: [error('BIB_NOT_FOUND', args, { file })] };
  }
  if (result.distanceM !== null || isTimedEvent(results)) {
    return logOfDistance(bib, file, result, timedS);
  }
  const { line } = result;
  const runner = splits?.runners.find((other) => has(other.result));
  const visit = (place: number, arriveS: number | null, departS: number | null): Visit[] =>
    place < 0 || (arriveS === null && departS === null)
      ? []
      : [{ place, arriveS, departS, intake: UNKNOWN_INTAKE, notes: null, line }];
  const between = (splits?.stations ?? []).flatMap(({ atM }, i) => {
    const place = places.findIndex((known) => known.atM === atM);
    return visit(place, runner?.arriveS[i] ?? null, runner?.departS[i] ?? null);
  });
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
}

function isTimedEvent(results: RaceResults): boolean {
  for (const { distanceM } of results) if (distanceM !== null) return true;
  return false;
}

/** Only how far the runner got is known, and that it took all the time there was. */
function logOfDistance(
  bib: string,
  file: string,
  { distanceM, line }: RaceResult,
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
