/** `raceplan analyze` of several logs, each by the plan of its athlete: a table of all, then each in full. */
import type { Problem } from '../../domain/problems/problem.js';
import { CAUSES, type CauseSeconds } from '../../engine/review/losses/explained.js';
import type { RaceReview } from '../../engine/review/review.js';
import { left, right } from '../columns.js';
import type { Report, Row, RunnerReport, Section, Verdict } from '../report.js';
import { CAUSE_LABELS } from '../review/explained.js';
import {
  count,
  distance,
  duration,
  joinText,
  say,
  signedMinutes,
  type Text,
  words,
} from '../value.js';

/** One athlete's race. */
export interface AthleteReview {
  /** The name in the plan, else the folder; no two the same. */
  label: string;
  /** `null` of one who could not be judged. */
  judged: { report: Report; review: RaceReview; losses: CauseSeconds } | null;
  problems: readonly Problem[];
}

export function athletesReport(athletes: readonly AthleteReview[]): Report {
  const runners = athletes.map(runnerReport);
  const judged = runners.flatMap(({ report }) => report ?? []);
  // who could not be judged is said first
  const inOrder = [...athletes].sort(
    (a, b) => Number(a.judged !== null) - Number(b.judged !== null),
  );
  return {
    command: 'analyze',
    title: 'Races looked back on',
    subtitle: say`${count(judged.length)} of ${count(athletes.length)} judged, each by their own plan`,
    sections: [summaryTable(inOrder)],
    pages: judged.map(({ title, subtitle, sections }) => ({
      title: [words(title)],
      subtitle,
      sections,
    })),
    sums: judged.flatMap(({ sections, sums = [] }) => [
      ...sections.flatMap((section) => ('sums' in section ? (section.sums ?? []) : [])),
      ...sums,
    ]),
    quietly: inOrder.flatMap(quietSection),
    verdicts: [],
    runners,
    data: {},
  };
}

const runnerReport = ({ label, judged, problems }: AthleteReview): RunnerReport => ({
  runner: label,
  report: judged && { ...judged.report, title: `${label}: ${judged.report.title}` },
  problems,
});

function summaryTable(athletes: readonly AthleteReview[]): Section {
  return {
    kind: 'table',
    id: 'athletes',
    title: 'Summary',
    columns: [
      left('athlete', 'Athlete'),
      left('race', 'Race', 2),
      right('finish', 'Finish'),
      left('goals', 'Goals'),
      left('lost', 'Most time lost', 1),
    ],
    rows: athletes.map(({ label, judged, problems }): Row => {
      if (!judged) {
        const errors = problems.filter(({ severity }) => severity === 'error').length;
        const why = say`${count(errors)} ${errors === 1 ? 'error' : 'errors'} in the files`;
        return { cells: [[words(label)], ['not judged'], [''], why, ['']] };
      }
      const { report, review, losses } = judged;
      return {
        cells: [
          [words(label)],
          [words(report.title)],
          endText(review),
          goalsText(report.verdicts),
          mostLost(losses, review),
        ],
      };
    }),
    notes: [],
  };
}

function endText({ ending, resolutionS }: RaceReview): Text {
  if (ending.kind === 'finished') return [duration(ending.elapsedS, resolutionS)];
  return say`${ending.kind === 'dnf' ? 'DNF' : 'log ends'} ${distance(ending.at.atM)}`;
}

/** `missed: under 12h; met: finish`. */
function goalsText(verdicts: readonly Verdict[]): Text {
  const of = (status: Verdict['status']): Text[] => {
    const goals = verdicts.filter((verdict) => verdict.status === status);
    return goals.length === 0
      ? []
      : [
          say`${status}: ${joinText(
            goals.map(({ goal }) => [words(goal)]),
            ', ',
          )}`,
        ];
  };
  const all = [...of('missed'), ...of('unknown'), ...of('met')];
  return all.length === 0 ? ['none in the plan'] : joinText(all, '; ');
}

/** The cause that cost most against the plan; nothing where none did. */
function mostLost(losses: CauseSeconds, { resolutionS }: RaceReview): Text {
  const [most] = CAUSES.flatMap((cause) => {
    const seconds = losses[cause];
    return seconds !== null && seconds > 0 ? [{ cause, seconds }] : [];
  }).sort((a, b) => b.seconds - a.seconds);
  return most ? say`${CAUSE_LABELS[most.cause]} ${signedMinutes(most.seconds, resolutionS)}` : [''];
}

function quietSection({ label, judged }: AthleteReview): Section {
  return judged
    ? { kind: 'verdicts', title: label, verdicts: judged.report.verdicts }
    : { kind: 'list', title: label, tone: 'plain', items: [['not judged']] };
}
