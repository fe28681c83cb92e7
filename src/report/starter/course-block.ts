/** The course of a starter plan, with its stations as far as they are known. */
import { distance, height } from '../value.js';
import {
  exactly,
  given,
  type PlanBlock,
  type PlanMap,
  type PlanValue,
  said,
  spanExactly,
} from './plan-block.js';
import type { Starter, StarterStation } from './starter.js';

export function courseBlock(starter: Starter): PlanBlock {
  const { distanceM, distanceWritten, laps, trackFile, hasClimb, stations, unplaced, totals } =
    starter;
  const placed = trackFile === null ? exactly : roughly;
  const holdsStations = stations.length > 0 && {
    stations: stations.map((station) => stationOf(station, placed)),
  };
  return {
    key: 'course',
    comment: [
      ...(trackFile === null
        ? ['A track gives climb, altitude and sun: gpx: course.gpx (or FIT, TCX, KML).']
        : [
            hasClimb
              ? 'Climb, altitude and sun are those of the track.'
              : 'The sun is that of where the track lies; the track tells no climb: add gain: 300 m to stations.',
          ]),
      ...(distanceWritten === null && trackFile !== null
        ? ['The distance is as the track measures: put in the official one.']
        : []),
      'Stations in course order, by their distance from the start; a place passed twice is there twice.',
      ...(stations.length > 0
        ? [
            'Add to a station crew: true, drop_bag: true, cutoff: 10:00 or 3 h, stop: 3 min, pacer: true.',
          ]
        : []),
      ...(unplaced.length > 0
        ? [
            'Where those of the splits are, nothing tells: put their distances in, then take the # away.',
          ]
        : []),
    ],
    holds: {
      ...(trackFile === null ? {} : { gpx: trackFile }),
      distance: distanceWritten ?? placed(distanceM),
      ...(laps > 1 ? { laps } : {}),
      ...given('gain', totals.gainM, height),
      ...given('loss', totals.lossM, height),
      ...given('elevation', totals.elevationM, height),
      ...(holdsStations || {}),
    },
    examples: {
      terrain: 'single track',
      ...(trackFile === null && totals.gainM === null && stations.every(isClimbOpen)
        ? { gain: said(height(distanceM / 50)) }
        : {}),
      ...(holdsStations ? {} : { stations: exampleStations(unplaced, distanceM / laps) }),
    },
    ...(holdsStations && unplaced.length > 0 ? { more: { stations: openStations(unplaced) } } : {}),
  };
}

const isClimbOpen = ({ gainM, elevationM }: StarterStation): boolean =>
  gainM === null && elevationM === null;

/** No track measures better, and stations found on one lie farther from each other. */
const roughly = (metres: number): PlanValue => said(distance(metres));

function stationOf(
  { name, atM, cutoffS, elevationM, gainM, lossM, crew }: StarterStation,
  placed: (metres: number) => PlanValue,
): PlanMap {
  return {
    name,
    at: placed(atM),
    ...given('elevation', elevationM, height),
    ...given('gain', gainM, height),
    ...given('loss', lossM, height),
    ...given('cutoff', cutoffS, spanExactly),
    ...(crew === null ? {} : { crew }),
  };
}

/** To be placed by the user. */
const openStations = (names: readonly string[]): readonly PlanMap[] =>
  names.map((name) => ({ name, at: null }));

const exampleStations = (unplaced: readonly string[], lapM: number): readonly PlanMap[] =>
  unplaced.length > 0
    ? openStations(unplaced)
    : [
        { name: 'First station', at: said(distance(lapM / 3)), fare: ['water', 'fruit'] },
        {
          name: 'Second station',
          at: said(distance((2 * lapM) / 3)),
          crew: true,
          drop_bag: true,
          stop: '3 min',
        },
      ];
