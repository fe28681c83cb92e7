/** `raceplan check`: is the plan valid, complete, safe, realistic, and its runner ready? */
import { raceDayOf } from '../../domain/plan.js';
import { preparationWarnings } from '../../engine/advice/warnings/preparation.js';
import { computeWarnings, type Warning } from '../../engine/advice/warnings.js';
import { computeReadiness, type Readiness } from '../../engine/readiness/countdown.js';
import { computeTraining } from '../../engine/readiness/training.js';
import { hasErrors } from '../../kernel/diagnostic.js';
import { checkReport, invalidPlanReport } from '../../report/check.js';
import type { Context, Outcome } from '../command.js';
import { fuelRace } from '../fuelled.js';
import { loadRace } from '../learned.js';
import { type Loaded, unusable } from '../loaded.js';
import { type LoadedRace, solveRace } from '../race.js';
import { loadTraining, readToday } from '../training.js';

export async function run(context: Context): Promise<Outcome> {
  const loaded = await loadRace(context, null);
  const { value: race, problems } = loaded;
  const today = race && readToday(context.options, race.plan, problems);
  if (!race) return invalid(context, loaded);
  if (!today) return unusable(loaded);
  const { plan, course } = race;
  const raceDay = raceDayOf(plan.race);
  const readiness = computeReadiness(plan.prep, today, raceDay);
  const warnings = warn(loaded, race, readiness);
  const days = await loadTraining(plan, loaded);
  if (hasErrors(problems)) return invalid(context, loaded);
  const training = days && computeTraining(days, readiness.onDay ?? today, raceDay, course);
  const output = checkReport({
    plan,
    warnings,
    problems,
    readiness,
    training,
    earlier: race.earlier,
  });
  return { ...unusable(loaded), output };
}

const invalid = ({ options }: Context, loaded: Loaded<LoadedRace>): Outcome => ({
  ...unusable(loaded),
  output: options.format === 'json' ? invalidPlanReport() : null,
});

/** What the plan, built, would be warned about; of a plan without a target only what is overdue. */
function warn({ problems }: Loaded<LoadedRace>, race: LoadedRace, readiness: Readiness): Warning[] {
  const { plan, course, sun, forecaster } = race;
  const pace = plan.pacing.target && solveRace(race, plan.pacing.target, problems);
  if (!pace) return preparationWarnings(readiness);
  const { fuel, supplies } = fuelRace(race, pace);
  const forecast = forecaster.finish().time;
  return computeWarnings({ plan, course, pace, sun, fuel, supplies, forecast, readiness });
}
