/** What must hold between the stations: order, distance. */
import { SAME_PLACE_M, type Station } from '../../domain/course.js';
import { error, type Problem } from '../../domain/problems/problem.js';
import type { Draft } from './draft.js';

/** A station, and its number in the list as written. */
interface Listed extends Station {
  index: number;
}

export function checkStations(draft: Draft): Problem[] {
  const stations = listStations(draft);
  return [
    ...stations.flatMap((station) => checkPlace(station, draft)),
    ...checkOrder(stations, draft),
  ];
}

/** Unreadable stations leave holes in what is written, and none in the plan. */
function listStations({ plan, written }: Draft): Listed[] {
  const indices = (written.course?.stations ?? []).flatMap((s, index) => (s ? [index] : []));
  return plan.course.stations.map((station, i) => ({ ...station, index: indices[i]! }));
}

const key = ({ index }: Listed, name: string) => ['course', 'stations', index, name];

function checkPlace(station: Listed, { plan, at, says }: Draft): Problem[] {
  const { name, atM } = station;
  const { distanceM, trackFile } = plan.course;
  if (atM == null) {
    if (trackFile != null || says(key(station, 'at'))) return [];
    return [error('STATION_NOT_PLACED', { station: name }, at(key(station, 'name')))];
  }
  if (distanceM == null || atM <= distanceM + SAME_PLACE_M) return [];
  const finish = { path: ['course', 'distance'], label: 'the finish' };
  const args = { station: name, atM, distanceM };
  return [error('STATION_BEYOND_FINISH', args, at(key(station, 'at'), finish))];
}

function checkOrder(stations: readonly Listed[], { at }: Draft): Problem[] {
  const placed = stations.flatMap((s) => (s.atM == null ? [] : [{ ...s, atM: s.atM }]));
  return placed.flatMap((station, i) => {
    const before = placed[i - 1];
    if (!before || station.atM >= before.atM + SAME_PLACE_M) return [];
    const related = { path: key(before, 'at'), label: `${before.name}, listed before it` };
    const args = {
      station: station.name,
      atM: station.atM,
      before: before.name,
      beforeAtM: before.atM,
    };
    return [error('STATION_OUT_OF_ORDER', args, at(key(station, 'at'), related))];
  });
}
