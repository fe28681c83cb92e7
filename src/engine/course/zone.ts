/** Whether the clock that a plan is written in goes where the course lies. */
import type { Plan } from '../../domain/plan.js';
import { type Problem, warning } from '../../domain/problems/problem.js';
import { addSeconds, offsetAt } from '../../kernel/clock.js';
import { S_PER_DAY } from '../../kernel/units.js';

/**
 * A zone of another name is as good while its clocks show the same, at the start and a day later.
 * @param zonesThere of the course and what lies around it, the course's own first
 */
export function checkZone({ race, file }: Plan, zonesThere: readonly string[]): Problem[] {
  const { startAt, zone, zoneGiven } = race;
  const [zoneThere] = zonesThere;
  if (startAt === null || !zoneGiven || zoneThere === undefined) return [];
  const ahead = (there: string, at: number) => (offsetAt(there, at) - offsetAt(zone, at)) / 1000;
  const isSame = (there: string) =>
    ahead(there, startAt) === 0 && ahead(there, addSeconds(startAt, S_PER_DAY)) === 0;
  if (zonesThere.some(isSame)) return [];
  const args = { zone, zoneThere, aheadS: ahead(zoneThere, startAt) };
  return [warning('ZONE_ELSEWHERE', args, { file })];
}

/** The problem that no zone was given, with the zone that the course lies in. */
export function offerZone(problem: Problem, zonesThere: readonly string[]): Problem {
  const [zoneThere] = zonesThere;
  const isOffered = problem.code === 'NO_ZONE' && zoneThere !== undefined;
  return isOffered ? { ...problem, args: { zoneThere } } : problem;
}
