/** A race that ended early, in words: what is known, and no cause. */
import type { Course } from '../../domain/course.js';
import type { Plan } from '../../domain/plan.js';
import type { EarlyEnd, EndedEarly } from '../../engine/review/ended-early.js';
import type { Aim } from '../../engine/review/hindsight.js';
import type { RaceReview } from '../../engine/review/review.js';
import { S_PER_MIN } from '../../kernel/units.js';
import { atMoment } from '../moment.js';
import type { Json } from '../report.js';
import {
  distance,
  duration,
  joinText,
  pace,
  say,
  signedRatio,
  span,
  type Text,
  words,
} from '../value.js';
import { aimText } from './hindsight.js';

const LABELS: Readonly<Record<EarlyEnd, string>> = {
  'timed out': 'Timed out',
  dropped: 'Stopped',
  'no more data': 'The log ends',
};

type Fact = { label: string; text: Text };

/** Where it ended, and after how long. */
export function endFact(plan: Plan, course: Course, { ending }: RaceReview, kind: EarlyEnd): Fact {
  const at = say`${words(ending.at.name)}, ${distance(ending.at.atM)}`;
  const after = kind === 'no more data' ? '; what came after is not logged' : '';
  return {
    label: LABELS[kind],
    text: say`${at} of ${distance(course.distanceM)}, after ${duration(ending.elapsedS)}${atMoment(plan, ending.elapsedS, ', at ')}${after}`,
  };
}

/** How it went before, what the leg to a closed place took, and what the rest would have asked. */
export const beforeFacts = (early: EndedEarly): Fact[] => [
  ...missedFact(early),
  ...trendFact(early),
  ...askedFact(early),
];

function trendFact({ trend: { legs, withStops } }: EndedEarly): Fact[] {
  if (legs.length === 0) return [];
  const what = withStops ? 'time, stops counted in,' : 'moving time';
  const which = legs.length === 1 ? 'on the leg' : `leg by leg, the last ${legs.length}`;
  const ratios = joinText(
    legs.map(({ slowerRatio }) => [signedRatio(slowerRatio)]),
    ', ',
  );
  return [
    {
      label: 'Trend',
      text: say`${what} against plan, ${which}: ${ratios}; climb, heat and dark are in the plan`,
    },
  ];
}

function missedFact({ missed }: EndedEarly): Fact[] {
  if (!missed || missed.leftS <= 0) return [];
  const { check, from, distanceM, leftS, tookS } = missed;
  const stop = check.by === 'departure' ? ', the stop there counted in' : '';
  return [
    {
      label: 'The leg there',
      text: say`${distance(distanceM)} from ${words(from.name)} to ${words(check.at.name)}: ${span(leftS)} until it closed, ${span(tookS)} taken${stop}`,
    },
  ];
}

function askedFact({ asked, lastMovingSPerKm }: EndedEarly): Fact[] {
  const of = (kind: Aim['kind']) => asked?.aims.filter(({ aim }) => aim.kind === kind) ?? [];
  const aims = [...of('cutoffs'), ...of('goal')];
  if (!asked || aims.length === 0) return [];
  const each = aims.map(
    ({ aim, leftS, movingSPerKm }) =>
      say`${pace(movingSPerKm)} for ${aimText(aim)}, in ${duration(leftS, S_PER_MIN)}`,
  );
  const last = lastMovingSPerKm == null ? [] : say`. The last leg was ${pace(lastMovingSPerKm)}`;
  return [
    {
      label: 'The rest asked',
      text: say`${distance(asked.leftM)} from ${words(asked.from.name)}, moving with stops as planned: ${joinText(each, '; ')}${last}`,
    },
  ];
}

export const endedEarlyJson = (early: EndedEarly): { readonly [key: string]: Json } => ({
  end: early.kind,
  trend: early.trend.legs.map(({ end, slowerRatio }) => ({
    to: end.name,
    atM: end.atM,
    slowerRatio,
  })),
  trendWithStops: early.trend.withStops,
  missedLeg: early.missed && {
    from: early.missed.from.name,
    to: early.missed.check.at.name,
    distanceM: early.missed.distanceM,
    leftS: early.missed.leftS,
    tookS: early.missed.tookS,
  },
  asked: early.asked && {
    from: early.asked.from.name,
    fromM: early.asked.from.atM,
    leftM: early.asked.leftM,
    aims: early.asked.aims.map(({ aim, leftS, movingSPerKm }) => ({
      kind: aim.kind,
      goal: aim.goal.text,
      leftS,
      movingSPerKm,
    })),
  },
  lastMovingSPerKm: early.lastMovingSPerKm,
});
