/** What a target rests on that the plan does not set. */
import { isEvidence, racesBefore } from '../domain/athlete.js';
import { dayOf, type Plan, type ProposedFrom } from '../domain/plan.js';
import { count, say, type Text } from './value.js';

export interface Proposal {
  from: ProposedFrom;
  /** Past races that tell something. */
  races: number;
}

const PROPOSED: readonly ProposedFrom[] = ['past', 'limit', 'run', 'field'];

/** `null` when the plan sets a target. */
export function proposalOf({ pacing, athlete, race }: Plan): Proposal | null {
  const from = PROPOSED.find((source) => source === pacing.targetSource);
  if (from === undefined) return null;
  return { from, races: racesBefore(athlete.past, dayOf(race)).filter(isEvidence).length };
}

/** `what 2 past races forecast; …` */
export function proposalText({ from, races }: Proposal): Text {
  const forecast = say`what ${count(races)} past ${races === 1 ? 'race forecasts' : 'races forecast'}`;
  const what = {
    past: forecast,
    limit: say`the limit of the race`,
    run: say`what was run`,
    field: say`what the middle finisher ran`,
  }[from];
  return say`${what}; \`pacing: { target: … }\` sets another`;
}

/** The same behind the target in question, when that is the one proposed; else nothing. */
export function afterTarget(plan: Plan, targetS: number): Text {
  const { target } = plan.pacing;
  const proposal = proposalOf(plan);
  const isProposed = target?.kind === 'time' && target.targetS === targetS;
  return proposal && isProposed ? say`, ${proposalText(proposal)}` : [];
}
