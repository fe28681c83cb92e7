/** A race over a time, or at bells, while it goes on. */
import type { Plan } from '../../domain/plan.js';
import { formatOf } from '../../domain/race-format.js';
import type { BellOutlook } from '../../engine/review/bells-ahead.js';
import type { GoalNow } from '../../engine/review/goals-now.js';
import type { DistanceOutlook } from '../../engine/review/over-time.js';
import type { Replan } from '../../engine/review/replan.js';
import { S_PER_H } from '../../kernel/units.js';
import { atMoment } from '../moment.js';
import type { Json } from '../report.js';
import {
  count,
  decimal,
  distance,
  minutes,
  ordinal,
  say,
  span,
  type Text,
  type Value,
} from '../value.js';
import { inLoops } from './loops.js';

export interface Fact {
  label: string;
  text: Text;
}

/** `8.1 km an hour, 4.8 laps` */
const anHour = (mPerH: number, loopM: number | null): Text =>
  loopM === null
    ? say`${distance(mPerH)} an hour`
    : say`${distance(mPerH)} an hour, ${decimal(mPerH / loopM)} laps`;

/** What is left, and how far it will be. */
export function overTimeFacts(plan: Plan, outlook: DistanceOutlook): Fact[] {
  const { durationS, leftS, medianM, nearM, farM, soFarMPerH, loopM } = outlook;
  return [
    { label: 'So far', text: anHour(soFarMPerH, loopM) },
    { label: 'Time left', text: say`${span(leftS)}${atMoment(plan, durationS, ', until ')}` },
    {
      label: 'By the end',
      text: say`${distance(medianM)}; 8 in 10 get ${distance(nearM)} to ${distance(farM)}, if they go on`,
    },
  ];
}

/** What a distance takes from here. */
export function distanceDemand(plan: Plan, { goal }: GoalNow, replan: Replan): Text | null {
  if (goal.target.kind !== 'distance') return null;
  const { departS, review, atBells } = replan;
  const format = formatOf(plan);
  if (format.kind === 'timed' && format.durationS !== null && departS < format.durationS) {
    const leftM = goal.target.targetM - review.ending.at.atM;
    const needsMPerH = (leftM / (format.durationS - departS)) * S_PER_H;
    return say`needs ${anHour(needsMPerH, format.loopM)} from here`;
  }
  if (!atBells) return null;
  const more = Math.ceil(goal.target.targetM / atBells.loopM - 1e-6) - atBells.review.laps;
  return say`${count(more)} more ${more === 1 ? 'loop' : 'loops'}; nothing tells the chance of going on`;
}

export function bellFacts(plan: Plan, outlook: BellOutlook): Fact[] {
  const { review, restS, meanRestS, next, everyS, loopM } = outlook;
  const facts: Fact[] = [{ label: 'So far', text: inLoops(review.laps * loopM, loopM) }];
  const { slowest } = review;
  if (restS !== null && meanRestS !== null && slowest) {
    facts.push({
      label: 'Rest',
      text: say`${minutes(restS)} after the last loop, ${minutes(meanRestS)} on average; ${minutes(everyS - slowest.tookS)} at the least, after the ${ordinal(slowest.lap)}`,
    });
  }
  if (next) {
    facts.push({
      label: 'Next loop',
      text: say`the ${ordinal(review.laps + 1)}${atMoment(plan, review.laps * everyS)}: ${minutes(next.medianS)}; 8 in 10 ${minutes(next.earlyS)} to ${minutes(next.lateS)}`,
    });
  }
  facts.push({ label: 'The bell', text: lastLoopText(outlook) });
  return facts;
}

function lastLoopText({ lastLoop }: BellOutlook): Text {
  if (!lastLoop) return ['too few loops to tell a trend'];
  const { median, early, late } = lastLoop;
  if (median === null) {
    return early === null
      ? ['the loops so far do not slow towards it']
      : say`the loops so far hardly slow towards it: in 1 of 10 such the ${ordinal(early)} is the last in time`;
  }
  const until: Text | Value = late === null ? ['no end in sight'] : ordinal(late);
  return say`slowing on like this, the ${ordinal(median)} loop is the last in time; 8 in 10 ${early === null ? ['–'] : ordinal(early)} to ${until}`;
}

export const overTimeJson = (outlook: DistanceOutlook): Json => ({
  durationS: outlook.durationS,
  leftS: outlook.leftS,
  distanceM: outlook.medianM,
  nearM: outlook.nearM,
  farM: outlook.farM,
  soFarMPerH: outlook.soFarMPerH,
});

export const bellOutlookJson = ({
  review,
  restS,
  meanRestS,
  next,
  lastLoop,
}: BellOutlook): Json => ({
  loops: review.laps,
  restS,
  meanRestS,
  nextLoop: next && { ...next },
  lastLoop: lastLoop && { ...lastLoop },
});
