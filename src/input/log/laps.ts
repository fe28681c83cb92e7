/** The laps a watch kept: elapsed time and distance lap by lap, without a word of stations. */

import { UNKNOWN_INTAKE } from '../../domain/nutrition.js';
import { error, note, type Parsed, warning } from '../../domain/problems/problem.js';
import type { RaceLog } from '../../domain/record.js';
import { interpolate, type Knot } from '../../kernel/interpolate.js';
import { S_PER_MIN } from '../../kernel/units.js';
import type { Source } from '../source.js';
import type { LogContext } from './context.js';
import { isLapTable, isWholeRace, LAP_COLUMNS, type Lap, readLaps } from './lap-table.js';
import { readLogTable } from './table.js';

/**
 * Reads laps, and interpolates arrivals at stations between their ends. Departures stay unknown: a stop does not
 * show in a lap. A race measured within 5 % of its distance is stretched to it; a shorter one goes on, a longer one
 * is refused. A timed event is as long as the watch says, up to its end.
 * @returns `null` without problems when the file is no list of laps
 */
export function parseLaps(source: Source, context: LogContext): Parsed<RaceLog> {
  const { value: table, diagnostics } = readLogTable(source, LAP_COLUMNS, context.units);
  if (!table || !isLapTable(table)) return { value: null, diagnostics: [] };
  const problems = diagnostics.filter(({ code }) => code !== 'UNKNOWN_COLUMN');
  const officialM = context.places.at(-1)?.atM ?? 0;
  const { isOver, laps, subtotals, assumed } = readLaps(table, officialM, context, problems);
  const { timedS } = context;
  const knots = upTo(knotsOf(laps, isOver), timedS);
  const measuredM = knots.at(-1)?.[0] ?? 0;
  const isWhole = timedS === null && isWholeRace(measuredM, officialM);
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
            line: laps[stretched.findIndex(([m]) => m >= atM - 1) - 1]?.row.line ?? 1,
          },
        ],
  );
  const shape = [
    'laps of a watch',
    'arrivals at stations interpolated between laps',
    ...(isWhole ? ['stretched to the official distance'] : []),
    ...(subtotals > 0
      ? [`${subtotals} ${subtotals === 1 ? 'row' : 'rows'} of totals left out`]
      : []),
    ...assumed,
  ].join(', ');
  problems.push(
    note('CSV_READ_AS', { rows: laps.length, shape, emptyCells: 0 }, { file: source.file }),
  );
  const lengths = { lapsM: measuredM, distanceM: officialM };
  const { file } = source;
  const isRace = timedS === null && !isWhole && measuredM > 0;
  if (isRace && measuredM > officialM) {
    problems.push(error('LAPS_TOO_LONG', lengths, { file }));
  } else if (isRace && !context.goesOn) {
    problems.push(warning('LAPS_SHORT', lengths, { file }));
  }
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
function knotsOf(laps: readonly Lap[], isOver: boolean): Knot[] {
  const knots: Knot[] = [[0, 0]];
  let [coveredM, elapsedS] = [0, 0];
  for (const { distanceM, timeS } of laps) {
    coveredM += distanceM;
    elapsedS = isOver ? timeS : elapsedS + timeS;
    if (distanceM > 0) knots.push([coveredM, elapsedS]);
  }
  return knots;
}
