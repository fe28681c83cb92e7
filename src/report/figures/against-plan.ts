/** Ahead of the plan and behind it, along the course: as run, and what is forecast. */
import type { Course } from '../../domain/course.js';
import { hasSpread } from '../../domain/forecast.js';
import type { Plan } from '../../domain/plan.js';
import { isTimedEvent } from '../../domain/race-format.js';
import { closingsOf, untilClosing } from '../../engine/course/cutoffs.js';
import type { PlannedLeg } from '../../engine/pacing/pace-plan.js';
import type { Replan } from '../../engine/review/replan.js';
import type { RaceReview } from '../../engine/review/review.js';
import type { Stretch } from '../../engine/review/stretches.js';
import { S_PER_MIN } from '../../kernel/units.js';
import type { Figure, Layer } from '../figure.js';
import { count, distance, say, shift, type Text } from '../value.js';
import { type Named, nameAmong } from './names.js';
import { mostOf } from './pieces.js';
import { drawnLayers } from './placing.js';

const behind = (seconds: number, same = 'on plan') =>
  shift(seconds, same, 'behind plan', 'ahead of plan');
/** Where a sentence begins. */
const firstBehind = (seconds: number) => behind(seconds, 'On plan');

/** Seconds behind the plan at a place; negative is ahead. */
interface Stand extends Named {
  behindS: number;
}

/** At each place the log tells, as far as the plan goes. */
const standsOf = (stretches: readonly Stretch[], { distanceM }: Course): Stand[] =>
  stretches
    .filter(({ end }) => end.atM <= distanceM)
    .map(({ end, endS, planned }) => ({
      name: end.name,
      atM: end.atM,
      behindS: endS - planned.endS,
    }));

/** The windows of the plan beside its arrivals, at the places that the race came to. */
const windowBand = (legs: readonly PlannedLeg[], shown: readonly number[]): Layer => ({
  kind: 'band',
  role: 'plan',
  name: '8 in 10 by this plan',
  points: [
    { x: 0, low: 0, high: 0 },
    ...legs.flatMap(({ leg, arriveS, window }) => {
      if (!shown.includes(leg.to.atM)) return [];
      const open = window && untilClosing(window, leg.to.cutoffS);
      return open
        ? [{ x: leg.to.atM, low: open.earlyS - arriveS, high: open.lateS - arriveS }]
        : [];
    }),
  ],
});

/** Below this a race is on plan: the figure is no narrower. */
const LEAST_RANGE_S = 10 * S_PER_MIN;
/** A cutoff farther away than so many times what is shown would flatten all else. */
const FARTHEST_CUTOFF = 2;

interface Drawn {
  /** How much later than planned one may come; those drawn. */
  cutoffs: Layer;
  /** Said of those that are too far away to be drawn. */
  leftOut: Text;
}

function drawCutoffs(
  plan: Plan,
  course: Course,
  legs: readonly PlannedLeg[],
  layers: readonly Layer[],
): Drawn {
  const shownS = Math.max(LEAST_RANGE_S, ...layers.flatMap(sizesOf));
  const all = closingsOf(course, plan).flatMap(({ place, at, closesS }) => {
    const planned = legs[place - 1];
    return planned ? [{ x: at.atM, y: closesS - planned.arriveS }] : [];
  });
  const points = all.filter(({ y }) => Math.abs(y) <= FARTHEST_CUTOFF * shownS);
  const far = all.length - points.length;
  return {
    cutoffs: { kind: 'dots', role: 'cutoff', name: 'cutoff', points },
    leftOut:
      far === 0
        ? []
        : say` ${count(far)} ${far === 1 ? 'cutoff is' : 'cutoffs are'} too far from the plan to be drawn.`,
  };
}

const sizesOf = (layer: Layer): number[] => {
  switch (layer.kind) {
    case 'line':
      return layer.points.flatMap(({ y }) => (y === null ? [] : [Math.abs(y)]));
    case 'band':
      return layer.points.flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)]);
    default:
      return [];
  }
};

const START: Stand = { name: 'the start', atM: 0, behindS: 0 };

const lineOf = (role: 'actual' | 'forecast', name: string, points: readonly Stand[]): Layer => ({
  kind: 'line',
  role,
  name,
  points: points.map(({ atM, behindS }) => ({ x: atM, y: behindS })),
});

const figureOf = (
  point: Text,
  table: string,
  distanceM: number,
  layers: readonly Layer[],
): Figure => ({
  kind: 'chart',
  id: 'against-plan',
  title: 'Ahead of the plan, and behind it',
  point,
  table,
  drawing: {
    kind: 'plot',
    x: { label: 'Distance', quantity: { kind: 'distance' }, from: 0, to: distanceM },
    y: { label: 'Against plan', quantity: { kind: 'shift' }, isReversed: true },
    layers: drawnLayers([...layers, { kind: 'level', role: 'plan', name: 'plan', y: 0 }]),
  },
  isForScreen: true,
});

/**
 * A race looked back on.
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

/** A race that goes on: as run, and what is forecast for the places ahead. */
export function forecastFigure(plan: Plan, course: Course, replan: Replan): Figure | null {
  const { review, ahead, behindS } = replan;
  const { ending, pace, stretches } = review;
  const stands = standsOf(stretches, course);
  const finish = ahead.at(-1);
  if (stands.length === 0 && !finish) return null;
  const isBeyond = ending.at.atM > course.distanceM;
  // who stood here longer than planned leaves later against it; beyond its end there is no plan to be behind
  const here: Stand = (isBeyond ? stands.at(-1) : null) ?? {
    name: ending.at.name,
    atM: ending.at.atM,
    behindS,
  };
  const fan: readonly Layer[] = finish
    ? [
        {
          kind: 'band',
          role: 'forecast',
          name: '8 in 10 from here',
          points: [
            { x: here.atM, low: behindS, high: behindS },
            ...ahead.flatMap(({ planned: { leg, arriveS }, window }) =>
              window
                ? [{ x: leg.to.atM, low: window.earlyS - arriveS, high: window.lateS - arriveS }]
                : [],
            ),
          ],
        },
        lineOf('forecast', 'forecast', [
          here,
          ...ahead.map(({ planned: { leg, arriveS }, forecast }) => ({
            name: leg.to.name,
            atM: leg.to.atM,
            behindS: forecast.medianS - arriveS,
          })),
        ]),
      ]
    : [];
  const layers = [
    windowBand(
      pace.legs,
      pace.legs.map(({ leg }) => leg.to.atM),
    ),
    ...fan,
    lineOf('actual', 'as run', [START, ...stands]),
  ];
  const { cutoffs, leftOut } = drawCutoffs(plan, course, pace.legs, layers);
  const places = pace.legs.map(({ leg }) => leg.to);
  const at = isBeyond ? say`${distance(here.atM)}` : nameAmong(places, here);
  const now = stands.length === 0 ? [] : say`${firstBehind(here.behindS)} at ${at}. `;
  const then = finish ? aheadText(plan, finish) : [];
  return figureOf(say`${now}${then}${leftOut}`, 'ahead', course.distanceM, [...layers, cutoffs]);
}

function aheadText(plan: Plan, finish: Replan['ahead'][number]): Text {
  const {
    planned: { leg, arriveS },
    forecast,
    window,
  } = finish;
  const at = isTimedEvent(plan) ? [distance(leg.to.atM)] : 'the finish';
  const median = say`Forecast at ${at}: ${behind(forecast.medianS - arriveS)}`;
  if (!hasSpread(forecast)) return say`${median}.`;
  return window
    ? say`${median}; 8 times in 10 between ${behind(window.earlyS - arriveS)} and ${behind(window.lateS - arriveS)}.`
    : say`${median}, after it closes.`;
}
