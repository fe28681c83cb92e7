import { describe, expect, it } from 'vitest';
import type { Track } from '../../src/domain/course.js';
import type { CourseSpec } from '../../src/domain/plan.js';
import { buildCourse } from '../../src/engine/course/course.js';
import { tell } from '../../src/render/problems/index.js';
import { renderText } from '../../src/render/values.js';
import { PLAIN } from '../support/plain-style.js';
import { planWithCourse, station } from '../support/plan.js';
import { straightTrack, trackAlong } from '../support/tracks.js';

/** 20 km, up 500 m from 5 km to 10 km, then level. */
const ramp = (m: number) => 1_000 + Math.min(500, Math.max(0, (m - 5_000) / 10));
const RAMP = straightTrack(20_000, ramp);

const told = (track: Track | null, course: Partial<CourseSpec>) => {
  const { diagnostics } = buildCourse(planWithCourse({ distanceM: 20_000, ...course }), track);
  const style = PLAIN;
  return diagnostics.map((problem) => `${problem.code}: ${renderText(tell(problem).text, style)}`);
};

describe('what a plan gives beside a track', () => {
  it('is held against it: a station at another year’s kilometre is told, and which one fits', () => {
    const stations = [station('Village', 6_000, { elevationM: 1_300 })];
    expect(told(RAMP, { stations })).toEqual([
      'STATION_HEIGHT_DIFFERS: the track is 200 m lower here than the 1,300 m of Village; 8.0 km fits: the track’s is used'.replace(
        '’',
        "'",
      ),
    ]);
  });

  it('fits nowhere between its neighbours when it does not', () => {
    const stations = [station('Tower', 6_000, { elevationM: 3_000 }), station('End', 20_000)];
    const [text] = told(RAMP, { stations });
    expect(text).toContain('1,900 m lower');
    expect(text).not.toContain('fits');
  });

  it('is silent when it agrees', () => {
    const stations = [
      station('Hut', 10_000, { elevationM: 1_480, gainM: 520, lossM: 10 }),
      station('End', 20_000, { elevationM: 1_520, gainM: 40 }),
    ];
    expect(told(RAMP, { stations, elevationM: 980, gainM: 520 })).toEqual([]);
  });

  it('is held against it at the start, and in climb and descent of each leg and of the whole', () => {
    const stations = [station('Hut', 10_000, { gainM: 900, lossM: 700 })];
    const codes = told(RAMP, { stations, elevationM: 300, gainM: 900, lossM: 700 });
    expect(codes.map((text) => text.replace(/:.*/, ''))).toEqual([
      'COURSE_GAIN_DIFFERS',
      'COURSE_GAIN_DIFFERS',
      'STATION_HEIGHT_DIFFERS',
      'STATION_CLIMB_DIFFERS',
      'STATION_CLIMB_DIFFERS',
    ]);
  });

  it('is told once for a station of every lap', () => {
    const turn = [5_000, 0] as const;
    const lap = trackAlong([[0, 0], turn, [0, 0]], () => 400);
    const span = { line: 3, column: 5, length: 4 };
    const stations = [station('Camp', 5_000, { elevationM: 900, span })];
    expect(told(lap, { distanceM: 40_000, laps: 4, stations })).toHaveLength(1);
  });

  it('is read in feet when it is: 3.28 times as much is no chance', () => {
    const { diagnostics } = buildCourse(
      planWithCourse({ distanceM: 20_000, gainM: 500 / 0.3048 }),
      RAMP,
    );
    expect(diagnostics.map(tell)).toMatchObject([
      { help: ["the plan's height looks like feet: write ft"] },
    ]);
  });
});

describe('a station table', () => {
  it('contradicts itself: heights that the climbs do not lead to', () => {
    const stations = [
      station('Start', 0, { elevationM: 1_000 }),
      station('Pass', 10_000, { elevationM: 2_000, gainM: 100, lossM: 0 }),
    ];
    expect(told(null, { stations, gainM: 100, lossM: 0 })).toEqual([
      'STATION_CLIMBS_CONTRADICT: Pass lies 1,000 m above the place before it, and its leg climbs 100 m and descends 0 m: the climbs are used for the pace, the heights for the air',
    ]);
  });

  it('climbs other than the organiser says', () => {
    const stations = [
      station('Pass', 10_000, { gainM: 500, lossM: 100 }),
      station('End', 20_000, { gainM: 200, lossM: 600 }),
    ];
    expect(told(null, { stations, gainM: 700 })).toEqual([]);
    expect(told(null, { stations, gainM: 1_400 })).toEqual([
      'TABLE_GAIN_DIFFERS: the legs climb 700 m in all, the organiser says 1,400 m: the pace follows the legs',
    ]);
  });
});

describe('a track of another length', () => {
  it('is a lap only when its ends meet, and what was measured is said', () => {
    const { diagnostics } = buildCourse(planWithCourse({ distanceM: null, laps: 3 }), RAMP);
    expect(diagnostics).toMatchObject([
      { code: 'COURSE_MEASURED', severity: 'note' },
      { code: 'COURSE_LAP_OPEN', severity: 'warning' },
    ]);
  });

  it('is stretched, and said, when it is near; else it is another course', () => {
    const { diagnostics } = buildCourse(planWithCourse({ distanceM: 24_000 }), RAMP);
    expect(diagnostics).toMatchObject([{ code: 'COURSE_LENGTH_DIFFERS', severity: 'warning' }]);
    const other = buildCourse(planWithCourse({ distanceM: 60_000 }), RAMP);
    expect(other.value).toBeNull();
    expect(other.diagnostics).toMatchObject([{ code: 'COURSE_LENGTH_DIFFERS', severity: 'error' }]);
    expect(tell(other.diagnostics[0]!).help).toContain('if the track is one of ');
  });
});
