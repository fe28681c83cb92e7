/** One race looked back on: what `analyze` tells of a log. */
import type { Plan } from '../domain/plan.js';
import { note, type Problem } from '../domain/problems/problem.js';
import { athleteOfRow, type RaceLog, type RaceResults } from '../domain/record.js';
import { computeTimeRun } from '../engine/goals/target.js';
import { reviewRace } from '../engine/review/review.js';
import { withoutLead } from '../engine/review/runners.js';
import { hasErrors } from '../kernel/diagnostic.js';
import type { AnalyzeInput } from '../report/analyze.js';
import type { Context } from './command.js';
import { loadThisEdition } from './editions.js';
import { explainReview } from './explained.js';
import type { Loaded } from './loaded.js';
import { loadLog } from './log-file.js';
import type { RunnerLog } from './many-file.js';
import { type LoadedRace, loadRace, solveRace } from './race.js';
import { readWeather } from './weather.js';

/** A race, the log of it, and what is to be said of them. */
export type ReviewedRace = AnalyzeInput;

/** Judges the first file by the plan beside it, or the one named; `null` when anything of them cannot be used. */
export async function reviewLog(context: Context): Promise<Loaded<ReviewedRace>> {
  const loaded = await loadRace(context, context.files[0] ?? null);
  const race = loaded.value;
  const nothing = { ...loaded, value: null };
  if (!race) return nothing;
  const { course } = race;
  const asked = readWeather(context.options, race.plan, loaded.problems);
  const { target } = race.plan.pacing;
  const planned = target && solveRace(race, target, loaded.problems);
  const logged = await loadLog(context, race, planned, loaded);
  const edition = await loadThisEdition(race, context.options, loaded);
  const results = edition?.results ?? null;
  if (!logged || hasErrors(loaded.problems)) return nothing;
  const plan = target ? race.plan : asRun(race, logged.log, loaded.problems);
  const pace = planned ?? solveRace(race, plan.pacing.target, loaded.problems);
  if (!pace || hasErrors(loaded.problems)) return nothing;
  const { log, efforts, ofMany } = logged;
  const among = ofMany && athleteAmong(plan, ofMany, results);
  const judged = among ?? { plan, results, isLeadTold: true };
  const found = reviewRace(judged.plan, course, pace, log, judged.results, efforts, race.sun);
  const review = judged.isLeadTold ? found : withoutLead(found);
  const explained = explainReview({ ...race, plan: judged.plan }, review, logged, edition, asked);
  return { ...loaded, value: { plan, course, log, review, ...explained } };
}

/**
 * With a runner of many that one is judged, whoever the plan is of; what their row does not tell the plan does. Where
 * it names no results, the rows are.
 */
function athleteAmong(
  plan: Plan,
  { row, rows }: NonNullable<RunnerLog['ofMany']>,
  results: RaceResults | null,
) {
  const { bib, sex, ageYears } = athleteOfRow(row.result);
  const athlete = {
    ...plan.athlete,
    bib: results ? bib : row.label,
    sex: sex ?? plan.athlete.sex,
    ageYears: ageYears ?? plan.athlete.ageYears,
  };
  return {
    plan: { ...plan, athlete },
    results: results ?? rows.results,
    isLeadTold: results !== null || rows.areAllTold,
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
