/** `raceplan field`: what the past editions say. */
import type { Sex } from '../domain/athlete.js';
import type { Plan } from '../domain/plan.js';
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
import type { Report, Section } from './report.js';
import { count, distance, duration, ordinal, ratio, say, type Text, words } from './value.js';

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
    ...review.fields.map((_, f) => timeTable(review, f, sex)),
    dropoutTable(dropouts),
    caveats(review, counted, sex),
  ];
  return {
    command: 'field',
    title: `${plan.race.name}: the field`,
    subtitle: say`${count(counted.length)} of ${count(review.editions.length)} editions counted`,
    sections: sections.filter((section) => section !== null),
    verdicts: [],
    data: {
      race: { name: plan.race.name, distanceM: plan.course.distanceM },
      timesS: [...review.timesS],
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
      right('fastest', 'Fastest'),
      right('slowest', 'Slowest'),
      right('editions', 'Editions'),
    ],
    rows: averages.map((average) => ({
      cells: [
        average.place === 1 ? ['win'] : say`top ${count(average.place)}`,
        [duration(average.meanS)],
        [duration(average.fastestS)],
        [duration(average.slowestS)],
        say`${count(average.editions)} of ${count(counted.length)}`,
      ],
    })),
    notes: unsureNotes(review, counted, f),
  };
}

function editionTable({ editions, places }: FieldReview): Section {
  const yearOf = editionNames(editions);
  const shown = places.filter((place) => place > 1 && place <= 10);
  return {
    kind: 'table',
    id: 'editions',
    title: 'Year by year',
    columns: [
      left('year', 'Edition'),
      right('starters', 'Starters', 2),
      right('finishers', 'Finishers'),
      right('rate', 'Rate', 3),
      right('winner', 'Winner'),
      ...shown.map((place) => right(`p${place}`, [ordinal(place)], 1)),
      right('median', 'Median', 4),
    ],
    rows: editions.map((summary) => ({
      cells: [
        summary.comparability.counts ? yearOf(summary) : [...yearOf(summary), ' *'],
        [count(summary.starters)],
        [count(summary.finishers)],
        [ratio(summary.finishRatio)],
        [duration(summary.winnerS)],
        ...shown.map((place): Text => [duration(summary.fields[0]?.timesS[place - 1] ?? null)]),
        [duration(summary.medianS)],
      ],
    })),
    notes: editions.some(({ comparability }) => !comparability.counts)
      ? [['* left out of the averages']]
      : [],
  };
}

/** Where the target and the time goals would have placed; by sex only where it is all that is known. */
function timeTable(review: FieldReview, f: number, sex: Sex | null): Section | null {
  const { editions, fields, timesS } = review;
  const yearOf = editionNames(editions);
  const { field } = fields[f]!;
  if (timesS.length === 0 || !['overall', 'ageGroup'].includes(field)) return null;
  if (editions.every(({ fields }) => fields[f]?.untold)) return null;
  return {
    kind: 'table',
    id: `times-${field}`,
    title: `Where these times would have placed, ${fieldName(review.fields[f]!, sex)}`,
    columns: [
      left('year', 'Edition'),
      ...timesS.map((timeS, t) => right(`time${t}`, [duration(timeS)])),
      right('finishers', 'Finishers'),
    ],
    rows: [
      ...editions.map((summary) => ({
        cells: [
          yearOf(summary),
          ...summary.timePlaces.map((places): Text => [ordinal(places[f] ?? null)]),
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
    const { why, timeRatio, counts } = summary.comparability;
    if (why === 'no finishers') return [say`${yearOf(summary)}: no finish times, left out.`];
    if (why === 'far off') {
      return [
        say`${yearOf(summary)}: times ${ratio(timeRatio)} of the other years', left out; say \`comparable: true\` in the plan to count it.`,
      ];
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
