/** What every report says of the race itself. */
import type { Course } from '../domain/course.js';
import type { Plan } from '../domain/plan.js';
import type { Sun } from '../engine/course/daylight.js';
import { formatInstant } from '../kernel/clock.js';
import type { Json } from './report.js';
import { clock, date, distance, height, joinText, say, type Text, temperature } from './value.js';

/** `Sat 2018-09-08, 7:00 AM, 62.0 mi, 1,200 ft up, 51 °F to 75 °F`. */
export function raceSubtitle(plan: Plan, course: Course): Text {
  const { startAt, zone } = plan.race;
  const { lowC, highC } = plan.weather;
  const parts: Text[] = [];
  if (startAt != null) parts.push(say`${date(startAt, zone)}, ${clock(startAt, zone)}`);
  parts.push([distance(course.distanceM)]);
  if (course.gainM != null) parts.push(say`${height(course.gainM)} up`);
  if (course.lossM != null) parts.push(say`${height(course.lossM)} down`);
  if (lowC != null && highC != null) parts.push(say`${temperature(lowC)} to ${temperature(highC)}`);
  return joinText(parts, ', ');
}

export const raceJson = (plan: Plan, course: Course): Json => ({
  name: plan.race.name,
  startAt: plan.race.startAt == null ? null : formatInstant(plan.race.startAt, plan.race.zone),
  distanceM: course.distanceM,
  gainM: course.gainM,
  lossM: course.lossM,
});

export const sunJson = (plan: Plan, sun: Sun | null): Json => {
  if (!sun) return null;
  const at = (instant: number | null) =>
    instant == null ? null : formatInstant(instant, plan.race.zone);
  const days = sun.days.map(({ day, dawnAt, riseAt, setAt, duskAt }) => ({
    day,
    dawnAt: at(dawnAt),
    riseAt: at(riseAt),
    setAt: at(setAt),
    duskAt: at(duskAt),
  }));
  return { ...days[0], days };
};
