/** How likely each goal is before the race, from evidence; without any, unknown. */
import type { Athlete } from '../../domain/athlete.js';
import type { Course } from '../../domain/course.js';
import type { TimeForecast } from '../../domain/forecast.js';
import { type Goal, takesFinish } from '../../domain/goal.js';
import { mean } from '../../kernel/stats.js';
import { computeFinishRatioFrom } from '../field/dropouts.js';
import { comparableEditions, type FieldReview } from '../field/field.js';
import { selectField } from '../field/members.js';
import { finishTimes, timeOfPlace } from '../field/placing.js';
import { computeFinishForecast, probabilityUnder } from './forecast.js';

export type Likelihood = 'likely' | 'possible' | 'unlikely' | 'unknown';

export interface GoalChance {
  goal: Goal;
  likelihood: Likelihood;
  /** 0..1; `null` when unknown. */
  probability: number | null;
  /** No edition tells how many finish: the chance is that of a finisher. */
  isIfFinishing: boolean;
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
  const evidence: ChanceEvidence = {
    athlete,
    forecast,
    inTimeRatio:
      forecast && latestFinishS != null ? probabilityUnder(forecast, latestFinishS) : null,
    editions,
    finishRatio: computeFinishRatioFrom(
      editions.map(({ edition }) => edition),
      0,
    ),
  };
  return goals.map((goal) => {
    const probability = chanceOf(goal, evidence);
    return {
      goal,
      probability,
      likelihood: likelihoodOf(probability),
      isIfFinishing: isIfFinishing(goal, evidence),
      races: forecast?.races ?? 0,
      editions: editions.length,
    };
  });
}

export interface ChanceEvidence {
  athlete: Athlete;
  /** Of the finish, given one; `null`: nothing tells. */
  forecast: TimeForecast | null;
  /** Chance to keep every cutoff, given a finish: nobody places or is timed beyond. `null` when nothing closes. */
  inTimeRatio: number | null;
  editions: FieldReview['editions'];
  /** Share of runners who finish from here on; `null` when no edition tells. */
  finishRatio: number | null;
}

/**
 * The chance of a goal, 0..1; `null` without evidence, of metrics always. A time or a place takes a finish as well:
 * its chance given a finish is multiplied by the share of runners who finish, so that nothing is likelier than to
 * finish. Where no edition tells that share, times and places are told for those who finish (`isIfFinishing`), and
 * the finish is unknown unless it is unlikely however many finish: its chance is at most that to be in time.
 */
export function chanceOf({ target }: Goal, evidence: ChanceEvidence): number | null {
  const { forecast, finishRatio, inTimeRatio } = evidence;
  const inTime = inTimeRatio ?? 1;
  switch (target.kind) {
    case 'time':
      return (
        forecast &&
        (finishRatio ?? 1) * Math.min(probabilityUnder(forecast, target.targetS), inTime)
      );
    case 'finish':
      if (finishRatio != null) return Math.min(finishRatio, inTime);
      return likelihoodOf(inTime) === 'unlikely' ? inTime : null;
    case 'place': {
      const chance = forecast && placeChance(target, forecast, evidence);
      return chance == null ? null : (finishRatio ?? 1) * chance;
    }
    case 'distance':
    case 'kpi':
      return null;
  }
}

/** Whether a chance is that of a finisher: no edition tells how many finish. */
export const isIfFinishing = (
  { target }: Goal,
  { finishRatio }: Pick<ChanceEvidence, 'finishRatio'>,
): boolean => finishRatio == null && takesFinish(target);

/**
 * Chance of a place, given a finish: that of the time it took, on average over the editions that tell it. Who is
 * in the top 5 is in the top 10 as well: where fewer editions tell a place, the better ones bound its chance.
 */
function placeChance(
  { field, top }: Extract<Goal['target'], { kind: 'place' }>,
  forecast: TimeForecast,
  { editions, athlete, inTimeRatio }: ChanceEvidence,
): number | null {
  const inTime = inTimeRatio ?? 1;
  const fields = editions.flatMap(({ edition }) => {
    const members = selectField(edition.results, field, athlete);
    return typeof members === 'string' ? [] : [finishTimes(edition.results, members)];
  });
  const largest = Math.max(0, ...fields.map(({ timesS, maybeS }) => timesS.length + maybeS.length));
  const tops = Array.from({ length: Math.min(top, largest + 1) }, (_, i) => i + 1);
  const chances = tops.flatMap((place) => {
    const told = fields.flatMap((times) => {
      // so few finish that each takes such a place
      if (times.timesS.length + times.maybeS.length < place) return [inTime];
      const timeToBeatS = timeOfPlace(place, times);
      return timeToBeatS == null ? [] : [Math.min(probabilityUnder(forecast, timeToBeatS), inTime)];
    });
    return mean(told) ?? [];
  });
  return chances.length === 0 ? null : Math.max(...chances);
}
