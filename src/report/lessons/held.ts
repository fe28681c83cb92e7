/** The lessons a plan holds: those it has written down, and those of the earlier races it names. */
import type { Lesson } from '../../domain/preparation.js';
import type { Taught } from '../../engine/lessons/judge.js';
import type { Proposal } from '../../engine/lessons/proposals.js';
import { lessonText } from './words.js';

/** @param proposed by earlier races; one that was pasted into the plan is told once, as it stands there */
export function lessonsHeld(written: readonly Lesson[], proposed: readonly Proposal[]): Taught[] {
  return [
    ...written.map((lesson): Taught => ({ kind: 'written', lesson })),
    ...notWritten(written, proposed).map((proposal): Taught => ({ kind: 'proposed', proposal })),
  ];
}

export const notWritten = (
  written: readonly Lesson[],
  proposed: readonly Proposal[],
): readonly Proposal[] =>
  proposed.filter((proposal) => !written.some((lesson) => isPasted(lesson, proposal)));

/** Fewer letters than this may begin any lesson. */
const TELLING = 10;

/** Of the same race, and with the same goal or the same words up to the first number. */
function isPasted(lesson: Lesson, { from, goal, finding }: Proposal): boolean {
  if (lesson.from !== from) return false;
  if (goal && lesson.goal?.text === goal.text) return true;
  const head = headOf(finding);
  return head.length >= TELLING && lesson.lesson.startsWith(head);
}

function headOf(finding: Proposal['finding']): string {
  let head = '';
  for (const part of lessonText(finding)) {
    if (typeof part !== 'string' && part.kind !== 'words') break;
    head += typeof part === 'string' ? part : part.text;
  }
  return (head.split('(')[0] ?? '').trim();
}
