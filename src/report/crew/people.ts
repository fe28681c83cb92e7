/** One person's page: their points in the order of time, and the way between them. */
import { isPacer } from '../../domain/crew.js';
import type { Plan } from '../../domain/plan.js';
import type { DecisionPoint } from '../../engine/advice/decisions.js';
import type { CrewSheet } from '../../engine/crew/crew-sheet.js';
import type { Pacing, PersonPlan, Stay } from '../../engine/crew/people.js';
import { type Trip, timesOf } from '../../engine/crew/trips.js';
import { moment } from '../moment.js';
import type { BlockSection, Page, Section } from '../report.js';
import { say, type Text, words } from '../value.js';
import type { FoldedVisits } from './folded.js';
import { beThereText, handLines, type PageContext, stopLines, timeLines } from './stations.js';
import { missedText, pointName, pointTitle, standingOrders, wayText } from './words.js';

/** `Alex: crew`. */
export const personTitle = ({ person, isChief }: PersonPlan): Text =>
  say`${words(person.name)}: ${words(person.role)}${isChief && !/chief/i.test(person.role) ? ', crew chief' : ''}`;

/**
 * @param folded which visits are shown; `null`: each, with all there is to do there, to be carried alone
 */
export const personPage = (
  plan: Plan,
  sheet: CrewSheet,
  person: PersonPlan,
  context: PageContext,
  folded: FoldedVisits | null,
): Page => ({
  title: personTitle(person),
  subtitle: [words(plan.race.name)],
  sections: personSections(plan, sheet, person, context, folded),
});

export function personSections(
  plan: Plan,
  sheet: CrewSheet,
  person: PersonPlan,
  context: PageContext,
  folded: FoldedVisits | null,
): Section[] {
  const whole = folded === null;
  const toTell = [...person.missed, ...person.tight];
  const notes: Text[] = [
    ...(folded?.notes ?? []),
    ...(person.stays.length === 0 && toTell.length === 0
      ? [
          person.person.at.length === 0
            ? say`The plan names no place for you.`
            : say`No station ahead where you are to be.`,
        ]
      : []),
    ...person.elsewhere.map(
      (place) => say`${words(place)}: no station of the course, so nothing tells when.`,
    ),
    ...(isPacer(person.person) && !person.pacing && person.stays.length > 0
      ? [say`None of your places lets a pacer join: you wait as crew.`]
      : []),
    ...(whole && context.isForecast
      ? [say`What to eat and drink is as planned before the race.`]
      : []),
    ...(person.pacing && !person.pacing.to.isFinish
      ? [say`After ${pointName(person.pacing.to)}: no car there, somebody must bring you on.`]
      : []),
  ];
  return [
    {
      kind: 'list',
      title: 'Cannot be there',
      tone: 'warning',
      items: toTell.map((missed) => missedText(plan, missed)),
    },
    ...person.stays
      .filter(({ point }) => folded?.shows(point) ?? true)
      .map(
        (stay): BlockSection => ({
          kind: 'block',
          title: pointTitle(stay.point),
          lines: stayLines(plan, sheet, person, stay, context, whole),
        }),
      ),
    {
      kind: 'list',
      title: 'If it goes wrong',
      tone: 'plain',
      items: whole ? noClockTexts(context.decisions) : [],
    },
    { kind: 'list', title: 'Mind', tone: 'plain', items: notes },
    standingOrders(plan),
  ];
}

/**
 * What somebody has to do at a point, and how to get there.
 * @param isWhole with all that happens there, not only what changes hands
 */
export function stayLines(
  plan: Plan,
  sheet: CrewSheet,
  person: PersonPlan,
  stay: Stay,
  context: PageContext,
  isWhole: boolean,
): BlockSection['lines'] {
  const way = wayLines(plan, stay, person);
  if (stay.as === 'ends') return way;
  const visit = sheet.visits.find(({ point }) => point.place === stay.point.place);
  return [
    ...way,
    ...timeLines(plan, stay.point, beThereFrom(plan, stay), context.isForecast),
    ...(visit ? (isWhole ? stopLines(plan, visit, context) : handLines(visit)) : []),
  ];
}

/** What is decided for what no clock shows: on every page, as it may happen anywhere. */
const noClockTexts = (decisions: readonly DecisionPoint[]): Text[] =>
  decisions
    .filter(({ moments }) => moments.length === 0)
    .map(({ contingency }) => say`${words(contingency.if)}: ${words(contingency.then)}`);

/** How to get there, or with whom to run. */
function wayLines(
  plan: Plan,
  { as, trip, point }: Stay,
  { pacing }: PersonPlan,
): BlockSection['lines'] {
  if (as === 'ends') {
    return [
      {
        label: 'Run until',
        items: [
          say`here, with the runner: ${moment(plan, point.arriveS)}${pacing ? assumedEnd(pacing) : ''}`,
        ],
      },
    ];
  }
  const run =
    as === 'joins' && pacing
      ? [{ label: 'Run from', items: [say`here to ${pointName(pacing.to)}; no driving meanwhile`] }]
      : [];
  return trip ? [{ label: 'Way', items: [wayFrom(plan, trip)] }, ...run] : run;
}

function wayFrom(plan: Plan, trip: Trip): Text {
  const { from, isSamePlace, driveS, latestLeaveS, isUnhurried } = trip;
  if (isSamePlace) return say`stay from ${pointName(from)} on`;
  if (driveS === null) {
    return say`from ${pointName(from)}; no drive is listed, so nothing tells when to leave`;
  }
  // who could wait for a late runner may; else they go when the runner has gone
  return isUnhurried
    ? say`leave ${pointName(from)} by ${moment(plan, latestLeaveS)}: ${wayText(trip)}`
    : say`leave ${pointName(from)} when the runner does, ${moment(plan, from.departS)}: ${wayText(trip)}`;
}

/** Who leaves with the runner is there when the way is done, not when the runner may come at the earliest. */
function beThereFrom(plan: Plan, { point, trip }: Stay): Text {
  if (!trip || trip.driveS === null || trip.isSamePlace || trip.isUnhurried) {
    return beThereText(plan, point);
  }
  const { thereS } = timesOf(trip, 'planned');
  return say`about ${moment(plan, thereS)}, straight from ${pointName(trip.from)}`;
}

const assumedEnd = ({ isEndAssumed, relievedBy }: Pacing): Text => {
  if (!isEndAssumed) return [];
  return relievedBy
    ? say` (taken to end where ${words(relievedBy.name)} joins: the plan names no end)`
    : [' (taken to be the finish: the plan names no end)'];
};
