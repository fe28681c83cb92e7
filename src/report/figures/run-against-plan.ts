/** Where a race looked back on was ahead of its plan, and where behind. */
import type { Course } from '../../domain/course.js';
import type { Plan } from '../../domain/plan.js';
import { isTimedEvent } from '../../domain/race-format.js';
import type { RaceReview } from '../../engine/review/review.js';
import type { Stretch } from '../../engine/review/stretches.js';
import { S_PER_MIN } from '../../kernel/units.js';
import type { Figure } from '../figure.js';
import { distance, say, shift, type Text } from '../value.js';
import {
  behind,
  drawCutoffs,
  figureOf,
  firstBehind,
  lineOf,
  START,
  type Stand,
  standsOf,
  windowBand,
} from './against-plan.js';
import { nameAmong } from './names.js';
import { mostOf } from './pieces.js';

/**
 * `null` of a log that tells of no place.
 * @param stretches the rows of the table of legs
 */
export function runFigure(
  plan: Plan,
  course: Course,
  { pace, ending }: RaceReview,
  stretches: readonly Stretch[],
): Figure | null {
  const stands = standsOf(stretches, course);
  const last = stands.at(-1);
  if (!last) return null;
  const layers = [
    windowBand(
      pace.legs,
      stands.map(({ atM }) => atM),
    ),
    lineOf('actual', 'as run', [START, ...stands]),
  ];
  const { cutoffs, leftOut } = drawCutoffs(plan, course, pace.legs, layers);
  const isFinish = ending.kind === 'finished' && last.atM === ending.at.atM;
  const end = isTimedEvent(plan)
    ? say`${distance(last.atM)}`
    : isFinish
      ? say`the finish`
      : nameAmong(stands, last);
  const point = say`${firstBehind(last.behindS)} at ${end}${farthestText(stands)}${lostText(stands)}.${leftOut}`;
  return figureOf(point, 'legs', course.distanceM, [...layers, cutoffs]);
}

/** Where the race was farthest ahead, and farthest behind, if not at its end. */
function farthestText(stands: readonly Stand[]): Text {
  const last = stands.at(-1)!;
  const ahead = mostOf(stands, ({ behindS }) => -behindS)!;
  const late = mostOf(stands, ({ behindS }) => behindS)!;
  const isTold = (one: Stand) => one !== last && Math.abs(one.behindS) >= S_PER_MIN;
  return [
    ...(ahead.behindS < 0 && isTold(ahead)
      ? say`; farthest ahead at ${nameAmong(stands, ahead)}, ${behind(ahead.behindS)}`
      : []),
    ...(late.behindS > 0 && isTold(late)
      ? say`; farthest behind at ${nameAmong(stands, late)}, ${behind(late.behindS)}`
      : []),
  ];
}

/** Between which two places most was lost. */
function lostText(stands: readonly Stand[]): Text {
  const steps = stands.map((to, i) => {
    const from = stands[i - 1] ?? START;
    return { from, to, lostS: to.behindS - from.behindS };
  });
  const most = mostOf(steps, ({ lostS }) => lostS);
  return !most || steps.length < 2 || most.lostS < S_PER_MIN
    ? []
    : say`; the most was lost from ${most.from === START ? START.name : nameAmong(stands, most.from)} to ${nameAmong(stands, most.to)}, ${shift(most.lostS, 'nothing', 'more than planned', 'less than planned')}`;
}
