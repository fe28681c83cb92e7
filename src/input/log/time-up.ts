/** The end of a timed event: what was reached by then counts, and nothing later. */
import { SAME_PLACE_M } from '../../domain/course.js';
import { type Parsed, warning } from '../../domain/problems/problem.js';
import type { RaceLog, Visit } from '../../domain/record.js';
import { S_PER_MIN } from '../../kernel/units.js';
import type { LogContext } from './context.js';

const reachedS = ({ arriveS, departS }: Visit): number | null => arriveS ?? departS;

/** The longest way between two places, m; 0 where there is nothing between start and finish. */
const longestLap = (places: LogContext['places']): number =>
  places.length <= 2 ? 0 : Math.max(...places.slice(1).map(({ atM }, i) => atM - places[i]!.atM));

/** Times are written to the minute. */
const ROUNDING_S = S_PER_MIN;

/**
 * Leaves out what was reached after the time was up, with a warning each. The event is over when the log goes up
 * to its end: to the minute, beyond it, or to a lap after which no other would have ended in time.
 * @param log by the places of `context`
 * @param racePlaces where laps end
 * @returns the log as it is when the event is not timed
 */
export function endTimed(
  log: RaceLog,
  file: string,
  { places, timedS }: LogContext,
  racePlaces: LogContext['places'],
): Parsed<RaceLog> {
  if (timedS === null) return { value: log, diagnostics: [] };
  const isLate = (visit: Visit) => (reachedS(visit) ?? 0) > timedS;
  const late = log.visits.filter(isLate);
  const visits = log.visits.filter((visit) => !isLate(visit));
  const [before, last] = [visits.at(-2), visits.at(-1)];
  const lastS = last ? (reachedS(last) ?? 0) : 0;
  const lapS = lastS - (before ? (reachedS(before) ?? 0) : 0);
  const distanceM = places[last?.place ?? 0]!.atM - places[before?.place ?? 0]!.atM;
  const isLap = distanceM > 0 && distanceM <= longestLap(racePlaces) + SAME_PLACE_M;
  const isLastLap = isLap && lastS + lapS > timedS;
  const isOver = late.length > 0 || lastS >= timedS - ROUNDING_S || isLastLap;
  const finish = places.length - 1;
  return {
    value: {
      ...log,
      visits,
      finishS: last?.place === finish ? lastS : null,
      status: log.status === 'dnf' ? 'dnf' : isOver ? 'finished' : log.status,
    },
    diagnostics: late.map(({ place, line }) =>
      warning(
        'REACHED_TOO_LATE',
        { place: places[place]!.name, endS: timedS },
        { file, span: { line, column: 1, length: 1 } },
      ),
    ),
  };
}
