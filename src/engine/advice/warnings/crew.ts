/** Whether everyone of the crew can be where the plan sends them. */
import type { Course } from '../../../domain/course.js';
import type { Plan } from '../../../domain/plan.js';
import { type Missed, planPeople } from '../../crew/people.js';
import { computeCrewPoints } from '../../crew/points.js';
import type { PacePlan } from '../../pacing/pace-plan.js';
import type { Graded } from './severity.js';

export type CrewWarning = Graded<{ kind: 'crew cannot be there'; missed: Missed }>;

/** In the order of the course. */
export const crewWarnings = (plan: Plan, course: Course, pace: PacePlan): CrewWarning[] =>
  planPeople(plan.crew, computeCrewPoints(course, plan, pace.legs))
    .flatMap(({ missed, tight }) => [...missed, ...tight])
    .filter(({ isOwnWish }) => !isOwnWish)
    .sort((a, b) => a.point.place - b.point.place)
    .map((missed) => ({ severity: 'advice', kind: 'crew cannot be there', missed }));
