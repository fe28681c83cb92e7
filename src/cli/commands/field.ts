/** `raceplan field`: what the past editions say. */
import { basename } from 'node:path';
import { ANYONE } from '../../domain/athlete.js';
import { error } from '../../domain/problems/problem.js';
import type { Edition } from '../../domain/record.js';
import { computeDropouts } from '../../engine/field/dropouts.js';
import { reviewField } from '../../engine/field/field.js';
import { findPlan, isPlanPath } from '../../input/files.js';
import { hasErrors } from '../../kernel/diagnostic.js';
import { editionsSheet } from '../../report/exports/editions-sheet.js';
import { type FieldInput, fieldReport } from '../../report/field.js';
import type { Context, Outcome } from '../command.js';
import { loadEditions, namedFile } from '../editions.js';
import { type LoadedCourse, nothingLoaded, unusable } from '../loaded.js';
import { loadCourse } from '../race.js';

/** Results files alone say what they say: of nobody's plan, for nobody's goals. */
const noPlan = (name: string): FieldInput['plan'] => ({
  race: { name, durationS: null, cutoffS: null },
  course: { distanceM: null, laps: 1 },
  backyard: null,
  athlete: ANYONE,
  goals: [],
  pacing: { target: null },
});

export async function run(context: Context): Promise<Outcome> {
  const { files, options, progress } = context;
  const planNamed = options.plan ?? files.find(isPlanPath) ?? null;
  const results = files.filter((file) => file !== planNamed);
  const isPlanned = results.length === 0 || findPlan(planNamed, results[0]!).value !== null;
  const asked = { ...context, options: { ...options, plan: planNamed } };
  const loaded = isPlanned
    ? await loadCourse(asked, results[0] ?? null)
    : nothingLoaded<LoadedCourse>();
  const race = loaded.value;
  if (hasErrors(loaded.problems)) return unusable(loaded);
  const plan = race?.plan ?? noPlan(basename(results[0] ?? ''));
  const named = results.map((file) => namedFile(file));
  const history = named.length > 0 ? named : (race?.plan.history ?? []);
  if (history.length === 0) {
    loaded.problems.push(error('NO_HISTORY', {}, { file: race?.plan.file ?? null }));
  }
  const editions: Edition[] = [];
  for (const entry of history) {
    editions.push(...(await loadEditions(entry, race, options, loaded, { progress })));
  }
  if (hasErrors(loaded.problems)) return unusable(loaded);

  const review = reviewField(editions, plan);
  const report = fieldReport({ plan, review, dropouts: computeDropouts(editions) });
  return { ...unusable(loaded), output: { ...report, spreadsheet: editionsSheet(review) } };
}
