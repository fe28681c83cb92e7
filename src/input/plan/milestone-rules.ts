/** What milestones need: others of the list, and never in a ring. */
import { milestonesCalled, needsOf } from '../../domain/preparation.js';
import { error, type Problem } from '../../domain/problems/problem.js';
import { closest, plainName } from '../../kernel/text.js';
import type { Draft } from './draft.js';

export function checkMilestones(draft: Draft): Problem[] {
  const { plan, written } = draft;
  // an unreadable milestone may have been the one meant
  if (written.prep?.some((milestone) => !milestone || milestone.needs?.includes(undefined))) {
    return [];
  }
  const unknown = checkNames(draft);
  if (unknown.length > 0) return unknown;
  return findRings(needsOf(plan.prep)).map((ring) => {
    const [first = 0, second = first] = ring;
    const { needs } = plan.prep[first]!;
    const names = plan.prep.map((milestone) => milestone.do);
    const need = needs.findIndex((name) =>
      milestonesCalled(name, names.map(plainName), first).indices.includes(second),
    );
    const args = { ring: ring.map((i) => names[i]!) };
    return error('MILESTONE_CYCLE', args, draft.at(['prep', first, 'needs', need]));
  });
}

function checkNames({ plan, at }: Draft): Problem[] {
  const names = plan.prep.map((milestone) => milestone.do);
  const plain = names.map(plainName);
  return plan.prep.flatMap((milestone, i) =>
    milestone.needs.flatMap((needed, j) => {
      const { indices, isPlain } = milestonesCalled(needed, plain, i);
      if (isPlain) return [];
      const others = names.filter((_, other) => other !== i);
      const suggestion = closest(needed, others);
      const several = indices.map((index) => names[index]!);
      const args = { milestone: milestone.do, needed, several, suggestion };
      return [error('UNKNOWN_MILESTONE', args, at(['prep', i, 'needs', j]))];
    }),
  );
}

/**
 * Rings in what needs what: of milestones that all need each other, by whatever way, one ring. Each begins with the
 * first of its milestones in the list, and leads from one to what it needs.
 * @param needs of each, as indices
 */
export function findRings(needs: readonly (readonly number[])[]): number[][] {
  const told = new Set<number>();
  return needs.flatMap((_, start) => {
    if (told.has(start)) return [];
    const ring = shortestWayBack(needs, start);
    if (!ring) return [];
    for (const i of allOnRingsThrough(needs, start)) told.add(i);
    return [ring];
  });
}

/** The shortest way from a milestone over what it needs back to itself; `null`: none leads back. */
function shortestWayBack(needs: readonly (readonly number[])[], start: number): number[] | null {
  const cameFrom = new Map<number, number>();
  const wayTo = (i: number): number[] => (i === start ? [start] : [...wayTo(cameFrom.get(i)!), i]);
  const open = [start];
  for (const at of open) {
    for (const next of needs[at]!) {
      if (next === start) return wayTo(at);
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, at);
      open.push(next);
    }
  }
  return null;
}

/** Whatever `start` needs that needs `start`. */
function allOnRingsThrough(needs: readonly (readonly number[])[], start: number): number[] {
  const reached = (from: number): Set<number> => {
    const found = new Set(needs[from]);
    for (const i of found) for (const next of needs[i]!) found.add(next);
    return found;
  };
  return [...reached(start)].filter((i) => i === start || reached(i).has(start));
}
