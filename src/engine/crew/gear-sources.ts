/** Where the runner can be handed gear, or leave it. */
import type { Course, Place } from '../../domain/course.js';
import { type CrewMember, isAnyoneSent } from '../../domain/crew.js';
import type { Plan } from '../../domain/plan.js';
import { stationKey } from '../../kernel/station-name.js';
import type { PlannedLeg } from '../pacing/pace-plan.js';
import { isAt, planPeople } from './people.js';
import { computeCrewPoints, isOpen } from './points.js';

export type GearSource = 'start' | 'crew' | 'drop bag';

/** A place where gear changes hands. */
export interface GearPlace {
  /** Index among the places of the course. */
  place: number;
  at: Place;
  /** The best first: a person can bring what was left elsewhere. */
  sources: readonly GearSource[];
  /** Who waits there; none where the plan names nobody. */
  people: readonly CrewMember[];
}

/**
 * The start, every place where somebody of the crew waits, every drop bag; in order. Where the plan does not say who
 * waits where, somebody is taken to wait at every place that is open to crews.
 */
export function gearPlacesOf(plan: Plan, course: Course, legs: readonly PlannedLeg[]): GearPlace[] {
  const points = computeCrewPoints(course, plan, legs);
  const plans = planPeople(plan.crew, points);
  return points.flatMap((point): GearPlace[] => {
    const { place, at } = point;
    const people = plans.filter((person) => isAt(person, point)).map(({ person }) => person);
    const isCrew = isAnyoneSent(plan.crew) ? people.length > 0 : isOpen(point);
    const sources: GearSource[] = [
      ...(place === 0 ? (['start'] as const) : []),
      ...(isCrew ? (['crew'] as const) : []),
      ...(at.dropBag ? (['drop bag'] as const) : []),
    ];
    return sources.length === 0 ? [] : [{ place, at, sources, people }];
  });
}

/**
 * The source at `taken` that has what is left at `left` with `source`: the bag of the same place, or somebody who was
 * there, or met on the way who had it; `null`: none has.
 * @param places from the one to the other, both with them
 */
export function sourceAgain(places: readonly GearPlace[], source: GearSource): GearSource | null {
  const [left, taken] = [places[0]!, places.at(-1)!];
  if (!taken.sources.includes(source) || source === 'start') return null;
  if (source === 'drop bag') {
    return stationKey(left.at.name) === stationKey(taken.at.name) ? source : null;
  }
  const holders = new Set(left.people);
  if (holders.size === 0) return source;
  for (const { people } of places) {
    if (!people.some((person) => holders.has(person))) continue;
    for (const person of people) holders.add(person);
  }
  return taken.people.some((person) => holders.has(person)) ? source : null;
}
