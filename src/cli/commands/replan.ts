/** `raceplan replan`: during the race. */
import type { TimeForecast } from '../../domain/forecast.js';
import type { RaceLog } from '../../domain/record.js';
import { computeChanges } from '../../engine/advice/changes.js';
import { reachedS } from '../../engine/course/ending.js';
import { forecastInRace } from '../../engine/pacing/in-race.js';
import type { PacePlan } from '../../engine/pacing/pace-plan.js';
import { describeSolve } from '../../engine/pacing/solve-input.js';
import { replanRace } from '../../engine/review/replan.js';
import { hasErrors } from '../../kernel/diagnostic.js';
import { replanReport } from '../../report/replan.js';
import type { Context, Outcome } from '../command.js';
import { loadResults } from '../editions.js';
import { unusable } from '../loaded.js';
import { loadLog } from '../log-file.js';
import { type LoadedRace, loadRace, solveRace } from '../race.js';

export async function run(context: Context): Promise<Outcome> {
  const loaded = await loadRace(context, context.files[0] ?? null);
  const race = loaded.value;
  if (!race) return unusable(loaded);
  const { plan, course, field } = race;
  const pace = solveRace(race, plan.pacing.target, loaded.problems);
  const log = loadLog(context, race, pace, loaded, true);
  if (!log || !pace || hasErrors(loaded.problems)) return unusable(loaded);

  const results = log.finishS == null ? null : loadResults(plan, context.options, loaded);
  const forecastAhead = forecast(race, pace, log);
  const replan = replanRace({ plan, course, pace, log, field, results, forecastAhead });
  const changes = computeChanges(plan, replan);
  const allLaps = context.options.written.allLaps === true;
  return {
    ...unusable(loaded),
    output: replanReport({ plan, course, replan, changes, allLaps }),
  };
}

/** Arrivals ahead from the splits so far; before the first split, the plan itself. */
function forecast(race: LoadedRace, pace: PacePlan, log: RaceLog): readonly TimeForecast[] {
  const { plan, course, sun, history } = race;
  const passages = log.visits.flatMap((visit) => {
    const arriveS = reachedS(visit);
    return arriveS == null || visit.place === 0 ? [] : [{ place: visit.place, arriveS }];
  });
  if (passages.length === 0) {
    return pace.legs.map(({ arriveS, window }) => ({
      medianS: arriveS,
      earlyS: window?.earlyS ?? arriveS,
      lateS: window?.lateS ?? arriveS,
    }));
  }
  if (history) return history.inRace(passages);
  // How runners in general fade: in the race, plans to fade less rarely hold.
  const usual = { ...plan, pacing: { ...plan.pacing, fadeRatio: null } };
  return forecastInRace(describeSolve(usual, course, sun), passages);
}
