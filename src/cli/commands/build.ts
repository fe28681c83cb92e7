/** `raceplan build`: before the race. */
import type { Goal, Priority } from '../../domain/goal.js';
import type { PaceTarget } from '../../domain/plan.js';
import type { Problem } from '../../domain/problems/problem.js';
import { computeWarnings, type Warning } from '../../engine/advice/warnings.js';
import { computeFuelPlan } from '../../engine/fuel/needs.js';
import { computeChances, type GoalChance } from '../../engine/goals/probability.js';
import { computeLatestFinish, computeRequirements } from '../../engine/goals/requirements.js';
import { hasErrors } from '../../kernel/diagnostic.js';
import { buildReport } from '../../report/build.js';
import { targetsReport } from '../../report/targets.js';
import type { Context, Outcome } from '../command.js';
import { unusable } from '../loaded.js';
import { loadRace, solveRace } from '../race.js';
import { parseTargets } from '../targets.js';

export async function run(context: Context): Promise<Outcome> {
  const loaded = await loadRace(context, null);
  const race = loaded.value;
  const targets = readTargets(context, race?.plan.pacing.target ?? null, loaded.problems);
  if (!race || !targets) return unusable(loaded);
  const paces = targets.flatMap((target) => solveRace(race, target, loaded.problems) ?? []);
  const [pace] = paces;
  if (!pace || hasErrors(loaded.problems)) return unusable(loaded);
  if (paces.length > 1) {
    const output = targetsReport(race.plan, race.course, paces);
    return { ...unusable(loaded), output };
  }

  const { plan, course, sun, field } = race;
  const fuel = computeFuelPlan(plan, pace);
  const warnings = computeWarnings(plan, course, pace, fuel);
  const requirements = computeRequirements(plan.goals, course, pace, fuel);
  const chances = computeChances(
    plan.goals,
    course,
    plan.athlete,
    field,
    computeLatestFinish(pace),
  );
  const explain = context.options.written.explain === true;
  return {
    output: buildReport({
      plan,
      course,
      pace,
      fuel,
      sun,
      requirements,
      chances,
      field,
      warnings,
      explain,
    }),
    problems: loaded.problems,
    sources: loaded.sources,
    units: plan.units,
    unfit: isUnfit(warnings, chances, context.options.judged),
  };
}

/** What was asked with `--target`, else the plan's own; `null` when what was asked makes no sense. */
function readTargets(
  { options }: Context,
  planned: PaceTarget | null,
  problems: Problem[],
): readonly (PaceTarget | null)[] | null {
  const { target } = options.written;
  if (typeof target !== 'string') return [planned];
  const { value, diagnostics } = parseTargets(target);
  problems.push(...diagnostics);
  return hasErrors(diagnostics) ? null : value;
}

/** Goals of which something can be known before the race. */
const FORESEEABLE: readonly Goal['target']['kind'][] = ['time', 'place', 'finish'];

/** An unsafe or unrealistic plan, or an A goal that is unlikely, or of which nothing is known. */
const isUnfit = (
  warnings: readonly Warning[],
  chances: readonly GoalChance[],
  judged: readonly Priority[],
): boolean =>
  warnings.some(({ severity }) => severity !== 'advice') ||
  chances.some(
    ({ goal: { priority, target }, likelihood }) =>
      priority === 'A' &&
      judged.includes(priority) &&
      (likelihood === 'unlikely' ||
        (likelihood === 'unknown' && FORESEEABLE.includes(target.kind))),
  );
