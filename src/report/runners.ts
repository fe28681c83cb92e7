/** `raceplan analyze --all`: every runner of a file judged by one plan. */
import type { Course } from '../domain/course.js';
import { isTimedEvent } from '../domain/goal.js';
import { metricById } from '../domain/metric.js';
import type { Plan } from '../domain/plan.js';
import type { Problem } from '../domain/problems/problem.js';
import type { RowFault } from '../domain/record.js';
import {
  computeSpreads,
  countGoals,
  type GoalCount,
  type PlacedRunner,
  placeRunners,
  type RunnerReview,
  SPREAD_RATIOS,
  type Spread,
} from '../engine/review/runners.js';
import { analyzeJson } from './analyze.js';
import { left, right } from './columns.js';
import { metricValue } from './kpis.js';
import { raceJson, raceSubtitle } from './race.js';
import type { Report, RunnerReport, Section, Verdict } from './report.js';
import { count, distance, duration, joinText, say, type Text, type Value, words } from './value.js';
import { verdictOf } from './verdicts.js';

/** Who of a file was judged, and who not. */
export interface RunnersInput {
  plan: Plan;
  course: Course;
  runners: readonly RunnerReview[];
  notStarted: number;
  /** Of whom a row cannot be used: the problem that says so. */
  leftOut: readonly Problem[];
  /** What of the rows of those judged could not be used, by line. */
  faults: ReadonlyMap<number, RowFault>;
}

interface JudgedRunner extends PlacedRunner {
  verdicts: readonly Verdict[];
}

export function runnersReport(input: RunnersInput): Report {
  const { plan, course } = input;
  const runners = placeRunners(input.runners).map(
    (runner): JudgedRunner => ({
      ...runner,
      verdicts: runner.review.judgements.map((judgement) => verdictOf(plan, judgement, true)),
    }),
  );
  const counts = countGoals(plan.goals, runners);
  const spreads = computeSpreads(runners, isTimedEvent(plan.goals));
  const goals = goalTable(counts, runners);
  const sections: (Section | null)[] = [
    { kind: 'facts', title: null, facts: fieldFacts(input, runners) },
    goals,
    spreadTable(spreads),
    runnerTable(input, runners),
  ];
  return {
    command: 'analyze',
    title: plan.race.name,
    subtitle: raceSubtitle(plan, course),
    sections: sections.filter((section) => section !== null),
    quietly: goals ? [goals] : [],
    verdicts: [],
    runners: runners.map((runner) => runnerReport(plan, course, runner)),
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
  { label, place, result, review, verdicts }: JudgedRunner,
): RunnerReport => ({
  runner: label,
  problems: [],
  report: {
    command: 'analyze',
    title: label,
    subtitle: null,
    sections: [],
    verdicts,
    data: { ...analyzeJson(plan, course, review), line: result.line, place },
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
    ...also(leftOut.length, 'left out: their rows cannot be used'),
  ];
  return [
    { label: 'Judged', text: say`${count(runners.length)} runners: ${ended}` },
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

/** What is missing most often where a goal is unknown. */
function whyUnknown(goal: number, runners: readonly JudgedRunner[]): Text[] {
  const reasons = new Map<string, { text: Text; runners: number }>();
  for (const { verdicts } of runners) {
    const verdict = verdicts[goal];
    if (verdict?.status !== 'unknown') continue;
    const key = JSON.stringify(verdict.text);
    const known = reasons.get(key);
    reasons.set(key, { text: verdict.text, runners: (known?.runners ?? 0) + 1 });
  }
  const [most, ...others] = [...reasons.values()].sort((a, b) => b.runners - a.runners);
  if (!most) return [];
  const mostly = others.length > 0 ? ' mostly' : '';
  return [say`${count(goal + 1)} is unknown of some,${mostly} because ${most.text}.`];
}

const SPREAD_LABELS = ['Least', '10%', '25%', 'Median', '75%', '90%', 'Most'] as const;

const spreadLabel = ({ of }: Spread): string =>
  of === 'finish' ? 'Finish' : of === 'distance' ? 'Distance' : metricById(of).label;

const spreadValue = ({ of }: Spread, value: number): Value =>
  of === 'finish' ? duration(value) : of === 'distance' ? distance(value) : metricValue(of, value);

function spreadTable(spreads: readonly Spread[]): Section | null {
  if (spreads.length === 0) return null;
  return {
    kind: 'table',
    id: 'spreads',
    title: 'The finishers',
    columns: [
      left('of', ''),
      right('runners', 'Runners'),
      ...SPREAD_RATIOS.map((p, i) => right(`p${p * 100}`, SPREAD_LABELS[i]!, KEEP[i])),
    ],
    rows: spreads.map((spread) => ({
      cells: [
        [spreadLabel(spread)],
        [count(spread.runners)],
        ...spread.values.map((value): Text => [spreadValue(spread, value)]),
      ],
    })),
    notes: ['10%: a tenth of those who tell it have that or less.' as const].map((note) => [note]),
  };
}
/** The middle and the ends stay longest where there is little room. */
const KEEP = [4, 1, 2, undefined, 2, 1, 3];

const spreadJson = (spread: Spread) => ({
  of: spread.of,
  unit: spread.of === 'finish' ? 's' : spread.of === 'distance' ? 'm' : metricById(spread.of).unit,
  runners: spread.runners,
  quantiles: SPREAD_RATIOS.map((ratio, i) => ({ ratio, value: spread.values[i]! })),
});

const MARKS = { met: 'met', missed: 'no' } as const;
const markOf = ({ status }: Verdict): string => (status in MARKS ? MARKS[status as 'met'] : '?');

/** A line a runner. */
function runnerTable({ plan, faults }: RunnersInput, runners: readonly JudgedRunner[]): Section {
  const kpiOf = ({ review }: RunnerReview, id: 'fade' | 'aidStationTime') =>
    review.kpis.find((kpi) => kpi.id === id)?.actual ?? null;
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
        ...shown.map((id): Text => [metricValue(id, kpiOf(runner, id))]),
      ],
    })),
    notes: runnerNotes(plan, runners.some(isMarked)),
  };
}

function endText({ result, review: { ending } }: RunnerReview): Text {
  if (ending.kind === 'finished') {
    return [result.distanceM === null ? duration(ending.elapsedS) : distance(ending.at.atM)];
  }
  if (result.status === 'dq') return ['DQ'];
  return ending.at.atM === 0 ? ['DNF'] : say`DNF ${distance(ending.at.atM)}`;
}

const runnerNotes = (plan: Plan, areMarked: boolean): Text[] => [
  ...(plan.goals.length === 0
    ? []
    : [['Numbers are the goals above: met, no (missed), ? (unknown).'] as Text]),
  ['Places are among the runners judged.'],
  ...(areMarked ? [['* Times at stations in this row cannot be used, and are left out.']] : []),
];
