/** `raceplan check`: is the plan valid, complete, safe, realistic? */
import { computeWarnings, type Warning } from '../../engine/advice/warnings.js';
import { describeRaceDay } from '../../engine/course/race-day.js';
import { computeFuelPlan } from '../../engine/fuel/needs.js';
import { computeSupplies } from '../../engine/fuel/supply-plan.js';
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
  const day = describeRaceDay(plan, sun);
  const fuel = computeFuelPlan(plan, pace, day);
  const supplies = computeSupplies(plan, course, pace, fuel);
  const forecast = forecaster.finish().time;
  return computeWarnings({ plan, course, pace, sun, fuel, supplies, forecast });
}
