/** `raceplan backtest --finish`: how well each result of many runners is forecast from their earlier ones. */
import { error, note } from '../../domain/problems/problem.js';
import type { CareerResult } from '../../domain/record.js';
import {
  backtestCareers,
  type CareerPrediction,
  scoreCareers,
} from '../../engine/backtest/careers.js';
import {
  predictionsOfWholeFields,
  withClosings,
  withCutoff,
} from '../../engine/backtest/whole-fields.js';
import { parseCareers } from '../../input/careers/careers.js';
import { namingTable } from '../../input/table-kinds.js';
import { hasErrors } from '../../kernel/diagnostic.js';
import { renderCsv } from '../../render/csv.js';
import {
  CAREER_PREDICTION_COLUMNS,
  careerPredictionRows,
  careersReport,
} from '../../report/careers.js';
import type { Context, Outcome } from '../command.js';
import {
  type Loaded,
  type LoadedCourse,
  type Notes,
  nothingLoaded,
  readNotedTable,
  unusable,
} from '../loaded.js';
import { type Options, textOf } from '../options.js';
import type { OutputText } from '../output-writing.js';
import { loadCourse } from '../race.js';

/** Needs no plan; with one that is named, its cutoff counts for results of its course. */
export async function runFinish(context: Context): Promise<Outcome> {
  const { files, options, progress } = context;
  const loaded: Loaded<LoadedCourse> =
    options.plan === null ? nothingLoaded() : await loadCourse(context, files[0] ?? null);
  if (hasErrors(loaded.problems)) return unusable(loaded);
  const results: CareerResult[] = [];
  for (const file of files) results.push(...(await loadCareers(file, options, loaded)));
  if (hasErrors(loaded.problems)) return unusable(loaded);

  const { course } = loaded.value ?? {};
  const given = course
    ? withCutoff(results, { ...course, cutoffS: course.finish.cutoffS })
    : results;
  const { results: told, taken } = withClosings(given);
  loaded.problems.push(
    ...taken.map((closing) => note('CLOSING_TAKEN', { ...closing }, { file: files[0] ?? null })),
  );
  const predictions = backtestCareers(told, undefined, (runner, of) =>
    progress(`runner ${runner} of ${of}`),
  );
  if (predictions.length === 0) {
    loaded.problems.push(error('NO_EARLIER_RESULTS', {}, { file: files[0] ?? null }));
    return unusable(loaded);
  }
  const ofWholeFields = predictionsOfWholeFields(told, predictions);
  return {
    ...unusable(loaded),
    output: careersReport({
      results: told.length,
      runners: new Set(told.map(({ runner }) => runner)).size,
      scores: scoreCareers(predictions),
      finish: ofWholeFields.length === 0 ? null : scoreCareers(ofWholeFields).finish,
    }),
    files: predictionsAsked(options, predictions),
  };
}

/** Bare numbers are in the units asked for, else in those of the plan named, else metric. */
async function loadCareers(
  file: string,
  { units, lenient }: Options,
  loaded: Notes & Pick<Loaded<unknown>, 'units'>,
): Promise<readonly CareerResult[]> {
  const source = await readNotedTable(file, 'results', loaded);
  if (!source) return [];
  const { value, diagnostics } = parseCareers(source, units ?? loaded.units ?? 'metric', lenient);
  loaded.problems.push(...namingTable('careers', diagnostics));
  return value ?? [];
}

function predictionsAsked(
  { written }: Options,
  predictions: readonly CareerPrediction[],
): OutputText[] {
  const path = textOf(written, 'predictions');
  if (path === null) return [];
  return [{ path, text: renderCsv(CAREER_PREDICTION_COLUMNS, careerPredictionRows(predictions)) }];
}
