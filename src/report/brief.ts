/** The race as it stands in a few lines, to read aloud. */
import type { Plan } from '../domain/plan.js';
import type { Change } from '../engine/advice/changes.js';
import type { StationAhead } from '../engine/review/goals-now.js';
import type { Replan } from '../engine/review/replan.js';
import { changeText } from './changes.js';
import { finishWindow, urgentCutoff } from './cutoffs.js';
import { moment } from './moment.js';
import { bellFacts } from './timed/over-time.js';
import { distance, duration, say, shift, span, type Text, type Value, words } from './value.js';

/** `11 min ahead of plan`, `on plan`. */
export const againstPlan = (behindS: number): Value =>
  shift(behindS, 'on plan', 'behind plan', 'ahead of plan');

/** Whether the last place is left: what is said of the plan then holds at that departure. */
export const hasLeft = ({ ahead, departed, review: { ending } }: Replan): boolean =>
  ahead.length > 0 && departed && ending.elapsedS > 0;

/** Whether more was run than was planned: there the plan has nothing to be held against. */
export const isBeyondPlan = ({ review: { ending, pace } }: Replan): boolean =>
  ending.at.atM > (pace.legs.at(-1)?.leg.to.atM ?? Number.POSITIVE_INFINITY);

/** Three lines to read aloud; a cutoff that is near, or broken, before them. */
export function briefLines(plan: Plan, replan: Replan, changes: readonly Change[]): Text[] {
  const { ending } = replan.review;
  const when = hasLeft(replan)
    ? say`left ${moment(plan, replan.departS)}`
    : say`${moment(plan, ending.elapsedS)}`;
  const here = say`${words(ending.at.name)}, ${distance(ending.at.atM)}, ${when}${isBeyondPlan(replan) ? '' : say`: ${againstPlan(replan.behindS)}`}.`;
  const urgent = urgentCutoff(plan, replan);
  const first = urgent ? [say`${urgent}.`, here] : [here];
  const last = replan.ahead.at(-1);
  if (!last) {
    return [
      ...first,
      say`${ending.kind === 'dnf' ? 'Ended' : ending.kind === 'open' ? 'The plan ends here,' : 'Finished'} after ${duration(ending.elapsedS)}.`,
    ];
  }
  const goal = replan.goals.find(
    ({ alive, demand, probability }) => alive && demand && probability != null,
  );
  const gone = changes.find(({ kind }) => kind === 'gone');
  const chance = say`${gone ? say` ${changeText(plan, gone, replan.review.resolutionS)}` : []}${goal ? say` ${words(goal.goal.text)} ${goal.status}.` : []}`;
  const next = replan.ahead[0]!;
  const stop = changes.find((change) => change.kind === 'stops over');
  const change = changes.find(({ kind }) => kind !== 'cutoff' && kind !== 'gone');
  const todo = stop
    ? say` Stops are ${span(stop.overS, replan.review.resolutionS)} over.`
    : change
      ? say` ${changeText(plan, change, replan.review.resolutionS)}`
      : [];
  return [
    ...first,
    say`${endLine(plan, replan, last)}${chance}`,
    say`Next ${words(next.planned.leg.to.name)} at ${moment(plan, next.forecast.medianS)}.${todo}`,
  ];
}

/** The finish; of a race over a time how far, at bells how long it may go on. */
function endLine(plan: Plan, replan: Replan, last: StationAhead): Text {
  const { overTime, atBells } = replan;
  if (overTime) {
    const { medianM, nearM, farM } = overTime;
    return say`By the end ${distance(medianM)}, ${distance(nearM)} to ${distance(farM)}.`;
  }
  if (atBells) return say`The bell: ${bellFacts(plan, atBells).at(-1)!.text}.`;
  return say`Finish ${moment(plan, last.forecast.medianS)}, ${finishWindow(plan, last, true)}.`;
}
