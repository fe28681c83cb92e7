/** Many runners judged by one plan, and the field they make. */
import type { Course } from '../../domain/course.js';
import type { Goal } from '../../domain/goal.js';
import type { MetricId } from '../../domain/metric.js';
import type { Plan } from '../../domain/plan.js';
import {
  athleteOfRow,
  type RaceLog,
  type RaceResult,
  type RaceResults,
} from '../../domain/record.js';
import { ascending, quantile } from '../../kernel/stats.js';
import type { Sun } from '../course/daylight.js';
import type { RaceDay } from '../course/race-day.js';
import { markIn, marksOf, measureOf } from '../field/marks.js';
import type { Judgement } from '../goals/verdicts.js';
import type { PacePlan } from '../pacing/pace-plan.js';
import { type Explanation, prepareExplanation } from './losses/explained.js';
import { prepareReview, type RaceReview, reviewRace } from './review.js';
import type { LabelledRow, RowResults } from './row-results.js';

/** One runner of many. */
export interface RunnerReview extends LabelledRow {
  review: RaceReview;
  explanation: Explanation;
}

/** A runner before the race is looked back on. */
export type LoggedRunner = LabelledRow & { log: RaceLog };

/** The plan, and what it is built from, that all are judged by. */
export interface JudgedBy {
  plan: Plan;
  course: Course;
  pace: PacePlan;
  sun: Sun | null;
  /** The day as it was. */
  day: RaceDay;
  /** This edition's results in a file of their own; `null`: the rows of the runners are the results. */
  results: RaceResults | null;
  /** As `resultsOfRows` tells them. */
  rows: RowResults;
}

/**
 * Judges runners by one plan, as `reviewRace` does each; sex and age are those of their rows.
 */
export function runnerReviewer({
  plan,
  course,
  pace,
  sun,
  day,
  results,
  rows,
}: JudgedBy): (runner: LoggedRunner) => RunnerReview {
  const prepared = prepareReview(plan, course, pace, sun);
  const explain = prepareExplanation({ plan, pace, day });
  const own = results ? null : rows;
  return ({ label, result, log }) => {
    const row = own ? { ...result, bib: label } : result;
    const athlete = athleteOfRow(row);
    const ofRunner = { ...plan, athlete };
    const among = own?.results ?? results;
    const review = reviewRace(ofRunner, course, pace, log, among, [], sun, prepared);
    return {
      label,
      result,
      review: own?.areAllTold === false ? withoutLead(review) : review,
      explanation: explain(review.stretches, null),
    };
  };
}

/** Nobody knows by how much somebody won when a finish is not known. */
export const withoutLead = (review: RaceReview): RaceReview => ({
  ...review,
  judgements: review.judgements.map((judgement): Judgement => {
    const { evidence } = judgement;
    if (evidence.kind !== 'place') return judgement;
    const placing = { ...evidence.placing, aheadOfNextS: null };
    if (placing.aheadOfNextM !== null) placing.aheadOfNextM = null;
    return { ...judgement, evidence: { ...evidence, placing } };
  }),
});

/** A runner in the order of the finish. */
export interface PlacedRunner extends RunnerReview {
  /** Among those judged; `null` of who did not finish. */
  place: number | null;
}

/**
 * Finishers first, the best first; then those who got farthest.
 * @param results of all in the file, as `resultsOfRows` tells them
 */
export function placeRunners(
  runners: readonly RunnerReview[],
  results: readonly RaceResult[],
): PlacedRunner[] {
  const measure = measureOf(results);
  const places = new Map<number, number>();
  marksOf(results, measure).marks.forEach((mark, i) => {
    if (!places.has(mark)) places.set(mark, i + 1);
  });
  return runners
    .map((runner) => ({
      ...runner,
      place: places.get(markIn(runner.result, measure) ?? -1) ?? null,
    }))
    .sort((a, b) => Number(a.place === null) - Number(b.place === null) || compareEndings(a, b));
}

const compareEndings = (
  { review: { ending: a } }: RunnerReview,
  { review: { ending: b } }: RunnerReview,
): number => b.at.atM - a.at.atM || a.elapsedS - b.elapsedS;

/** How many met a goal. */
export interface GoalCount {
  goal: Goal;
  met: number;
  missed: number;
  unknown: number;
}

export const countGoals = (goals: readonly Goal[], runners: readonly RunnerReview[]): GoalCount[] =>
  goals.map((goal, i) => {
    const count = (status: 'met' | 'missed' | 'unknown') =>
      runners.filter(({ review }) => review.judgements[i]?.status === status).length;
    return { goal, met: count('met'), missed: count('missed'), unknown: count('unknown') };
  });

/** Shares of the finishers up to whom a value is told. */
export const SPREAD_RATIOS = [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1] as const;

/** What finishers have in common, and how it is spread among them. */
export interface Spread {
  /** The time of the finish, s; in a timed event the distance, m; or a metric, in its unit. */
  of: 'finish' | 'distance' | MetricId;
  /** Those who tell it. */
  runners: number;
  /** One for each of `SPREAD_RATIOS`, the least first; quantiles of type 7. */
  values: readonly number[];
}

const SPREAD_METRICS: readonly MetricId[] = ['fade', 'aidStationTime'];

/**
 * How the finishers are spread; of what nobody tells nothing.
 * @param isTimed of a timed event, where all run as long
 */
export function computeSpreads(runners: readonly RunnerReview[], isTimed: boolean): Spread[] {
  const finishers = runners.filter(({ review }) => review.ending.kind === 'finished');
  const spread = (of: Spread['of'], read: (review: RaceReview) => number | null): Spread[] => {
    const values = ascending(finishers.flatMap(({ review }) => read(review) ?? []));
    if (values.length === 0) return [];
    return [{ of, runners: values.length, values: SPREAD_RATIOS.map((p) => quantile(values, p)) }];
  };
  const metric = (id: MetricId) =>
    spread(id, ({ kpis }) => kpis.find((kpi) => kpi.id === id)?.actual ?? null);
  return [
    ...(isTimed
      ? spread('distance', ({ ending }) => ending.at.atM)
      : spread('finish', ({ ending }) => ending.elapsedS)),
    ...SPREAD_METRICS.flatMap(metric),
  ];
}
