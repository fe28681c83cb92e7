/** Where the runner can be handed gear, or leave it. */
import { type Course, type Place, placesOf } from '../../domain/course.js';
import type { CrewPlan } from '../../domain/crew.js';
import { visitsTo } from '../../domain/visits.js';
import { stationKey } from '../../kernel/station-name.js';

export type GearSource = 'start' | 'crew' | 'drop bag';

/** A place where gear changes hands. */
export interface GearPlace {
  /** Index among the places of the course. */
  place: number;
  at: Place;
  /** The best first: a person can bring what was left elsewhere. */
  sources: readonly GearSource[];
}

/**
 * The start, every place where somebody of the crew waits, every drop bag; in order. Where the plan does not say who
 * waits where, somebody is taken to wait at every place that is open to crews.
 */
export function gearPlacesOf(course: Course, { people }: CrewPlan): GearPlace[] {
  const places = placesOf(course);
  const names = places.map(({ name }) => name);
  const waits = new Set(people.flatMap(({ at }) => at.flatMap((name) => visitsTo(name, names))));
  const isAnyoneSent = people.some(({ at }) => at.length > 0);
  return places.flatMap((at, place): GearPlace[] => {
    const isCrew = at.crew && (waits.has(place) || !isAnyoneSent);
    const sources: GearSource[] = [
      ...(place === 0 ? (['start'] as const) : []),
      ...(isCrew ? (['crew'] as const) : []),
      ...(at.dropBag ? (['drop bag'] as const) : []),
    ];
    return sources.length === 0 ? [] : [{ place, at, sources }];
  });
}

/** Whether what is left with one source can be taken from another later: a bag stays where it stands. */
export const isSamePile = (
  left: { at: Place; source: GearSource },
  taken: { at: Place; source: GearSource },
): boolean =>
  left.source === 'drop bag'
    ? taken.source === 'drop bag' && stationKey(left.at.name) === stationKey(taken.at.name)
    : left.source === 'crew' && taken.source === 'crew';
