/** A file of many runners read as logs: of one of them, or of each. */
import { error, note, type Parsed, type Problem } from '../domain/problems/problem.js';
import type { Edition, RaceLog, RaceResult } from '../domain/record.js';
import {
  type LabelledRow,
  labelRows,
  type RowResults,
  resultsOfRows,
} from '../engine/review/row-results.js';
import { parseEditions } from '../input/results/results.js';
import {
  findBib,
  findName,
  type LogAsked,
  runnerLogs,
  whyLeftOut,
} from '../input/results/runner-log.js';
import { blocksOf, type Source } from '../input/source.js';
import { contextOf, type PlannedCourse } from './editions.js';
import { type Options, textOf } from './options.js';

/** A log, and the row of results it was made from, among the others; `null`: it was written as a log. */
export interface RunnerLog {
  log: RaceLog;
  ofMany: { row: LabelledRow; rows: RowResults } | null;
}

/** Whose row is asked for. */
type AskedRunner = { bib: string } | { name: string };

/** The runner named by `--bib` or `--runner`, else `null`. */
export function askedRunner({ written }: Options): AskedRunner | null {
  const [bib, name] = [textOf(written, 'bib'), textOf(written, 'runner')];
  return bib !== null ? { bib } : name !== null ? { name } : null;
}

/** The edition in a file of many: of several the last, which is said. */
export function parseMany(source: Source, race: PlannedCourse, options: Options): Parsed<Edition> {
  const context = { ...contextOf(race, options), keepsAll: true };
  const { value, diagnostics } = parseEditions(blocksOf(source), context);
  const edition = value?.at(-1) ?? null;
  const of = value?.length ?? 0;
  const taken =
    edition && of > 1
      ? [note('EDITION_TAKEN', { taken: labelOf(edition), of }, { file: source.file })]
      : [];
  return { value: edition, diagnostics: [...diagnostics, ...taken] };
}

const labelOf = ({ name, year, day }: Edition): string =>
  day ?? (year === null ? name : String(year));

/** One runner of many. */
export function parseOneOfMany(
  source: Source,
  asked: AskedRunner,
  race: PlannedCourse,
  context: LogAsked,
  options: Options,
): Parsed<RunnerLog> {
  const { value: edition, diagnostics } = parseMany(source, race, options);
  if (!edition) return { value: null, diagnostics };
  const found =
    'bib' in asked ? findBib(asked.bib, edition) : findNamed(asked.name, source, edition);
  const all = [...diagnostics, ...found.diagnostics];
  const result = found.value;
  if (!result) return { value: null, diagnostics: all };
  const left = context.goesOn ? null : leftOut(result, edition);
  if (left) return { value: null, diagnostics: [...all, left] };
  const log = runnerLogs(edition, context)(result);
  const labelled = labelRows(edition.results);
  const row = labelled.find(({ result: { line } }) => line === result.line)!;
  const rows = resultsOfRows(labelled, edition.faults ?? new Map());
  return {
    value: log.value && { log: log.value, ofMany: { row, rows } },
    diagnostics: [...all, ...log.diagnostics],
  };
}

function findNamed(name: string, source: Source, { file, results }: Edition): Parsed<RaceResult> {
  const byLine = new Map([...results].map((result) => [result.line, result]));
  const { same, near } = findName(name, source, new Set(byLine.keys()));
  const [first, second] = same;
  const problem = !first
    ? error('NAME_NOT_FOUND', { name, near }, { file })
    : second
      ? error('NAME_AMBIGUOUS', { name, rows: same }, { file })
      : null;
  return problem
    ? { value: null, diagnostics: [problem] }
    : { value: byLine.get(first!.line)!, diagnostics: [] };
}

/** Why a runner cannot be judged; `null` where nothing stands against it. */
export function leftOut(result: RaceResult, edition: Edition): Problem | null {
  const why = whyLeftOut(result, edition);
  const span = { line: result.line, column: 1, length: 1 };
  return why && error('RUNNER_LEFT_OUT', { why }, { file: edition.file, span });
}
