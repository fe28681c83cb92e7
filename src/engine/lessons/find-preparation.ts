/** What is found in gear, light, body and preparation. */
import { sum } from '../../kernel/stats.js';
import { computeLampSpans } from '../course/daylight.js';
import { isLampItem } from '../crew/lamps.js';
import type { Finding } from './finding.js';
import { DARK_S } from './limits.js';
import { noteOfFailure, noteOfWeakness, notesOf } from './notes.js';
import type { RaceRun } from './race-run.js';

/** Gear that a note says has failed, and a dark race on one lamp: of a lamp that failed both in one. */
export function findGear(run: RaceRun): Finding[] {
  const notes = notesOf(run);
  const dark = findDark(run);
  const failed = run.plan.gear.flatMap((item) => {
    const at = noteOfFailure(item, notes);
    const darkS = isLampItem(item) ? (dark?.darkS ?? null) : null;
    return at ? [{ kind: 'gear' as const, item, darkS, at }] : [];
  });
  return failed.some(({ darkS }) => darkS !== null) || !dark ? failed : [...failed, dark];
}

/** Light as it was, not as planned; nothing is told where no sun is known, or gear at all. */
function findDark({ plan, sun, review }: RaceRun): Extract<Finding, { kind: 'dark' }> | null {
  if (!sun || plan.gear.length === 0) return null;
  const spans = computeLampSpans(sun, review.ending.elapsedS);
  const darkS = sum(spans.map(({ fromS, toS }) => toS - fromS));
  const lamps = plan.gear.filter(isLampItem);
  if (darkS < DARK_S || lamps.length > 1 || lamps.some(({ spare }) => spare)) return null;
  return { kind: 'dark', darkS, lamp: lamps[0]?.item ?? null };
}

export function findWeaknesses(run: RaceRun): Finding[] {
  const notes = notesOf(run);
  return run.plan.swot.weaknesses.flatMap((weakness): Finding[] => {
    const at = noteOfWeakness(weakness, notes);
    return at ? [{ kind: 'weakness', text: weakness.text, at }] : [];
  });
}

export const findUndone = ({ plan }: RaceRun): Finding[] =>
  plan.prep.flatMap((milestone) =>
    milestone.done ? [] : [{ kind: 'undone' as const, milestone: milestone.do }],
  );
