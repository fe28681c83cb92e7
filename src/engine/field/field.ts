/** What past editions say: how many finish, what each place took, where a target would have placed. */
import type { Athlete } from '../../domain/athlete.js';
import type { Field, Goal } from '../../domain/goal.js';
import type { Pacing, Plan } from '../../domain/plan.js';
import type { AgeGroup, Edition } from '../../domain/record.js';
import { ascending, mean } from '../../kernel/stats.js';
import { type Comparability, compareEditions } from './comparable.js';
import { type FinishTimes, placeAmong, timeOfPlace } from './placing.js';
import { type EditionSummary, summarizeEdition } from './summary.js';

/** An edition beside the others. */
export interface EditionReview extends EditionSummary {
  comparability: Comparability;
  /** For each time asked about, its place in each field; `null` without finishers, or where it is not told. */
  timePlaces: readonly (readonly (number | null)[])[];
}

/** The time a place took, over the comparable editions that had such a place. */
export interface PlaceAverage {
  place: number;
  editions: number;
  meanS: number;
  fastestS: number;
  slowestS: number;
}

export interface FieldReview {
  athlete: Athlete;
  fields: readonly { field: Field; group: AgeGroup | null }[];
  places: readonly number[];
  editions: readonly EditionReview[];
  /** For each field, for each place that any comparable edition had. */
  averages: readonly (readonly PlaceAverage[])[];
  /** Times asked about: the plan's target, the time goals. */
  timesS: readonly number[];
}

/** What a review asks of a plan. */
export type FieldPlan = Pick<Plan, 'athlete' | 'goals'> & { pacing: Pick<Pacing, 'target'> };

const USUAL_PLACES = [1, 3, 5, 10];

/** The places worth a row: 1, 3, 5, 10 and those the goals name, ascending. */
const placesOfInterest = (goals: readonly Goal[]): number[] =>
  ascending(
    new Set([
      ...USUAL_PLACES,
      ...goals.flatMap(({ target }) => (target.kind === 'place' ? [target.top] : [])),
    ]),
  );

/** Overall, the athlete's sex and age group as far as the plan tells them, and what the goals name. */
function fieldsOfInterest(athlete: Athlete, goals: readonly Goal[]): Field[] {
  const { sex, ageYears } = athlete;
  const ofGoals = goals.flatMap(({ target }) =>
    target.kind === 'place' ? [fieldOf(target.field, athlete)] : [],
  );
  const own: Field[] = sex == null ? ['women', 'men'] : [fieldOf('gender', athlete)];
  const group: Field[] = sex != null && ageYears != null ? ['ageGroup'] : [];
  const wanted = new Set<Field>(['overall', ...own, ...group, ...ofGoals]);
  return FIELD_ORDER.filter((field) => wanted.has(field));
}

const FIELD_ORDER: readonly Field[] = ['overall', 'women', 'men', 'gender', 'ageGroup'];

/** `gender` by its name where the athlete's sex has one. */
export const fieldOf = (field: Field, { sex }: Athlete): Field =>
  field !== 'gender' || sex == null || sex === 'X' ? field : sex === 'F' ? 'women' : 'men';

/** The times worth a place, seconds: the target, and every time goal, fastest first. */
const timesOfInterest = ({ pacing, goals }: FieldPlan): number[] =>
  ascending(
    new Set(
      [pacing.target, ...goals.map(({ target }) => target)].flatMap((target) =>
        target?.kind === 'time' ? [target.targetS] : [],
      ),
    ),
  );

/** What the editions say to the athlete of this plan, for its goals. */
export function reviewField(editions: readonly Edition[], plan: FieldPlan): FieldReview {
  const { athlete, goals } = plan;
  const timesS = timesOfInterest(plan);
  const fields = fieldsOfInterest(athlete, goals);
  const places = placesOfInterest(goals);
  const summaries = editions.map((edition) => summarizeEdition(edition, fields, athlete));
  const comparability = compareEditions(summaries);
  const reviewed = summaries.map(
    (summary, i): EditionReview => ({
      ...summary,
      comparability: comparability[i]!,
      timePlaces: timesS.map((timeS) => summary.fields.map((field) => placeAmong(timeS, field))),
    }),
  );
  const counted = countedOf(reviewed);
  return {
    athlete,
    fields: (reviewed[0]?.fields ?? []).map(({ field }, f) => ({
      field,
      group: lastGroup(reviewed, f),
    })),
    places,
    editions: reviewed,
    averages: fields.map((_, f) =>
      places.flatMap((place) =>
        averagePlace(
          place,
          counted.map((e) => e.fields[f]!),
        ),
      ),
    ),
    timesS,
  };
}

/** The age group as the last edition that tells has it: races change theirs. */
const lastGroup = (editions: readonly EditionReview[], f: number): AgeGroup | null =>
  editions.findLast(({ fields }) => fields[f]?.group)?.fields[f]?.group ?? null;

const countedOf = (editions: readonly EditionReview[]): EditionReview[] =>
  editions.filter(({ comparability }) => comparability.counts);

/** The editions that count in averages; none without a review. */
export const comparableEditions = (review: FieldReview | null): readonly EditionReview[] =>
  countedOf(review?.editions ?? []);

function averagePlace(place: number, editions: readonly FinishTimes[]): PlaceAverage[] {
  const timesS = ascending(editions.flatMap((times) => timeOfPlace(place, times) ?? []));
  const meanS = mean(timesS);
  return meanS == null
    ? []
    : [{ place, editions: timesS.length, meanS, fastestS: timesS[0]!, slowestS: timesS.at(-1)! }];
}
