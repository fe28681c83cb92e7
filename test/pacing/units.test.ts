import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCourse } from '../../src/engine/course/course.js';
import { computeSun } from '../../src/engine/course/daylight.js';
import { computePacePlan } from '../../src/engine/pacing/pace-plan.js';
import { parsePlan } from '../../src/input/plan.js';
import { M_PER_KM, M_PER_MI } from '../../src/kernel/units.js';

const anyRace = fc.record({
  /** Tenths of a mile, or of a kilometre, of each leg. */
  legs: fc.array(fc.integer({ min: 40, max: 160 }), { minLength: 4, maxLength: 14 }),
  isMiles: fc.boolean(),
  gains: fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 14, maxLength: 14 }),
  minPerKm: fc.double({ min: 4.5, max: 14, noNaN: true }),
  startHour: fc.integer({ min: 0, max: 23 }),
  month: fc.integer({ min: 1, max: 12 }),
  lat: fc.integer({ min: -60, max: 60 }),
  highC: fc.integer({ min: 0, max: 36 }),
});
type Written = typeof anyRace extends fc.Arbitrary<infer R> ? R : never;

/** The plan, with every distance written in one unit. */
function planIn(unit: 'mi' | 'km', race: Written): string {
  const perTenthM = (race.isMiles ? M_PER_MI : M_PER_KM) / 10;
  const written = (tenths: number) =>
    `${((tenths * perTenthM) / (unit === 'mi' ? M_PER_MI : M_PER_KM)).toFixed(6)} ${unit}`;
  let tenths = 0;
  const stations = race.legs.map((leg, i) => {
    tenths += leg;
    const climb = Math.round(race.gains[i]! * 0.1 * leg);
    return `    - { name: S${i + 1}, at: ${written(tenths)}, gain: ${climb} m, loss: ${climb} m }`;
  });
  const targetMin = Math.round((tenths * perTenthM * race.minPerKm) / 1000);
  return `race:
  name: Race
  start: 2025-${String(race.month).padStart(2, '0')}-15 ${String(race.startHour).padStart(2, '0')}:00
  timezone: Europe/Paris
  location: ${race.lat}, 2.3
course:
  distance: ${written(tenths)}
  stations:
${stations.join('\n')}
weather: { high: ${race.highC} °C }
pacing: { target: ${targetMin} min }
`;
}

function arrivalsOf(text: string): number[] {
  const { value: plan, diagnostics } = parsePlan({ file: 'race.yaml', text });
  const target = plan?.pacing.target;
  if (!plan || target?.kind !== 'time') throw new Error(JSON.stringify(diagnostics));
  const { value: course } = buildCourse(plan, null);
  if (!course) throw new Error('no course');
  const { startAt, zone } = plan.race;
  const sun = computeSun(course.location, startAt!, zone, target.targetS);
  const pace = computePacePlan(plan, course, sun, target);
  if ('kind' in pace) throw new Error(pace.kind);
  return pace.legs.map(({ arriveS }) => arriveS);
}

describe('the same plan in miles or in kilometres', () => {
  it('arrives everywhere at the same second', { timeout: 300_000 }, () => {
    fc.assert(
      fc.property(anyRace, (race) => {
        const [miles, km] = [arrivalsOf(planIn('mi', race)), arrivalsOf(planIn('km', race))];
        miles.forEach((arriveS, i) => {
          expect(Math.abs(arriveS - km[i]!)).toBeLessThan(0.1);
        });
      }),
      { seed: 8, numRuns: 1000 },
    );
  });
});
