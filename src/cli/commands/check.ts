/** `raceplan check`: is the plan valid, complete? */
import { checkReport, invalidPlanReport } from '../../report/check.js';
import type { Context, Outcome } from '../command.js';
import { loadPlan } from '../plan-file.js';

export async function run({ files, options }: Context): Promise<Outcome> {
  const { plan, units, problems, sources } = loadPlan(options.plan ?? files[0] ?? null, null);
  const hasWarnings = problems.some(({ severity }) => severity === 'warning');
  return {
    output: plan ? checkReport(plan) : options.format === 'json' ? invalidPlanReport() : null,
    problems,
    sources,
    units,
    unfit: hasWarnings,
  };
}
