/** What must hold of the places that gear, contingencies and weaknesses name: the course passes them. */
import { error, type Problem, warning } from '../../domain/problems/problem.js';
import { placeOfVisit, visitsTo } from '../../domain/visits.js';
import { nearestStation } from '../../kernel/station-name.js';
import { closest } from '../../kernel/text.js';
import type { Path } from '../yaml-source.js';
import type { Draft } from './draft.js';
import { listPassages } from './passages.js';

export function checkPlaces({ plan, written, at }: Draft): Problem[] {
  const { stations } = plan.course;
  // an unreadable station may have been the one meant
  if (written.course?.stations?.includes(undefined)) return [];
  const listed = stations.map(({ name }) => name);
  const names = listPassages(plan.course).map(({ name }) => name);
  return placesNamed(written).flatMap(({ place, path, isFree }) => {
    if (visitsTo(place, names).length > 0) return [];
    const misspelt = closest(place, listed);
    const suggestion = misspelt ?? nearestStation(place, listed);
    // what may happen is written in free words: only a near miss, or a visit too many, is surely meant for a station
    const visited = placeOfVisit(place);
    const isMeant = misspelt !== null || (visited !== null && visitsTo(visited, names).length > 0);
    const tell = isFree && !isMeant ? warning : error;
    return [tell('UNKNOWN_PLACE', { place, suggestion }, at(path))];
  });
}

interface NamedPlace {
  place: string;
  path: Path;
  /** In words of the plan's own, which may mean no place. */
  isFree?: boolean;
}

/** Every place named, and where it is written. */
function placesNamed(written: Draft['written']): NamedPlace[] {
  const gear = (written.gear ?? []).flatMap((item, i) => {
    const when = item?.when;
    if (when === undefined) return [];
    if (!('condition' in when)) {
      return when.at === undefined ? [] : [{ place: when.at, path: ['gear', i, 'when', 'at'] }];
    }
    const { condition } = when;
    return condition.kind === 'at' ? [{ place: condition.place, path: ['gear', i, 'when'] }] : [];
  });
  const contingencies = (written.contingencies ?? []).flatMap((contingency, i) => {
    const trigger = contingency?.if.trigger;
    return trigger && 'place' in trigger && trigger.place !== null
      ? [{ place: trigger.place, path: ['contingencies', i, 'if'], isFree: true }]
      : [];
  });
  const weaknesses = (written.swot?.weaknesses ?? []).flatMap((weakness, i) =>
    typeof weakness === 'object'
      ? Object.entries(weakness).flatMap(([text, where]) =>
          where.kind === 'at'
            ? [{ place: where.place, path: ['swot', 'weaknesses', i, text] }]
            : [],
        )
      : [],
  );
  return [...gear, ...contingencies, ...weaknesses];
}
