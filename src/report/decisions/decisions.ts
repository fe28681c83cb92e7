/** What is decided for when it goes another way, and when it has. */
import type { Contingency, Trigger } from '../../domain/contingency.js';
import { type Course, type Place, placesOf } from '../../domain/course.js';
import type { Plan } from '../../domain/plan.js';
import type { DecisionMoment, DecisionPoint, StopsLimit } from '../../engine/advice/decisions.js';
import { moment } from '../moment.js';
import { placeName } from '../place-name.js';
import type { Json, Section } from '../report.js';
import { joinText, listText, say, span, type Text, words } from '../value.js';

/** `If it goes wrong`: a line for each contingency of the plan, with its clock times; `null` without any. */
export const decisionList = (
  plan: Plan,
  course: Course,
  decisions: readonly DecisionPoint[],
): Section | null =>
  decisions.length === 0
    ? null
    : {
        kind: 'list',
        title: 'If it goes wrong',
        tone: 'plain',
        items: [
          ...decisions.map((point) => decisionText(plan, placesOf(course), point)),
          ...forecastNote(decisions),
          ...unreadTriggers(decisions.map(({ contingency }) => contingency)),
        ],
      };

/** `leave Blackwell after 3:02 PM (20 min behind at Blackwell): drop to the B goal`. */
function decisionText(plan: Plan, places: readonly Place[], point: DecisionPoint): Text {
  const { contingency, moments, stops } = point;
  const decided = say`${words(contingency.if)}: ${words(contingency.then)}`;
  const { trigger } = contingency;
  if (trigger === null) {
    return decided;
  }
  const signs =
    stops.length > 0 ? stopsText(places, stops) : momentsText(plan, places, moments, trigger);
  if (signs.length === 0) {
    return trigger.kind === 'not there'
      ? say`${decided} (the plan has no start: no time since it could be made of this)`
      : say`${decided} (there is no station to see it at)`;
  }
  const late = trigger.kind === 'not there' ? againstPlan(moments[0]!) : [];
  return say`${signs}${late} (${words(contingency.if)}): ${words(contingency.then)}`;
}

/** What the times of a forecast rest on. */
const forecastNote = (decisions: readonly DecisionPoint[]): Text[] =>
  decisions.some(
    ({ contingency, moments }) =>
      contingency.trigger?.kind === 'forecast past' && moments.length > 0,
  )
    ? [
        say`Times of a forecast are for a runner who slows evenly and stops as planned; in the race, raceplan replan tells.`,
      ]
    : [];

/** What is printed as it is written, and why. */
export function unreadTriggers(contingencies: readonly Contingency[]): Text[] {
  const unread = contingencies.filter(({ trigger }) => trigger === null);
  if (unread.length === 0) return [];
  const told = listText(unread.map((contingency) => say`"${words(contingency.if)}"`));
  return [say`No clock time could be made of ${told}: watch for that yourself.`];
}

/** `, 45 min later than planned`. */
function againstPlan({ afterS, plannedS }: DecisionMoment): Text {
  const laterS = afterS - plannedS;
  return laterS < 0
    ? say`, though the plan itself comes ${span(-laterS)} later than that`
    : say`, ${span(laterS)} later than planned`;
}

/** More places than that are thinned: the line is to be read. */
const NAMED = 4;

/** Some of them, evenly, the last with them. */
function someOf<T>(all: readonly T[]): readonly T[] {
  if (all.length <= NAMED) return all;
  return Array.from(
    { length: NAMED },
    (_, i) => all[Math.ceil(((i + 1) * all.length) / NAMED) - 1]!,
  );
}

const atOthers = (all: readonly unknown[]): string =>
  all.length > NAMED ? ', and likewise at the others' : '';

function momentsText(
  plan: Plan,
  places: readonly Place[],
  moments: readonly DecisionMoment[],
  trigger: Trigger,
): Text {
  let before: string | null = null;
  const told = someOf(moments).map((point): Text => {
    const { place, what, afterS, plannedS } = point;
    const verb = what === before ? '' : what === 'leave' ? 'leave ' : 'reach ';
    before = what;
    // `not there` says by how much
    const isAlready = what === 'arrive' && afterS < plannedS && trigger.kind !== 'not there';
    const already = isAlready ? say` (earlier than planned)` : [];
    return say`${verb}${placeName(places, place)} after ${moment(plan, afterS)}${already}`;
  });
  return told.length === 0 ? [] : say`${joinText(told, ', ')}${atOthers(moments)}`;
}

const stopsText = (places: readonly Place[], stops: readonly StopsLimit[]): Text =>
  say`stops in all above ${joinText(
    someOf(stops).map(({ place, overS }) => say`${span(overS, 60)} at ${placeName(places, place)}`),
    ', ',
  )}${atOthers(stops)}`;

/** Its words, for programs. */
export const asWritten = ({ if: happens, then: decided }: Contingency) => ({
  if: happens,
  // biome-ignore lint/suspicious/noThenProperty: the plan's own word, on nothing that is awaited
  then: decided,
});

export const decisionsJson = (course: Course, decisions: readonly DecisionPoint[]): Json => {
  const places = placesOf(course);
  const at = (place: number) => ({ at: places[place]!.name, atM: places[place]!.atM });
  return decisions.map(({ contingency, moments, stops }) => ({
    ...asWritten(contingency),
    isUnderstood: contingency.trigger !== null,
    moments: moments.map(({ place, what, afterS, plannedS }) => ({
      ...at(place),
      what,
      afterS,
      plannedS,
    })),
    stops: stops.map(({ place, overS }) => ({ ...at(place), overS })),
  }));
};
