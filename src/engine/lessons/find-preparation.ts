/** What is found in gear, light, body and preparation. */
import { sum } from '../../kernel/stats.js';
import { computeLampSpans } from '../course/daylight.js';
import { isLampItem } from '../crew/lamps.js';
import type { Finding } from './finding.js';
import { DARK_S } from './limits.js';
import { noteOfFailure, noteOfWeakness, notesOf } from './notes.js';
import type { RaceRun } from './race-run.js';

export function findGear(run: RaceRun): Finding[] {
  const notes = notesOf(run);
  return run.plan.gear.flatMap((item): Finding[] => {
    const at = noteOfFailure(item, notes);
    return at ? [{ kind: 'gear', item, isLamp: isLampItem(item), at }] : [];
  });
}

/** Light as it was, not as planned; nothing is told where no sun is known, or gear at all. */
export function findDark(run: RaceRun): Finding[] {
  const { plan, sun, review } = run;
  if (!sun || plan.gear.length === 0) return [];
  const spans = computeLampSpans(sun, review.ending.elapsedS);
  const darkS = sum(spans.map(({ fromS, toS }) => toS - fromS));
  const lamps = plan.gear.filter(isLampItem);
  if (darkS < DARK_S || lamps.length > 1 || lamps.some(({ spare }) => spare)) return [];
  return [{ kind: 'dark', darkS, lamp: lamps[0]?.item ?? null }];
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
