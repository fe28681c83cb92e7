/** What the sections of supplies are told of. */
import type { Course } from '../../domain/course.js';
import type { Plan } from '../../domain/plan.js';
import type { Supplies } from '../../engine/fuel/supplies.js';

export interface Supplied {
  plan: Plan;
  course: Course;
  supplies: Supplies;
}
