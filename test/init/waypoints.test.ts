import { describe, expect, it } from 'vitest';
import { findTrackStations } from '../../src/engine/course/waypoints.js';
import { straightTrack, trackAlong, waypoint } from '../support/tracks.js';

const names = (stations: readonly { name: string }[]) => stations.map(({ name }) => name);
const kilometres = (stations: readonly { atM: number }[]) =>
  stations.map(({ atM }) => Math.round(atM / 100) / 10);

describe('the stations of a track', () => {
  it('stand in the order of the course, whatever that of the file', () => {
    const waypoints = [waypoint('Mill', [20_000, 30]), waypoint('Hut', [5000, -40])];
    const found = findTrackStations(straightTrack(30_000, undefined, { waypoints }), null);
    expect(names(found.stations)).toEqual(['Hut', 'Mill']);
    expect(kilometres(found.stations)).toEqual([5, 20]);
    expect(found.lengthM / 1000).toBeCloseTo(30, 1);
  });

  it('are there twice where the course passes twice', () => {
    const waypoints = [waypoint('Hut', [5000, 0])];
    const there = trackAlong(
      [
        [0, 0],
        [10_000, 0],
        [10_000, 560],
        [0, 560],
      ],
      undefined,
      {
        waypoints: [waypoint('Hut', [5000, 280])],
      },
    );
    expect(kilometres(findTrackStations(there, null).stations)).toEqual([5, 15.6]);
    const back = trackAlong(
      [
        [0, 0],
        [10_000, 0],
        [0, 0],
      ],
      undefined,
      { waypoints },
    );
    expect(kilometres(findTrackStations(back, null).stations)).toEqual([5, 15]);
  });

  it('are not the start and the finish, however these are called', () => {
    const waypoints = [
      waypoint('Start', [0, 0]),
      waypoint('Church', [150, 0]),
      waypoint('Hut', [9000, 0]),
      waypoint('High school', [19_800, 0]),
    ];
    const found = findTrackStations(straightTrack(20_000, undefined, { waypoints }), null);
    expect(names(found.stations)).toEqual(['Hut']);
    expect(found.atEnds).toEqual(['Church', 'High school']);
  });

  it('are named when they are left out: off the course, or beside another', () => {
    const waypoints = [
      waypoint('Hospital', [9000, 2000]),
      waypoint('Hut', [9000, 0]),
      waypoint('Toilets', [9080, 20]),
    ];
    const found = findTrackStations(straightTrack(20_000, undefined, { waypoints }), null);
    expect(names(found.stations)).toEqual(['Hut']);
    expect(found).toMatchObject({ offCourse: ['Hospital'], beside: ['Toilets'] });
  });

  it('are no places to turn', () => {
    const waypoints = [
      waypoint('Left', [3000, 0]),
      waypoint('Turn right onto Mill Road', [6000, 0]),
      waypoint('Left Hand Canyon', [9000, 0]),
      waypoint('Turnaround', [12_000, 0]),
    ];
    const found = findTrackStations(straightTrack(20_000, undefined, { waypoints }), null);
    expect(names(found.stations)).toEqual(['Left Hand Canyon', 'Turnaround']);
    expect(found.turns).toBe(2);
  });

  it('are none where the file names none', () => {
    expect(findTrackStations(straightTrack(20_000), null).stations).toEqual([]);
  });

  it('lie at the official distance when the track measures another', () => {
    const waypoints = [waypoint('Hut', [10_000, 0])];
    const track = straightTrack(20_000, undefined, { waypoints });
    expect(kilometres(findTrackStations(track, 21_000).stations)).toEqual([10.5]);
  });

  it('are those of one lap where the distance is several times a closed track', () => {
    const corners = [
      [0, 0],
      [5000, 0],
      [5000, 5000],
      [0, 5000],
      [0, 0],
    ] as const;
    const track = trackAlong(corners, undefined, { waypoints: [waypoint('Hut', [5000, 5000])] });
    const found = findTrackStations(track, 100_000);
    expect(found.laps).toBe(5);
    expect(kilometres(found.stations)).toEqual([10]);
    // a track that is left open is no lap
    expect(findTrackStations(straightTrack(20_000), 100_000).laps).toBe(1);
  });

  it('keep a name on one line', () => {
    const waypoints = [waypoint(' St. Anne\n  chapel\t', [9000, 0]), waypoint(' \n', [5000, 0])];
    const found = findTrackStations(straightTrack(20_000, undefined, { waypoints }), null);
    expect(names(found.stations)).toEqual(['St. Anne chapel']);
  });
});
