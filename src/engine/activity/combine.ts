/** A written log and a recording of one race: the log holds, the recording fills what it leaves out. */
import type { Place } from '../../domain/course.js';
import { type Problem, warning } from '../../domain/problems/problem.js';
import type { RaceLog, Visit } from '../../domain/record.js';

/** Times that differ by more are told; watches and hands differ by less. */
const NOTABLE_S = 120;

export interface Combined {
  log: RaceLog;
  /** Every station at which the two tell different times. */
  diagnostics: readonly Problem[];
  /** How many times the recording filled in. */
  filled: number;
}

/**
 * Fills a log from a recording: visits it does not have, arrivals and departures it does not tell. What would put a
 * time before an earlier one of the log stays out. Past the place where the log says that the race ended nothing is
 * filled in.
 * @param log as written; @param recorded as the watch tells it
 * @param file of the log, for the problems
 */
export function combineLogs(
  log: RaceLog,
  recorded: RaceLog,
  places: readonly Place[],
  file: string,
): Combined {
  const lastLogged = log.visits.at(-1)?.place ?? 0;
  const mostPlace = log.status === 'open' ? places.length - 1 : lastLogged;
  const written = new Map(log.visits.map((visit) => [visit.place, visit]));
  const visits: Visit[] = [];
  const diagnostics: Problem[] = [];
  let filled = 0;

  const told = new Map(recorded.visits.map((visit) => [visit.place, visit]));
  for (let place = 0; place <= mostPlace; place += 1) {
    const [own, other] = [written.get(place), told.get(place)];
    if (!own && !other) continue;
    const merged = own && other ? fill(own, other) : (own ?? other!);
    const [earliestS, latestS] = [lastTime(visits), nextTime(log, place)];
    if (!fits(merged, earliestS, latestS)) {
      if (own) visits.push(own);
    } else {
      filled += timesOf(merged) - (own ? timesOf(own) : 0);
      visits.push(merged);
    }
    if (own && other) diagnostics.push(...compare(own, other, places[place]!, file));
  }
  const isRecordedFinish = log.status === 'open' && visits.at(-1)?.place === places.length - 1;
  const finishS = log.finishS ?? (isRecordedFinish ? recorded.finishS : null);
  const isEndTold = log.endedS !== null || log.status !== 'open' || isRecordedFinish;
  return {
    log: {
      ...log,
      visits,
      finishS,
      status: isRecordedFinish ? 'finished' : log.status,
      endedAtM: isEndTold ? log.endedAtM : recorded.endedAtM,
      endedS: isEndTold ? log.endedS : recorded.endedS,
    },
    diagnostics,
    filled,
  };
}

/**
 * What the log tells of a visit, and of the rest what fits it: beside a time that both tell alike, the stop lasts as
 * long as recorded.
 */
function fill(own: Visit, other: Visit): Visit {
  const arriveS = own.arriveS ?? shifted(other.arriveS, own.departS, other.departS);
  const departS = own.departS ?? shifted(other.departS, own.arriveS, other.arriveS);
  const isInOrder = arriveS === null || departS === null || arriveS <= departS;
  return isInOrder ? { ...own, arriveS, departS } : own;
}

/** A recorded time, moved by as much as the other time of the visit is off where both have it. */
function shifted(
  recordedS: number | null,
  ownOtherS: number | null,
  recordedOtherS: number | null,
): number | null {
  if (recordedS === null || ownOtherS === null || recordedOtherS === null) return recordedS;
  const offS = ownOtherS - recordedOtherS;
  return Math.abs(offS) <= NOTABLE_S ? recordedS + offS : recordedS;
}

const timesOf = ({ arriveS, departS }: Visit): number =>
  (arriveS === null ? 0 : 1) + (departS === null ? 0 : 1);

const lastTime = (visits: readonly Visit[]): number => {
  const last = visits.findLast(({ arriveS, departS }) => arriveS !== null || departS !== null);
  return last?.departS ?? last?.arriveS ?? 0;
};

/** The first time that the log tells of a later place. */
function nextTime({ visits }: RaceLog, place: number): number {
  const next = visits.find((v) => v.place > place && (v.arriveS !== null || v.departS !== null));
  return next?.arriveS ?? next?.departS ?? Number.POSITIVE_INFINITY;
}

const fits = ({ arriveS, departS }: Visit, earliestS: number, latestS: number): boolean =>
  [arriveS, departS].every((s) => s === null || (s >= earliestS && s <= latestS));

function compare(own: Visit, other: Visit, { name, atM }: Place, file: string): Problem[] {
  const differs = (
    event: 'arrival' | 'departure',
    loggedS: number | null,
    recordedS: number | null,
  ): Problem[] => {
    if (loggedS === null || recordedS === null) return [];
    if (Math.abs(loggedS - recordedS) <= NOTABLE_S) return [];
    const args = { station: name, atM, event, loggedS, recordedS };
    return [warning('LOG_AND_ACTIVITY_DIFFER', args, { file })];
  };
  return [
    ...differs('arrival', own.arriveS, other.arriveS),
    ...differs('departure', own.departS, other.departS),
  ];
}
