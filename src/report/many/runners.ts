/** `raceplan analyze --all`: every runner of a file judged by one plan. */
import type { Course } from '../../domain/course.js';
import type { Plan } from '../../domain/plan.js';
import type { Problem } from '../../domain/problems/problem.js';
import { isTimedEvent } from '../../domain/race-format.js';
import type { FaultyRow } from '../../domain/record.js';
import type { RowResults } from '../../engine/review/row-results.js';
import {
  computeSpreads,
  countGoals,
  type GoalCount,
  placeRunners,
  type RunnerReview,
} from '../../engine/review/runners.js';
import { analyzeJson } from '../analyze.js';
import { left, right } from '../columns.js';
import { raceJson, raceSubtitle } from '../race.js';
import type { Report, RunnerReport, Section } from '../report.js';
import { count, joinText, say, type Text, words } from '../value.js';
import { verdictOf } from '../verdicts.js';
import { type JudgedRunner, runnerTable } from './runner-table.js';
import { runnersSheet } from './runners-sheet.js';
import { spreadJson, spreadTable } from './spread.js';

/** Who of a file was judged, and who not. */
export interface RunnersInput {
  plan: Plan;
  course: Course;
  runners: readonly RunnerReview[];
  notStarted: number;
  /** Of whom a row cannot be used: the problem that says so. */
  leftOut: readonly Problem[];
  /** All rows, as results. */
  rows: RowResults;
  /** What of the rows of those judged could not be used, by line. */
  faults: ReadonlyMap<number, FaultyRow>;
}

export function runnersReport(input: RunnersInput): Report {
  const { plan, course } = input;
  const runners = placeRunners(input.runners, input.rows.results).map(
    (runner): JudgedRunner => ({
      ...runner,
      verdicts: runner.review.judgements.map((judgement) => verdictOf(plan, judgement, true)),
    }),
  );
  const counts = countGoals(plan.goals, runners);
  const spreads = computeSpreads(runners, isTimedEvent(plan));
  const goals = goalTable(counts, runners);
  const sections: (Section | null)[] = [
    { kind: 'facts', title: null, facts: fieldFacts(input, runners) },
    goals,
    spreadTable(spreads),
    runnerTable(plan, input, runners),
  ];
  return {
    command: 'analyze',
    title: plan.race.name,
    subtitle: raceSubtitle(plan, course),
    sections: sections.filter((section) => section !== null),
    quietly: goals ? [goals] : [],
    verdicts: [],
    runners: runners.map((runner) => runnerReport(plan, course, runner)),
    spreadsheet: runnersSheet(plan, runners),
    data: {
      race: raceJson(plan, course),
      field: fieldJson(input, runners),
      goals: counts.map(({ goal: { text, priority }, met, missed, unknown }) => ({
        goal: text,
        priority,
        met,
        missed,
        unknown,
      })),
      spreads: spreads.map(spreadJson),
    },
  };
}

/** A line of the table; for programs the whole contract. */
const runnerReport = (
  plan: Plan,
  course: Course,
  { label, place, result, review, explanation, verdicts }: JudgedRunner,
): RunnerReport => ({
  runner: label,
  problems: [],
  report: {
    command: 'analyze',
    title: label,
    subtitle: null,
    sections: [],
    verdicts,
    data: { ...analyzeJson({ plan, course, review, explanation }, null), line: result.line, place },
  },
});

const countEndings = (runners: readonly RunnerReview[]) => {
  const finished = runners.filter(({ review }) => review.ending.kind === 'finished').length;
  const disqualified = runners.filter(({ result }) => result.status === 'dq').length;
  return { finished, disqualified, dnf: runners.length - finished - disqualified };
};

const fieldJson = ({ notStarted, leftOut }: RunnersInput, runners: readonly RunnerReview[]) => ({
  judged: runners.length,
  ...countEndings(runners),
  notStarted,
  leftOut: leftOut.length,
});

function fieldFacts({ notStarted, leftOut }: RunnersInput, runners: readonly RunnerReview[]) {
  const { finished, dnf, disqualified } = countEndings(runners);
  const also = (n: number, what: string) => (n === 0 ? [] : [say`${count(n)} ${what}`]);
  const ended = joinText(
    [say`${count(finished)} finished`, ...also(dnf, 'DNF'), ...also(disqualified, 'disqualified')],
    ', ',
  );
  const others = [
    ...also(notStarted, 'did not start'),
    ...also(
      leftOut.length,
      leftOut.length === 1
        ? 'left out: the row cannot be used'
        : 'left out: the rows cannot be used',
    ),
  ];
  return [
    {
      label: 'Judged',
      text: say`${count(runners.length)} ${runners.length === 1 ? 'runner' : 'runners'}: ${ended}`,
    },
    ...(others.length === 0 ? [] : [{ label: 'Not judged', text: joinText(others, ', ') }]),
  ];
}

/** Where goals are many, they are numbered as in the table of runners. */
function goalTable(counts: readonly GoalCount[], runners: readonly JudgedRunner[]): Section | null {
  if (counts.length === 0) return null;
  return {
    kind: 'table',
    id: 'goals',
    title: 'Goals',
    columns: [
      right('number', ''),
      left('goal', 'Goal'),
      left('priority', '', 1),
      right('met', 'Met'),
      right('missed', 'Missed'),
      right('unknown', 'Unknown'),
    ],
    rows: counts.map(({ goal, met, missed, unknown }, i) => ({
      cells: [
        [count(i + 1)],
        [words(goal.text)],
        [goal.priority],
        [count(met)],
        [count(missed)],
        [count(unknown)],
      ],
    })),
    notes: counts.flatMap((_, i) => whyUnknown(i, runners)),
  };
}

/** Reasons enough to see what is missing. */
const MOST_REASONS = 2;

/** `5 is unknown of 4: the race ended early (3); …`, the most frequent reasons first. */
function whyUnknown(goal: number, runners: readonly JudgedRunner[]): Text[] {
  const reasons = new Map<string, { text: Text; runners: number }>();
  let unknown = 0;
  for (const { verdicts } of runners) {
    const verdict = verdicts[goal];
    if (verdict?.status !== 'unknown') continue;
    unknown += 1;
    const key = JSON.stringify(verdict.text);
    reasons.set(key, { text: verdict.text, runners: (reasons.get(key)?.runners ?? 0) + 1 });
  }
  if (unknown === 0) return [];
  const most = [...reasons.values()].sort((a, b) => b.runners - a.runners).slice(0, MOST_REASONS);
  const told = joinText(
    most.map(({ text, runners: of }) => say`${text} (${count(of)})`),
    '; ',
  );
  return [say`${count(goal + 1)} is unknown of ${count(unknown)}: ${told}.`];
}
