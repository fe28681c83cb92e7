/** `raceplan analyze`: after the race. */
import type { Plan } from '../../domain/plan.js';
import { note, type Problem } from '../../domain/problems/problem.js';
import type { RaceLog } from '../../domain/record.js';
import { computeTimeRun } from '../../engine/goals/target.js';
import { reviewRace } from '../../engine/review/review.js';
import { hasErrors } from '../../kernel/diagnostic.js';
import { analyzeReport } from '../../report/analyze.js';
import type { Context, Outcome } from '../command.js';
import { loadThisEdition } from '../editions.js';
import { explainReview } from '../explained.js';
import { unusable } from '../loaded.js';
import { loadLog } from '../log-file.js';
import { type LoadedRace, loadRace, solveRace } from '../race.js';
import { readWeather } from '../weather.js';

export async function run(context: Context): Promise<Outcome> {
  const loaded = await loadRace(context, context.files[0] ?? null);
  const race = loaded.value;
  if (!race) return unusable(loaded);
  const { course } = race;
  const asked = readWeather(context.options, race.plan, loaded.problems);
  const { target } = race.plan.pacing;
  const planned = target && solveRace(race, target, loaded.problems);
  const logged = await loadLog(context, race, planned, loaded);
  const edition = await loadThisEdition(race, context.options, loaded);
  if (!logged || hasErrors(loaded.problems)) return unusable(loaded);
  const plan = target ? race.plan : asRun(race, logged.log, loaded.problems);
  const pace = planned ?? solveRace(race, plan.pacing.target, loaded.problems);
  if (!pace || hasErrors(loaded.problems)) return unusable(loaded);

  const { log, efforts } = logged;
  const review = reviewRace(plan, course, pace, log, edition?.results ?? null, efforts, race.sun);
  const explained = explainReview({ ...race, plan }, review, logged, edition, asked);
  const allLaps = context.options.written.allLaps === true;
  return {
    ...unusable(loaded),
    output: analyzeReport({ plan, course, log, review, ...explained, allLaps }),
  };
}

/** A plan that says nothing of how fast to run is held against the time that was run, which is said. */
function asRun({ plan, course }: LoadedRace, log: RaceLog, problems: Problem[]): Plan {
  const targetS = computeTimeRun(course, log);
  if (targetS === null) return plan;
  problems.push(note('TARGET_PROPOSED', { targetS, from: 'run', races: 0 }, { file: plan.file }));
  return {
    ...plan,
    pacing: { ...plan.pacing, target: { kind: 'time', targetS }, targetSource: 'run' },
  };
}
