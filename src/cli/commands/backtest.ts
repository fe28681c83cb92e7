/** `raceplan backtest`: how well the model would have predicted splits that are known. */
import { basename, resolve } from 'node:path';
import type { HistoryFile, Plan } from '../../domain/plan.js';
import { error, type Problem } from '../../domain/problems/problem.js';
import type { Edition } from '../../domain/record.js';
import {
  backtestEditions,
  backtestYardstick,
  type EditionBacktest,
  type TestEdition,
} from '../../engine/backtest/backtest.js';
import { BACKTEST_MODES, type BacktestMode } from '../../engine/backtest/modes.js';
import { YARDSTICKS } from '../../engine/backtest/yardsticks.js';
import { buildCourse } from '../../engine/course/course.js';
import { bareStation } from '../../engine/course/places.js';
import { readPastEdition } from '../../engine/history/edition.js';
import { readField } from '../../engine/today/field-runners.js';
import { hasErrors } from '../../kernel/diagnostic.js';
import { yearIn } from '../../kernel/text.js';
import { renderCsv } from '../../render/csv.js';
import { backtestReport } from '../../report/backtest.js';
import {
  IN_RACE_COLUMNS,
  inRacePredictionRows,
  PREDICTION_COLUMNS,
  predictionRows,
} from '../../report/predictions.js';
import type { Context, Outcome } from '../command.js';
import { loadEditions, loadStations, namedFile } from '../editions.js';
import { type LoadedCourse, type Notes, unusable } from '../loaded.js';
import { type Options, readChoice, textOf } from '../options.js';
import type { OutputText } from '../output-writing.js';
import { loadCourse } from '../race.js';

export async function run(context: Context): Promise<Outcome> {
  const { files, options, progress } = context;
  if (options.written.finish === true) {
    const { runFinish } = await import('./backtest-finish.js');
    return runFinish(context);
  }
  const loaded = await loadCourse(context, files[0] ?? null);
  const { value: race, problems } = loaded;
  const mode = readMode(options, problems);
  if (!race || !mode || hasErrors(problems)) return unusable(loaded);
  const editions: TestEdition[] = [];
  for (const file of files) editions.push(...(await loadTestEditions(file, race, context, loaded)));
  editions.sort((a, b) => (a.past.year ?? 0) - (b.past.year ?? 0));
  if (hasErrors(problems)) return unusable(loaded);

  const backtests: EditionBacktest[] = [];
  const isInRace = options.written.inRace === true;
  progress(`edition 1 of ${editions.length}`);
  for (const backtest of backtestEditions(editions, mode, options.written.field === true)) {
    backtests.push(backtest);
    progress(`edition ${Math.min(backtests.length + 1, editions.length)} of ${editions.length}`);
  }
  const problem = whyNothing(editions, backtests, mode);
  if (problem) return unusable({ ...loaded, problems: [...problems, problem] });
  const yardsticks = (isInRace ? [] : YARDSTICKS).map((yardstick) => ({
    yardstick,
    backtests: backtestYardstick(
      backtests.map(({ edition }) => edition),
      yardstick,
    ),
  }));
  const { plan, course } = race;
  return {
    ...unusable(loaded),
    output: backtestReport({ plan, course, mode, backtests, yardsticks, isInRace }),
    files: predictionsAsked(options, backtests),
  };
}

function readMode({ written }: Options, problems: Problem[]): BacktestMode | null {
  const asked = textOf(written, 'mode');
  return asked == null ? 'no-history' : readChoice('--mode', asked, BACKTEST_MODES, problems);
}

/** The editions of a file, each with the plan a runner of that year would have had. */
async function loadTestEditions(
  file: string,
  { plan, track, ...race }: LoadedCourse,
  { options, progress }: Context,
  notes: Notes,
): Promise<TestEdition[]> {
  const entry = entryOf(file, plan, options);
  const dayPlan = await planOfDay(entry, plan, notes);
  const course =
    dayPlan.course === plan.course ? race.course : rebuild(dayPlan, track, notes.problems);
  if (!course) return [];
  const editions = await loadEditions(entry, { plan: dayPlan, course }, options, notes, {
    progress,
  });
  return editions.map((edition) => ({
    ...race,
    plan: dayPlan,
    course,
    past: readPastEdition(named(edition), course.distanceM),
    field: edition.splits ? readField(edition.splits, course) : [],
  }));
}

/** By its year, where that tells it from others. */
const named = (edition: Edition): Edition =>
  edition.year == null ? edition : { ...edition, name: String(edition.year) };

/** What the plan knows of the file, and the stations asked for. */
function entryOf(file: string, plan: Plan, { written }: Options): HistoryFile {
  const known = plan.history.find((entry) => resolve(entry.file) === resolve(file));
  const entry = known ?? namedFile(file);
  const stationsFile = textOf(written, 'stations');
  if (stationsFile == null) return entry;
  const year = entry.year ?? yearIn(basename(file));
  return { ...entry, stationsFile: stationsFile.replaceAll('YYYY', String(year ?? 'YYYY')) };
}

/** The plan with that year's stations, climbs and heat, where they are known. */
async function planOfDay(
  { stationsFile, highC }: HistoryFile,
  plan: Plan,
  notes: Notes,
): Promise<Plan> {
  const weather = highC == null ? plan.weather : { lowC: null, highC };
  const table = stationsFile == null ? null : await loadStations(stationsFile, plan, notes);
  const finish = table?.at(-1);
  if (!table || !finish) return { ...plan, weather };
  const stations = table.map(({ name, atM, elevationM, gainM, lossM }) => ({
    ...bareStation(name),
    ...{ atM, elevationM, gainM, lossM },
  }));
  // the organiser's totals are of the plan's own course
  const { gainM, lossM } = table.some((row) => row.gainM !== null || row.lossM !== null)
    ? { gainM: null, lossM: null }
    : plan.course;
  const course = { ...plan.course, distanceM: finish.atM, gainM, lossM, stations };
  return { ...plan, weather, course };
}

function rebuild(plan: Plan, track: LoadedCourse['track'], problems: Problem[]) {
  const { value, diagnostics } = buildCourse(plan, track);
  problems.push(...diagnostics);
  return value;
}

function whyNothing(
  editions: readonly TestEdition[],
  backtests: readonly EditionBacktest[],
  mode: BacktestMode,
): Problem | null {
  if (backtests.some(({ runs }) => runs.some(({ points }) => points.length > 0))) return null;
  const isAlone = editions.length > 0 && backtests.length === 0;
  return isAlone ? error('NO_OTHER_EDITION', { mode }) : error('NO_SPLITS', {});
}

function predictionsAsked(
  { written }: Options,
  backtests: readonly EditionBacktest[],
): OutputText[] {
  const path = textOf(written, 'predictions');
  if (path == null) return [];
  const text =
    written.inRace === true
      ? renderCsv(IN_RACE_COLUMNS, inRacePredictionRows(backtests))
      : renderCsv(PREDICTION_COLUMNS, predictionRows(backtests));
  return [{ path, text }];
}
