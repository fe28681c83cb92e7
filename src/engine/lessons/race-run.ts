/** A race as planned and as it went: what lessons are drawn from, and races compared by. */
import type { Course } from '../../domain/course.js';
import type { Plan } from '../../domain/plan.js';
import type { RaceLog } from '../../domain/record.js';
import { localTimeOf } from '../../kernel/clock.js';
import { yearIn } from '../../kernel/text.js';
import type { Sun } from '../course/daylight.js';
import type { RaceReview } from '../review/review.js';

export interface RaceRun {
  plan: Plan;
  course: Course;
  sun: Sun | null;
  log: RaceLog;
  review: RaceReview;
}

/** `Vermont 100 Mile 2017`: the name of a race, with its year where that is known and not in it. */
export function editionName({ race: { name, startAt, zone } }: Plan): string {
  if (startAt == null || yearIn(name) !== null) return name;
  return `${name} ${localTimeOf(startAt, zone).year}`;
}
