/** Which goals of a race that goes on are alive, and what they ask from here. */
import type { Plan } from '../domain/plan.js';
import { isTimedEvent } from '../domain/race-format.js';
import type { GoalNow } from '../engine/review/goals-now.js';
import type { Replan } from '../engine/review/replan.js';
import { metricValue } from './kpis.js';
import { moment } from './moment.js';
import type { Verdict } from './report.js';
import { distanceDemand } from './timed/over-time.js';
import { pace, say, span, type Text } from './value.js';
import { verdictOf } from './verdicts.js';

/** @param index of the goal among those of the plan */
export function verdictNow(plan: Plan, now: GoalNow, replan: Replan, index: number): Verdict {
  const { goal, status, probability, alive, demand } = now;
  if (status === 'met' || status === 'missed') {
    return verdictOf(plan, replan.review.judgements[index]!);
  }
  return {
    goal: goal.text,
    priority: goal.priority,
    status,
    probability,
    actual: null,
    isGone: !alive,
    margin: demand ? { valueS: demand.slackS } : null,
    text: alive ? demandText(plan, now, replan) : ['out of reach from here'],
  };
}

function demandText(plan: Plan, now: GoalNow, replan: Replan): Text {
  const { goal, soFar, demand, status } = now;
  if (goal.target.kind === 'kpi') {
    return soFar == null
      ? ['not logged so far']
      : say`${metricValue(goal.target.metric, soFar)} so far`;
  }
  const ofDistance = distanceDemand(plan, now, replan);
  if (ofDistance) return ofDistance;
  if (!demand && status !== 'unknown') return say`by past editions, at the finish forecast`;
  if (!demand) {
    return isTimedEvent(plan) && goal.target.kind === 'place'
      ? ['in a timed event places go by distance']
      : ['no past editions to compare with'];
  }
  if (demand.movingSPerKm == null) return ['no time left for it'];
  const { resolutionS } = replan.review;
  const needs = say`needs ${pace(demand.movingSPerKm)} moving`;
  return demand.slackS >= 0 && !replan.departed
    ? say`${needs}; leave by ${moment(plan, demand.latestDepartS)}`
    : demand.slackS >= 0
      ? say`${needs}; ${span(demand.slackS, resolutionS)} to spare`
      : say`${needs}; ${span(demand.slackS, resolutionS)} to win back`;
}
