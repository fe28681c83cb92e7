/** `raceplan check`: is the plan valid, complete, safe, realistic? */
import { computeWarnings, type Warning } from '../../engine/advice/warnings.js';
import { computeFuelPlan } from '../../engine/fuel/needs.js';
import { hasErrors } from '../../kernel/diagnostic.js';
import { checkReport, invalidPlanReport } from '../../report/check.js';
import type { Context, Outcome } from '../command.js';
import { type Loaded, unusable } from '../loaded.js';
import { type LoadedRace, loadRace, solveRace } from '../race.js';

export async function run(context: Context): Promise<Outcome> {
  const loaded = await loadRace(context, null);
  const { value: race, problems } = loaded;
  const warnings = warn(loaded);
  if (!race || hasErrors(problems)) {
    const output = context.options.format === 'json' ? invalidPlanReport() : null;
    return { ...unusable(loaded), output };
  }
  return { ...unusable(loaded), output: checkReport(race.plan, warnings, problems) };
}

/** What the plan, built, would be warned about; a plan without a target is only read. */
function warn({ value: race, problems }: Loaded<LoadedRace>): Warning[] {
  if (!race?.plan.pacing.target) return [];
  const { plan, course, sun, forecaster } = race;
  const pace = solveRace(race, plan.pacing.target, problems);
  if (!pace) return [];
  const fuel = computeFuelPlan(plan, pace);
  return computeWarnings({ plan, course, pace, sun, fuel, forecast: forecaster.finish().time });
}
