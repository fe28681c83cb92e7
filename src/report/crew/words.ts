/** What crew pages say in the same words. */
import type { CrewPlan } from '../../domain/crew.js';
import type { Plan } from '../../domain/plan.js';
import type { GearMove } from '../../engine/crew/gear.js';
import type { Missed } from '../../engine/crew/people.js';
import type { CrewPoint } from '../../engine/crew/points.js';
import { type RunnerIs, type Trip, timesOf } from '../../engine/crew/trips.js';
import type { FilledBottle } from '../../engine/fuel/supplies.js';
import { alikeBottles } from '../fuel/bottles.js';
import { moment } from '../moment.js';
import { visitName } from '../place-name.js';
import type { BlockSection } from '../report.js';
import {
  count,
  distance,
  joinText,
  listText,
  say,
  span,
  type Text,
  volume,
  words,
} from '../value.js';

/** `Camp Ten Bear (2nd)`; the bare name of a place passed once. */
export const pointName = ({ at, visit, visits }: CrewPoint): Text =>
  visitName(at.name, visit, visits);

/** `Camp Ten Bear (2nd), 69.4 mi`. */
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

const RUNNER_WHO: Readonly<Record<RunnerIs, string>> = {
  early: 'a runner who is early',
  planned: 'the runner',
  late: 'a runner who is late',
};

/** Why somebody cannot be somewhere, or not surely, with the times, and who else could. */
export function missedText(plan: Plan, missed: Missed): Text {
  const { person, point, trip, others, substitutes } = missed;
  const { leaveS, thereS } = timesOf(trip, trip.lateWhen);
  const way =
    trip.driveS === null
      ? 'even without the drive, which is not listed,'
      : thereS > leaveS
        ? say`then ${wayText(trip)}:`
        : 'and so';
  const cannot = trip.lateWhen === 'planned' ? 'cannot be' : 'may come too late';
  return say`${words(person.name)} ${cannot} at ${pointName(point)}: ${RUNNER_WHO[trip.lateWhen]} leaves ${pointName(trip.from)} at ${moment(plan, leaveS)}, ${way} there at ${moment(plan, thereS)}, ${span(trip.lateByS)} after the runner. ${instead(others, substitutes)}`;
}

function instead(others: Missed['others'], substitutes: Missed['substitutes']): Text {
  const named = (people: Missed['others']) => listText(people.map(({ name }) => [words(name)]));
  if (others.length > 0) return say`${named(others)} ${others.length === 1 ? 'is' : 'are'} there.`;
  return substitutes.length > 0
    ? say`${named(substitutes)} could go instead.`
    : ['Nobody else could go, by the drives listed.'];
}

/** What bottles hold on leaving, those alike together: `2 × bottle with 20 oz of drink mix`. */
export const bottleTexts = (filled: readonly FilledBottle[]): Text[] =>
  alikeBottles(filled).map(({ bottle, product, filledMl, bottles }) => {
    const what = say`${words(bottle.kind)} with ${volume(filledMl)} of ${product ? words(product.name) : 'water'}`;
    return bottles > 1 ? say`${count(bottles)} × ${what}` : what;
  });

/** Things that change hands together: `headlamp and a spare`. */
export function gearTexts(moves: readonly GearMove[]): Text[] {
  const items = [...new Set(moves.map(({ item }) => item))];
  return items.map((item) => {
    const of = moves.filter((move) => move.item === item);
    const isBoth = of.some(({ isSpare }) => isSpare) && of.some(({ isSpare }) => !isSpare);
    const name = words(item.item);
    return isBoth ? say`${name} and a spare` : of[0]!.isSpare ? say`${name} (spare)` : [name];
  });
}

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
