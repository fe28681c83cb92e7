/** The race as it goes: the plan, its log so far, and what that makes of the rest. */
import type { RaceLog } from '../domain/record.js';
import { asPlanned, passagesOf } from '../engine/forecast/during.js';
import { type Replan, replanRace } from '../engine/review/replan.js';
import { hasErrors } from '../kernel/diagnostic.js';
import type { TodaysFieldSeen } from '../report/todays-field.js';
import { carriedNotes } from './carried.js';
import type { Context } from './command.js';
import { loadThisEdition } from './editions.js';
import { loadRace } from './learned.js';
import type { Loaded } from './loaded.js';
import { loadLog } from './log-file.js';
import { type LoadedRace, solveRace } from './race.js';
import { loadTodaysField } from './todays-field.js';

export interface Replanned {
  race: LoadedRace;
  log: RaceLog;
  replan: Replan;
  /** Others' splits of the day; `null` when none were asked for. */
  today: TodaysFieldSeen | null;
}

/**
 * Loads plan and log, and forecasts what lies ahead.
 * @param context its first file is the log; the plan may lie beside it
 */
export async function loadReplan(context: Context): Promise<Loaded<Replanned>> {
  const loaded = await loadRace(context, context.files[0] ?? null, true);
  const nothing = { ...loaded, value: null };
  const race = loaded.value;
  if (!race) return nothing;
  loaded.problems.push(...carriedNotes(race.earlier, race.plan.file));
  const { plan, course, field, forecaster } = race;
  const pace = solveRace(race, plan.pacing.target, loaded.problems);
  const logged = await loadLog(context, race, pace, loaded, true);
  const log = logged?.log;
  if (!log || !pace || hasErrors(loaded.problems)) return nothing;

  const edition = log.finishS == null ? null : await loadThisEdition(race, context, loaded);
  const passed = passagesOf(log);
  const others = await loadTodaysField(race, context, loaded);
  if (hasErrors(loaded.problems)) return nothing;
  const amid = others && forecaster.amid(others.runners)(passed, others.waveS);
  const alone = passed.length === 0 ? asPlanned(pace) : forecaster.during(passed);
  const forecastAhead = amid?.ahead ?? alone;
  const replan = replanRace({
    plan,
    course,
    pace,
    log,
    field,
    results: edition?.results ?? null,
    forecastAhead,
    sun: race.sun,
  });
  const today = others && { ...others, runners: others.runners.length, amid };
  return { ...loaded, value: { race, log, replan, today } };
}
