/** Each goal judged after the race: met, missed, or unknown with its reason. */
import type { Athlete } from '../../domain/athlete.js';
import { type Bounds, isWithin } from '../../domain/bounds.js';
import type { Place } from '../../domain/course.js';
import { type Field, type Goal, takesFinish } from '../../domain/goal.js';
import { type MetricFamily, type MetricId, metricById } from '../../domain/metric.js';
import type { RaceResults } from '../../domain/record.js';
import type { CutoffCheck } from '../course/cutoffs.js';
import type { Ending } from '../course/ending.js';
import { measureOf } from '../field/marks.js';
import {
  computePlacing,
  computeTimedPlacing,
  type NoPlacing,
  type Placing,
} from '../field/placing.js';
import type { Kpi } from './metrics.js';

/** What a verdict rests on. */
export type Evidence =
  | { kind: 'time'; actualS: number; targetS: number }
  | { kind: 'place'; placing: Placing; top: number }
  | { kind: 'finish'; actualS: number }
  | { kind: 'distance'; actualM: number; targetM: number }
  | { kind: 'kpi'; metric: MetricId; value: number; bounds: Bounds; wholeRace: boolean }
  /** Cutoffs broken, one at least: no official finish, whatever the log holds beyond. */
  | { kind: 'cutoff'; broken: readonly CutoffCheck[] }
  /** The race ended early. */
  | { kind: 'ended'; at: Place; elapsedS: number }
  | { kind: 'missing'; what: Missing };

/** What would be needed to judge. */
export type Missing =
  | NoPlacing
  | 'finish not logged'
  | 'stops not logged'
  | 'places not logged'
  | 'intake not logged'
  | 'intake partly untold'
  | 'places by distance'
  | 'race ended early';

export interface Judgement {
  goal: Goal;
  status: 'met' | 'missed' | 'unknown';
  evidence: Evidence;
}

export interface JudgeInput {
  athlete: Athlete;
  /** Won by distance. */
  isTimed: boolean;
  ending: Ending;
  cutoffsBroken: readonly CutoffCheck[];
  kpis: readonly Kpi[];
  /** Whether something was taken of which nothing tells what it holds. */
  isIntakePartlyUntold: boolean;
  /** This edition's results, or `null` when there is no file. */
  results: RaceResults | null;
}

export const judgeGoals = (goals: readonly Goal[], input: JudgeInput): Judgement[] =>
  goals.map((goal) => ({
    goal,
    ...judge(goal, input),
  }));

type Verdict = Omit<Judgement, 'goal'>;

const unknown = (what: Missing): Verdict => ({
  status: 'unknown',
  evidence: { kind: 'missing', what },
});
const metIf = (met: boolean, evidence: Evidence): Verdict => ({
  status: met ? 'met' : 'missed',
  evidence,
});

function judge({ target }: Goal, input: JudgeInput): Verdict {
  const { ending, cutoffsBroken } = input;
  if (cutoffsBroken.length > 0 && ending.kind !== 'dnf' && takesFinish(target)) {
    return metIf(false, { kind: 'cutoff', broken: cutoffsBroken });
  }
  const ended: Evidence = { kind: 'ended', at: ending.at, elapsedS: ending.elapsedS };
  switch (target.kind) {
    case 'time': {
      const { targetS } = target;
      if (ending.kind === 'finished') {
        return metIf(ending.elapsedS < targetS, {
          kind: 'time',
          actualS: ending.elapsedS,
          targetS,
        });
      }
      if (ending.kind === 'dnf') return metIf(false, ended);
      return ending.elapsedS >= targetS
        ? metIf(false, { kind: 'time', actualS: ending.elapsedS, targetS })
        : unknown('finish not logged');
    }
    case 'finish':
      if (ending.kind === 'open') return unknown('finish not logged');
      return ending.kind === 'finished'
        ? metIf(true, { kind: 'finish', actualS: ending.elapsedS })
        : metIf(false, ended);
    case 'distance': {
      const met = ending.at.atM >= target.targetM;
      if (!met && ending.kind === 'open') return unknown('finish not logged');
      return metIf(met, { kind: 'distance', actualM: ending.at.atM, targetM: target.targetM });
    }
    case 'place': {
      if (ending.kind === 'dnf') return metIf(false, ended);
      if (ending.kind === 'open') return unknown('finish not logged');
      const placing = placingOf(target.field, input);
      if (typeof placing === 'string') return unknown(placing);
      const { place, worstPlace } = placing;
      const evidence: Evidence = { kind: 'place', placing, top: target.top };
      const isDecided = place > target.top || worstPlace <= target.top;
      return isDecided ? metIf(place <= target.top, evidence) : { status: 'unknown', evidence };
    }
    case 'kpi':
      return judgeKpi(target.metric, target.bounds, input);
  }
}

/** By time, or in a timed event by distance, where the results are of the same kind. */
function placingOf(
  field: Field,
  { results, athlete, ending, isTimed }: JudgeInput,
): Placing | NoPlacing | 'places by distance' {
  if (!isTimed) {
    return results ? computePlacing(results, field, athlete, ending.elapsedS) : 'no results';
  }
  if (!results) return 'no results';
  return measureOf(results) === 'distance'
    ? computeTimedPlacing(results, field, athlete, ending.at.atM)
    : 'places by distance';
}

const WHY_UNKNOWN: Record<MetricFamily, Missing> = {
  pace: 'stops not logged',
  intake: 'intake not logged',
  time: 'stops not logged',
};

/**
 * A bound on a KPI. When the race ended early, a rate is judged for the part that was run; an amount that only
 * grows is missed once it is past its upper bound, and otherwise unknown.
 */
function judgeKpi(metric: MetricId, bounds: Bounds, input: JudgeInput): Verdict {
  const { ending, kpis } = input;
  const value = kpis.find((kpi) => kpi.id === metric)?.actual ?? null;
  const { family, moves } = metricById(metric);
  const unfinished = ending.kind === 'dnf' ? 'race ended early' : 'finish not logged';
  if (value == null) {
    if (family === 'intake' && input.isIntakePartlyUntold) return unknown('intake partly untold');
    if (ending.kind !== 'finished') return unknown(unfinished);
    const areStopsLogged = kpis.some(({ id, actual }) => id === 'movingTime' && actual != null);
    return unknown(family === 'pace' && areStopsLogged ? 'places not logged' : WHY_UNKNOWN[family]);
  }
  const met = isWithin(value, bounds);
  const wholeRace = ending.kind === 'finished';
  const evidence: Evidence = { kind: 'kpi', metric, value, bounds, wholeRace };
  if (wholeRace || moves === 'either way') return metIf(met, evidence);
  const exceeded = bounds.max != null && value > bounds.max && moves === 'up';
  return exceeded ? metIf(false, evidence) : unknown(unfinished);
}
