import { describe, expect, it } from 'vitest';
import { computeSun } from '../../src/engine/course/daylight.js';
import { checkZone } from '../../src/engine/course/zone.js';
import { zonesNear } from '../../src/kernel/place-zone.js';
import { raceplan } from '../support/cli.js';
import { planWithCourse } from '../support/plan.js';

const CHAMONIX = { lat: 45.92, lon: 6.87 };
const AUGUST = Date.UTC(2024, 7, 24, 4);

const problems = (zone: string, place = CHAMONIX, startAt = AUGUST) => {
  const { race } = planWithCourse({});
  const plan = planWithCourse({}, { race: { ...race, startAt, zone, zoneGiven: true } });
  return checkZone(plan, zonesNear(place)).map(({ args }) => args);
};

describe('the time zone of a plan', () => {
  it('is told when the course lies where clocks show something else', () => {
    expect(problems('America/Denver')).toEqual([
      { zone: 'America/Denver', zoneThere: 'Europe/Paris', aheadS: 8 * 3_600 },
    ]);
    expect(problems('-04:00')).toMatchObject([{ aheadS: 6 * 3_600 }]);
    expect(problems('UTC')).toMatchObject([{ aheadS: 2 * 3_600 }]);
  });

  it('may have another name, or be an offset, while clocks agree on the day', () => {
    expect(problems('Europe/Zurich')).toEqual([]);
    expect(problems('+02:00')).toEqual([]);
    expect(problems('+01:00', CHAMONIX, Date.UTC(2024, 0, 10, 4))).toEqual([]);
  });

  it('may be that of the other side of a border', () => {
    // the west bank of the Chattahoochee keeps central time, its east bank eastern
    const river = { lat: 32.46, lon: -85.02 };
    expect(problems('America/New_York', river)).toEqual([]);
    expect(problems('America/Chicago', river)).toEqual([]);
    expect(problems('America/Denver', river)).toHaveLength(1);
  });

  it('is known at the ends of the Earth', () => {
    for (const lat of [-90, 0, 90]) {
      for (const lon of [-180, -179.9, 0, 179.9, 180]) {
        expect(zonesNear({ lat, lon }).length).toBeGreaterThan(0);
      }
    }
  });

  it('does not move the sun: it rises at the same moment, whatever clock tells it', () => {
    const rise = (zone: string) =>
      computeSun(CHAMONIX, AUGUST, zone, 36_000)!.days.map(({ riseAt }) => riseAt);
    expect(rise('UTC')).toEqual(rise('Europe/Paris'));
    const dark = (zone: string) => {
      const { lightAt } = computeSun(CHAMONIX, AUGUST, zone, 86_400)!;
      return Array.from({ length: 48 }, (_, i) => lightAt(i * 1_800));
    };
    expect(dark('America/Denver')).toEqual(dark('Europe/Paris'));
  });
});

describe('build of a plan copied from elsewhere', () => {
  it('says where the course lies, and that the place given is not there', async () => {
    const { status, stdout, stderr } = await raceplan('build', 'fixtures/course/elsewhere');
    expect(status).toBe(0);
    expect(stderr).toContain('warning ZONE_ELSEWHERE');
    expect(stderr).toContain('add timezone: Europe/Paris under race');
    expect(stderr).toContain('warning LOCATION_ELSEWHERE');
    // sunrise of the day of the race falls on the evening before on the clock of Denver
    expect(stdout).toMatch(/Sun +up Fri 22:43, down Sat 12:24/);
    const check = await raceplan('check', '--strict', 'fixtures/course/elsewhere');
    expect(check.status).toBe(1);
  });

  it('offers the zone of the course where the plan gives none', async () => {
    const { stderr } = await raceplan('build', 'fixtures/course/elsewhere/no-zone.yaml');
    expect(stderr).toContain('warning NO_ZONE');
    expect(stderr).toContain('help: add timezone: Europe/Paris under race, where the course lies');
  });
});

describe('a plan with a leg that nobody can run', () => {
  it.each([['build'], ['check']])(
    'is an error of %s, which names the leg and the likely cause',
    async (command) => {
      const { status, stdout, stderr } = await raceplan(command, 'fixtures/course/impossible-leg');
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toContain('impossible-leg/race.yaml:6:15: error LEG_TOO_FAST');
      expect(stderr.replace(/\s+\|?\s*/g, ' ')).toContain(
        'the plan runs to Mill at 1:01 /km, faster than anyone: the climb and descent of 15,400 m on the way to Hut leave no more time',
      );
    },
  );

  it('is one of each target asked for', async () => {
    const { status, stderr } = await raceplan(
      'build',
      'fixtures/course/out-and-back',
      '--target',
      '3:00,0:40',
    );
    expect(status).toBe(2);
    expect(stderr).toContain('0:40:00 for 20.0 km is');
  });
});
