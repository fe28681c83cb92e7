/** What a careful friend would say about a plan before the race. */
import type { Course } from '../../domain/course.js';
import type { TimeForecast } from '../../domain/forecast.js';
import type { Plan } from '../../domain/plan.js';
import type { Sun } from '../course/daylight.js';
import type { FuelPlan } from '../fuel/needs.js';
import type { Supplies } from '../fuel/supplies.js';
import type { PacePlan } from '../pacing/pace-plan.js';
import { computeReadiness, type Readiness } from '../readiness/countdown.js';
import { type CrewWarning, crewWarnings } from './warnings/crew.js';
import { type FuelWarning, fuelWarnings } from './warnings/fuel.js';
import { type LampWarning, lampWarnings } from './warnings/lamp.js';
import { type PreparationWarning, preparationWarnings } from './warnings/preparation.js';
import {
  cutoffWarnings,
  experienceWarnings,
  goalWarnings,
  recordWarnings,
  type TargetWarning,
} from './warnings/target.js';

export type Warning = TargetWarning | FuelWarning | LampWarning | CrewWarning | PreparationWarning;

export interface PlannedRace {
  plan: Plan;
  course: Course;
  pace: PacePlan;
  sun: Sun | null;
  fuel: FuelPlan;
  /** `null`: the plan lists nothing to eat. */
  supplies: Supplies | null;
  /** Of the finish from past races; `null`: none tells. */
  forecast: TimeForecast | null;
  /** What is done before the race, judged on a day; without it nobody asked which day it is. */
  readiness?: Readiness;
}

export function computeWarnings(race: PlannedRace): Warning[] {
  const { plan, course, pace, fuel, supplies, forecast, readiness } = race;
  return [
    ...cutoffWarnings(pace),
    ...goalWarnings(plan, pace),
    ...recordWarnings(course, pace),
    ...experienceWarnings(plan, course, pace, forecast),
    ...fuelWarnings(plan, fuel, supplies),
    ...lampWarnings(race),
    ...crewWarnings(plan, course, pace),
    ...preparationWarnings(readiness ?? computeReadiness(plan.prep, null, null)),
  ];
}
