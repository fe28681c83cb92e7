/** Whether the target can be run: cutoffs, goals, what the athlete and anyone has run. */
import { racesBefore } from '../../../domain/athlete.js';
import type { Course, Place } from '../../../domain/course.js';
import { probabilityUnder, type TimeForecast } from '../../../domain/forecast.js';
import { computeFastest } from '../../../domain/limits.js';
import { dayOf, type Plan } from '../../../domain/plan.js';
import { S_PER_MIN } from '../../../kernel/units.js';
import type { PacePlan } from '../../pacing/pace-plan.js';
import type { Graded } from './severity.js';

export type TargetWarning = Graded<
  | { kind: 'cutoff missed'; place: Place; isFinish: boolean; byS: number }
  | { kind: 'cutoff tight'; place: Place; marginS: number }
  | { kind: 'longer than raced'; distanceM: number; longestM: number }
  | { kind: 'faster than anyone'; targetS: number; fastestS: number }
  | { kind: 'faster than raced'; targetS: number; forecast: TimeForecast }
  | { kind: 'target beyond goal'; goalS: number; targetS: number }
>;

/** Less in hand at a cutoff than this is worth a word. */
export const TIGHT_CUTOFF_S = 30 * S_PER_MIN;

export function cutoffWarnings({ legs }: PacePlan): TargetWarning[] {
  return legs.flatMap(({ leg, cutoffMarginS: marginS }, i): TargetWarning[] => {
    if (marginS == null || marginS >= TIGHT_CUTOFF_S) return [];
    const isFinish = i === legs.length - 1;
    return marginS < 0
      ? [{ severity: 'unrealistic', kind: 'cutoff missed', place: leg.to, isFinish, byS: -marginS }]
      : [{ severity: 'advice', kind: 'cutoff tight', place: leg.to, marginS }];
  });
}

export function goalWarnings(plan: Plan, pace: PacePlan): TargetWarning[] {
  return plan.goals.flatMap(({ target, priority }): TargetWarning[] =>
    target.kind === 'time' && priority === 'A' && pace.targetS >= target.targetS
      ? [
          {
            severity: 'unrealistic',
            kind: 'target beyond goal',
            goalS: target.targetS,
            targetS: pace.targetS,
          },
        ]
      : [],
  );
}

/** A target with a smaller chance than this, on the athlete's own past, is not realistic. */
const REALISTIC = 0.1;

export function recordWarnings(course: Course, { targetS }: PacePlan): TargetWarning[] {
  const fastestS = computeFastest(course.distanceM);
  return targetS < fastestS
    ? [{ severity: 'unrealistic', kind: 'faster than anyone', targetS, fastestS }]
    : [];
}

export function experienceWarnings(
  plan: Plan,
  course: Course,
  pace: PacePlan,
  forecast: TimeForecast | null,
): TargetWarning[] {
  const past = racesBefore(plan.athlete.past, dayOf(plan.race));
  const finished = past.filter((race) => race.outcome.kind === 'finished');
  const longestM = Math.max(0, ...finished.map((race) => race.distanceM));
  const warnings: TargetWarning[] = [];
  if (past.length > 0 && longestM < course.distanceM * 0.98) {
    warnings.push({
      severity: 'advice',
      kind: 'longer than raced',
      distanceM: course.distanceM,
      longestM,
    });
  }
  if (forecast && probabilityUnder(forecast, pace.targetS) < REALISTIC) {
    warnings.push({
      severity: 'unrealistic',
      kind: 'faster than raced',
      targetS: pace.targetS,
      forecast,
    });
  }
  return warnings;
}
