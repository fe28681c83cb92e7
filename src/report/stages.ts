/** A stage race: its stages in a table, one verdict on all, and each stage's own report. */
import type { Course } from '../domain/course.js';
import type { Goal } from '../domain/goal.js';
import type { Plan } from '../domain/plan.js';
import type { PacePlan } from '../engine/pacing/pace-plan.js';
import type { RaceReview } from '../engine/review/review.js';
import { reviewStages } from '../engine/review/stages.js';
import { sum } from '../kernel/stats.js';
import { left, right } from './columns.js';
import { raceJson } from './race.js';
import type { Json, Page, Report, Row, Section, Verdict } from './report.js';
import { sumsDown } from './sums.js';
import { count, date, distance, duration, say, signedMinutes, span, words } from './value.js';
import { verdictOf } from './verdicts.js';

export interface PlannedStage {
  plan: Plan;
  course: Course;
  pace: PacePlan;
  report: Report;
}

export interface RunStage {
  /** Its plan. */
  file: string;
  /** `null`: not run yet. */
  run: { plan: Plan; course: Course; review: RaceReview; report: Report } | null;
}

const pageOf = ({ title, subtitle, sections }: Report): Page => ({
  title: [title],
  subtitle,
  sections,
});

const dayOfStage = ({ race: { startAt, zone } }: Plan) =>
  startAt === null ? [''] : [date(startAt, zone)];

export function stagesPlanReport(plan: Plan, stages: readonly PlannedStage[]): Report {
  const totalS = sum(stages.map(({ pace }) => pace.targetS));
  const totalM = sum(stages.map(({ course }) => course.distanceM));
  const verdicts = plan.goals.map((goal) => plannedVerdict(goal, totalS));
  const rows = stages.map(
    ({ plan: stage, course, pace }, i): Row => ({
      cells: [
        [count(i + 1)],
        [words(stage.race.name)],
        dayOfStage(stage),
        [distance(course.distanceM)],
        [duration(pace.targetS)],
      ],
    }),
  );
  const total: Row = {
    emphasis: 'total',
    cells: [['All'], [''], [''], [distance(totalM)], [duration(totalS)]],
  };
  return {
    command: 'build',
    title: plan.race.name,
    subtitle: say`${count(stages.length)} stages, ${distance(totalM)}`,
    sections: [
      ...goalSection('Goals', verdicts),
      {
        kind: 'table',
        id: 'stages',
        title: 'Stages',
        columns: [
          left('stage', 'Stage'),
          left('name', 'Name'),
          left('day', 'Day', 1),
          right('distance', 'Distance'),
          right('target', 'Target'),
        ],
        rows: [...rows, total],
        sums: sumsDown(rows, total),
        notes: [],
      },
    ],
    pages: stages.map(({ report }) => pageOf(report)),
    verdicts,
    data: {
      race: { name: plan.race.name, distanceM: totalM },
      target: { finishS: totalS },
      stages: stages.map(({ plan: stage, course, pace, report }) => ({
        race: raceJson(stage, course),
        targetS: pace.targetS,
        report: report.data,
      })),
    },
  };
}

const goalSection = (title: string, verdicts: readonly Verdict[]): Section[] =>
  verdicts.length > 0 ? [{ kind: 'verdicts', title, verdicts }] : [];

/** Held against the plans of the stages: what chance there is nothing tells. */
function plannedVerdict(goal: Goal, totalS: number): Verdict {
  const base = { goal: goal.text, priority: goal.priority, probability: null };
  if (goal.target.kind !== 'time') {
    const text = say`every stage finished; judged after the race`;
    return { ...base, status: 'unknown', actual: null, margin: null, text };
  }
  const slackS = goal.target.targetS - totalS;
  return {
    ...base,
    status: slackS > 0 ? 'possible' : 'unlikely',
    actual: { plannedS: totalS },
    margin: { valueS: slackS },
    text:
      slackS > 0
        ? say`planned: ${duration(totalS)} in all, ${span(slackS)} in hand`
        : say`planned: ${duration(totalS)} in all, ${span(-slackS)} too slow`,
  };
}

const OUTCOMES = { finished: '', dnf: 'DNF', open: 'not over' } as const;

export function stagesRunReport(plan: Plan, stages: readonly RunStage[]): Report {
  const review = reviewStages(
    plan,
    stages.map(({ run }) => run?.review ?? null),
  );
  const verdicts = review.judgements.map((judgement): Verdict => {
    const verdict = verdictOf(plan, judgement);
    if (judgement.status === 'unknown') {
      const text = say`${count(review.stagesRun)} of ${count(stages.length)} stages run`;
      return { ...verdict, text };
    }
    return judgement.evidence.kind === 'ended' && review.endedIn !== null
      ? { ...verdict, text: say`stage ${count(review.endedIn + 1)}: ${verdict.text}` }
      : verdict;
  });
  const rows = stages.map(({ file, run }, i): Row => {
    if (!run) return { cells: [[count(i + 1)], [words(file)], [''], [''], [''], ['no log']] };
    const { ending, pace } = run.review;
    const isFinished = ending.kind === 'finished';
    return {
      cells: [
        [count(i + 1)],
        [words(run.plan.race.name)],
        [distance(ending.at.atM)],
        [duration(ending.elapsedS)],
        isFinished ? [signedMinutes(ending.elapsedS - pace.targetS)] : [''],
        [OUTCOMES[ending.kind]],
      ],
    };
  });
  const total: Row = {
    emphasis: 'total',
    cells: [['All'], [''], [distance(review.distanceM)], [duration(review.elapsedS)], [''], ['']],
  };
  const isAllRun = stages.every(({ run }) => run?.review.ending.kind === 'finished');
  return {
    command: 'analyze',
    title: plan.race.name,
    subtitle: say`${count(stages.length)} stages`,
    sections: [
      ...goalSection('Verdicts', verdicts),
      {
        kind: 'table',
        id: 'stages',
        title: 'Stages',
        columns: [
          left('stage', 'Stage'),
          left('name', 'Name'),
          right('distance', 'Distance'),
          right('time', 'Time'),
          right('behind', '± plan'),
          ...(isAllRun ? [] : [left('outcome', '')]),
        ],
        rows: [...rows, total].map(({ cells, ...row }) => ({
          ...row,
          cells: isAllRun ? cells.slice(0, -1) : cells,
        })),
        notes: [],
      },
    ],
    pages: stages.flatMap(({ run }) => (run ? [pageOf(run.report)] : [])),
    verdicts,
    data: {
      race: { name: plan.race.name },
      outcome: { elapsedS: review.elapsedS, distanceM: review.distanceM, stages: review.stagesRun },
      stages: stages.map(
        ({ run }): Json =>
          run && {
            race: raceJson(run.plan, run.course),
            status: run.review.ending.kind,
            elapsedS: run.review.ending.elapsedS,
            targetS: run.review.pace.targetS,
            report: run.report.data,
          },
      ),
    },
  };
}
