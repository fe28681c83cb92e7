/** `raceplan field`: what the past editions say. */
import type { Sex } from '../domain/athlete.js';
import type { Plan } from '../domain/plan.js';
import type { Measure } from '../domain/record.js';
import type { DropoutPlace } from '../engine/field/dropouts.js';
import {
  comparableEditions,
  type EditionReview,
  type FieldPlan,
  type FieldReview,
} from '../engine/field/field.js';
import { left, right } from './columns.js';
import { averagesJson, editionJson } from './field-json.js';
import { editionNames, fieldName } from './field-name.js';
import {
  finishersText,
  otherGroups,
  unsureFields,
  unsureNotes,
  untoldFields,
} from './field-unsure.js';
import { finishTimesFigure } from './figures/finish-times.js';
import { placeFigures } from './figures/placing.js';
import { marksOfAverage, markValue } from './marks.js';
import type { Report, Section } from './report.js';
import { count, distance, ordinal, ratio, say, type Text, words } from './value.js';

/** Fewer editions, or finishers in one, than this are said to be few. */
const FEW_EDITIONS = 3;
const FEW_FINISHERS = 20;

export interface FieldInput {
  plan: FieldPlan & {
    race: Pick<Plan['race'], 'name'>;
    course: Pick<Plan['course'], 'distanceM'>;
  };
  review: FieldReview;
  dropouts: readonly DropoutPlace[];
}

export function fieldReport({ plan, review, dropouts }: FieldInput): Report {
  const { sex } = plan.athlete;
  const counted = comparableEditions(review);
  const sections: (Section | null)[] = [
    ...review.fields.map((_, f) => averageTable(review, f, counted, sex)),
    editionTable(review),
    ...review.fields.map((_, f) => markTable(review, 'time', f, sex)),
    ...review.fields.map((_, f) => markTable(review, 'distance', f, sex)),
    dropoutTable(dropouts),
    caveats(review, counted, sex),
  ];
  return {
    command: 'field',
    title: `${plan.race.name}: the field`,
    subtitle: say`${count(counted.length)} of ${count(review.editions.length)} editions counted`,
    sections: placeFigures(sections, [finishTimesFigure({ plan, review, table: 'editions' })]),
    verdicts: [],
    data: {
      race: { name: plan.race.name, distanceM: plan.course.distanceM },
      timesS: [...review.timesS],
      distancesM: [...review.distancesM],
      editions: review.editions.map((edition) => editionJson(edition, review)),
      averages: averagesJson(review, counted),
      dropouts: dropouts.map((dropout) => ({ ...dropout })),
    },
  };
}

function averageTable(
  review: FieldReview,
  f: number,
  counted: readonly EditionReview[],
  sex: Sex | null,
): Section | null {
  const averages = review.averages[f] ?? [];
  const { field } = review.fields[f]!;
  if (averages.length === 0) return null;
  return {
    kind: 'table',
    id: `takes-${field}`,
    title: `What it takes, ${fieldName(review.fields[f]!, sex)}`,
    columns: [
      left('place', 'Place'),
      right('mean', 'On average'),
      ...(review.measure === 'time'
        ? [right('fastest', 'Fastest'), right('slowest', 'Slowest')]
        : [right('farthest', 'Farthest'), right('shortest', 'Shortest')]),
      right('editions', 'Editions'),
    ],
    rows: averages.map((average) => ({
      cells: [
        average.place === 1 ? ['win'] : say`top ${count(average.place)}`,
        ...marksOfAverage(average).map((mark): Text => [mark]),
        say`${count(average.editions)} of ${count(counted.length)}`,
      ],
    })),
    notes: unsureNotes(review, counted, f),
  };
}

function editionTable({ editions, places }: FieldReview): Section {
  const yearOf = editionNames(editions);
  const shown = places.filter((place) => place > 1 && place <= 10);
  // in a timed event nobody finishes, or all do
  const isAnyRace = editions.some(({ measure }) => measure === 'time');
  return {
    kind: 'table',
    id: 'editions',
    title: 'Year by year',
    columns: [
      left('year', 'Edition'),
      right('starters', 'Starters', 2),
      right('finishers', 'Finishers'),
      ...(isAnyRace ? [right('rate', 'Rate', 3)] : []),
      right('winner', 'Winner'),
      ...shown.map((place) => right(`p${place}`, [ordinal(place)], 1)),
      right('median', 'Median', 4),
    ],
    rows: editions.map((summary) => ({
      cells: [
        summary.comparability.counts ? yearOf(summary) : [...yearOf(summary), ' *'],
        [count(summary.starters)],
        [count(summary.finishers)],
        ...(isAnyRace ? [[ratio(summary.finishRatio)]] : []),
        [markValue(summary.measure, summary.winnerS ?? summary.winnerM)],
        ...shown.map(
          (place): Text => [
            markValue(summary.measure, summary.fields[0]?.marks[place - 1] ?? null),
          ],
        ),
        [markValue(summary.measure, summary.medianS ?? summary.medianM)],
      ],
    })),
    notes: editions.some(({ comparability }) => !comparability.counts)
      ? [['* left out of the averages']]
      : [],
  };
}

/**
 * Where the target and the time goals would have placed, or the distances to be covered, in the editions that tell
 * such; by sex only where it is all that is known.
 */
function markTable(
  review: FieldReview,
  measure: Measure,
  f: number,
  sex: Sex | null,
): Section | null {
  const yearOf = editionNames(review.editions);
  const editions = review.editions.filter((edition) => edition.measure === measure);
  const { field } = review.fields[f]!;
  const [marks, what] =
    measure === 'time' ? [review.timesS, 'time'] : [review.distancesM, 'distance'];
  if (marks.length === 0 || !['overall', 'ageGroup'].includes(field)) return null;
  if (editions.every(({ fields }) => fields[f]?.untold)) return null;
  return {
    kind: 'table',
    id: `${what}s-${field}`,
    title: `Where these ${what}s would have placed, ${fieldName(review.fields[f]!, sex)}`,
    columns: [
      left('year', 'Edition'),
      ...marks.map((mark, t) => right(`${what}${t}`, [markValue(measure, mark)])),
      right('finishers', 'Finishers'),
    ],
    rows: [
      ...editions.map((summary) => ({
        cells: [
          yearOf(summary),
          ...(measure === 'time' ? summary.timePlaces : summary.distancePlaces).map(
            (places): Text => [ordinal(places[f] ?? null)],
          ),
          finishersText(summary.fields[f]),
        ],
      })),
    ],
    notes: unsureNotes(review, editions, f),
  };
}

function dropoutTable(dropouts: readonly DropoutPlace[]): Section | null {
  if (dropouts.length === 0) return null;
  return {
    kind: 'table',
    id: 'dropouts',
    title: 'Where races end early',
    columns: [
      left('station', 'Last seen at'),
      right('at', 'At'),
      right('runners', 'Runners'),
      right('share', 'Of all DNFs'),
    ],
    rows: dropouts.map(({ station, atM, runners, shareRatio }) => ({
      cells: [[words(station)], [distance(atM)], [count(runners)], [ratio(shareRatio)]],
    })),
    notes: [],
  };
}

function caveats(
  review: FieldReview,
  counted: readonly EditionReview[],
  sex: Sex | null,
): Section | null {
  const { editions } = review;
  const yearOf = editionNames(editions);
  const items: Text[] = editions.flatMap((summary): Text[] => {
    const { why, timeRatio, distanceRatio, counts } = summary.comparability;
    if (why === 'no finishers') return [say`${yearOf(summary)}: no finish times, left out.`];
    if (why === 'far off') {
      return [
        say`${yearOf(summary)}: ${timeRatio === null ? 'distances' : 'times'} ${ratio(timeRatio ?? distanceRatio)} of the other years', left out; say \`comparable: true\` in the plan to count it.`,
      ];
    }
    if (why === 'other measure') {
      const [own, others] =
        summary.measure === 'distance'
          ? ['distances of a timed event', 'times']
          : ['times', 'distances of timed events'];
      return [say`${yearOf(summary)}: ${own}, left out; the averages are of ${others}.`];
    }
    if (why === 'forced in' || why === 'forced out') {
      return [say`${yearOf(summary)}: ${counts ? 'counted' : 'left out'}, as the plan says.`];
    }
    return [];
  });
  items.push(
    ...untoldFields(review, yearOf, sex),
    ...unsureFields(review, counted, sex),
    ...otherGroups(review, yearOf),
  );
  if (counted.length < FEW_EDITIONS) {
    items.push(
      counted.length === 0
        ? ['No edition counts: there are no averages.']
        : say`Only ${count(counted.length)} ${counted.length === 1 ? 'edition counts' : 'editions count'}: averages say little.`,
    );
  }
  const small = counted.filter(({ finishers }) => finishers < FEW_FINISHERS);
  if (small.length > 0) {
    items.push(
      say`Small fields (fewer than ${count(FEW_FINISHERS)} finishers in ${count(small.length)} of ${count(counted.length)}): places swing by who turns up.`,
    );
  }
  return items.length > 0 ? { kind: 'list', title: 'To keep in mind', tone: 'plain', items } : null;
}
