/** Many runners judged by one plan as a spreadsheet: a row each. */
import type { Plan } from '../../domain/plan.js';
import {
  column,
  ENDINGS,
  type FilledColumn,
  fillSheet,
  shiftCell,
  wordsCell,
} from '../exports/sheet.js';
import type { Spreadsheet } from '../exports.js';
import { count, distance, duration, pace, ratio } from '../value.js';
import type { JudgedRunner } from './runner-table.js';

/** A column a goal follows these. */
export const RUNNERS_SHEET: readonly FilledColumn<JudgedRunner>[] = [
  column('Place', 'count', ({ place }) => (place === null ? null : count(place))),
  column('Runner', 'words', ({ label }) => wordsCell(label)),
  column('Outcome', 'words', ({ result, review }) =>
    wordsCell(result.status === 'dq' ? 'DQ' : ENDINGS[review.ending.kind]),
  ),
  column('Reached', 'distance', ({ review }) => distance(review.ending.at.atM)),
  column('Time', 'duration', ({ review }) => duration(review.ending.elapsedS)),
  column('Behind plan', 'shift', ({ review: { ending, pace: planned } }) =>
    shiftCell(ending.kind === 'finished' ? ending.elapsedS - planned.targetS : null),
  ),
  column('Average pace', 'pace', (runner) => pace(kpiOf(runner, 'averagePace'))),
  column('Fade', 'ratio', (runner) => ratio(kpiOf(runner, 'fade'), 1)),
  column('Stopped', 'duration', (runner) => duration(kpiOf(runner, 'aidStationTime'))),
];

/** Of part of a race they say little. */
const kpiOf = (
  { review: { ending, kpis } }: JudgedRunner,
  id: 'averagePace' | 'fade' | 'aidStationTime',
): number | null =>
  ending.kind === 'finished' ? (kpis.find((kpi) => kpi.id === id)?.actual ?? null) : null;

/** What begins the head of a goal's column. */
export const GOAL_HEAD = 'Goal: ';

export const runnersSheet = (plan: Plan, runners: readonly JudgedRunner[]): Spreadsheet =>
  fillSheet(
    [
      ...RUNNERS_SHEET,
      ...plan.goals.map(({ text }, i) =>
        column<JudgedRunner>(`${GOAL_HEAD}${text}`, 'words', ({ verdicts }) =>
          wordsCell(verdicts[i]?.status ?? null),
        ),
      ),
    ],
    runners,
  );
