/** The tables of races side by side: a column a race. */

import { METRICS } from '../../domain/metric.js';
import { isTimedEvent } from '../../domain/race-format.js';
import type { ComparedRace, Comparison } from '../../engine/lessons/compare.js';
import { left, right } from '../columns.js';
import { type KpiRow, metricValue, rowsByFamily, timeSums } from '../kpis.js';
import { INTAKE_SHOWN, NUTRIENT_LABELS, nutrientValue } from '../nutrient.js';
import type { Column, Row, Section } from '../report.js';
import { sumsAcross } from '../sums.js';
import { countedLoopM, inLoops } from '../timed/loops.js';
import {
  count,
  date,
  distance,
  duration,
  height,
  listText,
  minutes,
  ratio,
  say,
  signedRatio,
  type Text,
  temperature,
  type Value,
  words,
} from '../value.js';

type Races = readonly ComparedRace[];

const raceColumns = (races: Races, column: typeof left): Column[] =>
  races.map(({ name }, i) => column(`race${i + 1}`, [words(name)]));

/** A row with a cell a race; none where no race tells. */
function rowOf(label: string, races: Races, cell: (race: ComparedRace) => Text): Row[] {
  const cells = races.map(cell);
  return cells.every((text) => text.length === 0) ? [] : [{ cells: [[label], ...cells] }];
}

/** Day, distance, climb, how it ended. */
export function racesTable({ races }: Comparison): Section {
  const rows = [
    rowOf('Day', races, ({ run: { plan } }) =>
      plan.race.startAt === null ? [] : [date(plan.race.startAt, plan.race.zone)],
    ),
    rowOf('Distance', races, ({ run: { plan, course } }) =>
      isTimedEvent(plan)
        ? say`${distance(course.distanceM)} planned`
        : [distance(course.distanceM)],
    ),
    rowOf('Climb', races, ({ run }) =>
      run.course.gainM === null ? [] : [height(run.course.gainM)],
    ),
    rowOf('Weather', races, ({ run: { plan } }) => {
      const { lowC, highC } = plan.weather;
      return lowC === null || highC === null
        ? []
        : say`${temperature(lowC)} to ${temperature(highC)}`;
    }),
    rowOf('Ended', races, endedText),
  ].flat();
  return {
    kind: 'table',
    id: 'races',
    title: 'Races',
    columns: [left('what', ''), ...raceColumns(races, left)],
    rows: rows.map(({ cells, ...row }) => ({ ...row, cells: cells.map(withItsUnit) })),
    notes: [],
  };
}

/** Each row is of another measure: no unit is that of a whole column. */
const withItsUnit = (text: Text): Text => (text.length === 1 ? [...text, ''] : text);

function endedText({ run: { plan, review } }: ComparedRace): Text {
  const { kind, at, elapsedS } = review.ending;
  if (kind === 'finished' && isTimedEvent(plan)) {
    return say`${inLoops(at.atM, countedLoopM(plan))} in ${duration(elapsedS)}`;
  }
  if (kind === 'finished') return say`finished in ${duration(elapsedS)}`;
  const where = say`${distance(at.atM)}, ${words(at.name)}, after ${duration(elapsedS)}`;
  return kind === 'dnf' ? say`DNF at ${where}` : say`log ends at ${where}`;
}

/** What was measured of each; of two also how the second differs. */
export function kpisTable({ races }: Comparison): Section {
  const isPair = races.length === 2;
  const columns = [
    left('kpi', ''),
    ...raceColumns(races, right),
    ...(isPair ? [right('difference', 'Difference')] : []),
  ];
  const shown = METRICS.flatMap((metric): KpiRow[] => {
    const actuals = races.map(({ run }) => run.review.kpis.find(({ id }) => id === metric.id));
    const values = actuals.map((kpi) => kpi?.actual ?? null);
    if (values.every((value) => value === null)) return [];
    const [first = null, second = null] = values;
    const known = first !== null && second !== null;
    const difference: Text[] = isPair
      ? [known ? [logged(metricValue(metric.id, second - first, true), races)] : ['']]
      : [];
    const cells = values.map(
      (value, i): Text => [logged(metricValue(metric.id, value), [races[i]!])],
    );
    return [{ id: metric.id, row: { cells: [[metric.label], ...cells, ...difference] } }];
  });
  const rows = rowsByFamily(shown);
  return {
    kind: 'table',
    id: 'kpis',
    title: 'KPIs',
    columns,
    rows,
    sums: [
      ...(isPair ? sumsAcross(columns, rows, ['race1', 'difference'], 'race2') : []),
      ...timeSums(shown),
    ],
    notes: [...earlyNote(races), ...shapelessNote(races)],
  };
}

const earlyNote = (races: Races): Text[] =>
  races.every(({ run }) => run.review.ending.kind === 'finished')
    ? []
    : [['Of a race that ended early: up to where it ended.']];

/** What is missing further down, and why. */
function shapelessNote(races: Races): Text[] {
  const those = races.filter(({ shape }) => shape === null).map(({ name }): Text => [words(name)]);
  return those.length === 0
    ? []
    : [say`${listText(those)}: stops, or places enough, are not logged to tell how the pace went.`];
}

/** To the minute where a log says no seconds. */
function logged(value: Value, races: Races): Value {
  if (value.kind !== 'duration') return value;
  const isToTheMinute = races.some(({ run }) => run.review.resolutionS === 60);
  return { ...value, resolutionS: isToTheMinute ? 60 : 1 };
}

/** How the pace went with the effort. */
export function shapeTable({ races, shares }: Comparison): Section | null {
  if (races.every(({ shape }) => shape === null)) return null;
  const part = shares === 8 ? 'eighth' : 'quarter';
  const cells = (value: (race: NonNullable<ComparedRace['shape']>) => number): Text[] =>
    races.map(({ shape }) => [signedRatio(shape && value(shape))]);
  return {
    kind: 'table',
    id: 'shape',
    title: 'Pace by share of effort',
    columns: [left('share', ''), ...raceColumns(races, right)],
    rows: [
      ...Array.from({ length: shares }, (_, i) => ({
        cells: [[ordinalOf(i, part)], ...cells(({ shares: each }) => each[i]!)],
      })),
      {
        emphasis: 'total',
        cells: [[`Last ${part} against the first`], ...cells(({ slowedRatio }) => slowedRatio)],
      },
    ],
    notes: [
      [
        `Moving time of each ${part} of the effort run, against their mean: + is slower. Grade, altitude and ground are taken out; heat and darkness are not. Between logged places the pace counts as even.`,
      ],
    ],
  };
}

const ORDINALS = ['1st', '2nd', '3rd', '4th', '5th', '6th', '7th', '8th'];
const ordinalOf = (i: number, part: string): string => `${ORDINALS[i]} ${part}`;

export function stopsTable({ races }: Comparison): Section | null {
  if (races.every(({ stops }) => stops === null)) return null;
  const row = (
    label: string,
    cell: (stops: NonNullable<ComparedRace['stops']>, race: ComparedRace) => Value,
  ): Row => ({
    cells: [[label], ...races.map((race): Text => (race.stops ? [cell(race.stops, race)] : ['–']))],
  });
  return {
    kind: 'table',
    id: 'stops',
    title: 'Stops',
    columns: [left('what', ''), ...raceColumns(races, right)],
    rows: [
      row('Stops logged', ({ stops }) => count(stops)),
      row('Median', ({ medianS }) => minutes(medianS)),
      row('Median, planned', ({ plannedMedianS }) => minutes(plannedMedianS)),
      row('Longest', ({ longestS }) => minutes(longestS)),
      row('In all', ({ totalS }) => minutes(totalS)),
      row('In all, planned', ({ plannedTotalS }) => minutes(plannedTotalS)),
      row('Share of the time', ({ totalS }, { run }) =>
        ratio(totalS / run.review.ending.elapsedS, 1),
      ),
    ],
    notes: [],
  };
}

const HALVES = ['first half', 'second half'] as const;

export function intakeTable({ races }: Comparison): Section {
  return {
    kind: 'table',
    id: 'intake',
    title: 'Intake an hour',
    columns: [left('what', ''), ...raceColumns(races, right)],
    rows: INTAKE_SHOWN.flatMap((nutrient) =>
      races.every(({ halves }) => halves.every((half) => half[nutrient] === null))
        ? []
        : HALVES.map((half, i) => ({
            cells: [
              [`${NUTRIENT_LABELS[nutrient]}, ${half}`],
              ...races.map(
                ({ halves }): Text => [nutrientValue(nutrient, halves[i]![nutrient], true)],
              ),
            ],
          })),
    ),
    notes: [['Halves of the time raced; what was taken on a leg counts evenly over it.']],
  };
}
