/** Whether lessons were acted on in a later race: by its log where they say what shows it, else by its preparation. */
import type { GearItem } from '../../domain/gear.js';
import { productKey } from '../../domain/nutrition.js';
import type { Lesson, LessonGoal, Milestone } from '../../domain/preparation.js';
import type { Judgement } from '../goals/verdicts.js';
import {
  computeOpening,
  computeSlowing,
  isOpeningOff,
  isSlowedMore,
  type Slowing,
} from './find-running.js';
import type { Finding } from './finding.js';
import { nounsOf } from './notes.js';
import type { Proposal } from './proposals.js';
import type { RaceRun } from './race-run.js';

/** A lesson, written in a plan or proposed after a race. */
export type Taught = { kind: 'written'; lesson: Lesson } | { kind: 'proposed'; proposal: Proposal };

export type LessonEvidence =
  | { kind: 'goal'; judgement: Judgement }
  /** The same measure in the later race, against its own plan. */
  | { kind: 'opening'; offRatio: number; isKept: boolean }
  | { kind: 'slowed'; slowing: Slowing; isKept: boolean }
  | { kind: 'prep'; milestone: Milestone }
  | { kind: 'gear'; item: GearItem };

export interface JudgedLesson {
  taught: Taught;
  /** By the evidence, and by nothing else; `in part` where it speaks for and against. */
  status: 'acted on' | 'in part' | 'not acted on' | 'cannot tell';
  evidence: readonly LessonEvidence[];
}

const goalOf = (taught: Taught): LessonGoal | null =>
  taught.kind === 'written' ? taught.lesson.goal : taught.proposal.goal;

/** @param run the later race */
export const judgeLessons = (lessons: readonly Taught[], run: RaceRun): JudgedLesson[] =>
  lessons.map((taught) => {
    const goal = goalOf(taught);
    if (goal) {
      const [judgement] = run.review.judge([{ ...goal, priority: 'A' }]);
      return { taught, ...byGoal(judgement!) };
    }
    const evidence = remeasured(taught, run) ?? evidenceFor(topicOf(taught), run);
    return { taught, evidence, status: statusOf(evidence) };
  });

function byGoal(judgement: Judgement): Pick<JudgedLesson, 'status' | 'evidence'> {
  const status = { met: 'acted on', missed: 'not acted on', unknown: 'cannot tell' } as const;
  return { status: status[judgement.status], evidence: [{ kind: 'goal', judgement }] };
}

function statusOf(evidence: readonly LessonEvidence[]): JudgedLesson['status'] {
  const speaksFor = evidence.filter(isFor).length;
  if (evidence.length === 0) return 'cannot tell';
  if (speaksFor === 0) return 'not acted on';
  return speaksFor === evidence.length ? 'acted on' : 'in part';
}

function isFor(evidence: LessonEvidence): boolean {
  switch (evidence.kind) {
    case 'prep':
      return evidence.milestone.done;
    case 'gear':
      return true;
    case 'goal':
      return evidence.judgement.status === 'met';
    case 'opening':
    case 'slowed':
      return evidence.isKept;
  }
}

/** What no goal can ask for is measured again, as it was found; `null` of other lessons, and where nothing tells. */
function remeasured(taught: Taught, run: RaceRun): LessonEvidence[] | null {
  const kind = taught.kind === 'proposed' ? taught.proposal.finding.kind : null;
  if (kind === 'opening') {
    const offRatio = computeOpening(run);
    return offRatio === null
      ? null
      : [{ kind: 'opening', offRatio, isKept: !isOpeningOff(offRatio) }];
  }
  const slowing = kind === 'slowed' ? computeSlowing(run) : null;
  return slowing && [{ kind: 'slowed', slowing, isKept: !isSlowedMore(slowing) }];
}

/** What a lesson is about, in words that a plan may use for it too; what follows a colon or a bracket are its numbers. */
const topicOf = (taught: Taught): string =>
  taught.kind === 'written'
    ? (taught.lesson.lesson.split(/:\s|\(/)[0] ?? '')
    : topicOfFinding(taught.proposal.finding);

function topicOfFinding(finding: Finding): string {
  switch (finding.kind) {
    case 'gear':
      return `spare ${finding.item.item}`;
    case 'dark':
      return `spare ${finding.lamp ?? 'lamp'}`;
    case 'weakness':
      return finding.text;
    case 'undone':
      return finding.milestone;
    default:
      return '';
  }
}

/** A second thing that comes along answers a lesson that asks for one; milestones those that share their words. */
function evidenceFor(topic: string, { plan }: RaceRun): LessonEvidence[] {
  const wanted = wordsOf(topic);
  const gear = plan.gear.filter(
    ({ item, spare }) =>
      spare && wanted.has('spare') && nounsOf(item).some((noun) => wanted.has(noun)),
  );
  return [
    ...plan.prep
      .filter((milestone) => sharesWords(wanted, wordsOf(milestone.do)))
      .map((milestone) => ({ kind: 'prep' as const, milestone })),
    ...gear.map((item) => ({ kind: 'gear' as const, item })),
  ];
}

/** One word in common may be chance: `training` is in many. */
const FEWEST_SHARED = 2;

function sharesWords(wanted: ReadonlySet<string>, found: ReadonlySet<string>): boolean {
  const shared = [...wanted].filter((word) => found.has(word)).length;
  return shared >= Math.min(FEWEST_SHARED, wanted.size) && shared > 0;
}

/** Words that are about nothing. */
const EMPTY = new Set(
  'a about an and any as at be both by decide do for from in into is it its no not of on or per so than that the then to up with what you your twice once week weekly day hour race more less than before after every all'.split(
    ' ',
  ),
);

const wordsOf = (text: string): Set<string> =>
  new Set(
    productKey(text)
      .split(' ')
      .filter((word) => word !== '' && !EMPTY.has(word) && !/^\d/.test(word)),
  );
