/** The shape of a race run: quarters at equal effort, halves, steadiness, beside the field's; places on the way. */
import type { Plan } from '../../domain/plan.js';
import type { BesideField, FieldMeasure } from '../../engine/review/beside-field.js';
import type { Shape } from '../../engine/review/shape.js';
import type { StationPlace } from '../../engine/review/station-places.js';
import { left, right } from '../columns.js';
import type { Json, Row, Section } from '../report.js';
import {
  count,
  duration,
  ordinal,
  ratio,
  say,
  signedRatio,
  type Text,
  type Value,
  words,
} from '../value.js';

export interface Shaped {
  /** No stop was logged: they count as planned. */
  isByClock: boolean;
  /** In a race over a time: more was run than planned, of which the shape tells nothing. */
  isBeyondPlan: boolean;
  /** `null` where the log does not tell. */
  shape: Shape | null;
  besideField: BesideField | null;
  /** At each station among this edition's splits. */
  places: readonly StationPlace[];
}

/** Half a percent is worth a digit. */
const percent = (value: number): Value => signedRatio(value, 1);

const ORDINALS = ['First', 'Second', 'Third', 'Last'];

/** Which quarter of the whole effort it is, and what is to be said of one that was not run to its end. */
export const quarterNames = ({ fromRatio, toRatio }: Shape['quarters'][number]) => ({
  nth: ORDINALS[Math.round(fromRatio * 4)]!,
  part: Math.abs(toRatio * 4 - Math.round(toRatio * 4)) < 1e-6 ? '' : ', as far as run',
});

export function shapeSections(plan: Plan, finishS: number | null, shaped: Shaped): Section[] {
  const { shape, besideField, places } = shaped;
  return [
    ...(shape ? [shapeTable(shape, shaped)] : []),
    ...(besideField && finishS !== null ? [besideTable(besideField, finishS)] : []),
    ...(places.length > 0 ? [placeTable(places, plan)] : []),
  ];
}

function shapeTable(
  { quarters, halvesS, unsteadiness }: Shape,
  { isByClock, isBeyondPlan }: Shaped,
): Section {
  const rows = quarters.map((quarter): Row => {
    const { nth, part } = quarterNames(quarter);
    const { planRatio, runRatio } = quarter;
    return { cells: [say`${nth} quarter${part}`, [percent(planRatio)], [percent(runRatio)]] };
  });
  const halves: Row[] =
    halvesS === null
      ? []
      : [0, 1].map((half) => ({
          cells: [
            say`${half === 0 ? 'First' : 'Second'} half${isByClock ? '' : ', moving'}`,
            [duration(halvesS.plan[half]!)],
            [duration(halvesS.run[half]!)],
          ],
        }));
  return {
    kind: 'table',
    id: 'shape',
    title: 'Pace at equal effort',
    columns: [left('part', ''), right('plan', 'Plan'), right('run', 'Actual')],
    rows: [
      ...rows,
      ...halves,
      {
        cells: [['Legs differ by'], [ratio(unsteadiness.plan, 1)], [ratio(unsteadiness.run, 1)]],
      },
    ],
    notes: [
      [
        'Quarters of the effort, climbs counted: slower (+) or faster (−) than the mean of all that was run.',
      ],
      ...(isBeyondPlan
        ? [['Up to the distance planned: what was run beyond it is left out.']]
        : []),
    ],
  };
}

const MEASURES: Readonly<Record<FieldMeasure, string>> = {
  firstQuarter: 'First quarter',
  secondQuarter: 'Second quarter',
  thirdQuarter: 'Third quarter',
  lastQuarter: 'Last quarter',
  secondHalf: 'Second half, beyond the first',
  unsteadiness: 'Legs differ by',
};

/** The runner beside finishers of about the same time. */
function besideTable({ finishers, editions, measures }: BesideField, finishS: number): Section {
  const of = editions === 1 ? 'an earlier edition' : say`${count(editions)} earlier editions`;
  return {
    kind: 'table',
    id: 'besideField',
    title: 'Beside finishers of about your time',
    columns: [
      left('part', ''),
      right('own', 'You'),
      right('median', 'Middle'),
      right('low', '8 in 10 from'),
      right('high', 'To'),
    ],
    rows: measures.map(({ measure, ownRatio, medianRatio, lowRatio, highRatio }) => {
      const value = measure === 'unsteadiness' ? (r: number) => ratio(r, 1) : percent;
      return {
        cells: [
          [MEASURES[measure]],
          ...[ownRatio, medianRatio, lowRatio, highRatio].map((r): Text => [value(r)]),
        ],
      };
    }),
    notes: [
      say`${count(finishers)} finishers near ${duration(finishS)} in ${of}. By the clock, stops and all, at equal effort; quarters against the mean.`,
    ],
  };
}

/** The place on the way, where this edition's splits tell it. */
const placeTable = (places: readonly StationPlace[], plan: Plan): Section => ({
  kind: 'table',
  id: 'places',
  title: 'Place on the way',
  columns: [left('station', 'Station'), right('place', 'Place'), right('timed', 'Timed there')],
  rows: places.map(({ at, place, timed }) => ({
    cells: [[words(at.name)], [ordinal(place)], [count(timed)]],
  })),
  notes:
    plan.athlete.bib === null
      ? [['Your own row is told by its finish time; `athlete.bib` makes it sure.']]
      : [],
});

export const shapeJson = ({ shape, besideField, places }: Shaped): { [key: string]: Json } => ({
  shape: shape && {
    quarters: shape.quarters.map((quarter) => ({ ...quarter })),
    halves: shape.halvesS && { planS: [...shape.halvesS.plan], actualS: [...shape.halvesS.run] },
    unsteadiness: { planRatio: shape.unsteadiness.plan, actualRatio: shape.unsteadiness.run },
  },
  besideField: besideField && {
    ...besideField,
    measures: besideField.measures.map((beside) => ({ ...beside })),
  },
  places: places.map(({ at, place, timed }) => ({ to: at.name, atM: at.atM, place, timed })),
});
