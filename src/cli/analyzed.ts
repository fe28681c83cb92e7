/** What `analyze` tells of one log. */
import { judgeLessons } from '../engine/lessons/judge.js';
import { proposeLessons } from '../engine/lessons/proposals.js';
import { hasErrors } from '../kernel/diagnostic.js';
import type { AnalyzeInput } from '../report/analyze.js';
import { lessonsHeld } from '../report/lessons/held.js';
import { carriedNotes } from './carried.js';
import type { Context } from './command.js';
import { explainReview } from './explained.js';
import { loadRace } from './learned.js';
import type { Loaded } from './loaded.js';
import { reviewLogged } from './reviewed.js';
import { readWeather } from './weather.js';

/** Judges the first file by the plan beside it, or the one named; `null` when anything of them cannot be used. */
export async function analyzeLog(context: Context): Promise<Loaded<AnalyzeInput>> {
  const loaded = await loadRace(context, context.files[0] ?? null);
  const race = loaded.value;
  const asked = race && readWeather(context.options, race.plan, loaded.problems);
  const run = race && (await reviewLogged(context, race, loaded));
  if (!run || hasErrors(loaded.problems)) return { ...loaded, value: null };
  loaded.problems.push(...carriedNotes(race.earlier, race.plan.file));
  const value = {
    ...run,
    ...explainReview(race, run, asked),
    proposals: proposeLessons(run),
    judged: judgeLessons(lessonsHeld(run.plan.lessons, race.earlier.lessons), run),
  };
  return { ...loaded, value };
}
