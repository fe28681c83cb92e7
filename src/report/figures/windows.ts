/** When the runner may come, along the course. */
import type { Plan } from '../../domain/plan.js';
import { cutoffOf, untilClosing } from '../../engine/course/cutoffs.js';
import type { PlannedLeg } from '../../engine/pacing/pace-plan.js';
import type { Chart } from '../chart.js';
import type { Figure, Layer } from '../figure.js';
import { moment } from '../moment.js';
import { duration, say, span, type Text } from '../value.js';
import { cutoffsNear } from './against-plan.js';
import { nameAmong } from './names.js';
import { drawnLayers } from './placing.js';

/** Fewer windows make no shape. */
const FEWEST = 2;

/** Against the plan, as by the clock a window is but a thick line; `null` of fewer windows than make a shape. */
export function windowsFigure(plan: Plan, { legs }: Pick<Chart, 'legs'>): Figure | null {
  const open = legs.flatMap((planned) => {
    const window = planned.window && untilClosing(planned.window, planned.leg.to.cutoffS);
    return window ? [{ planned, window }] : [];
  });
  const finish = legs.at(-1);
  if (open.length < FEWEST || !finish) return null;
  const cutoffs = closingLegs(plan, legs);
  const nothing = (x: number) => ({ x, low: 0, high: 0 });
  const windows = open.map(({ planned: { leg, arriveS }, window }) => ({
    x: leg.to.atM,
    low: window.earlyS - arriveS,
    high: window.lateS - arriveS,
  }));
  const band: Layer = {
    kind: 'band',
    role: 'plan',
    name: '8 in 10 arrive',
    points: [nothing(0), ...windows, ...(finish.window ? [] : [nothing(finish.leg.to.atM)])],
  };
  const closing = cutoffs.map(({ leg, arriveS }) => ({
    x: leg.to.atM,
    y: leg.to.cutoffS! - arriveS,
  }));
  const drawn = cutoffsNear(closing, [band]);
  return {
    kind: 'chart',
    id: 'windows-against-plan',
    title: 'How early or late the runner may come',
    point: say`${pointOf(plan, open, cutoffs, legs)}${drawn.leftOut}`,
    table: 'windows',
    drawing: {
      kind: 'plot',
      x: { label: 'Distance', quantity: { kind: 'distance' }, from: 0, to: finish.leg.to.atM },
      y: { label: 'Against plan', quantity: { kind: 'shift' }, isReversed: true },
      layers: drawnLayers([
        band,
        drawn.cutoffs,
        { kind: 'level', role: 'plan', name: 'plan', y: 0 },
      ]),
    },
  };
}

/** The legs to places that close. */
const closingLegs = (plan: Plan, legs: readonly PlannedLeg[]): PlannedLeg[] =>
  legs.filter(({ leg }, i) => cutoffOf(plan, leg.to, i === legs.length - 1) !== null);

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
  const windows = say`8 in 10 of those who finish in ${duration(finish.arriveS)} come inside the window, widest at ${nameAmong(places, planned.leg.to)}: ${moment(plan, window.earlyS)} to ${moment(plan, window.lateS)}.`;
  const inHand = ({ leg, window: seen, arriveS }: PlannedLeg) =>
    leg.to.cutoffS! - (seen?.lateS ?? arriveS);
  const [first, ...others] = cutoffs;
  if (!first) return windows;
  const nearest = others.reduce((least, one) => (inHand(one) < inHand(least) ? one : least), first);
  const marginS = inHand(nearest);
  const closing = say`Nearest cutoff: ${nameAmong(places, nearest.leg.to)}, ${moment(plan, nearest.leg.to.cutoffS)}, ${span(Math.abs(marginS))}`;
  const side = marginS >= 0 ? 'after' : 'before';
  return say`${windows} ${closing} ${side} the ${nearest.window ? 'latest of them' : 'arrival'}.`;
}
