/** What must hold between the stations: order, distance, cutoffs. */
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
    ...stations.flatMap((station) => checkCutoff(station, draft)),
    ...checkCutoffOrder(stations, draft),
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

function checkCutoff(station: Listed, { plan, written, at, says }: Draft): Problem[] {
  const place = key(station, 'cutoff');
  const { startAt, cutoffS: raceCutoffS } = plan.race;
  const isClock = written.course?.stations?.[station.index]?.cutoff?.kind === 'clock';
  if (isClock && startAt == null && !says(['race', 'start'])) {
    return [error('CUTOFF_WITHOUT_START', { station: station.name }, at(place))];
  }
  if (station.cutoffS == null || raceCutoffS == null || station.cutoffS <= raceCutoffS) return [];
  const args = { station: station.name, cutoffS: station.cutoffS, raceCutoffS };
  const related = { path: ['race', 'cutoff'], label: 'the race closes' };
  return [error('CUTOFF_BEYOND_RACE', args, at(place, related))];
}

function checkCutoffOrder(stations: readonly Listed[], { at }: Draft): Problem[] {
  const closing = stations.flatMap((s) =>
    s.cutoffS == null ? [] : [{ ...s, cutoffS: s.cutoffS }],
  );
  return closing.flatMap((station, i) => {
    const before = closing[i - 1];
    if (!before || station.cutoffS >= before.cutoffS) return [];
    const related = { path: key(before, 'cutoff'), label: `${before.name}, listed before it` };
    const args = {
      station: station.name,
      cutoffS: station.cutoffS,
      before: before.name,
      beforeCutoffS: before.cutoffS,
    };
    return [error('CUTOFF_BACKWARDS', args, at(key(station, 'cutoff'), related))];
  });
}
