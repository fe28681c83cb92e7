/** `analyze --all`: every runner of a file judged by one plan. */
import { type Course, placesOf } from '../domain/course.js';
import type { Plan } from '../domain/plan.js';
import { note, type Problem } from '../domain/problems/problem.js';
import type { Edition } from '../domain/record.js';
import { describeRaceDay } from '../engine/course/race-day.js';
import { labelRows, resultsOfRows } from '../engine/review/row-results.js';
import { type RunnerReview, runnerReviewer } from '../engine/review/runners.js';
import { STDIN } from '../input/files.js';
import { runnerLogs } from '../input/results/runner-log.js';
import { namingTable } from '../input/table-kinds.js';
import { hasErrors } from '../kernel/diagnostic.js';
import { median } from '../kernel/stats.js';
import { runnersReport } from '../report/many/runners.js';
import type { Context, Outcome } from './command.js';
import { loadThisEdition } from './editions.js';
import { type Loaded, readRawNoted, tableNoted, unusable } from './loaded.js';
import { contextOfLog, noteProposal } from './log-file.js';
import { leftOut, parseMany } from './many-file.js';
import { type LoadedRace, loadRaceBy, solveRace } from './race.js';
import { readWeather, weatherAsItWas } from './weather.js';

/** Judges each runner of the first file by the plan beside it, or the one named. */
export async function analyzeAll(context: Context): Promise<Outcome> {
  const { files, options, progress } = context;
  const path = files[0] ?? STDIN;
  const loaded = await loadRaceBy(context, path, false, null);
  const edition = loaded.value && (await loadMany(context, path, loaded.value, loaded));
  if (!loaded.value || !edition || hasErrors(loaded.problems)) return unusable(loaded);
  const race = { ...loaded.value, plan: targeted(loaded.value.plan, edition) };
  const pace = solveRace(race, race.plan.pacing.target, loaded.problems);
  noteProposal(race, pace, loaded);
  const { plan, course, sun } = race;
  const results =
    plan.resultsFile === null || plan.resultsFile === path
      ? null
      : ((await loadThisEdition(race, context, loaded))?.results ?? null);
  if (!pace || hasErrors(loaded.problems)) return unusable(loaded);

  const logOf = runnerLogs(edition, contextOfLog(race, pace, options, false));
  const faults = edition.faults ?? new Map();
  const labelled = labelRows(edition.results);
  const rows = resultsOfRows(labelled, faults);
  const asked = readWeather(options, plan, loaded.problems);
  const day = describeRaceDay({ ...plan, weather: weatherAsItWas(plan, null, asked) }, sun);
  const review = runnerReviewer({ plan, course, pace, sun, day, results, rows });
  const runners: RunnerReview[] = [];
  const notJudged: Problem[] = [];
  let notStarted = 0;
  for (const [i, { label, result }] of labelled.entries()) {
    progress(progressBar(i, labelled.length));
    const why = leftOut(result, edition);
    const { value: log, diagnostics } = why ? { value: null, diagnostics: [why] } : logOf(result);
    if (log) runners.push(review({ label, result, log }));
    else if (why?.code === 'RUNNER_LEFT_OUT' && why.args.why === 'not started') notStarted += 1;
    else notJudged.push(...diagnostics);
  }
  // of a race of another kind the first row tells what all would
  const ofAll = notJudged.filter(isOfAll).slice(0, 1);
  const ofOne = notJudged.filter((problem) => !isOfAll(problem));
  loaded.problems.push(...ofAll, ...ofOne.map(costsOne), ...tellWaves(edition, course));
  if (hasErrors(loaded.problems)) return unusable(loaded);
  const input = { plan, course, runners, notStarted, leftOut: ofOne, rows, faults };
  return { ...unusable(loaded), output: runnersReport(input) };
}

async function loadMany(
  { options }: Context,
  path: string,
  race: LoadedRace,
  loaded: Loaded<unknown>,
): Promise<Edition | null> {
  const raw = readRawNoted(path, 'results', loaded);
  if (!raw) return null;
  const source = await tableNoted(raw, 'results', loaded);
  if (!source) return null;
  const { value, diagnostics } = parseMany(source, race, options);
  loaded.problems.push(...namingTable('results', diagnostics));
  return value;
}

/** A plan that says nothing of how fast to run is held against the middle of the field. */
function targeted(plan: Plan, { results }: Edition): Plan {
  const times = [...results].flatMap(({ timeS }) => timeS ?? []);
  if (plan.pacing.target || times.length === 0) return plan;
  const target = { kind: 'time', targetS: Math.round(median(times)) } as const;
  return { ...plan, pacing: { ...plan.pacing, target, targetSource: 'field' } };
}

const isOfAll = (problem: Problem): boolean =>
  problem.code === 'NO_LOG_OF_DISTANCE' && problem.args.why === 'plan not timed';

/** What is wrong with one row is no error of the file. */
const costsOne = (problem: Problem): Problem => ({ ...problem, severity: 'warning' });

/** Where runners start in waves, a place that closes does so for each by their own time. */
function tellWaves({ splits, file }: Edition, course: Course): Problem[] {
  const later = splits?.runners.filter(({ waveS }) => waveS !== 0).length ?? 0;
  const closes = placesOf(course).some(({ cutoffS }) => cutoffS !== null);
  return later > 0 && closes ? [note('CUTOFFS_BY_WAVE', { runners: later }, { file })] : [];
}

const BAR_COLUMNS = 20;

/** `runner 120 of 369 [=======             ]`. */
function progressBar(done: number, of: number): string {
  const filled = Math.round((BAR_COLUMNS * done) / of);
  return `runner ${done + 1} of ${of} [${'='.repeat(filled).padEnd(BAR_COLUMNS)}]`;
}
