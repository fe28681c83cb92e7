/** Lessons of earlier races: acted on or not, and by what that is known. */
import type { JudgedLesson, LessonEvidence, Taught } from '../../engine/lessons/judge.js';
import type { RaceRun } from '../../engine/lessons/race-run.js';
import { left } from '../columns.js';
import type { Json, Row, Section } from '../report.js';
import { joinText, minutes, say, signedRatio as signed, type Text, words } from '../value.js';
import { verdictOf } from '../verdicts.js';
import { lessonText } from './words.js';

const originOf = (taught: Taught): string | null =>
  taught.kind === 'written' ? taught.lesson.from : taught.proposal.from;

const taughtText = (taught: Taught): Text =>
  taught.kind === 'written' ? [words(taught.lesson.lesson)] : lessonText(taught.proposal.finding);

function evidenceText({ plan, review }: RaceRun, evidence: LessonEvidence): Text {
  switch (evidence.kind) {
    case 'goal': {
      const { goal, evidence: shown } = evidence.judgement;
      const said = say`${words(goal.text)}: ${verdictOf(plan, evidence.judgement).text}`;
      if (shown.kind !== 'kpi' || shown.metric !== 'stopsOverPlan') return said;
      const stopped = review.kpis.find(({ id }) => id === 'aidStationTime');
      return say`${said}; ${minutes(stopped?.actual ?? null)} at aid stations, plan ${minutes(stopped?.plan ?? null)}`;
    }
    case 'opening':
      return say`first quarter of the effort: ${signed(evidence.offRatio, 1)} against its plan`;
    case 'slowed': {
      const { actualRatio, plannedRatio } = evidence.slowing;
      return say`last leg against the first, for equal effort: ${signed(actualRatio)}, ${signed(plannedRatio)} planned`;
    }
    case 'prep': {
      const { do: what, done } = evidence.milestone;
      return say`prep: ${words(what)}, ${done ? 'done' : 'not done'}`;
    }
    case 'gear':
      return say`gear: ${words(evidence.item.item)}, with a spare`;
  }
}

const NO_EVIDENCE: Text = ['no goal, milestone or spare tells'];

const evidencesText = (run: RaceRun, { evidence }: JudgedLesson): Text =>
  evidence.length === 0
    ? NO_EVIDENCE
    : joinText(
        evidence.map((one) => evidenceText(run, one)),
        '; ',
      );

/** @param title says which lessons, and where they are judged */
export const judgedLessons = (
  run: RaceRun,
  judged: readonly JudgedLesson[],
  title: string,
): Section => ({
  kind: 'table',
  id: 'lessons',
  title,
  columns: [left('status', ''), left('lesson', 'Lesson'), left('evidence', 'By what')],
  rows: [...new Set(judged.map(({ taught }) => originOf(taught)))].flatMap((origin): Row[] => [
    ...(origin === null
      ? []
      : [{ emphasis: 'heading' as const, cells: [[], [words(origin)], []] }]),
    ...judged
      .filter(({ taught }) => originOf(taught) === origin)
      .map((lesson) => ({
        cells: [[lesson.status], taughtText(lesson.taught), evidencesText(run, lesson)],
      })),
  ]),
  notes: [],
});

export const judgedJson = (run: RaceRun, judged: readonly JudgedLesson[]): Json =>
  judged.map((lesson) => ({
    from: originOf(lesson.taught),
    lesson: { say: taughtText(lesson.taught) },
    status: lesson.status,
    evidence: lesson.evidence.map((one) => ({
      kind: one.kind,
      text: { say: evidenceText(run, one) },
    })),
  }));
