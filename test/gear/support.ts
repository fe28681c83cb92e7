import type { Station } from '../../src/domain/course.js';
import type { Condition, GearItem } from '../../src/domain/gear.js';
import type { Plan } from '../../src/domain/plan.js';
import { buildCourse } from '../../src/engine/course/course.js';
import type { Light, Sun } from '../../src/engine/course/daylight.js';
import type { GearRace } from '../../src/engine/crew/conditions.js';
import { computePacePlan, type PacePlan } from '../../src/engine/pacing/pace-plan.js';
import { planWithCourse, station } from '../support/plan.js';
import { NO_PACING } from '../support/race.js';

export const H = 3600;

export const gear = (
  item: string,
  when: Condition = { kind: 'always' },
  rest: Partial<GearItem> = {},
): GearItem => ({ item, when, whenText: when.kind, spare: false, lastsS: null, ...rest });

export const headlamp = (rest: Partial<GearItem> = {}): GearItem =>
  gear('headlamp', { kind: 'dark' }, rest);

/** Day, but for these spans of elapsed hours. */
export const sunOf = (...darkH: readonly (readonly [fromH: number, toH: number])[]): Sun => ({
  days: [],
  lightAt: (s): Light =>
    darkH.some(([fromH, toH]) => s >= fromH * H && s < toH * H) ? 'dark' : 'day',
});

/** 100 km on the flat in 20 hours, from noon, with a station every 10 km: stations by their number, with what they have. */
export function hundred(
  has: Readonly<Record<number, Partial<Station>>>,
  { sun = null, ...rest }: Partial<Plan> & { sun?: Sun | null } = {},
): GearRace & { pace: PacePlan } {
  const stations = Array.from({ length: 9 }, (_, i) =>
    station(`Km ${(i + 1) * 10}`, (i + 1) * 10_000, { stopS: 0, ...has[i + 1] }),
  );
  const blank = planWithCourse({ distanceM: 100_000, stations });
  const plan: Plan = {
    ...blank,
    race: { ...blank.race, startAt: Date.UTC(2025, 5, 1, 12), zoneGiven: true },
    pacing: { ...NO_PACING, fadeRatio: 0, target: { kind: 'time', targetS: 20 * H } },
    ...rest,
  };
  const { value: course } = buildCourse(plan, null);
  if (!course) throw new Error('no course');
  const pace = computePacePlan(plan, course, sun, { kind: 'time', targetS: 20 * H });
  if ('kind' in pace) throw new Error(pace.kind);
  return { plan, course, pace, sun };
}
