/** `raceplan build`: before the race. */
import { computeWarnings } from '../../engine/advice/warnings.js';
import { computeFuelPlan } from '../../engine/fuel/needs.js';
import { computeRequirements } from '../../engine/goals/requirements.js';
import { buildReport } from '../../report/build.js';
import type { Context, Outcome } from '../command.js';
import { loadRace, solveRace, unusable } from '../race.js';

export async function run(context: Context): Promise<Outcome> {
  const loaded = await loadRace(context, null);
  const race = loaded.value;
  const pace = race && solveRace(race, race.plan.pacing.target, loaded.problems);
  if (!race || !pace) return unusable(loaded);

  const { plan, course, sun } = race;
  const fuel = computeFuelPlan(plan, pace);
  const warnings = computeWarnings(plan, course, pace, fuel);
  const requirements = computeRequirements(plan.goals, course, pace);
  const explain = context.options.written.explain === true;
  return {
    output: buildReport({ plan, course, pace, fuel, sun, requirements, warnings, explain }),
    problems: loaded.problems,
    sources: loaded.sources,
    units: plan.units,
    unfit: warnings.some(({ severity }) => severity !== 'advice'),
  };
}
