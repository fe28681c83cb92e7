/** A calendar of what the crew has to do: a duty of one person at one point each. */
import { isAnyoneSent } from '../../domain/crew.js';
import { untilClosing } from '../../engine/course/cutoffs.js';
import type { CrewVisit } from '../../engine/crew/crew-sheet.js';
import type { PersonPlan, Stay } from '../../engine/crew/people.js';
import type { CrewPoint } from '../../engine/crew/points.js';
import { timesOf } from '../../engine/crew/trips.js';
import { addSeconds } from '../../kernel/clock.js';
import type { CrewReportInput } from '../crew/crew.js';
import { foldVisits } from '../crew/folded.js';
import { stayLines } from '../crew/people.js';
import { type PageContext, stationBlock } from '../crew/stations.js';
import { missedText, pointTitle, standingOrders } from '../crew/words.js';
import type { Calendar, CalendarEvent } from '../exports.js';
import type { BlockSection } from '../report.js';
import { joinText, say, type Text, words } from '../value.js';
import { ALARM_BEFORE_S, type Dated, eventId } from './arrivals.js';

/** Everyone's duties, or one person's; where nobody is sent anywhere, a meeting wherever crew may come. */
export function crewDuties({ plan, startAt }: Dated, input: CrewReportInput): Calendar {
  const { course, sheet, replan, only, decisions = [], felt = [], allLaps = false } = input;
  const context: PageContext = { decisions, felt, isForecast: replan !== null };
  const dated = { plan, startAt };
  const people = only === null || only === 'chief' ? sheet.people : [only];
  const isOne = only !== null && only !== 'chief';
  // their own page, too, shows one person each lap
  const folded = foldVisits(plan, course.distanceM, sheet.visits, allLaps || isOne);
  const meetings = isAnyoneSent(plan.crew)
    ? []
    : sheet.visits
        .filter(({ point }) => folded.shows(point))
        .map((visit) => meetingOf(dated, visit, context));
  const duties = people.flatMap((person) => [
    ...person.stays
      .filter(({ point }) => folded.shows(point))
      .map((stay) => dutyOf(dated, input, person, stay, context)),
    ...person.missed.map((missed): CalendarEvent => {
      const { point } = missed;
      return {
        ...spanAt(dated, point, point.beThereS),
        id: eventId(plan, 'duty', ...pointId(point), person.person.name),
        title: say`${words(person.person.name)} cannot be at ${pointTitle(point)}`,
        details: [missedText(plan, missed)],
        alarmAt: null,
      };
    }),
  ]);
  return {
    name: isOne
      ? say`${words(plan.race.name)}: ${words(only.person.name)}`
      : say`${words(plan.race.name)}: crew`,
    zone: plan.race.zone,
    notes: [
      say`From when to be there to the latest arrival to expect. Alarms half an hour before setting out where a drive is listed, else before being there.`,
      ...folded.notes,
      ...people.flatMap(({ person, elsewhere }) =>
        elsewhere.map(
          (place) =>
            say`Not here: ${words(person.name)} at ${words(place)}, which is no station of the course, so nothing tells when.`,
        ),
      ),
    ],
    asOfAt: addSeconds(startAt, replan?.review.ending.elapsedS ?? 0),
    revision: replan?.review.ending.place ?? 0,
    events: [...meetings, ...duties].toSorted((a, b) => a.startAt - b.startAt),
  };
}

const pointId = ({ at, visit }: CrewPoint): string[] => [at.name, String(visit)];

/** From being there to the latest arrival while the place is open; without a window until the runner leaves. */
function spanAt({ startAt }: Dated, point: CrewPoint, beThereS: number) {
  const { at, window, departS, closesS } = point;
  const isWide = window.lateS > window.earlyS;
  const untilS = isWide ? (untilClosing(window, closesS)?.lateS ?? window.lateS) : departS;
  const parking = at.access?.parking ?? null;
  return {
    startAt: addSeconds(startAt, beThereS),
    endAt: addSeconds(startAt, Math.max(beThereS, untilS)),
    location: joinText([[words(at.name)], ...(parking === null ? [] : [[words(parking)]])], ', '),
    position: at.access?.place ?? null,
  };
}

const linesOf = (lines: BlockSection['lines']): Text[] =>
  lines.flatMap(({ label, items }) => items.map((item) => say`${label}: ${item}`));

function meetingOf(dated: Dated, visit: CrewVisit, context: PageContext): CalendarEvent {
  const { point } = visit;
  return {
    ...spanAt(dated, point, point.beThereS),
    id: eventId(dated.plan, 'duty', ...pointId(point)),
    title: say`Crew: ${pointTitle(point)}`,
    details: linesOf([
      ...stationBlock(dated.plan, visit, context).lines,
      ...standingOrders(dated.plan).lines,
    ]),
    alarmAt: addSeconds(dated.startAt, point.beThereS - ALARM_BEFORE_S),
  };
}

const AS: Readonly<Record<Stay['as'], string>> = {
  crew: '',
  joins: 'joins at ',
  ends: 'stops running at ',
};

function dutyOf(
  dated: Dated,
  { sheet }: CrewReportInput,
  person: PersonPlan,
  stay: Stay,
  context: PageContext,
): CalendarEvent {
  const { plan, startAt } = dated;
  const { point, as } = stay;
  const { thereS, setOutS } = timesOfStay(stay);
  return {
    ...spanAt(dated, point, thereS),
    id: eventId(plan, as === 'ends' ? 'end' : 'duty', ...pointId(point), person.person.name),
    title: say`${words(person.person.name)}: ${AS[as]}${pointTitle(point)}`,
    details: [
      ...person.tight
        .filter((missed) => missed.point === point)
        .map((missed) => missedText(plan, missed)),
      ...linesOf([
        ...stayLines(plan, sheet, person, stay, context, true),
        ...standingOrders(plan).lines,
      ]),
    ],
    // who comes running needs none
    alarmAt: as === 'ends' ? null : addSeconds(startAt, setOutS - ALARM_BEFORE_S),
  };
}

/** When to be there, as their page says it, and when to set out for it; the same where no drive is listed. */
function timesOfStay({ point, as, trip }: Stay): { thereS: number; setOutS: number } {
  if (as === 'ends') return { thereS: point.window.earlyS, setOutS: point.window.earlyS };
  const { beThereS } = point;
  if (!trip || trip.driveS === null || trip.isSamePlace)
    return { thereS: beThereS, setOutS: beThereS };
  if (trip.isUnhurried) return { thereS: beThereS, setOutS: Math.min(trip.latestLeaveS, beThereS) };
  // they leave with the runner, and are told before that
  const { leaveS, thereS } = timesOf(trip, 'planned');
  return { thereS, setOutS: leaveS };
}
