/** How likely each goal is before the race, from evidence; without any, unknown. */
import type { Athlete } from '../../domain/athlete.js';
import type { Course } from '../../domain/course.js';
import type { TimeForecast } from '../../domain/forecast.js';
import type { Goal } from '../../domain/goal.js';
import { mean } from '../../kernel/stats.js';
import { comparableEditions, type FieldReview } from '../field/field.js';
import { computeFinishForecast, probabilityUnder } from './forecast.js';
import { selectField } from './members.js';
import { finishTimes, timeOfPlace } from './placing.js';

export type Likelihood = 'likely' | 'possible' | 'unlikely' | 'unknown';

export interface GoalChance {
  goal: Goal;
  likelihood: Likelihood;
  /** 0..1; `null` when unknown. */
  probability: number | null;
  /** What it rests on: number of the athlete's finished races, of comparable editions. */
  races: number;
  editions: number;
}

/** Two chances in three are likely, fewer than one in five unlikely. */
const LIKELY = 2 / 3;
const UNLIKELY = 1 / 5;

export const likelihoodOf = (probability: number | null): Likelihood =>
  probability == null
    ? 'unknown'
    : probability >= LIKELY
      ? 'likely'
      : probability < UNLIKELY
        ? 'unlikely'
        : 'possible';

/**
 * Chances before the race, from the athlete's past races and the comparable editions.
 * @param latestFinishS the slowest finish that keeps every cutoff; `null` when nothing closes
 */
export function computeChances(
  goals: readonly Goal[],
  course: Course,
  athlete: Athlete,
  field: FieldReview | null,
  latestFinishS: number | null = course.finish.cutoffS,
): GoalChance[] {
  const forecast = computeFinishForecast(athlete, course);
  const editions = comparableEditions(field);
  const finishRatio = mean(editions.flatMap(({ finishRatio: ratio }) => ratio ?? []));
  return goals.map((goal) => {
    const probability = chanceOf(goal, {
      latestFinishS,
      athlete,
      forecast,
      editions,
      finishRatio,
    });
    return {
      goal,
      probability,
      likelihood: likelihoodOf(probability),
      races: forecast?.races ?? 0,
      editions: editions.length,
    };
  });
}

export interface ChanceEvidence {
  /** The slowest finish that keeps every cutoff: nobody places or is timed beyond it. `null` when nothing closes. */
  latestFinishS: number | null;
  athlete: Athlete;
  forecast: TimeForecast | null;
  editions: FieldReview['editions'];
  /** Share of runners who finish from here on, where evidence tells it. */
  finishRatio: number | null;
}

/**
 * A time or a place takes a finish as well: its chance given a finish is multiplied by the share of starters
 * who finish, where history tells it. Metrics have no evidence before the race.
 */
export function chanceOf({ target }: Goal, evidence: ChanceEvidence): number | null {
  const { forecast, finishRatio, athlete, editions } = evidence;
  const latestS = evidence.latestFinishS ?? Number.POSITIVE_INFINITY;
  const finishing = finishRatio ?? 1;
  switch (target.kind) {
    case 'time':
      return forecast && finishing * probabilityUnder(forecast, Math.min(target.targetS, latestS));
    case 'finish': {
      if (finishRatio == null) return null;
      const inTime = forecast ? probabilityUnder(forecast, latestS) : 1;
      return Math.min(finishRatio, inTime);
    }
    case 'place': {
      if (!forecast) return null;
      const chances = editions.flatMap(({ edition }) => {
        const members = selectField(edition.results, target.field, athlete);
        if (typeof members === 'string') return [];
        const times = finishTimes(edition.results, members);
        // so few finish that each takes such a place
        const isAnyFinish = times.timesS.length + times.maybeS.length < target.top;
        const timeToBeatS = isAnyFinish ? latestS : timeOfPlace(target.top, times);
        if (timeToBeatS == null) return [];
        return [probabilityUnder(forecast, Math.min(timeToBeatS, latestS))];
      });
      const chance = mean(chances);
      return chance == null ? null : finishing * chance;
    }
    case 'distance':
    case 'kpi':
      return null;
  }
}
