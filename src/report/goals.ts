/** Goals before the race: how likely, and what each takes. */
import type { Field } from '../domain/goal.js';
import { type FieldReview, fieldOf, type PlaceAverage } from '../engine/field/field.js';
import { finishersOf } from '../engine/field/marks.js';
import type { FinishOutlook } from '../engine/forecast/finish.js';
import type { GoalChance } from '../engine/goals/probability.js';
import { isKeptAt, likelihoodBefore, type Requirement } from '../engine/goals/requirements.js';
import { isRoughChance } from './chance.js';
import { metricValue } from './kpis.js';
import { marksOfAverage } from './marks.js';
import type { Verdict } from './report.js';
import { inLoops } from './timed/loops.js';
import { count, pace, say, span, type Text, words } from './value.js';

export interface GoalsInput {
  requirements: readonly Requirement[];
  chances: readonly GoalChance[];
  field: FieldReview | null;
  /** Length of a loop, where goals count them: in a backyard. */
  loopM?: number | null;
  /** What is known of the finish. */
  outlook: FinishOutlook;
}

export const verdictsBefore = ({
  requirements,
  chances,
  field,
  outlook,
  loopM = null,
}: GoalsInput): Verdict[] =>
  requirements.map((requirement, i) => {
    const { goal, pace: needed } = requirement;
    const chance = chances[i] ?? null;
    return {
      goal: goal.text,
      priority: goal.priority,
      status: likelihoodBefore(requirement, chance),
      probability: chance?.probability ?? null,
      isRough: isRoughChance(goal.target.kind, outlook),
      actual: plannedJson(requirement),
      margin: needed ? { valueS: needed.slackS } : null,
      text: say`${takes(requirement, field, loopM)}${whyUnknown(chance)}`,
    };
  });

function plannedJson({ goal, planned }: Requirement): Verdict['actual'] {
  if (planned == null) return null;
  return goal.target.kind === 'distance' ? { plannedM: planned } : { plannedValue: planned };
}

/** Why the chance of a finish is unknown. */
const whyUnknown = (chance: GoalChance | null): string =>
  chance?.goal.target.kind === 'finish' && chance.probability == null
    ? '; no past races, and no past editions, tell how likely'
    : '';

function takes(
  { goal, pace: needed, planned }: Requirement,
  field: FieldReview | null,
  loopM: number | null,
): Text {
  const { target } = goal;
  if (needed) {
    const { averageSPerKm, movingSPerKm, slackS, tightestAt } = needed;
    const where = tightestAt ? say` at ${words(tightestAt.name)}` : [];
    const slack =
      slackS >= 0
        ? say`${span(slackS)} in hand${where}`
        : say`the plan is ${span(slackS)} too slow${where}`;
    return say`${pace(averageSPerKm)} overall, ${pace(movingSPerKm)} moving; ${slack}`;
  }
  if (target.kind === 'place') {
    const f = field ? indexOfField(field, target.field) : -1;
    const average = field?.averages[f]?.find(({ place }) => place === target.top);
    return average ? tookText(average) : [noAverage(field, target.field)];
  }
  const outside = planned == null || isKeptAt(target, planned) ? '' : ', outside the goal';
  if (target.kind === 'kpi') {
    return planned == null
      ? ['not planned; judged after the race']
      : say`planned: ${metricValue(target.metric, planned)}${outside}`;
  }
  return target.kind === 'distance'
    ? say`planned: ${inLoops(planned, loopM)}${outside}`
    : ['judged after the race'];
}

function noAverage(review: FieldReview | null, field: Field): string {
  if (!review?.averages.some((places) => places.length > 0)) {
    return 'no past editions to tell what it takes';
  }
  const { sex, ageYears } = review.athlete;
  if ((field === 'gender' || field === 'ageGroup') && sex == null) return 'no sex in the plan';
  if (field === 'ageGroup' && ageYears == null) return 'no age in the plan';
  const f = indexOfField(review, field);
  const isTold = review.editions.some((edition) => finishersOf(edition.fields[f]) != null);
  if (isTold) return 'no past edition had so many finishers there';
  const isToldInPart = review.editions.some(({ fields }) => (fields[f]?.marks.length ?? 0) > 0);
  const what = field === 'ageGroup' ? 'sex and age' : 'the sex';
  return `the past results do not tell ${what}${isToldInPart ? ' of all' : ''}`;
}

function tookText(average: PlaceAverage): Text {
  const [mean, best, worst] = marksOfAverage(average);
  if (average.editions === 1) return say`took ${mean} in the one edition that tells`;
  return say`took ${mean} on average, ${best} to ${worst} in ${count(average.editions)} editions`;
}

const indexOfField = ({ fields, athlete }: FieldReview, field: Field): number =>
  fields.findIndex((entry) => entry.field === fieldOf(field, athlete));
