/** When the runner may come, along the course, by the clock. */
import type { Plan } from '../../domain/plan.js';
import { isTimedEvent } from '../../domain/race-format.js';
import { untilClosing } from '../../engine/course/cutoffs.js';
import type { PlannedLeg } from '../../engine/pacing/pace-plan.js';
import type { Chart } from '../chart.js';
import type { Figure, Quantity } from '../figure.js';
import { moment } from '../moment.js';
import { duration, say, span, type Text } from '../value.js';
import { nameAmong } from './names.js';
import { drawnLayers } from './placing.js';

/** The time of day; since the start where the plan has none. */
const clockQuantity = ({ race: { startAt, zone } }: Plan): Quantity =>
  startAt === null ? { kind: 'elapsed' } : { kind: 'clock', startAt, zone };

/** `null` where there are no windows. */
export function windowsFigure(plan: Plan, { legs }: Pick<Chart, 'legs'>): Figure | null {
  const open = legs.flatMap((planned) => {
    const window = planned.window && untilClosing(planned.window, planned.leg.to.cutoffS);
    return window ? [{ planned, window }] : [];
  });
  const finish = legs.at(-1);
  if (open.length === 0 || !finish) return null;
  const cutoffs = closingLegs(plan, legs);
  const near = cutoffs.filter(({ leg }) => leg.to.cutoffS! <= latestDrawnS(finish));
  const point = (x: number, s: number) => ({ x, low: s, high: s });
  return {
    kind: 'chart',
    id: 'windows-by-clock',
    title: 'When to expect the runner, along the course',
    point: pointOf(plan, open, cutoffs, legs),
    table: 'windows',
    drawing: {
      kind: 'plot',
      x: { label: 'Distance', quantity: { kind: 'distance' }, from: 0, to: finish.leg.to.atM },
      y: { label: 'Time', quantity: clockQuantity(plan), from: 0 },
      layers: drawnLayers([
        {
          kind: 'band',
          role: 'forecast',
          name: '8 in 10 arrive',
          points: [
            point(0, 0),
            ...open.map(({ planned, window }) => ({
              x: planned.leg.to.atM,
              low: window.earlyS,
              high: window.lateS,
            })),
            ...(finish.window ? [] : [point(finish.leg.to.atM, finish.arriveS)]),
          ],
        },
        {
          kind: 'line',
          role: 'plan',
          name: 'plan',
          points: [
            { x: 0, y: 0 },
            ...legs.map(({ leg, arriveS }) => ({ x: leg.to.atM, y: arriveS })),
          ],
        },
        {
          kind: 'dots',
          role: 'cutoff',
          name: 'cutoff',
          points: near.map(({ leg }) => ({ x: leg.to.atM, y: leg.to.cutoffS! })),
        },
      ]),
    },
  };
}

/** A cutoff later than this would press all else flat. */
const latestDrawnS = ({ arriveS, window }: PlannedLeg): number =>
  (window?.lateS ?? arriveS) * SHARE_DRAWN;
const SHARE_DRAWN = 1.3;

/** The legs to places that close; the end of a race over a time is none. */
const closingLegs = (plan: Plan, legs: readonly PlannedLeg[]): PlannedLeg[] =>
  legs.filter(
    ({ leg: { to } }, i) => to.cutoffS !== null && !(i === legs.length - 1 && isTimedEvent(plan)),
  );

type Open = { planned: PlannedLeg; window: { earlyS: number; lateS: number } };

function pointOf(
  plan: Plan,
  open: readonly Open[],
  cutoffs: readonly PlannedLeg[],
  legs: readonly PlannedLeg[],
): Text {
  const places = legs.map(({ leg }) => leg.to);
  const finish = legs.at(-1)!;
  const widthOf = ({ window }: Open) => window.lateS - window.earlyS;
  const widest = open.reduce((most, one) => (widthOf(one) > widthOf(most) ? one : most));
  const { planned, window } = widest;
  const windows = say`Widest at ${nameAmong(places, planned.leg.to)}: between ${moment(plan, window.earlyS)} and ${moment(plan, window.lateS)}, 8 times in 10, of runners who finish in ${duration(finish.arriveS)}.`;
  const inHand = ({ leg, window: seen, arriveS }: PlannedLeg) =>
    leg.to.cutoffS! - (seen?.lateS ?? arriveS);
  const [first, ...others] = cutoffs;
  if (!first) return windows;
  const nearest = others.reduce((least, one) => (inHand(one) < inHand(least) ? one : least), first);
  const marginS = inHand(nearest);
  const closing = say`The nearest cutoff is that of ${nameAmong(places, nearest.leg.to)}, ${moment(plan, nearest.leg.to.cutoffS)}: `;
  const late = nearest.window ? 'the latest of those arrivals' : 'the arrival';
  return marginS >= 0
    ? say`${windows} ${closing}${span(marginS)} after ${late}.`
    : say`${windows} ${closing}${span(-marginS)} before ${late}.`;
}
