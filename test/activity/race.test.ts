import { describe, expect, it } from 'vitest';
import type { Activity } from '../../src/domain/activity.js';
import type { Problem } from '../../src/domain/problems/problem.js';
import { type ActivityContext, readActivityRace } from '../../src/engine/activity/race.js';
import { buildCourse } from '../../src/engine/course/course.js';
import { renderProblems } from '../../src/render/problems/frame.js';
import { PLAIN } from '../support/plain-style.js';
import { planWithCourse, station } from '../support/plan.js';
import { straightTrack, trackAlong } from '../support/tracks.js';
import { START, timetable, walk } from '../support/walk.js';

const STYLE = { ...PLAIN, width: 300 };
const said = (problems: readonly Problem[]) => renderProblems(problems, new Map(), STYLE);
const codes = (problems: readonly Problem[]) => problems.map(({ code }) => code);

/** Ten kilometres up a valley and back. */
const TRACK = trackAlong(
  [
    [0, 0],
    [6_000, 900],
    [10_000, 0],
    [6_000, 900],
    [0, 0],
  ],
  () => 500,
);
const LENGTH_M = TRACK.points.at(-1)!.distanceM;

function race({
  startAt = START as number | null,
  timedS = null as number | null,
} = {}): ActivityContext {
  const stations = [3_000, 8_000, 12_000, 17_000].map((m) => station(`Km ${m / 1000}`, m));
  const bare = planWithCourse({ distanceM: LENGTH_M, stations, trackFile: 'course.gpx' });
  const plan = { ...bare, race: { ...bare.race, startAt } };
  const course = buildCourse(plan, TRACK).value!;
  return { plan, course, track: TRACK, timedS, file: 'run.fit' };
}

const WAY = { points: TRACK.points, speed: 2.5 };
const shifted = ({ points, pauses }: Activity, byS: number): Activity => ({
  points: points.map((p) => ({ ...p, at: p.at + byS * 1000 })),
  pauses,
});
const places = (way: ReturnType<typeof readActivityRace>) =>
  way.value?.log.visits.map((v) => v.place);

describe('a race that ends early', () => {
  it('goes as far as the activity', () => {
    const { value, diagnostics } = readActivityRace(walk({ ...WAY, untilM: 14_000 }), race());
    expect(value?.log).toMatchObject({ status: 'open', finishS: null });
    expect(value?.log.visits).toHaveLength(3);
    expect(value?.log.endedAtM).toBeCloseTo(14_000, -2);
    expect(value?.log.endedS).toBeCloseTo(14_000 / 2.5, -2);
    expect(codes(diagnostics)).toEqual(['ACTIVITY_READ']);
  });

  it('ends where the runner turned back, however the way home follows the course', () => {
    // up to 7 km, and back down: the way home is that of the race
    const home = [
      ...TRACK.points.filter((p) => p.distanceM <= 7_000),
      ...TRACK.points.filter((p) => p.distanceM >= LENGTH_M - 7_000),
    ];
    let distanceM = 0;
    const points = home.map((p, i) => {
      const before = home[i - 1];
      const step = before ? Math.abs(p.distanceM - before.distanceM) : 0;
      distanceM += step > 1_000 ? 0 : step;
      return { ...p, distanceM };
    });
    const { value, diagnostics } = readActivityRace(walk({ points, speed: 2.5 }), race());
    expect(value?.log).toMatchObject({ status: 'open', finishS: null });
    expect(value?.log.visits.map(({ place }) => place)).toEqual([1]);
    expect(value?.log.endedAtM).toBeCloseTo(7_000, -3);
    expect(codes(diagnostics)).toContain('ACTIVITY_LEAVES_COURSE');
    expect(said(diagnostics)).toMatch(
      /follows the course up to 7(\.\d)? km, and then [67]\.\d+ km elsewhere/,
    );
  });
});

describe('the clock of an activity', () => {
  it('is the plan’s, of a watch that began before: what it did until then is left out', () => {
    const warmUp = walk({ ...WAY, untilM: 600, startAt: START - 900_000 });
    const race1 = walk(WAY);
    const both = { points: [...warmUp.points, ...race1.points], pauses: [] };
    const { value, diagnostics } = readActivityRace(both, race());
    expect(value?.log.finishS).toBeCloseTo(timetable(WAY).endS, -1);
    expect(codes(diagnostics)).toEqual(['ACTIVITY_READ']);
  });

  it('is the plan’s, of one that began after, and misses what it did not see', () => {
    const late = walk(WAY);
    const points = late.points.filter(({ at }) => at > START + 25 * 60_000);
    const { value, diagnostics } = readActivityRace({ points, pauses: [] }, race());
    expect(value?.log.visits.map((v) => v.place)).toEqual([2, 3, 4, 5]);
    expect(value?.log.finishS).toBeCloseTo(timetable(WAY).endS, -1);
    expect(codes(diagnostics)).toContain('ACTIVITY_STATIONS_UNTOLD');
  });

  it('is its own where the plan has none: from the first movement, and that is said', () => {
    const waiting = walk({ ...WAY, stops: [{ atM: 0, stopS: 300 }], errorM: 2 });
    const { value, diagnostics } = readActivityRace(waiting, race({ startAt: null }));
    expect(Math.abs(value!.log.finishS! - timetable(WAY).endS)).toBeLessThanOrEqual(15);
    expect(diagnostics).toMatchObject([
      { code: 'ACTIVITY_CLOCK', severity: 'note', args: { afterStartS: null } },
      { code: 'ACTIVITY_READ' },
    ]);
  });

  it('is its own, with a warning, on another day than the plan’s', () => {
    const { value, diagnostics } = readActivityRace(shifted(walk(WAY), -86_400), race());
    expect(value?.log.finishS).toBeCloseTo(timetable(WAY).endS, -1);
    expect(diagnostics[0]).toMatchObject({ code: 'ACTIVITY_CLOCK', severity: 'warning' });
    expect(said(diagnostics)).toMatch(/begins 2[34] h.* before the plan's start/);
  });

  it('is nobody’s, where it begins hours later and on the way: refused', () => {
    const late = walk(WAY).points.filter(({ at }) => at > START + 70 * 60_000);
    const { value, diagnostics } = readActivityRace({ points: late, pauses: [] }, race());
    expect(value).toBeNull();
    expect(diagnostics.at(-1)).toMatchObject({
      code: 'ACTIVITY_BEGINS_ON_THE_WAY',
      severity: 'error',
    });
  });
});

describe('a runner off the course', () => {
  /** Straight lines between corners, from the end of another recording on. */
  const onwards = (corners: [number, number][], after: Activity) =>
    walk({
      points: trackAlong(corners).points,
      speed: 2.5,
      startAt: after.points.at(-1)!.at + 1_000,
    });

  it('has finished once, however long the watch runs on', () => {
    const run = walk(WAY);
    const home = onwards(
      [
        [0, 0],
        [-900, -700],
        [0, 0],
        [3_000, 450],
      ],
      run,
    );
    const points = [...run.points, ...home.points];
    const { value, diagnostics } = readActivityRace({ points, pauses: [] }, race());
    expect(value?.log.status).toBe('finished');
    expect(Math.abs(value!.log.finishS! - timetable(WAY).endS)).toBeLessThanOrEqual(30);
    expect(codes(diagnostics)).toEqual(['ACTIVITY_READ']);
  });

  it('goes astray and comes back: later by as much, and nothing else', () => {
    const out = walk({ ...WAY, untilM: 6_067 });
    const detour = onwards(
      [
        [6_000, 900],
        [6_400, 1_900],
        [6_000, 900],
      ],
      out,
    );
    const lostS = (detour.points.at(-1)!.at - out.points.at(-1)!.at) / 1_000;
    const on = walk({ ...WAY, fromM: 6_067, startAt: detour.points.at(-1)!.at + 1_000 });
    const points = [...out.points, ...detour.points, ...on.points];
    const { value } = readActivityRace({ points, pauses: [] }, race());
    const { arriveS, endS } = timetable(WAY);
    const times = value!.log.visits.map((v) => v.arriveS!);
    const expected = [3_000, 8_000, 12_000, 17_000].map((m, i) => arriveS(m) + (i > 0 ? lostS : 0));
    [...expected, endS + lostS].forEach((s, i) => {
      expect(Math.abs(times[i]! - s)).toBeLessThanOrEqual(30);
    });
  });
});

describe('a recording of next to nothing', () => {
  it.each<[string, number[]]>([
    ['no place after the start', [-60, -30, 0]],
    ['one place', [-60, 10]],
  ])('is refused: %s', (_, atS) => {
    const place = { lat: TRACK.points[0]!.lat, lon: TRACK.points[0]!.lon };
    const rest = { distanceM: null, heartRateBpm: null, powerW: null };
    const points = [...atS, 3_600].map((s) => ({
      at: START + s * 1_000,
      place: s === 3_600 ? null : place,
      ...rest,
    }));
    const { value, diagnostics } = readActivityRace({ points, pauses: [] }, race());
    expect(value).toBeNull();
    expect(diagnostics).toMatchObject([{ code: 'ACTIVITY_EMPTY', severity: 'error' }]);
  });

  it('is a race that has not begun, where the runner never leaves the start', () => {
    const { points } = walk({ ...WAY, stops: [{ atM: 0, stopS: 600 }], untilM: 1 });
    const { value } = readActivityRace({ points, pauses: [] }, race());
    expect(value?.log).toMatchObject({ visits: [], status: 'open', endedAtM: null });
  });
});

describe('a recording with a hole', () => {
  it('does not tell of the stations in it', () => {
    const { points } = walk(WAY);
    const hole = points.filter(({ distanceM }) => distanceM! < 6_000 || distanceM! > 9_500);
    const read = readActivityRace({ points: hole, pauses: [] }, race());
    expect(places(read)).toEqual([1, 3, 4, 5]);
    expect(said(read.diagnostics)).toContain('does not tell when it passed Km 8');
  });
});

describe('an activity without a track to follow', () => {
  const plan = () => ({ ...race(), track: null });

  it('is stretched to the official distance when it is near', () => {
    const { value, diagnostics } = readActivityRace(
      walk({ ...WAY, points: straightTrack(LENGTH_M * 1.03).points }),
      plan(),
    );
    expect(value?.log.status).toBe('finished');
    expect(value?.log.visits[1]?.arriveS).toBeCloseTo((8_000 * 1.03) / 2.5, -2);
    expect(diagnostics[0]).toMatchObject({
      code: 'ACTIVITY_BY_DISTANCE',
      args: { isStretched: true },
    });
  });

  it('goes on when it is short, as the watch counted', () => {
    const { value } = readActivityRace(
      walk({ ...WAY, points: straightTrack(13_000).points }),
      plan(),
    );
    expect(value?.log).toMatchObject({ status: 'open', finishS: null });
    expect(value?.log.visits.map((v) => v.place)).toEqual([1, 2, 3]);
    expect(value?.log.visits[1]?.arriveS).toBeCloseTo(8_000 / 2.5, -1);
  });

  it('is refused when it is longer than the race: which part is the race?', () => {
    const { value, diagnostics } = readActivityRace(
      walk({ ...WAY, points: straightTrack(LENGTH_M * 1.2).points }),
      plan(),
    );
    expect(value).toBeNull();
    expect(diagnostics).toMatchObject([{ code: 'ACTIVITY_TOO_LONG' }]);
  });

  it('is as long as the watch says in a timed event, up to its end', () => {
    const { value } = readActivityRace(walk(WAY), race({ timedS: 3_600 }));
    expect(value?.log).toMatchObject({ status: 'finished', endedS: 3_600 });
    expect(value?.log.endedAtM).toBeCloseTo(9_000, -1);
  });
});

describe('a track of one lap', () => {
  it('is followed lap by lap', () => {
    const corners: [number, number][] = [
      [1_000, 0],
      [1_000, 500],
      [0, 500],
      [0, 0],
    ];
    const lap = trackAlong([[0, 0], ...corners]);
    const { points } = trackAlong([[0, 0], ...Array.from({ length: 8 }, () => corners).flat()]);
    const stations = [station('Camp', 0), station('Far side', 1_500)];
    const plan = planWithCourse({ distanceM: 24_000, laps: 8, stations, trackFile: 'course.gpx' });
    const course = buildCourse(plan, lap).value!;
    const way = { points, speed: 2, errorM: 4, stops: [{ atM: 9_000, stopS: 200 }] };
    const context = { plan, course, track: lap, timedS: null, file: 'run.fit' };
    const { visits } = readActivityRace(walk(way), context).value!.log;
    expect(visits).toHaveLength(16);
    const { arriveS } = timetable(way);
    visits.forEach(({ place, arriveS: readS, departS }) => {
      const atM = place * 1_500;
      expect(Math.abs(readS! - arriveS(atM))).toBeLessThanOrEqual(30);
      if (place === 6) expect(Math.abs(departS! - readS! - 200)).toBeLessThanOrEqual(30);
    });
  });
});
