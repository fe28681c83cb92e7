/** The runners of a file, a line each. */
import type { Plan } from '../../domain/plan.js';
import type { FaultyRow } from '../../domain/record.js';
import type { RowResults } from '../../engine/review/row-results.js';
import type { PlacedRunner, RunnerReview } from '../../engine/review/runners.js';
import { left, right } from '../columns.js';
import { metricValue } from '../kpis.js';
import type { Section, Verdict } from '../report.js';
import { count, distance, duration, say, type Text, words } from '../value.js';

/** One runner, placed and with verdicts in words. */
export interface JudgedRunner extends PlacedRunner {
  verdicts: readonly Verdict[];
}

const MARKS = { met: 'met', missed: 'no' } as const;
const markOf = ({ status }: Verdict): string => (status in MARKS ? MARKS[status as 'met'] : '?');

/** A line a runner; no more than 80 columns for seven goals. */
export function runnerTable(
  plan: Plan,
  { rows: { areAllTold }, faults }: { rows: RowResults; faults: ReadonlyMap<number, FaultyRow> },
  runners: readonly JudgedRunner[],
): Section {
  // of part of a race they say little
  const kpiOf = ({ review: { ending, kpis } }: RunnerReview, id: 'fade' | 'aidStationTime') =>
    ending.kind === 'finished' ? (kpis.find((kpi) => kpi.id === id)?.actual ?? null) : null;
  const shown = (['fade', 'aidStationTime'] as const).filter((id) =>
    runners.some((runner) => kpiOf(runner, id) !== null),
  );
  const isMarked = ({ result }: RunnerReview) => faults.has(result.line);
  return {
    kind: 'table',
    id: 'runners',
    title: 'The runners',
    columns: [
      right('place', 'Place'),
      left('runner', 'Runner'),
      right('finish', 'Finish'),
      ...plan.goals.map((_, i) => right(`goal${i + 1}`, String(i + 1), 100 - i)),
      ...shown.map((id, i) => right(id, id === 'fade' ? 'Fade' : 'Stops', 2 - i)),
    ],
    rows: runners.map((runner) => ({
      cells: [
        runner.place === null ? [''] : [count(runner.place)],
        say`${words(runner.label)}${isMarked(runner) ? ' *' : ''}`,
        endText(runner),
        ...runner.verdicts.map((verdict): Text => [markOf(verdict)]),
        ...shown.map(
          (id): Text => (runner.place === null ? [''] : [metricValue(id, kpiOf(runner, id))]),
        ),
      ],
    })),
    notes: runnerNotes(plan, areAllTold, runners.some(isMarked)),
  };
}

function endText({ result, review: { ending } }: RunnerReview): Text {
  if (ending.kind === 'finished') {
    return [result.distanceM === null ? duration(ending.elapsedS) : distance(ending.at.atM)];
  }
  if (result.status === 'dq') return ['DQ'];
  return ending.at.atM === 0 ? ['DNF'] : say`DNF ${distance(ending.at.atM)}`;
}

const runnerNotes = (plan: Plan, areAllTold: boolean, areMarked: boolean): Text[] => [
  ...(plan.goals.length === 0
    ? []
    : [['Numbers are the goals above: met, no (missed), ? (unknown).'] as Text]),
  ...(areAllTold
    ? []
    : [['A finish that cannot be read counts by the place in its row, if it has one.']]),
  ...(areMarked ? [['* Times at stations in this row that cannot be used are left out.']] : []),
];
