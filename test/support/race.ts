import type { Course } from '../../src/domain/course.js';
import { UNKNOWN_INTAKE } from '../../src/domain/nutrition.js';
import type { Plan } from '../../src/domain/plan.js';
import type { RaceLog, RaceResult, Visit } from '../../src/domain/record.js';
import { buildCourse } from '../../src/engine/course/course.js';
import { computePacePlan, type PacePlan } from '../../src/engine/pacing/pace-plan.js';
import { planWithCourse, station } from './plan.js';

/** A flat 50 km with stations at 10, 20, 30 and 40 km, to be run in `targetS` with stops of `stopS`. */
export function flatFifty({
  targetS = 6 * 3600,
  stopS = 120,
  ...rest
}: Partial<Plan> & { targetS?: number; stopS?: number } = {}): {
  plan: Plan;
  course: Course;
  pace: PacePlan;
} {
  const stations = [10, 20, 30, 40].map((km) => station(`Km ${km}`, km * 1000));
  const plan = planWithCourse(
    { distanceM: 50_000, stations },
    { defaultStopS: stopS, pacing: { ...NO_PACING, target: { kind: 'time', targetS } }, ...rest },
  );
  const { value: course } = buildCourse(plan, null);
  if (!course) throw new Error('no course');
  const pace = computePacePlan(plan, course, null, { kind: 'time', targetS });
  if ('kind' in pace) throw new Error(pace.kind);
  return { plan, course, pace };
}

export const NO_PACING: Plan['pacing'] = {
  target: null,
  targetSource: null,
  fadeRatio: null,
  runWalk: null,
  gradeModel: null,
};

export const visit = (
  place: number,
  arriveS: number | null,
  departS: number | null = null,
  rest: Partial<Visit> = {},
): Visit => ({
  place,
  arriveS,
  departS,
  intake: UNKNOWN_INTAKE,
  notes: null,
  line: place + 1,
  ...rest,
});

export const logOf = (visits: readonly Visit[], rest: Partial<RaceLog> = {}): RaceLog => ({
  visits,
  finishS: null,
  status: 'open',
  endedAtM: null,
  endedS: null,
  intakeEntries: null,
  resolutionS: 1,
  ...rest,
});

export const resultOf = (timeS: number | null, rest: Partial<RaceResult> = {}): RaceResult => ({
  place: null,
  timeS,
  distanceM: null,
  sex: 'M',
  ageYears: 40,
  ageGroup: null,
  status: timeS == null ? 'dnf' : 'finished',
  bib: null,
  line: 0,
  ...rest,
});
