/** `raceplan analyze`: after the race. */
import type { Plan } from '../../domain/plan.js';
import { note, type Problem } from '../../domain/problems/problem.js';
import type { RaceLog } from '../../domain/record.js';
import { describeRaceDay } from '../../engine/course/race-day.js';
import { computeTimeRun } from '../../engine/goals/target.js';
import { computeHeartDrift } from '../../engine/review/drift.js';
import { computeEndedEarly } from '../../engine/review/ended-early.js';
import { computeFuelReview } from '../../engine/review/fuel-review.js';
import { computeHindsight } from '../../engine/review/hindsight.js';
import { explainRace } from '../../engine/review/losses/explained.js';
import { describeRecording } from '../../engine/review/losses/recorded.js';
import { reviewRace } from '../../engine/review/review.js';
import { hasErrors } from '../../kernel/diagnostic.js';
import { analyzeReport } from '../../report/analyze.js';
import type { Context, Outcome } from '../command.js';
import { loadResults } from '../editions.js';
import { unusable } from '../loaded.js';
import { loadLog } from '../log-file.js';
import { type LoadedRace, loadRace, solveRace } from '../race.js';
import { readWeather, weatherAsItWas } from '../weather.js';

export async function run(context: Context): Promise<Outcome> {
  const loaded = await loadRace(context, context.files[0] ?? null);
  const race = loaded.value;
  if (!race) return unusable(loaded);
  const { course } = race;
  const asked = readWeather(context.options, race.plan, loaded.problems);
  const { target } = race.plan.pacing;
  const planned = target && solveRace(race, target, loaded.problems);
  const logged = await loadLog(context, race, planned, loaded);
  const results = await loadResults(race, context.options, loaded);
  if (!logged || hasErrors(loaded.problems)) return unusable(loaded);
  const plan = target ? race.plan : asRun(race, logged.log, loaded.problems);
  const pace = planned ?? solveRace(race, plan.pacing.target, loaded.problems);
  if (!pace || hasErrors(loaded.problems)) return unusable(loaded);

  const { log, efforts, recording } = logged;
  const { field, forecaster, sun } = race;
  const review = reviewRace(plan, course, pace, log, results, efforts, sun);
  const weather = weatherAsItWas(plan, log, asked);
  const explanation = explainRace({
    plan,
    pace,
    stretches: review.stretches,
    day: describeRaceDay({ ...plan, weather }, sun),
    recorded: recording && describeRecording(recording),
  });
  const { during } = forecaster;
  const hindsight = computeHindsight({ plan, course, pace, log, field, during, sun });
  const looked = {
    hindsight,
    ended: computeEndedEarly(course, log, review, hindsight),
    fuel: computeFuelReview(log, review),
    drift: computeHeartDrift(review.stretches, efforts),
  };
  const allLaps = context.options.written.allLaps === true;
  return {
    ...unusable(loaded),
    output: analyzeReport({ plan, course, log, review, explanation, weather, allLaps, looked }),
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
