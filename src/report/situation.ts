/** Where a race stands: ahead of the plan or behind it, what is to go, and the finish as forecast. */
import type { Course } from '../domain/course.js';
import type { Plan } from '../domain/plan.js';
import type { Replan } from '../engine/review/replan.js';
import { againstPlan, hasLeft, isBeyondPlan } from './brief.js';
import { finishWindow, urgentCutoff } from './cutoffs.js';
import { atMoment, moment } from './moment.js';
import type { FactsSection, Sum } from './report.js';
import { bellFacts, overTimeFacts } from './timed/over-time.js';
import { type TodaysFieldSeen, todaysFieldText } from './todays-field.js';
import { distance, duration, say, shift, span, type Text, words } from './value.js';

/** Ahead or behind, and why: moving, and stops, which make it. */
function againstPlanFact({ behindS, stopsOverS }: Replan): { text: Text; sums: Sum[] } {
  const behind = againstPlan(behindS);
  if (stopsOverS == null) {
    const text = say`${behind}: stops were not all logged, so moving and stopping cannot be told apart`;
    return { text, sums: [] };
  }
  const moving = shift(behindS - stopsOverS, 'as planned', 'slower', 'faster');
  const stops = shift(stopsOverS, 'as planned', 'over', 'under');
  return {
    text: say`${behind}: moving ${moving}, stops ${stops}`,
    sums: [{ total: behind, parts: [moving, stops] }],
  };
}

/** A forecast this much later than the plan so far, as a share of the target, wants a reason. */
const NOTABLE_DRIFT = 0.02;

/** @param today what others did on this very day; `null` where none were asked for */
export function situation(
  plan: Plan,
  course: Course,
  replan: Replan,
  today: TodaysFieldSeen | null,
): FactsSection {
  const { ending, resolutionS } = replan.review;
  const sums: Sum[] = [];
  const last = replan.ahead.at(-1);
  const finish = last?.forecast;
  const urgent = urgentCutoff(plan, replan);
  const left = hasLeft(replan) ? say`, left ${moment(plan, replan.departS)}` : [];
  const facts: { label: string; text: Text }[] = [
    ...(urgent ? [{ label: 'Cutoff', text: urgent }] : []),
    {
      label: finish || ending.kind === 'open' ? 'Here' : ending.kind === 'dnf' ? 'DNF' : 'Finish',
      text: say`${words(ending.at.name)}, ${distance(ending.at.atM)}, ${duration(ending.elapsedS)}${atMoment(plan, ending.elapsedS)}${left}`,
    },
  ];
  if (ending.elapsedS > 0 && (last || ending.kind !== 'open') && !isBeyondPlan(replan)) {
    const against = againstPlanFact(replan);
    facts.push({ label: 'Against plan', text: against.text });
    sums.push(...against.sums);
  }
  if (ending.kind === 'open' && !last) {
    facts.push({ label: 'Ahead', text: ['the plan ends here: a goal for more makes it longer'] });
  }
  if (replan.overTime) facts.push(...overTimeFacts(plan, replan.overTime));
  else if (replan.atBells) facts.push(...bellFacts(plan, replan.atBells));
  else if (last && finish) {
    facts.push(
      { label: 'To go', text: say`${distance(course.distanceM - ending.at.atM)}` },
      {
        label: 'Finish',
        text: say`${duration(finish.medianS, resolutionS)}${atMoment(plan, finish.medianS)}; ${finishWindow(plan, last)}`,
      },
    );
    const laterS = finish.medianS - replan.review.pace.targetS - replan.behindS;
    if (ending.elapsedS > 0 && laterS > NOTABLE_DRIFT * replan.review.pace.targetS) {
      facts.push({
        label: 'Mind',
        text: say`who is here at this time usually slows down more than your plan does, by ${span(laterS, resolutionS)} at the finish`,
      });
    }
  }
  const others = today && todaysFieldText(replan, today);
  if (others) facts.push({ label: "Today's field", text: others });
  return { kind: 'facts', title: null, facts, sums };
}
