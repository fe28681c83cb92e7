/** `raceplan analyze`: after the race. */
import { judgeLessons } from '../../engine/lessons/judge.js';
import { proposeLessons } from '../../engine/lessons/proposals.js';
import { hasErrors } from '../../kernel/diagnostic.js';
import { analyzeReport } from '../../report/analyze.js';
import { lessonsHeld } from '../../report/lessons/held.js';
import { carriedNotes } from '../carried.js';
import type { Context, Outcome } from '../command.js';
import { loadRace } from '../learned.js';
import { unusable } from '../loaded.js';
import { textOf } from '../options.js';
import { reviewLogged } from '../reviewed.js';
import { addLessons } from '../write-lessons.js';

export async function run(context: Context): Promise<Outcome> {
  const { options } = context;
  const loaded = await loadRace(context, context.files[0] ?? null);
  const race = loaded.value;
  const run = race && (await reviewLogged(context, race, loaded));
  if (!run || hasErrors(loaded.problems)) return unusable(loaded);
  loaded.problems.push(...carriedNotes(race.earlier, race.plan.file));
  const proposals = proposeLessons(run);
  const path = textOf(options.written, 'writeLessons');
  const units = options.units ?? run.plan.units;
  const files = path === null ? [] : addLessons(path, proposals, { units }, loaded.problems);
  if (hasErrors(loaded.problems)) return unusable(loaded);
  const judged = judgeLessons(lessonsHeld(run.plan.lessons, race.earlier.lessons), run);
  return {
    ...unusable(loaded),
    output: analyzeReport({ run, proposals, judged, allLaps: options.written.allLaps === true }),
    files,
  };
}
