/** `raceplan field`: what the past editions say. */
import { basename } from 'node:path';
import { error } from '../../domain/problems/problem.js';
import type { Edition } from '../../domain/record.js';
import { computeDropouts } from '../../engine/field/dropouts.js';
import { reviewField } from '../../engine/field/field.js';
import { hasErrors } from '../../kernel/diagnostic.js';
import { fieldReport } from '../../report/field.js';
import type { Context, Outcome } from '../command.js';
import { loadEditions, namedFile } from '../editions.js';
import { unusable } from '../loaded.js';
import { loadCourse } from '../race.js';

export async function run(context: Context): Promise<Outcome> {
  const { files, options, progress } = context;
  // A lone argument is the plan or its folder; results files are named beside `--plan`, or lie beside the plan.
  const isPlan = (file: string) => /\.ya?ml$/i.test(file) || !/\.[a-z]+$/i.test(basename(file));
  const planNamed = options.plan ?? files.find(isPlan) ?? null;
  const results = files.filter((file) => file !== planNamed);
  const asked = { ...context, options: { ...options, plan: planNamed } };
  const loaded = await loadCourse(asked, results[0] ?? null);
  const race = loaded.value;
  if (!race) return unusable(loaded);
  const { plan } = race;
  const named = results.map((file) => namedFile(file));
  const history = named.length > 0 ? named : plan.history;
  if (history.length === 0) loaded.problems.push(error('NO_HISTORY', {}, { file: plan.file }));
  const editions: Edition[] = [];
  for (const entry of history) {
    editions.push(...(await loadEditions(entry, race, options, loaded, { progress })));
  }
  if (hasErrors(loaded.problems)) return unusable(loaded);

  const review = reviewField(editions, plan);
  return {
    ...unusable(loaded),
    output: fieldReport({ plan, review, dropouts: computeDropouts(editions) }),
  };
}
