/** `raceplan build`: before the race. */
import { type PaceTarget, type Plan, raceDayOf } from '../../domain/plan.js';
import { error, type Problem } from '../../domain/problems/problem.js';
import type { TrainingDay } from '../../domain/training.js';
import { computeDecisions } from '../../engine/advice/decisions.js';
import { computeWarnings } from '../../engine/advice/warnings.js';
import { computeGear } from '../../engine/crew/gear.js';
import { computeChances } from '../../engine/goals/probability.js';
import { computeRequirements } from '../../engine/goals/requirements.js';
import type { PacePlan } from '../../engine/pacing/pace-plan.js';
import { computeReadiness } from '../../engine/readiness/countdown.js';
import { computeTraining, toldUntil } from '../../engine/readiness/training.js';
import { hasErrors } from '../../kernel/diagnostic.js';
import { type BuildInput, buildReport } from '../../report/build.js';
import { type PlannedStage, stagesPlanReport } from '../../report/stages.js';
import { targetsReport } from '../../report/targets.js';
import { readChartOptions } from '../chart.js';
import type { Context, Outcome } from '../command.js';
import { exportBuild, refuseSeveral } from '../exports.js';
import { fuelRace } from '../fuelled.js';
import { loadRace } from '../learned.js';
import { unusable } from '../loaded.js';
import { type LoadedRace, solveRace } from '../race.js';
import { isReport, loadStages, ofStage, type Staged } from '../stages.js';
import { parseTargets } from '../targets.js';
import { loadTraining } from '../training.js';

export async function run(context: Context): Promise<Outcome> {
  const staged = await loadStages(context, context.files[0] ?? null);
  return staged ? buildStages(staged, context) : (await buildRace(context)).outcome;
}

/** The plan of a stage race: each stage's own, and what they come to. */
async function buildStages(staged: Staged, context: Context): Promise<Outcome> {
  const several = refuseSeveral(context.options, 'stages');
  if (several[0]) return staged.refuse(several[0]);
  if (context.options.written.target !== undefined) {
    const args = { key: '--target', kind: 'stages' } as const;
    return staged.refuse(error('TARGET_OF_OTHER_RACE', args, { file: staged.plan.file }));
  }
  const stages: PlannedStage[] = [];
  for (const file of staged.plan.stages) {
    const { outcome, build } = await buildRace(ofStage(context, file, []));
    staged.add(outcome);
    if (build && isReport(outcome.output)) stages.push({ ...build, report: outcome.output });
  }
  return staged.outcome(() => stagesPlanReport(staged.plan, stages));
}

/** `build` is `null` of several targets, and where nothing could be computed. */
async function buildRace(
  context: Context,
): Promise<{ outcome: Outcome; build: BuildInput | null }> {
  const nothing = (outcome: Outcome) => ({ outcome, build: null });
  const loaded = await loadRace(context, null, context.options.written.target == null);
  const race = loaded.value;
  const targets = readTargets(context, race?.plan ?? null, loaded.problems);
  if (!race || !targets) return nothing(unusable(loaded));
  const paces = targets.flatMap((target) => solveRace(race, target, loaded.problems) ?? []);
  const chart = readChartOptions(context.options, race.plan.units, loaded.problems);
  const days = await loadTraining(race.plan, loaded);
  if (paces.length > 1) loaded.problems.push(...refuseSeveral(context.options, 'targets'));
  if (paces.length === 0 || hasErrors(loaded.problems)) return nothing(unusable(loaded));
  const explain = context.options.written.explain === true;
  const builds = paces.map((pace) => ({ ...describeBuild(race, pace, days, explain), chart }));
  const [only, second] = builds;
  const isOne = only !== undefined && second === undefined;
  const output = isOne
    ? await exportBuild(buildReport(only), only, race, context.options, loaded.problems)
    : targetsReport(builds);
  return { outcome: { ...unusable(loaded), output }, build: isOne ? only : null };
}

/** All there is to say of one target; of several, each is described as it would be alone. */
function describeBuild(
  race: LoadedRace,
  pace: PacePlan,
  days: readonly TrainingDay[] | null,
  explain: boolean,
): BuildInput {
  const { plan, course, sun, field, forecaster, earlier } = race;
  const { fuel, supplies } = fuelRace(race, pace);
  const outlook = forecaster.finish();
  const raceDay = raceDayOf(plan.race);
  const asOf = days && toldUntil(days, raceDay);
  return {
    plan,
    course,
    pace,
    fuel,
    supplies,
    sun,
    requirements: computeRequirements(plan.goals, course, pace, fuel),
    chances: computeChances(plan.goals, plan.athlete, field, outlook),
    outlook,
    field,
    warnings: computeWarnings({ plan, course, pace, sun, fuel, supplies, forecast: outlook.time }),
    gear: computeGear({ plan, course, pace, sun }),
    decisions: computeDecisions({ plan, course, pace, forecaster }),
    readiness: computeReadiness(plan.prep, null, raceDay),
    training: days && asOf ? computeTraining(days, asOf, raceDay, course) : null,
    earlier,
    explain,
  };
}

/** What was asked with `--target`, else the plan's own; `null` when what was asked makes no sense. */
function readTargets(
  { options }: Context,
  plan: Plan | null,
  problems: Problem[],
): readonly (PaceTarget | null)[] | null {
  const { target } = options.written;
  if (typeof target !== 'string') return [plan?.pacing.target ?? null];
  if (plan && (plan.backyard || plan.race.durationS !== null)) {
    const kind = plan.backyard ? 'backyard' : 'timed';
    problems.push(error('TARGET_OF_OTHER_RACE', { key: '--target', kind }, { file: plan.file }));
    return null;
  }
  const { value, diagnostics } = parseTargets(target);
  problems.push(...diagnostics);
  return hasErrors(diagnostics) ? null : value;
}
