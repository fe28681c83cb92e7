/** What figures of a race ahead of its plan, and behind it, have in common. */
import type { Course } from '../../domain/course.js';
import type { Plan } from '../../domain/plan.js';
import { closingsOf, untilClosing } from '../../engine/course/cutoffs.js';
import type { PlannedLeg } from '../../engine/pacing/pace-plan.js';
import type { Stretch } from '../../engine/review/stretches.js';
import { S_PER_MIN } from '../../kernel/units.js';
import type { Figure, Layer } from '../figure.js';
import { count, say, shift, type Text } from '../value.js';
import type { Named } from './names.js';
import { drawnLayers } from './placing.js';

/** In words. */
export const behind = (seconds: number, same = 'on plan') =>
  shift(seconds, same, 'behind plan', 'ahead of plan');
/** Where a sentence begins. */
export const firstBehind = (seconds: number) => behind(seconds, 'On plan');

/** Seconds behind the plan at a place; negative is ahead. */
export interface Stand extends Named {
  behindS: number;
}

/** At each place the log tells, as far as the plan goes. */
export const standsOf = (stretches: readonly Stretch[], { distanceM }: Course): Stand[] =>
  stretches
    .filter(({ end }) => end.atM <= distanceM)
    .map(({ end, endS, planned }) => ({
      name: end.name,
      atM: end.atM,
      behindS: endS - planned.endS,
    }));

/** The windows of the plan beside its arrivals, at the places that the race came to. */
export const windowBand = (legs: readonly PlannedLeg[], shown: readonly number[]): Layer => ({
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

/** @param layers what else is drawn, so that no cutoff flattens it */
export function drawCutoffs(
  plan: Plan,
  course: Course,
  legs: readonly PlannedLeg[],
  layers: readonly Layer[],
): Drawn {
  const all = closingsOf(course, plan).flatMap(({ place, at, closesS }) => {
    const planned = legs[place - 1];
    return planned ? [{ x: at.atM, y: closesS - planned.arriveS }] : [];
  });
  return cutoffsNear(all, layers);
}

/** @param all how much later than planned one may come, by distance */
export function cutoffsNear(
  all: readonly { x: number; y: number }[],
  layers: readonly Layer[],
): Drawn {
  const shownS = Math.max(LEAST_RANGE_S, ...layers.flatMap(sizesOf));
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

/** Where all are on plan. */
export const START: Stand = { name: 'the start', atM: 0, behindS: 0 };

/** A line through these places. */
export const lineOf = (
  role: 'actual' | 'forecast',
  name: string,
  points: readonly Stand[],
): Layer => ({
  kind: 'line',
  role,
  name,
  points: points.map(({ atM, behindS }) => ({ x: atM, y: behindS })),
});

/**
 * @param table the `id` of the table that has its numbers
 * @param distanceM of the course
 */
export const figureOf = (
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
