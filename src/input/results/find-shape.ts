/** The shape of a results file, without a column that contradicts all others. */
import { isTooMuchLost } from '../../domain/limits.js';
import { type Parsed, warning } from '../../domain/problems/problem.js';
import type { TableRow } from '../table/whole.js';
import type { ResultsContext } from './context.js';
import { rowReader } from './row.js';
import { sexReader } from './sexes.js';
import { detectShape, type ResultsShape, type ResultsTable } from './shape.js';

/** Rows that tell whether a column fits the others, and so many columns at most are tried. */
const ROWS_TRIED = 60;
const MOST_TRIED = 60;
/** So many rows at least must speak against a column. */
const FEWEST_LOST = 3;
/** Of the rows with times, those that may be lost where the shape is right. */
const LOST_AT_MOST = 0.1;

/**
 * As `detectShape`; where most rows would be lost for times that cannot be true, and only one column's absence
 * cures it, that column is left out with `COLUMN_CONTRADICTS`.
 */
export function findShape(
  file: string,
  table: ResultsTable,
  sample: readonly TableRow[],
  context: ResultsContext,
): Parsed<ResultsShape> {
  const whole = detectShape(file, table, sample, context);
  if (!whole.value) return whole;
  const before = lostOf(whole.value, sample, context);
  if (before.rows < FEWEST_LOST || !isTooMuchLost(before.rows, before.of)) return whole;
  const { splits, stations } = whole.value;
  const kind = whole.value.splitReading?.kind;
  const tried = splits.length > MOST_TRIED ? [] : splits;
  const cures = tried.flatMap(({ inIndex, outIndex, name }, i) => {
    const leftOut = new Set([inIndex, outIndex].filter((index) => index !== null));
    const { value, diagnostics } = detectShape(file, table, sample, context, leftOut);
    const after = value && lostOf(value, sample, context);
    const isRead = value?.splitReading?.kind === kind;
    return isRead && after && after.of > 0 && after.rows <= after.of * LOST_AT_MOST
      ? [{ name, value, diagnostics, rows: after.rows, isPlaced: stations[i]?.atM != null }]
      : [];
  });
  const unplaced = cures.filter(({ isPlaced }) => !isPlaced);
  const [cure, other] = unplaced.length > 0 ? unplaced : cures;
  if (!cure || other) return whole;
  const args = { column: cure.name, rows: before.rows, of: before.of, rowsAfter: cure.rows };
  const told = warning('COLUMN_CONTRADICTS', args, { file });
  return { value: cure.value, diagnostics: [...cure.diagnostics, told] };
}

/** Of the first rows with times at stations, those whose times cannot be true. */
function lostOf(
  shape: ResultsShape,
  sample: readonly TableRow[],
  context: ResultsContext,
): { rows: number; of: number } {
  const read = rowReader(shape, context, sexReader(''), sample);
  const runners = sample.slice(0, ROWS_TRIED).flatMap((row) => {
    const runner = read(row);
    return typeof runner === 'string' ? [] : runner;
  });
  const lost = runners.filter((runner) => runner.impossibleSplits);
  const timed = runners.filter(({ splits }) => splits?.arriveS.some((s) => s !== null));
  return { rows: lost.length, of: lost.length + timed.length };
}
