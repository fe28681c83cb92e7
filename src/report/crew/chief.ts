/** The chief's page: who is where, what is brought, what the pages rest on. */
import { isAnyoneSent } from '../../domain/crew.js';
import type { Plan } from '../../domain/plan.js';
import type { CrewSheet, CrewVisit } from '../../engine/crew/crew-sheet.js';
import type { Replan } from '../../engine/review/replan.js';
import { isBeyondPlan } from '../brief.js';
import { left, right } from '../columns.js';
import { next } from '../figures/placing.js';
import { servedText } from '../fuel/portion.js';
import { clocksFact, moment } from '../moment.js';
import type { Section } from '../report.js';
import { distance, joinText, listText, say, shift, type Text, words } from '../value.js';
import { assumedItems, unmannedItems } from './assumed.js';
import { isUsed } from './bags.js';
import type { FoldedVisits } from './folded.js';
import { gearTexts, missedText, pointName, standingOrders } from './words.js';

/** Who decides, on the pages of others; where the forecast starts from, and how far off plan that is. */
export function headFacts(
  plan: Plan,
  replan: Replan | null,
  isOfChief: boolean,
  untilS: number,
): Section {
  const chief = isOfChief ? null : plan.crew.chief;
  const facts = [
    ...(chief === null ? [] : [{ label: 'Chief', text: [words(chief)] }]),
    ...(replan ? [{ label: 'As of', text: sinceText(plan, replan) }] : []),
    ...clocksFact(plan, untilS),
  ];
  return { kind: 'facts', title: null, facts };
}

function sinceText(plan: Plan, replan: Replan): Text {
  const {
    review: { ending },
    departed,
    departS,
    behindS,
  } = replan;
  const place = say`${words(ending.at.name)}, ${distance(ending.at.atM)}`;
  if (ending.kind !== 'open') {
    const how = ending.kind === 'dnf' ? 'ended at' : 'finished,';
    return say`the race is over: ${how} ${place}, ${moment(plan, ending.elapsedS)}`;
  }
  if (ending.elapsedS === 0) return ['the start: nothing is logged yet, times are as planned'];
  const when = departed
    ? say`left ${moment(plan, departS)}`
    : say`reached ${moment(plan, ending.elapsedS)}`;
  if (isBeyondPlan(replan)) return say`${place}, ${when}: beyond what was planned`;
  const against = shift(behindS, 'on plan', 'behind plan', 'ahead of plan');
  return say`${place}, ${when}: ${against}; times ahead are forecast`;
}

/** @param decided what is decided for when it goes another way */
export function chiefSections(
  plan: Plan,
  sheet: CrewSheet,
  replan: Replan | null,
  decided: Section | null,
  folded: FoldedVisits,
): Section[] {
  const { people, visits } = sheet;
  const cannot = people.flatMap(({ missed, tight }) =>
    [...missed, ...tight].filter(({ isOwnWish }) => !isOwnWish),
  );
  return [
    {
      kind: 'list',
      isNext: true,
      title: 'Cannot be there',
      tone: 'warning',
      items: [...cannot.map((missed) => missedText(plan, missed)), ...unmannedItems(plan, visits)],
    },
    {
      kind: 'list',
      isNext: true,
      title: 'Gear the runner should have by now',
      tone: 'warning',
      items: gearTexts(sheet.overdue).map(
        (thing) =>
          say`${thing}: as times are now, it is handed over too late; bring it to the next place.`,
      ),
    },
    next(whereTable(plan, visits, replan, folded)),
    bringTable(plan, visits),
    ...(decided && visits.length > 0 ? [decided] : []),
    { kind: 'list', title: 'Mind', tone: 'plain', items: mindItems(plan, sheet, replan) },
    standingOrders(plan),
  ];
}

function whereTable(
  plan: Plan,
  visits: readonly CrewVisit[],
  replan: Replan | null,
  { shows, notes }: FoldedVisits,
): Section {
  return {
    kind: 'table',
    id: 'where',
    title: 'Who is where',
    columns: [
      left('station', 'Station'),
      right('at', 'At', 1),
      right('beThere', 'Be there'),
      right('plan', replan ? 'Expect' : 'Plan'),
      right('worry', 'Worry after'),
      left('who', 'Who'),
    ],
    rows: visits
      .filter(({ point }) => shows(point))
      .map(({ point, people }) => ({
        cells: [
          pointName(point),
          [distance(point.at.atM)],
          [moment(plan, point.beThereS)],
          [moment(plan, point.arriveS)],
          point.place === 0 ? [''] : [moment(plan, point.worryS)],
          joinText(
            people.map(({ name }) => [words(name)]),
            ', ',
          ),
        ],
      })),
    notes,
  };
}

/** What is handed over by the crew, and who is there to do it. */
function bringTable({ crew }: Plan, visits: readonly CrewVisit[]): Section {
  const noOne = isAnyoneSent(crew) ? 'nobody' : 'whoever comes';
  const rows = visits.flatMap(({ point, people, supplies, gear }) => {
    const things = [
      ...supplies.filter(({ source }) => source === 'crew').map(servedText),
      ...gearTexts(gear.filter(({ source, action }) => source === 'crew' && action === 'take')),
    ];
    if (things.length === 0) return [];
    const who = people.length > 0 ? listText(people.map(({ name }) => [words(name)])) : [noOne];
    return [{ cells: [pointName(point), who, joinText(things, '; ')] }];
  });
  return {
    kind: 'table',
    id: 'bring',
    title: 'Who brings what',
    columns: [left('station', 'Station'), left('who', 'Who'), left('what', 'What')],
    rows,
    notes: [],
  };
}

/** What pages rest on, and what the plan leaves open. */
function mindItems(plan: Plan, sheet: CrewSheet, replan: Replan | null): Text[] {
  const { crew, race } = plan;
  const { people, visits } = sheet;
  if (visits.length === 0) return replan ? [] : [say`The plan names no place where crew may come.`];
  const unlisted = people.flatMap(({ person, stays }) =>
    stays.flatMap(({ trip }) =>
      trip?.driveS === null
        ? [say`${pointName(trip.from)} to ${pointName(trip.to)} (${words(person.name)})`]
        : [],
    ),
  );
  const lacking = [
    ...(race.powerPhrase === null ? ["the runner's own words"] : []),
    ...(crew.stopIf.length === 0 ? ['when to stop'] : []),
    ...(crew.emergency === null ? ['whom to call in an emergency'] : []),
  ];
  const empty = sheet.dropBags.filter((bag) => !isUsed(bag));
  const alone = isAnyoneSent(crew) ? visits.filter((v) => v.people.length === 0) : [];
  return [
    ...(people.length === 0
      ? [say`The plan names no crew: these pages are for whoever comes.`]
      : []),
    ...assumedItems(plan, people),
    ...(alone.length > 0
      ? [
          say`Open to crew and nobody there: ${listText(alone.map(({ point }) => pointName(point)))}.`,
        ]
      : []),
    ...(empty.length > 0
      ? [
          empty.length > 1 && empty.length === sheet.dropBags.length
            ? say`Nothing is planned for any drop bag.`
            : say`Nothing is planned for the drop ${empty.length === 1 ? 'bag' : 'bags'} of ${listText(empty.map(({ point }) => pointName(point)))}.`,
        ]
      : []),
    ...(unlisted.length > 0 ? [say`No drive is listed: ${joinText(unlisted, '; ')}.`] : []),
    plan.backyard
      ? say`Worry after the bell: who is not back by then is out.`
      : replan
        ? say`Windows hold 8 in 10 arrivals of runners who finish; what to eat and drink is as planned before the race.`
        : say`Windows hold 8 in 10 arrivals of runners who finish in the target time; the finish is taken to be as early or late as the last station.`,
    ...(visits.some(({ next, darkAhead }) => next && !darkAhead)
      ? [
          say`Nothing tells when it is dark: the plan lacks its start, its time zone or its location.`,
        ]
      : []),
    ...(lacking.length > 0
      ? [say`The plan does not say ${listText(lacking.map((what) => [what]))}.`]
      : []),
  ];
}
