import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WeaknessPlace } from '../../src/domain/preparation.js';
import { firstFelt, weaknessesOn } from '../../src/engine/readiness/weaknesses.js';
import { parseWeaknessPlace } from '../../src/input/plan/weakness-leaf.js';
import { anyRace } from '../support/any-race.js';
import { raceplan } from '../support/cli.js';
import { NO_SWOT, planWithCourse } from '../support/plan.js';
import { planFile } from '../support/plan-file.js';
import { flatFifty } from '../support/race.js';

const swotOf = (...places: (WeaknessPlace | null)[]) => ({
  ...NO_SWOT,
  weaknesses: places.map((where, i) => ({ text: `weakness ${i}`, where })),
});

describe('where it is felt', () => {
  it.each([
    ['after 60 mi', { kind: 'after distance', atM: 60 * 1609.344 }],
    ['after 8 h', { kind: 'after time', elapsedS: 28_800 }],
    ['in the dark', { kind: 'dark' }],
    ['in the heat', { kind: 'hot' }],
    ['on climbs', { kind: 'climbs' }],
    ['on descents', { kind: 'descents' }],
    ['at Camp Ten Bear', { kind: 'at', place: 'Camp Ten Bear' }],
    ['somewhere', null],
  ])('%s', (written, place) => {
    expect(parseWeaknessPlace(written, 'imperial')).toEqual(place);
  });
});

/** Stations at 10, 20, 30 and 40 km, 70 min and 2 min of stop apart or so. */
const legsOf = (where: WeaknessPlace) => {
  const { plan, pace } = flatFifty({ swot: swotOf(where) });
  return weaknessesOn(plan, pace.legs, null).flatMap((those, i) => (those.length > 0 ? [i] : []));
};

describe('the legs that a weakness touches', () => {
  it.each<[WeaknessPlace, number[]]>([
    [{ kind: 'after distance', atM: 25_000 }, [2, 3, 4]],
    [{ kind: 'after distance', atM: 20_000 }, [2, 3, 4]],
    [{ kind: 'after distance', atM: 60_000 }, []],
    [{ kind: 'after time', elapsedS: 3 * 3600 }, [2, 3, 4]],
    [{ kind: 'at', place: 'km 20' }, [1, 2]],
    [{ kind: 'at', place: 'Finish' }, [4]],
    [{ kind: 'at', place: 'nowhere' }, []],
    [{ kind: 'dark' }, []],
    [{ kind: 'hot' }, []],
    [{ kind: 'climbs' }, []],
  ])('%j: %j', (where, legs) => {
    expect(legsOf(where)).toEqual(legs);
  });

  it('climbs and descends from 20 m a km on', () => {
    const { plan, pace } = flatFifty({ swot: swotOf({ kind: 'climbs' }, { kind: 'descents' }) });
    const legs = pace.legs.map((planned, i) => ({
      ...planned,
      leg: { ...planned.leg, gainM: i === 1 ? 200 : 199, lossM: i === 3 ? 200 : 0 },
    }));
    const felt = weaknessesOn(plan, legs, null).map((those) => those.map(({ text }) => text));
    expect(felt).toEqual([[], ['weakness 0'], [], ['weakness 1'], []]);
  });

  it('is hot from 75 °F on, at any time of the leg', () => {
    const blank = planWithCourse({});
    const race = { ...blank.race, startAt: Date.UTC(2025, 6, 1, 12), zoneGiven: true };
    const at = (highC: number) => {
      const weather = { lowC: 10, highC };
      const { plan, pace } = flatFifty({ race, weather, swot: swotOf({ kind: 'hot' }) });
      return weaknessesOn(plan, pace.legs, null).map((those) => those.length);
    };
    // the high stands at 15:00, three hours on: in the third leg, from 2:24 to 3:36
    expect(at(24.2)[2]).toBe(1);
    expect(at(24.2)[0]).toBe(0);
    expect(at(23.8)).toEqual([0, 0, 0, 0, 0]);
  });

  it('of any race: a weakness without a place is on none; after some distance or time all later ones are', () => {
    fc.assert(
      fc.property(
        anyRace,
        fc.double({ min: 0, max: 1.2, noNaN: true }),
        ({ plan, sun, pace }, share) => {
          const last = pace.legs.at(-1)!;
          const swot = swotOf(
            null,
            { kind: 'after distance', atM: last.leg.to.atM * share },
            { kind: 'after time', elapsedS: last.arriveS * share },
            { kind: 'dark' },
          );
          const felt = weaknessesOn({ ...plan, swot }, pace.legs, sun);
          expect(felt).toHaveLength(pace.legs.length);
          const on = (i: number) => felt.map((those) => those.includes(swot.weaknesses[i]!));
          expect(on(0)).not.toContain(true);
          for (const i of [1, 2]) expect(on(i)).toEqual([...on(i)].sort());
          expect(on(1).at(-1)).toBe(share < 1);
          expect(on(3)).toEqual(pace.legs.map(({ lightS }) => lightS.dark + lightS.twilight > 0));
          for (const { weakness, leg } of firstFelt({ ...plan, swot }, pace.legs, sun)) {
            expect(leg ?? -1).toBe(felt.findIndex((those) => those.includes(weakness)));
          }
        },
      ),
      { numRuns: 100, seed: 13 },
    );
  });
});

describe('the pace chart', () => {
  const PLAN = `race: { name: Loop, start: 2018-09-08 07:00, timezone: Europe/Berlin }
course: { distance: 50 km, stations: [{ name: Mill, at: 20 km }, { name: Ford, at: 40 km }] }
pacing: { target: "6:30" }
`;
  it('marks where a weakness is first felt, and says which', async () => {
    const file = planFile(
      `${PLAN}swot: { weaknesses: [{ feet: at Ford }, { lower back: after 15 km }, tired, { knees: in the dark }, { hips: on climbs }, { eyes: after 60 km }] }\n`,
    );
    const { stdout } = await raceplan('build', file);
    expect(stdout).toMatch(/^ {2}Mill .* !$/m);
    expect(stdout).toContain(
      '! to Mill, 20.0 km: lower back after 15.0 km\n  ! to Ford, 40.0 km: feet at Ford',
    );
    expect(stdout).toContain('knees in the dark: the plan tells no sun');
    expect(stdout).toContain('hips on climbs: the plan tells no climb');
    expect(stdout).toContain('eyes after 60.0 km: on no leg of the plan');
    expect(stdout).not.toContain('tired');
  });

  it('marks a row of several laps that holds the leg', async () => {
    const laps = PLAN.replace(/course: .*/, 'course: { distance: 100 km, laps: 50 }').replace(
      '6:30',
      '12:00',
    );
    const file = planFile(`${laps}swot: { weaknesses: [{ feet: after 51 km }] }\n`);
    const { stdout } = await raceplan('build', file);
    expect(stdout.match(/ !$/gm)).toHaveLength(1);
    expect(stdout).toMatch(/! to .*: feet after 51\.0 km/);
  });
});
