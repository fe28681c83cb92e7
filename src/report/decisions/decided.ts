/** Of what was decided before the race, what has come true, and what is near. */
import { type Course, type Place, placesOf } from '../../domain/course.js';
import type { Plan } from '../../domain/plan.js';
import type { DecisionNow } from '../../engine/advice/decisions-now.js';
import type { Resolution } from '../../kernel/clock.js';
import { moment } from '../moment.js';
import { placeName } from '../place-name.js';
import type { Json, Section } from '../report.js';
import { say, span, type Text, words } from '../value.js';
import { asWritten } from './decisions.js';

/** `Decided beforehand`: what has come true, then what is near; `null` without any. */
export function decidedList(
  plan: Plan,
  course: Course,
  decided: readonly DecisionNow[],
  resolutionS: Resolution,
): Section | null {
  const places = placesOf(course);
  const items = (['come true', 'near'] as const).flatMap((status) =>
    decided
      .filter((now) => now.status === status)
      .map((now) => {
        const { contingency } = now;
        const label = status === 'near' ? ((now.byS ?? 0) > 0 ? 'Coming' : 'Near') : 'Come true';
        return say`${label}: ${words(contingency.if)}, ${byText(plan, places, now, resolutionS)}. Then: ${words(contingency.then)}`;
      }),
  );
  return items.length === 0
    ? null
    : { kind: 'list', title: 'Decided beforehand', tone: 'plain', items };
}

/** A line each for what has come true, to read aloud. */
export const decidedBrief = (decided: readonly DecisionNow[]): Text[] =>
  decided
    .filter(({ status }) => status === 'come true')
    .map(({ contingency }) => say`Decided: ${words(contingency.then)}.`);

/** How far past its moment, or before it. */
function byText(
  plan: Plan,
  places: readonly Place[],
  { contingency, status, byS, moment: at }: DecisionNow,
  resolutionS: Resolution,
): Text {
  const { trigger } = contingency;
  const by = Math.abs(byS ?? 0);
  if (trigger?.kind === 'stops over') {
    return say`stops are ${span((byS ?? 0) + trigger.byS, resolutionS)} over plan`;
  }
  const isPast = (byS ?? 0) > 0;
  const amount = say`${span(by, resolutionS)} ${isPast ? 'past' : 'before'}`;
  if (!at) return say`forecast ${amount} that`;
  const verb = at.what === 'leave' ? 'leaving' : 'reaching';
  const when = say`${moment(plan, at.afterS)}, ${verb} ${placeName(places, at.place)}`;
  return status === 'near' ? say`forecast ${amount} ${when}` : say`${amount} ${when}`;
}

export const decidedJson = (course: Course, decided: readonly DecisionNow[]): Json => {
  const places = placesOf(course);
  return decided.map(({ contingency, status, byS, moment: at }) => ({
    ...asWritten(contingency),
    status,
    byS,
    at: at && places[at.place]!.name,
    atM: at && places[at.place]!.atM,
    afterS: at?.afterS ?? null,
  }));
};
