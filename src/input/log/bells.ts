/** The end of a backyard ultra: a loop that is not back by the next bell does not count, and ends it. */
import { error, note, type Parsed, type Problem } from '../../domain/problems/problem.js';
import type { RaceLog, Visit } from '../../domain/record.js';
import type { LogContext } from './context.js';

/** Loops are numbered from what they measure. */
const LAST_DIGIT = 1e-3;

/**
 * Leaves out the first loop that came after its bell, and all after it. Who stops, or is late, is through: that is how
 * every race at bells ends but one.
 * @param log by the places of `context`, its rows the loops
 * @returns the log as it is when the race is not one at bells; an error for a loop that ends before its own bell
 */
export function endAtBells(
  log: RaceLog,
  file: string,
  { places, loop }: LogContext,
): Parsed<RaceLog> {
  const everyS = loop?.everyS ?? null;
  if (!loop || everyS === null) return { value: log, diagnostics: [] };
  const loopsAt = ({ place }: Visit) => places[place]!.atM / loop.loopM;
  const loopOf = (visit: Visit) => Math.ceil(loopsAt(visit) - LAST_DIGIT);
  const isEnd = (visit: Visit) => Math.abs(loopsAt(visit) - loopOf(visit)) <= LAST_DIGIT;
  const overS = (visit: Visit) => (visit.arriveS ?? visit.departS ?? 0) - loopOf(visit) * everyS;
  const at = ({ line }: Visit) => ({ file, span: { line, column: 1, length: 1 } });
  const isTimed = (visit: Visit) => visit.place > 0 && (visit.arriveS ?? visit.departS) !== null;
  const early = log.visits.find((visit) => isTimed(visit) && overS(visit) <= -everyS);
  if (early) {
    const args = { loop: loopOf(early), byS: -everyS - overS(early) };
    return { value: null, diagnostics: [error('LOOP_BEFORE_BELL', args, at(early))] };
  }
  const late = log.visits.findIndex((visit) => isTimed(visit) && overS(visit) > 0);
  const diagnostics: Problem[] = [];
  if (late >= 0) {
    const visit = log.visits[late]!;
    const args = { loop: loopOf(visit), byS: overS(visit) };
    diagnostics.push(note('LOOP_TIMED_OUT', args, at(visit)));
  }
  const isOver = late >= 0 || log.status !== 'open';
  const inTime = (late >= 0 ? log.visits.slice(0, late) : log.visits).filter(isTimed);
  return {
    value: {
      ...log,
      // whoever ran the next loop began it at its bell
      visits: inTime.map((visit, i) =>
        i === inTime.length - 1 || !isEnd(visit)
          ? visit
          : { ...visit, departS: loopOf(visit) * everyS },
      ),
      finishS: null,
      status: isOver ? 'finished' : 'open',
    },
    diagnostics,
  };
}
