/** Names of places that are passed several times. */
import type { Place } from '../domain/course.js';
import { stationKey } from '../kernel/station-name.js';
import { ordinal, say, type Text, words } from './value.js';

/** `Blackwell`; where it is passed more than once, `Asaph (2nd)`. */
export function placeName(places: readonly Place[], place: number): Text {
  const name = places[place]!.name;
  const visits = places.flatMap((at, i) => (stationKey(at.name) === stationKey(name) ? [i] : []));
  return visitName(name, visits.indexOf(place) + 1, visits.length);
}

/** @param visit which, from 1 */
export const visitName = (name: string, visit: number, visits: number): Text =>
  visits > 1 ? say`${words(name)} (${ordinal(visit)})` : [words(name)];
