/** One person's page: their points in the order of time, and the way between them. */
import type { Plan } from '../domain/plan.js';
import type { DecisionPoint } from '../engine/advice/decisions.js';
import type { CrewSheet } from '../engine/crew/crew-sheet.js';
import type { PersonPlan, Stay } from '../engine/crew/people.js';
import { stopLines, timeLines } from './crew-stations.js';
import { missedText, pointName, pointTitle, standingOrders, wayText } from './crew-words.js';
import { moment } from './moment.js';
import type { BlockSection, Page, Section } from './report.js';
import { say, type Text, words } from './value.js';

/** `Alex: crew`. */
export const personTitle = ({ person, isChief }: PersonPlan): Text =>
  say`${words(person.name)}: ${words(person.role)}${isChief && !/chief/i.test(person.role) ? ', crew chief' : ''}`;

/**
 * @param whole with all there is to do at each station, to be carried alone
 */
export const personPage = (
  plan: Plan,
  sheet: CrewSheet,
  person: PersonPlan,
  decisions: readonly DecisionPoint[],
  whole: boolean,
): Page => ({
  title: personTitle(person),
  subtitle: [words(plan.race.name)],
  sections: personSections(plan, sheet, person, decisions, whole),
});

export function personSections(
  plan: Plan,
  sheet: CrewSheet,
  person: PersonPlan,
  decisions: readonly DecisionPoint[],
  whole: boolean,
): Section[] {
  const toTell = [...person.missed, ...person.tight];
  const notes: Text[] = [
    ...(person.stays.length === 0 && toTell.length === 0 ? [say`No place to be ahead.`] : []),
    ...person.elsewhere.map(
      (place) => say`${words(place)}: no station of the course, so nothing tells when.`,
    ),
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
    ...person.stays.map((stay): BlockSection => {
      const visit = sheet.visits.find(({ point }) => point.place === stay.point.place);
      return {
        kind: 'block',
        title: pointTitle(stay.point),
        lines: [
          ...wayLines(plan, stay, person),
          ...(stay.as === 'ends' ? [] : timeLines(plan, stay.point)),
          ...(whole && visit && stay.as !== 'ends' ? stopLines(plan, visit, decisions) : []),
        ],
      };
    }),
    { kind: 'list', title: 'Mind', tone: 'plain', items: notes },
    standingOrders(plan),
  ];
}

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
          say`here, with the runner: ${moment(plan, point.arriveS)}${pacing?.isEndAssumed ? ' (taken to be the finish: the plan names no end)' : ''}`,
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

function wayFrom(plan: Plan, trip: NonNullable<Stay['trip']>): Text {
  const { from, to, driveS, latestLeaveS, leaveS } = trip;
  const isStay = from.at.name === to.at.name;
  if (isStay) return say`stay from ${pointName(from)} on`;
  if (driveS === null) {
    return say`from ${pointName(from)}; no drive is listed, so nothing tells when to leave`;
  }
  // who could wait for a late runner may; else they go when the runner has gone
  return latestLeaveS >= leaveS
    ? say`leave ${pointName(from)} by ${moment(plan, latestLeaveS)}: ${wayText(trip)}`
    : say`leave ${pointName(from)} with the runner, ${moment(plan, from.departS)}: ${wayText(trip)}`;
}
