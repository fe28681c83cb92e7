/** What crew pages say in the same words. */
import type { CrewPlan } from '../domain/crew.js';
import type { Plan } from '../domain/plan.js';
import type { GearMove } from '../engine/crew/gear.js';
import type { Missed } from '../engine/crew/people.js';
import type { CrewPoint } from '../engine/crew/points.js';
import type { Trip } from '../engine/crew/trips.js';
import type { FilledBottle, Portion } from '../engine/fuel/supplies.js';
import { moment } from './moment.js';
import type { BlockSection } from './report.js';
import {
  count,
  distance,
  joinText,
  listText,
  ordinal,
  say,
  span,
  type Text,
  volume,
  words,
} from './value.js';

/** `Camp Ten Bear, 2nd visit`; the bare name of a place passed once. */
export const pointName = ({ at, visit, visits }: CrewPoint): Text =>
  visits > 1 ? say`${words(at.name)}, ${ordinal(visit)} visit` : [words(at.name)];

/** `Camp Ten Bear, 2nd visit, 69.4 mi`. */
export const pointTitle = (point: CrewPoint): Text =>
  say`${pointName(point)}, ${distance(point.at.atM)}`;

/** `12:36 PM to 2:01 PM`; one time where nothing tells how far it may be off. */
export const windowText = (plan: Plan, { window: { earlyS, lateS } }: CrewPoint): Text =>
  lateS > earlyS ? say`${moment(plan, earlyS)} to ${moment(plan, lateS)}` : [moment(plan, earlyS)];

/** `5 min on foot, 25 min by car`; empty where they stay. */
export function wayText({ walkOutS, driveS, walkInS, from, to }: Trip): Text {
  const parts: Text[] = [];
  if (walkOutS > 0) parts.push(say`${span(walkOutS)} on foot`);
  if (driveS === null) parts.push(say`a drive that is not listed`);
  else if (driveS > 0) parts.push(say`${span(driveS)} by car`);
  if (walkInS > 0) parts.push(say`${span(walkInS)} on foot`);
  return parts.length === 0 && from.at.name !== to.at.name ? ['next door'] : joinText(parts, ', ');
}

/** Why somebody cannot be somewhere, or not surely, with the times, and who else could. */
export function missedText(plan: Plan, missed: Missed): Text {
  const { person, point, trip, others, substitutes } = missed;
  const { from, driveS, walkOutS, walkInS } = trip;
  const name = words(person.name);
  const tookS = walkOutS + (driveS ?? 0) + walkInS;
  const way =
    driveS === null
      ? say`even without the drive, which is not listed, there at`
      : tookS === 0
        ? say`there at`
        : say`then ${wayText(trip)}: there at`;
  const what = trip.isImpossible
    ? say`${name} cannot be at ${pointName(point)}: the runner leaves ${pointName(from)} at ${moment(plan, from.departS)}, ${way} ${moment(plan, from.departS + tookS)}, and the runner at ${moment(plan, point.arriveS)}`
    : say`${name} may miss the runner at ${pointName(point)}: at ${pointName(from)} until ${moment(plan, trip.leaveS)} if the runner is late, ${way} ${moment(plan, trip.thereS)}; the runner may come from ${moment(plan, point.window.earlyS)}`;
  const named = (people: Missed['others']) => listText(people.map((p) => [words(p.name)]));
  if (others.length > 0) {
    return say`${what}. ${named(others)} ${others.length === 1 ? 'is' : 'are'} there.`;
  }
  return substitutes.length > 0
    ? say`${what}. ${named(substitutes)} could go instead.`
    : say`${what}. Nobody else could go, by the drives listed.`;
}

/** `4 × gel`; `2 × drink mix (16 oz)`. */
export const portionText = ({ product, units }: Portion): Text =>
  product.servingMl === null
    ? say`${count(units)} × ${words(product.name)}`
    : say`${count(units)} × ${words(product.name)} (${volume(product.servingMl)})`;

/** What a bottle holds on leaving. */
export const bottleText = ({ bottle, product, filledMl }: FilledBottle): Text =>
  say`${words(bottle.kind)} with ${volume(filledMl)} of ${product ? words(product.name) : 'water'}`;

export const gearText = ({ item, isSpare }: GearMove): Text =>
  isSpare ? say`${words(item.item)} (spare)` : [words(item.item)];

/** One line of several things; none without any. */
export const oneLineOf = (label: string, things: readonly Text[]): BlockSection['lines'] =>
  things.length === 0 ? [] : [{ label, items: [joinText(things, '; ')] }];

const listed = (label: string, things: readonly string[]) =>
  oneLineOf(
    label,
    things.map((thing) => [words(thing)]),
  );

/** What to do, to ask and to check at every stop. */
export const ordersOf = ({ do: todo, ask, check }: CrewPlan) => ({
  do: listed('Do', todo),
  ask: listed('Ask', ask),
  check: listed('Check', check),
});

/** What stands on every page. */
export function standingOrders({ crew, race }: Plan): BlockSection {
  const { stopIf, emergency } = crew;
  return {
    kind: 'block',
    title: ['Always'],
    lines: [
      ...(stopIf.length > 0
        ? [{ label: 'Stop if', items: stopIf.map((reason) => [words(reason)]) }]
        : []),
      ...(emergency === null ? [] : [{ label: 'Emergency', items: [[words(emergency)]] }]),
      ...(race.powerPhrase === null ? [] : [{ label: 'Say', items: [[words(race.powerPhrase)]] }]),
    ],
  };
}
