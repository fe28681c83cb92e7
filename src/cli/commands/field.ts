/** `raceplan field`: what the past editions say. */
import { basename } from 'node:path';
import { error } from '../../domain/problems/problem.js';
import { computeDropouts } from '../../engine/field/dropouts.js';
import { reviewField } from '../../engine/field/field.js';
import { hasErrors } from '../../kernel/diagnostic.js';
import { fieldReport } from '../../report/field.js';
import type { Context, Outcome } from '../command.js';
import { loadEditions, namedFile } from '../editions.js';
import { unusable } from '../loaded.js';
import { loadPlan } from '../plan-file.js';

export async function run({ files, options, progress }: Context): Promise<Outcome> {
  // A lone argument is the plan or its folder; results files are named beside `--plan`, or lie beside the plan.
  const isPlan = (file: string) => /\.ya?ml$/i.test(file) || !/\.[a-z]+$/i.test(basename(file));
  const planNamed = options.plan ?? files.find(isPlan) ?? null;
  const results = files.filter((file) => file !== planNamed);
  const { plan, units, problems, sources } = loadPlan(planNamed, results[0] ?? null);
  const loaded = { value: null, units, problems: [...problems], sources };
  if (!plan) return unusable(loaded);
  const named = results.map((file) => namedFile(file));
  const history = named.length > 0 ? named : plan.history;
  if (history.length === 0) loaded.problems.push(error('NO_HISTORY', {}, { file: plan.file }));
  const editions = history.flatMap((entry) => loadEditions(entry, plan, options, loaded, progress));
  if (hasErrors(loaded.problems)) return unusable(loaded);

  const review = reviewField(editions, plan);
  return {
    ...unusable(loaded),
    output: fieldReport({ plan, review, dropouts: computeDropouts(editions) }),
  };
}
