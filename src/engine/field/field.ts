/** What past editions say: how many finish, what each place took, where a target would have placed. */
import type { Athlete } from '../../domain/athlete.js';
import type { Field, Goal } from '../../domain/goal.js';
import type { Pacing, Plan } from '../../domain/plan.js';
import { type Formatted, isTimedEvent } from '../../domain/race-format.js';
import type { AgeGroup, Edition, Measure } from '../../domain/record.js';
import { ascending, mean } from '../../kernel/stats.js';
import { type Comparability, compareEditions } from './comparable.js';
import { type Marks, markOfPlace, placeAmong } from './marks.js';
import { type EditionSummary, summarizeEdition } from './summary.js';

/** An edition beside the others. */
export interface EditionReview extends EditionSummary {
  comparability: Comparability;
  /**
   * For each time asked about, its place in each field; `null` without finishers, where it is not told, and in a timed
   * event.
   */
  timePlaces: readonly (readonly (number | null)[])[];
  /** The same of distances, `null` where no distance is a result. */
  distancePlaces: readonly (readonly (number | null)[])[];
}

/** What a place took, over the comparable editions that had such a place: a time, or in a timed event a distance. */
export type PlaceAverage = { place: number; editions: number } & (
  | { meanS: number; fastestS: number; slowestS: number }
  | { meanM: number; farthestM: number; shortestM: number }
);

export interface FieldReview {
  athlete: Athlete;
  fields: readonly { field: Field; group: AgeGroup | null }[];
  places: readonly number[];
  editions: readonly EditionReview[];
  /** What the editions that count are placed by. */
  measure: Measure;
  /** For each field, for each place that any comparable edition had. */
  averages: readonly (readonly PlaceAverage[])[];
  /** Times asked about: the plan's target, the time goals. */
  timesS: readonly number[];
  /** Distances asked about: the goals to cover one. */
  distancesM: readonly number[];
}

/** What a review asks of a plan. */
export type FieldPlan = Pick<Plan, 'athlete'> & Formatted & { pacing: Pick<Pacing, 'target'> };

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
function timesOfInterest(plan: FieldPlan): number[] {
  const { pacing, goals } = plan;
  // the target of a timed event is only how long it goes on
  const planned = isTimedEvent(plan) ? null : pacing.target;
  const targets = [planned, ...goals.map(({ target }) => target)];
  return ascending(
    new Set(targets.flatMap((target) => (target?.kind === 'time' ? [target.targetS] : []))),
  );
}

/** The distances worth a place, metres: of every goal to cover one, farthest first. */
const distancesOfInterest = ({ goals }: FieldPlan): number[] =>
  ascending(
    new Set(goals.flatMap(({ target }) => (target.kind === 'distance' ? [target.targetM] : []))),
  ).reverse();

/** What the plan's race is placed by; where its goals do not tell, what most of the editions are. */
function measureAsked(plan: FieldPlan, editions: readonly EditionSummary[]): Measure {
  const { goals, pacing } = plan;
  if (isTimedEvent(plan)) return 'distance';
  const isByTime = goals.some(({ target }) => target.kind === 'time') || pacing.target !== null;
  const told = editions.filter(({ finishers }) => finishers > 0);
  const timed = told.filter(({ measure }) => measure === 'distance');
  return !isByTime && timed.length > told.length / 2 ? 'distance' : 'time';
}

/** What the editions say to the athlete of this plan, for its goals. */
export function reviewField(editions: readonly Edition[], plan: FieldPlan): FieldReview {
  const { athlete, goals } = plan;
  const timesS = timesOfInterest(plan);
  const distancesM = distancesOfInterest(plan);
  const fields = fieldsOfInterest(athlete, goals);
  const places = placesOfInterest(goals);
  const summaries = editions.map((edition) => summarizeEdition(edition, fields, athlete));
  const measure = measureAsked(plan, summaries);
  const comparability = compareEditions(summaries, measure);
  const placesOf = (marks: readonly number[], asked: Measure, summary: EditionSummary) =>
    marks.map((mark) =>
      summary.fields.map((field) => (field.measure === asked ? placeAmong(mark, field) : null)),
    );
  const reviewed = summaries.map(
    (summary, i): EditionReview => ({
      ...summary,
      comparability: comparability[i]!,
      timePlaces: placesOf(timesS, 'time', summary),
      distancePlaces: placesOf(distancesM, 'distance', summary),
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
    measure,
    averages: fields.map((_, f) =>
      places.flatMap((place) =>
        averagePlace(
          place,
          measure,
          counted.map((e) => e.fields[f]!),
        ),
      ),
    ),
    timesS,
    distancesM,
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

function averagePlace(place: number, measure: Measure, editions: readonly Marks[]): PlaceAverage[] {
  const marks = ascending(editions.flatMap((field) => markOfPlace(place, field) ?? []));
  const [average, least, most] = [mean(marks), marks[0]!, marks.at(-1)!];
  if (average == null) return [];
  const of = { place, editions: marks.length };
  return measure === 'time'
    ? [{ ...of, meanS: average, fastestS: least, slowestS: most }]
    : [{ ...of, meanM: average, farthestM: most, shortestM: least }];
}
