/** What the past editions' finishers took, or how far they came: how many in each part, with what is aimed at. */
import type { Goal } from '../../domain/goal.js';
import type { PaceTarget } from '../../domain/plan.js';
import type { Formatted } from '../../domain/race-format.js';
import {
  comparableEditions,
  type FieldReview,
  type PlaceAverage,
} from '../../engine/field/field.js';
import { placeOf } from '../../engine/field/marks.js';
import { ascending, median } from '../../kernel/stats.js';
import { M_PER_KM, S_PER_MIN } from '../../kernel/units.js';
import type { Figure, Layer, Mark } from '../figure.js';
import { markValue } from '../marks.js';
import { count, duration, listText, ratio, say, type Text, words } from '../value.js';
import { drawnLayers } from './placing.js';

export interface FinishTimesInput {
  plan: Formatted & { pacing: { target: PaceTarget | null } };
  review: FieldReview;
  /** What the athlete's past says of the finish, 8 times in 10; `null`: nothing. */
  forecast?: { earlyS: number; lateS: number } | null;
  /** The table that tells of the same finishers; `null`: none does. */
  table: string | null;
}

/** Fewer finishers than this make no shape. */
const FEWEST = 10;
/** Widths of a column, and how many columns are read at a glance. */
const WIDTHS = {
  time: [15, 30, 60, 120, 240, 480, 1440].map((min) => min * S_PER_MIN),
  distance: [1, 2, 5, 10, 20, 50, 100, 200].map((km) => km * M_PER_KM),
};
const MOST_COLUMNS = 30;
/** Of few finishers fewer columns, as else each has one of their own. */
const FINISHERS_A_COLUMN = 2;

/** All finishers of the editions that count; `null` where they are few. */
export function finishTimesFigure(input: FinishTimesInput): Figure | null {
  const { review, forecast = null, table } = input;
  const { measure } = review;
  const counted = comparableEditions(review);
  const overall = review.fields.findIndex(({ field }) => field === 'overall');
  const marks = ascending(
    counted.flatMap(({ fields, measure: own }) =>
      own === measure ? (fields[overall]?.marks ?? []) : [],
    ),
  );
  const [least, most] = [marks[0], marks.at(-1)];
  if (least === undefined || most === undefined || marks.length < FEWEST) return null;
  const isTime = measure === 'time';
  const goals = goalMarks(input, overall);
  return {
    kind: 'chart',
    id: 'finish-times',
    title: isTime ? 'Finish times of past editions' : 'Distances of past editions',
    point: pointOf(input, marks, counted.length),
    table,
    drawing: {
      kind: 'plot',
      x: isTime
        ? { label: 'Finish time', quantity: { kind: 'elapsed' } }
        : { label: 'Distance', quantity: { kind: 'distance' } },
      y: { label: 'Finishers', quantity: { kind: 'count' }, from: 0 },
      layers: drawnLayers([
        {
          kind: 'shade',
          role: 'forecast',
          name: 'forecast, 8 in 10',
          spans:
            isTime && forecast && forecast.lateS > forecast.earlyS
              ? [{ from: forecast.earlyS, to: forecast.lateS }]
              : [],
        },
        columnsOf(marks, WIDTHS[measure]),
        { kind: 'marks', role: 'goal', name: null, marks: goals },
      ]),
    },
  };
}

/** @param marks ascending, at least one */
function columnsOf(marks: readonly number[], widths: readonly number[]): Layer {
  const [least, most] = [marks[0]!, marks.at(-1)!];
  const columnsBy = (width: number) => Math.floor(most / width) - Math.floor(least / width) + 1;
  const columns = Math.min(MOST_COLUMNS, marks.length / FINISHERS_A_COLUMN);
  const width = widths.find((one) => columnsBy(one) <= columns) ?? widths.at(-1)!;
  const first = Math.floor(least / width);
  const counts = Array.from({ length: columnsBy(width) }, () => 0);
  for (const mark of marks) counts[Math.floor(mark / width) - first]! += 1;
  return {
    kind: 'columns',
    role: 'field',
    name: 'finishers',
    columns: counts.map((y, i) => ({
      from: (first + i) * width,
      to: (first + i + 1) * width,
      y,
    })),
  };
}

const WEIGHTS: Readonly<Record<Goal['priority'], number>> = { A: 3, B: 2, C: 1 };

/** The target, the goals, and what the places asked for took on average. */
function goalMarks({ plan, review }: FinishTimesInput, overall: number): Mark[] {
  const isTime = review.measure === 'time';
  const averages = review.averages[overall] ?? [];
  const { target } = plan.pacing;
  const isGoal = plan.goals.some(
    (goal) =>
      target?.kind === 'time' &&
      goal.target.kind === 'time' &&
      goal.target.targetS === target.targetS,
  );
  const planned: Mark[] =
    isTime && target?.kind === 'time' && plan.race.durationS === null && !isGoal
      ? [{ x: target.targetS, y: null, label: ['target'], details: [], weight: 4 }]
      : [];
  const goals = plan.goals.flatMap(({ text, target: asked, priority }): Mark[] => {
    const mark = (x: number, details: readonly Text[]): Mark[] => [
      { x, y: null, label: [words(text)], details, weight: WEIGHTS[priority] },
    ];
    if (isTime && asked.kind === 'time') return mark(asked.targetS, []);
    if (!isTime && asked.kind === 'distance') return mark(asked.targetM, []);
    if (asked.kind !== 'place' || asked.field !== 'overall') return [];
    const average = averages.find(({ place }) => place === asked.top);
    return average ? mark(meanOf(average), [['on average']]) : [];
  });
  return [...planned, ...goals];
}

const meanOf = (average: PlaceAverage): number =>
  'meanS' in average ? average.meanS : average.meanM;

/** @param marks ascending, at least one */
function pointOf(
  { review, forecast = null }: FinishTimesInput,
  marks: readonly number[],
  editions: number,
): Text {
  const { measure, timesS, distancesM } = review;
  const value = (mark: number) => markValue(measure, mark);
  const range = say`${count(marks.length)} finishers of ${count(editions)} ${editions === 1 ? 'edition' : 'editions'}, the middle one ${value(median(marks))}.`;
  const than = measure === 'time' ? 'were faster than' : 'came farther than';
  const shares = (measure === 'time' ? timesS : distancesM).map((mark, i): Text => {
    const better = placeOf(mark, marks, measure) - 1;
    return say`${ratio(better / marks.length)} ${i === 0 ? `${than} ` : 'than '}${value(mark)}`;
  });
  const beaten = shares.length === 0 ? [] : say` ${listText(shares)}.`;
  const own =
    measure === 'time' && forecast
      ? say` Your past races say ${duration(forecast.earlyS, 60)} to ${duration(forecast.lateS, 60)}, 8 times in 10.`
      : [];
  return [...range, ...beaten, ...own];
}
