import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NUTRIENTS, UNKNOWN_INTAKE } from '../../src/domain/nutrition.js';
import { computeSun } from '../../src/engine/course/daylight.js';
import { describeRaceDay } from '../../src/engine/course/race-day.js';
import { computeFuelPlan } from '../../src/engine/fuel/needs.js';
import { chartRows } from '../../src/report/chart.js';
import { needsOfRows } from '../../src/report/fuel/needs.js';
import { raceplan } from '../support/cli.js';
import { NO_NUTRITION, planWithCourse } from '../support/plan.js';
import { planFile } from '../support/plan-file.js';
import { flatFifty } from '../support/race.js';
import { anyFuel } from './any-fuel.js';

const H = 3600;
const noRace = planWithCourse({}).race;

/** 50 km in 6 h from a time of day on, with targets for the heat and the night. */
function fifty(startH: number, some: Partial<typeof NO_NUTRITION>, lowC = 20, highC = 30) {
  const startAt = Date.UTC(2025, 5, 14, startH);
  const { plan, pace } = flatFifty({
    race: { ...noRace, startAt, zoneGiven: true },
    weather: { lowC, highC },
    nutrition: { ...NO_NUTRITION, ...some },
  });
  const sun = computeSun({ lat: 47, lon: 0 }, startAt, 'UTC', 12 * H)!;
  return { plan, pace, sun, fuel: computeFuelPlan(plan, pace, describeRaceDay(plan, sun)) };
}

const fluid = (fluidMl: number) => ({ ...UNKNOWN_INTAKE, fluidMl });

describe('needs', () => {
  it('are those of the heat from 75 °F on: of 20 to 30 °C, from 9:17:12 on', () => {
    // 20 + 10·(1 − cos(π·x))/2 = 23.8889 at x = acos(0.22222)/π of the ten hours from 5:00
    const hotS = (5 + (10 * Math.acos(2 / 9)) / Math.PI - 7) * H;
    expect(hotS).toBeCloseTo(8232, 0);
    const { fuel } = fifty(7, { perHour: fluid(500), perHourHot: fluid(800) });
    const expected = (500 * hotS + 800 * (6 * H - hotS)) / H;
    // the hour it gets hot is known to half a second
    expect(fuel.total.fluidMl).toBeCloseTo(expected, 0);
    expect(fuel.perHour.fluidMl).toBeCloseTo(expected / 6, 1);
    expect(fuel.basePerHour.fluidMl).toBe(500);
  });

  it('are those of the night before the sun is up, twilight with it', () => {
    const { fuel, sun } = fifty(3, { perHour: fluid(500), perHourNight: fluid(300) }, 5, 10);
    const riseS = (sun.days[0]!.riseAt! - Date.UTC(2025, 5, 14, 3)) / 1000;
    expect(riseS).toBeGreaterThan(0.5 * H);
    expect(fuel.total.fluidMl).toBeCloseTo((300 * riseS + 500 * (6 * H - riseS)) / H, 0);
  });

  it('are those of the heat on a hot night', () => {
    const both = { perHour: fluid(500), perHourHot: fluid(800), perHourNight: fluid(300) };
    const { fuel } = fifty(22, both, 26, 34);
    expect(fuel.total.fluidMl).toBeCloseTo(800 * 6, 3);
  });

  it('ask for salt with the water drunk, where the plan says no more of it', () => {
    const { fuel } = fifty(10, { perHour: fluid(500), perHourHot: fluid(800) });
    expect(fuel.total.sodiumMg).toBeCloseTo(0.575 * 800 * 6, 3);
  });

  it('of caffeine for the night alone are none by day', () => {
    const { fuel } = fifty(3, { perHourNight: { ...UNKNOWN_INTAKE, caffeineMg: 60 } }, 5, 10);
    expect(fuel.basePerHour.caffeineMg).toBe(0);
    expect(fuel.total.caffeineMg).toBeGreaterThan(30);
    expect(fuel.total.caffeineMg).toBeLessThan(120);
  });

  it('of legs, and of legs cut at marks, add up to those of the race', () => {
    fc.assert(
      fc.property(anyFuel, ({ plan, pace, sun, fuel }) => {
        const marks = { everyM: 5000, unitM: 1000, unit: 'km' };
        const chart = chartRows(plan, pace, { marks, units: 'metric', allLaps: true });
        const rows = needsOfRows(plan, chart, sun);
        for (const n of NUTRIENTS) {
          const total = fuel.total[n];
          for (const parts of [fuel.legs, rows]) {
            const all = parts.map(({ intake }) => intake[n]);
            if (total === null) expect(all.every((one) => one === null)).toBe(true);
            else expect(all.reduce<number>((a, b) => a + b!, 0)).toBeCloseTo(total, 5);
          }
        }
      }),
      { numRuns: 200, seed: 8 },
    );
  }, 60_000);
});

describe('a hot night', () => {
  const night = (more: string) =>
    planFile(`race: { name: Desert, start: 2025-07-12 18:00, timezone: America/Phoenix, location: "33.4, -112.0" }
course: { distance: 100 km }
pacing: { target: "13:00" }
weather: { low: 26 °C, high: 40 °C }
nutrition:
  per_hour: { carbs: 45 g, fluid: 600 ml, sodium: 500 mg }
  when_hot: { fluid: 700 ml }
  at_night: { fluid: 500 ml${more} }
`);

  it('has the targets of the heat, those of the night that the heat says nothing of, and is told', async () => {
    const { stdout } = await raceplan('build', night(', caffeine: 30 mg'));
    const row = (label: string) =>
      stdout.split('\n').find((line) => line.startsWith(`  ${label} `));
    expect(stdout.split('Every hour')[1]).toMatch(/Target +Hot +Hot, dark +From/);
    expect(row('Fluid')).toMatch(/600 ml +700 ml +700 ml +your plan/);
    // asked for in the dark alone, and by no standard
    expect(row('Caffeine')).toMatch(/0 mg +0 mg +30 mg +your plan/);
    expect(stdout).toContain('Where it is dark and hot, `when_hot` goes before `at_night`.');
  });

  it('is judged by its own targets', async () => {
    const { stdout } = await raceplan('check', night(', carbs: 20 g'));
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(
      'Carbs at 20 g/h in the dark while it is hot is below the 30 g/h of ISSN 2019.',
    );
  });
});

describe('what is said of words that change nothing', () => {
  const build = async (rest: string, start = 'start: 2025-06-14 07:00, timezone: Europe/Zurich') =>
    (
      await raceplan(
        'build',
        planFile(`race: { name: Short, ${start} }
course: { distance: 50 km }
pacing: { target: "6:00" }
${rest}`),
      )
    ).stdout.replace(/\s+/g, ' ');

  it('no weather, no sun, never hot, nothing to eat', async () => {
    const hot = 'nutrition: { when_hot: { fluid: 800 ml } }';
    expect(await build(hot)).toContain(
      '`when_hot` is not used: no weather, or no start, is given.',
    );
    expect(await build(`weather: { high: 20 °C }\n${hot}`)).toContain(
      '`when_hot` is not used: it stays below 24 °C.',
    );
    expect(await build(`weather: { high: 30 °C }\n${hot}`)).not.toContain('is not used');
    const night = '`at_night` and `not_at: night` are not used';
    expect(await build('nutrition: { at_night: { fluid: 300 ml } }')).toContain(night);
    const bar = 'products: [{ name: bar, carbs: 20 g, not_at: night }]';
    expect(await build(`nutrition: { ${bar} }`)).toContain(night);
    expect(await build('')).toContain('No products: list what you eat');
    expect(await build(`nutrition: { ${bar} }`)).not.toContain('No products');
  });
});
