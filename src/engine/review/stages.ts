/** A stage race as a whole: the times of its stages added up, and one verdict. */
import type { Plan } from '../../domain/plan.js';
import { sum } from '../../kernel/stats.js';
import type { Ending } from '../course/ending.js';
import { type Judgement, judgeGoals } from '../goals/verdicts.js';
import type { RaceReview } from './review.js';

export interface StagesReview {
  /** Of all stages run. */
  elapsedS: number;
  distanceM: number;
  stagesRun: number;
  /** The first stage that was not finished, from 0; `null`: none. */
  endedIn: number | null;
  judgements: readonly Judgement[];
}

/**
 * Finished is who finished every stage; one not finished ends the race, one without a log leaves it open.
 * @param reviews of each stage in order; `null`: not run yet
 */
export function reviewStages(
  { goals, athlete }: Pick<Plan, 'goals' | 'athlete'>,
  reviews: readonly (RaceReview | null)[],
): StagesReview {
  const run = reviews.flatMap((review) => review ?? []);
  const elapsedS = sum(run.map(({ ending }) => ending.elapsedS));
  const endedIn = reviews.findIndex((review) => review?.ending.kind === 'dnf');
  const ended = reviews[endedIn];
  const isWhole = reviews.every((review) => review?.ending.kind === 'finished');
  const last = (ended ?? run.at(-1))?.ending;
  const kind: Ending['kind'] = isWhole ? 'finished' : ended ? 'dnf' : 'open';
  return {
    elapsedS,
    distanceM: sum(run.map(({ ending }) => ending.at.atM)),
    stagesRun: run.length,
    endedIn: endedIn < 0 ? null : endedIn,
    judgements: last
      ? judgeGoals(goals, {
          athlete,
          isTimed: false,
          // where it ended tells when: on the stage, whatever was run after it
          ending: { ...last, kind, elapsedS: ended ? last.elapsedS : elapsedS },
          cutoffsBroken: run.flatMap(({ cutoffs }) => cutoffs.broken),
          kpis: [],
          isIntakePartlyUntold: false,
          results: null,
        })
      : [],
  };
}
