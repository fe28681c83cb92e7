/** How far, in how many laps, over which time: as written → domain. */
import type { AskedTarget, Goal, Priority, Target } from '../../domain/goal.js';
import type { Backyard } from '../../domain/race-format.js';
import { M_PER_KM, S_PER_H } from '../../kernel/units.js';
import type { WrittenPlan } from '../plan-schema.js';
import { present } from './group.js';

export interface Extent {
  /** `null` when only a track tells, or nothing. */
  distanceM: number | null;
  laps: number;
  backyard: Backyard | null;
  /** A goals first, then in the order written; of those in loops only where it is known how long one is. */
  goals: readonly Goal[];
}

/** Loops are measured to a metre or so; more than this beyond a whole number of them is another loop. */
const LOOP_ROUNDING = 1e-3;

/** So many loops make a distance, the last one whole. */
export const loopsIn = (distanceM: number, loopM: number): number =>
  Math.max(1, Math.ceil(distanceM / loopM - LOOP_ROUNDING));

/** A loop by itself, or as a share of the distance. */
export function loopOf({ course, backyard }: WrittenPlan): number | null {
  const { distance, laps, loop } = course ?? {};
  const shareM = distance != null && laps != null && laps > 1 ? distance / laps : null;
  return backyard?.loop ?? loop ?? shareM;
}

export function readExtent(written: WrittenPlan): Extent {
  const loopM = loopOf(written);
  const goals = readGoals(written.goals, loopM);
  const backyard = readBackyard(written, loopM);
  const laps = written.course?.laps ?? 1;
  const plannedM = plannedDistance(written, goals, loopM);
  const isInLoops = written.course?.loop != null || backyard !== null;
  if (loopM === null || !isInLoops || plannedM === null) {
    return { distanceM: plannedM, laps, backyard, goals };
  }
  const loops = loopsIn(plannedM, loopM);
  // of a race over a distance the distance stands as written: that it is whole loops is checked
  const isWhole = isOverTime(written, goals);
  return { distanceM: isWhole ? loops * loopM : plannedM, laps: loops, backyard, goals };
}

/** In order of priority; a goal in loops is one of a distance. */
function readGoals(written: WrittenPlan['goals'], loopM: number | null): readonly Goal[] {
  const asked = present(written).map(
    (entry): { text: string; target: AskedTarget; priority: Priority } =>
      'goal' in entry
        ? { ...entry.goal, priority: entry.priority ?? 'A' }
        : { ...entry, priority: 'A' },
  );
  const goals = asked.flatMap(({ target: of, ...goal }): Goal[] => {
    const target = targetOf(of, loopM);
    return target === null ? [] : [{ ...goal, target }];
  });
  return goals.toSorted((a, b) => a.priority.localeCompare(b.priority));
}

/** `null` of a goal in loops where it is not known how long one is. */
export function targetOf(target: AskedTarget, loopM: number | null): Target | null {
  if (target.kind !== 'loops') return target;
  return loopM === null ? null : { kind: 'distance', targetM: target.loops * loopM };
}

function readBackyard({ backyard }: WrittenPlan, loopM: number | null): Backyard | null {
  if (!backyard || loopM === null) return null;
  return { loopM, everyS: backyard.every ?? S_PER_H, lapS: backyard.lap ?? null };
}

/** Whether a race is over a time, or goes on until one is left. */
export const isOverTime = ({ race, backyard }: WrittenPlan, goals: readonly Goal[]): boolean =>
  race?.duration != null ||
  backyard != null ||
  goals.some(({ target }) => target.kind === 'distance');

/**
 * The distance planned: as written, or by the laps; in a race over a time as far as the pace takes one, else the
 * furthest that the goals ask for, A goals before others.
 */
function plannedDistance(
  { race, course, pacing, backyard }: WrittenPlan,
  goals: readonly Goal[],
  loopM: number | null,
): number | null {
  if (course?.distance != null) return course.distance;
  const isLoopGiven = course?.loop != null || backyard?.loop != null;
  if (course?.laps != null && isLoopGiven && loopM !== null) return course.laps * loopM;
  if (race?.duration != null && pacing?.pace != null) {
    const reachedM = (race.duration / pacing.pace) * M_PER_KM;
    return course?.loop == null || loopM === null
      ? reachedM
      : Math.max(1, Math.floor(reachedM / loopM + LOOP_ROUNDING)) * loopM;
  }
  // a track of the whole course tells by itself
  return course?.gpx != null && !isLoopGiven ? null : furthestAsked(goals);
}

/** Of the goals of the first priority that ask for a distance; `null`: none does. */
function furthestAsked(goals: readonly Goal[]): number | null {
  const asked = goals.flatMap(({ target, priority }) =>
    target.kind === 'distance' ? [{ priority, targetM: target.targetM }] : [],
  );
  const first = asked.filter(({ priority }) => priority === asked[0]?.priority);
  return first.length === 0 ? null : Math.max(...first.map(({ targetM }) => targetM));
}
