/** How likely each goal is before the race, from evidence; without any, unknown. */
import type { Athlete } from '../../domain/athlete.js';
import type { Goal } from '../../domain/goal.js';
import { mean } from '../../kernel/stats.js';
import { comparableEditions, type FieldReview } from '../field/field.js';
import { markOfPlace, marksOf } from '../field/marks.js';
import { selectField } from '../field/members.js';
import type { FinishOutlook } from '../forecast/finish.js';

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

/** Chances before the race, from what the athlete's past and the comparable editions say of the finish. */
export function computeChances(
  goals: readonly Goal[],
  athlete: Athlete,
  field: FieldReview | null,
  { time, finishRatio, underRatio }: FinishOutlook,
): GoalChance[] {
  const editions = comparableEditions(field);
  const evidence: ChanceEvidence = { athlete, editions, finishRatio, underRatio };
  return goals.map((goal) => {
    const probability = chanceOf(goal, evidence);
    return {
      goal,
      probability,
      likelihood: likelihoodOf(probability),
      races: time?.races.length ?? 0,
      editions: editions.length,
    };
  });
}

export interface ChanceEvidence {
  athlete: Athlete;
  editions: FieldReview['editions'];
  /** Chance to finish, every cutoff kept; `null` when nothing tells. */
  finishRatio: number | null;
  /** Chance to finish in less than a time; grows with it, at most to `finishRatio`; `null` when nothing tells. */
  underRatio: ((timeS: number) => number) | null;
}

/** The chance of a goal, 0..1; `null` without evidence, of metrics always. Nothing is likelier than to finish. */
export function chanceOf({ target }: Goal, evidence: ChanceEvidence): number | null {
  const { finishRatio, underRatio } = evidence;
  switch (target.kind) {
    case 'time':
      return underRatio?.(target.targetS) ?? null;
    case 'finish':
      return finishRatio;
    case 'place':
      return underRatio && placeChance(target, underRatio, evidence);
    case 'distance':
    case 'kpi':
      return null;
  }
}

/**
 * Chance of a place: that of the time it took, on average over the editions that tell it. Who is
 * in the top 5 is in the top 10 as well: where fewer editions tell a place, the better ones bound its chance. Timed events
 * tell no time.
 */
function placeChance(
  { field, top }: Extract<Goal['target'], { kind: 'place' }>,
  underRatio: (timeS: number) => number,
  { editions, athlete }: ChanceEvidence,
): number | null {
  const overDistance = editions.filter(({ measure }) => measure === 'time');
  const fields = overDistance.flatMap(({ edition }) => {
    const members = selectField(edition.results, field, athlete);
    return typeof members === 'string' ? [] : [marksOf(edition.results, 'time', members)];
  });
  const largest = Math.max(0, ...fields.map(({ marks, maybe }) => marks.length + maybe.length));
  const tops = Array.from({ length: Math.min(top, largest + 1) }, (_, i) => i + 1);
  const chances = tops.flatMap((place) => {
    const told = fields.flatMap((times) => {
      // so few finish that each takes such a place
      if (times.marks.length + times.maybe.length < place)
        return [underRatio(Number.POSITIVE_INFINITY)];
      const timeToBeatS = markOfPlace(place, times);
      return timeToBeatS == null ? [] : [underRatio(timeToBeatS)];
    });
    return mean(told) ?? [];
  });
  return chances.length === 0 ? null : Math.max(...chances);
}
