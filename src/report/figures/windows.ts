/** When the runner may come, along the course. */
import type { Plan } from '../../domain/plan.js';
import { isTimedEvent } from '../../domain/race-format.js';
import { untilClosing } from '../../engine/course/cutoffs.js';
import type { PlannedLeg } from '../../engine/pacing/pace-plan.js';
import { S_PER_MIN } from '../../kernel/units.js';
import type { Chart } from '../chart.js';
import type { Figure } from '../figure.js';
import { moment } from '../moment.js';
import { duration, say, span, type Text } from '../value.js';
import { nameAmong } from './names.js';
import { drawnLayers } from './placing.js';

/** A cutoff farther from the plan than so many times the widest window would press the windows flat. */
const FARTHEST_CUTOFF = 8;
const FEWEST = 2;
/** Windows narrower than this are drawn no larger. */
const LEAST_RANGE_S = 10 * S_PER_MIN;

/** Against the plan, as by the clock a window is but a thick line; `null` of fewer windows than make a shape. */
export function windowsFigure(plan: Plan, { legs }: Pick<Chart, 'legs'>): Figure | null {
  const open = legs.flatMap((planned) => {
    const window = planned.window && untilClosing(planned.window, planned.leg.to.cutoffS);
    return window ? [{ planned, window }] : [];
  });
  const finish = legs.at(-1);
  if (open.length < FEWEST || !finish) return null;
  const cutoffs = closingLegs(plan, legs);
  const band = open.map(({ planned: { leg, arriveS }, window }) => ({
    x: leg.to.atM,
    low: window.earlyS - arriveS,
    high: window.lateS - arriveS,
  }));
  const shownS = Math.max(LEAST_RANGE_S, ...band.flatMap(({ low, high }) => [-low, high]));
  const points = cutoffs
    .map(({ leg, arriveS }) => ({ x: leg.to.atM, y: leg.to.cutoffS! - arriveS }))
    .filter(({ y }) => Math.abs(y) <= FARTHEST_CUTOFF * shownS);
  const nothing = (x: number) => ({ x, low: 0, high: 0 });
  return {
    kind: 'chart',
    id: 'windows-against-plan',
    title: 'How early or late the runner may come',
    point: say`${pointOf(plan, open, cutoffs, legs)}${points.length < cutoffs.length ? ' Cutoffs too far from the plan are not drawn.' : []}`,
    table: 'windows',
    drawing: {
      kind: 'plot',
      x: { label: 'Distance', quantity: { kind: 'distance' }, from: 0, to: finish.leg.to.atM },
      y: { label: 'Against plan', quantity: { kind: 'shift' }, isReversed: true },
      layers: drawnLayers([
        {
          kind: 'band',
          role: 'plan',
          name: '8 in 10 arrive',
          points: [nothing(0), ...band, ...(finish.window ? [] : [nothing(finish.leg.to.atM)])],
        },
        { kind: 'dots', role: 'cutoff', name: 'cutoff', points },
        { kind: 'level', role: 'plan', name: 'plan', y: 0 },
      ]),
    },
  };
}

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
