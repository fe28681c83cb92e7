/** During the race: which contingencies have come true, and which are near. */
import type { Contingency } from '../../domain/contingency.js';
import type { RaceLog } from '../../domain/record.js';
import { S_PER_MIN } from '../../kernel/units.js';
import type { Replan } from '../review/replan.js';
import type { DecisionMoment, DecisionPoint } from './decisions.js';

/** `unknown`: the log does not tell it, or no clock does. `no`: not come true, and not near. */
export type DecisionStatus = 'come true' | 'near' | 'no' | 'unknown';

export interface DecisionNow {
  contingency: Contingency;
  status: DecisionStatus;
  /** Past the moment by so much; negative: so much before it. `null` where unknown. */
  byS: number | null;
  /** The moment it was held against; `null` for what holds everywhere. */
  moment: DecisionMoment | null;
}

/** So near before a moment it is said. An assumption: time to eat, or to hurry at one stop. */
const NEAR_S = 10 * S_PER_MIN;
/** Of a delay shorter than twice that, this share of it is near. */
const NEAR_RATIO = 0.5;

/** Judges every decision by the log, and what lies ahead by the forecast. */
export const judgeDecisions = (
  decisions: readonly DecisionPoint[],
  log: RaceLog,
  replan: Replan,
): DecisionNow[] =>
  decisions.map((point) => ({
    contingency: point.contingency,
    ...judge(point, log, replan),
  }));

type Judged = Omit<DecisionNow, 'contingency'>;

const UNKNOWN: Judged = { status: 'unknown', byS: null, moment: null };

function judge(
  { contingency: { trigger }, moments }: DecisionPoint,
  log: RaceLog,
  replan: Replan,
): Judged {
  switch (trigger?.kind) {
    case 'behind':
      return judgeMoments(moments, log, replan, nearOf(trigger.byS));
    case 'not there':
      return judgeMoments(moments, log, replan, NEAR_S);
    case 'stops over':
      return judgeBy(replan.stopsOverS, trigger.byS, nearOf(trigger.byS));
    case 'forecast past':
      return judgeBy(
        replan.ahead.at(-1)?.forecast.medianS ?? finishOf(replan),
        trigger.finishS,
        NEAR_S,
      );
    default:
      return UNKNOWN;
  }
}

function judgeBy(seconds: number | null, limitS: number, nearS: number): Judged {
  if (seconds === null) return UNKNOWN;
  const byS = seconds - limitS;
  const status = byS >= AT_S ? 'come true' : byS > -nearS ? 'near' : 'no';
  return { status, byS, moment: null };
}

/** Nearer to a moment than that is at it, and not after it: no log tells more. */
const AT_S = 1;

const nearOf = (byS: number): number => Math.min(NEAR_S, NEAR_RATIO * byS);

/** Of a race that was finished; one that ended before has none. */
const finishOf = ({ review: { ending } }: Replan): number | null =>
  ending.kind === 'finished' ? ending.elapsedS : null;

/**
 * Of the moments passed the last counts, be it true or not: a delay may be made good. Unless it is true, the next
 * ahead may be near; and what is not reached has come true once its time is over.
 */
function judgeMoments(
  moments: readonly DecisionMoment[],
  log: RaceLog,
  replan: Replan,
  nearS: number,
): Judged {
  const { ending } = replan.review;
  const isPassed = ({ place, what }: DecisionMoment) =>
    place < ending.place || (place === ending.place && (what === 'arrive' || replan.departed));
  const passed = moments.findLast(isPassed);
  const atS = passed && passedS(passed, log, replan);
  if (passed && atS != null && atS >= passed.afterS + AT_S) {
    return { status: 'come true', byS: atS - passed.afterS, moment: passed };
  }
  const next = moments.find((moment) => !isPassed(moment));
  const aheadS = next && ending.kind === 'open' ? expectedS(next, replan) : null;
  if (next && aheadS !== null) {
    const nowS = replan.departed ? replan.departS : ending.elapsedS;
    if (nowS >= next.afterS + AT_S)
      return { status: 'come true', byS: nowS - next.afterS, moment: next };
    // of a time not yet over, to be late is no more than forecast
    const byS = aheadS - next.afterS;
    return { status: byS > -nearS ? 'near' : 'no', byS, moment: next };
  }
  return passed && atS != null
    ? { status: 'no', byS: atS - passed.afterS, moment: passed }
    : UNKNOWN;
}

/** When a place was passed as the moment means it; by the arrival where no departure is logged; `null`: not logged. */
function passedS({ place, what }: DecisionMoment, log: RaceLog, replan: Replan): number | null {
  const visit = log.visits.findLast((logged) => logged.place === place);
  if (what === 'leave' && place === replan.review.ending.place) return replan.departS;
  const [first, second] =
    what === 'leave' ? [visit?.departS, visit?.arriveS] : [visit?.arriveS, visit?.departS];
  return first ?? second ?? null;
}

/** When a place ahead, or the departure from here, is expected. */
function expectedS({ place, what }: DecisionMoment, replan: Replan): number | null {
  const { ending, pace } = replan.review;
  if (place === ending.place) return replan.departS;
  const ahead = replan.ahead[place - ending.place - 1];
  if (!ahead) return null;
  return ahead.forecast.medianS + (what === 'leave' ? (pace.legs[place - 1]?.stopS ?? 0) : 0);
}
