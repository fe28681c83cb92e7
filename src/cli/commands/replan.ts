/** `raceplan replan`: during the race. */
import type { RaceLog } from '../../domain/record.js';
import { computeChanges } from '../../engine/advice/changes.js';
import { computeDecisions } from '../../engine/advice/decisions.js';
import { judgeDecisions } from '../../engine/advice/decisions-now.js';
import { reachedS } from '../../engine/course/ending.js';
import { asPlanned, type Passed } from '../../engine/forecast/during.js';
import { replanRace } from '../../engine/review/replan.js';
import { hasErrors } from '../../kernel/diagnostic.js';
import { replanReport } from '../../report/replan.js';
import type { Context, Outcome } from '../command.js';
import { loadResults } from '../editions.js';
import { unusable } from '../loaded.js';
import { loadLog } from '../log-file.js';
import { loadRace, solveRace } from '../race.js';
import { loadTodaysField } from '../todays-field.js';

export async function run(context: Context): Promise<Outcome> {
  const loaded = await loadRace(context, context.files[0] ?? null, true);
  const race = loaded.value;
  if (!race) return unusable(loaded);
  const { plan, course, field, forecaster } = race;
  const pace = solveRace(race, plan.pacing.target, loaded.problems);
  const logged = await loadLog(context, race, pace, loaded, true);
  const log = logged?.log;
  if (!log || !pace || hasErrors(loaded.problems)) return unusable(loaded);

  const results = log.finishS == null ? null : await loadResults(race, context.options, loaded);
  const passed = passagesOf(log);
  const others = await loadTodaysField(race, context.options, loaded);
  if (hasErrors(loaded.problems)) return unusable(loaded);
  const amid = others && forecaster.amid(others.runners)(passed, others.waveS);
  const alone = passed.length === 0 ? asPlanned(pace) : forecaster.during(passed);
  const forecastAhead = amid?.ahead ?? alone;
  const replan = replanRace({
    plan,
    course,
    pace,
    log,
    field,
    results,
    forecastAhead,
    sun: race.sun,
  });
  const changes = computeChanges(plan, replan);
  const decisions = computeDecisions({ plan, course, pace, forecaster });
  const decided = judgeDecisions(decisions, log, replan);
  const today = others && { ...others, runners: others.runners.length, amid };
  const allLaps = context.options.written.allLaps === true;
  return {
    ...unusable(loaded),
    output: replanReport({ plan, course, replan, changes, decided, today, allLaps }),
  };
}

/** The places logged after the start, with the stops as far as they are. */
const passagesOf = ({ visits }: RaceLog): Passed[] =>
  visits.flatMap((visit) => {
    const arriveS = reachedS(visit);
    if (arriveS == null || visit.place === 0) return [];
    const { departS } = visit;
    const stopS = visit.arriveS == null || departS == null ? null : departS - visit.arriveS;
    return [{ place: visit.place, arriveS, stopS }];
  });
