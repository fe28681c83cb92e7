/** The laps a watch kept: elapsed time and distance lap by lap, without a word of stations. */

import { UNKNOWN_INTAKE } from '../../domain/nutrition.js';
import { error, note, type Parsed, type Problem } from '../../domain/problems/problem.js';
import type { RaceLog } from '../../domain/record.js';
import { interpolate, type Knot } from '../../kernel/interpolate.js';
import { S_PER_MIN } from '../../kernel/units.js';
import type { Source } from '../source.js';
import type { ColumnNames } from '../table/columns.js';
import type { CsvRow } from '../table/source.js';
import type { LogContext } from './context.js';
import { type LogTable, readLogTable } from './table.js';

type LapRole = 'lap' | 'cumulative' | 'distance';

/** As Garmin Connect exports them; all other columns of such a file are of no use here. */
const LAP_COLUMNS: Readonly<Record<LapRole | 'notes', ColumnNames>> = {
  lap: { names: ['laps'] },
  cumulative: { names: ['cumulative time'] },
  distance: { names: ['distance'], dimension: 'distance' },
  notes: { names: ['notes'] },
};

/** A watch measures a course this well: a whole race is stretched to its official distance. */
const WATCH_ERROR = 0.05;

/**
 * Reads laps, and interpolates arrivals at stations between their ends. Departures stay unknown: a stop does not
 * show in a lap. A race measured within 5 % of its distance is stretched to it; a shorter one goes on. A timed event
 * is as long as the watch says, up to its end.
 * @returns `null` without problems when the file is no list of laps
 */
export function parseLaps(source: Source, context: LogContext): Parsed<RaceLog> {
  const { value: table, diagnostics } = readLogTable(source, LAP_COLUMNS, context.units);
  if (
    !table ||
    !Object.keys(LAP_COLUMNS).every((role) => role === 'notes' || table.column(role as LapRole))
  ) {
    return { value: null, diagnostics: [] };
  }
  const problems = diagnostics.filter(({ code }) => code !== 'UNKNOWN_COLUMN');
  const laps = table.rows.filter((row) => /^\d+$/.test(table.text(row, 'lap')));
  const { timedS } = context;
  const knots = upTo(readKnots(table, laps, problems), timedS);
  const measuredM = knots.at(-1)?.[0] ?? 0;
  const officialM = context.places.at(-1)?.atM ?? 0;
  const isWhole = timedS === null && Math.abs(measuredM / officialM - 1) <= WATCH_ERROR;
  const stretched = knots.map(([m, s]): Knot => [isWhole ? (m * officialM) / measuredM : m, s]);
  const reachedM = stretched.at(-1)?.[0] ?? 0;
  const visits = context.places.flatMap(({ atM }, place) =>
    place === 0 || atM > reachedM + 1
      ? []
      : [
          {
            place,
            arriveS: Math.round(interpolate(stretched, atM)),
            departS: null,
            intake: UNKNOWN_INTAKE,
            notes: null,
            line: laps[stretched.findIndex(([m]) => m >= atM - 1) - 1]?.line ?? 1,
          },
        ],
  );
  const shape = [
    'laps of a watch',
    'arrivals at stations interpolated between laps',
    ...(isWhole ? ['stretched to the official distance'] : []),
    ...table.assumed,
  ].join(', ');
  problems.push(
    note('CSV_READ_AS', { rows: laps.length, shape, emptyCells: 0 }, { file: source.file }),
  );
  const lastS = knots.at(-1)?.[1] ?? 0;
  const isTimeUp = timedS !== null && lastS >= timedS - S_PER_MIN;
  const finishS = isWhole ? (visits.at(-1)?.arriveS ?? null) : null;
  return {
    value: {
      visits,
      finishS,
      status: isWhole || isTimeUp ? 'finished' : 'open',
      endedAtM: timedS === null ? null : reachedM,
      endedS: timedS === null ? null : lastS,
      intakeEntries: null,
      resolutionS: 1,
    },
    diagnostics: problems,
  };
}

/** The way until a timed event ended: a watch may run on. */
function upTo(knots: readonly Knot[], timedS: number | null): readonly Knot[] {
  const after = timedS === null ? -1 : knots.findIndex(([, s]) => s > timedS);
  if (timedS === null || after < 1) return knots;
  const byTime = knots.map(([m, s]): Knot => [s, m]);
  return [...knots.slice(0, after), [interpolate(byTime, timedS), timedS]];
}

/** Distance covered and time elapsed at the start and at the end of each lap. */
function readKnots(
  table: LogTable<LapRole | 'notes'>,
  laps: readonly CsvRow[],
  problems: Problem[],
): Knot[] {
  const knots: Knot[] = [[0, 0]];
  let coveredM = 0;
  for (const row of laps) {
    const written = table.text(row, 'cumulative');
    const elapsedS = lapSeconds(written);
    const lapM = table.quantity(row, 'distance', problems);
    if (elapsedS === null) {
      const column = table.header('cumulative');
      problems.push(
        error('BAD_TIME', { written, column, isTimeOfDay: false }, table.place(row, 'cumulative')),
      );
    }
    if (elapsedS === null || lapM === null) continue;
    coveredM += lapM;
    if (lapM > 0) knots.push([coveredM, elapsedS]);
  }
  return knots;
}

/** `5:32.4`, `1:05:32`: minutes and seconds, hours before them where there are three parts. */
function lapSeconds(written: string): number | null {
  if (!/^\d+(?::\d{1,2}){1,2}(?:[.,]\d+)?$/.test(written)) return null;
  return written
    .replace(',', '.')
    .split(':')
    .reduce((total, part) => total * S_PER_MIN + Number(part), 0);
}
