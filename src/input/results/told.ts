/** What was counted in a results file, as problems: what was assumed, what was left out, and when that is too much. */
import { isTooMuchLost } from '../../domain/limits.js';
import { error, note, type Problem, warning } from '../../domain/problems/problem.js';
import type { Measure } from '../../domain/record.js';
import { sum } from '../../kernel/stats.js';
import type { SexReader, SexSaid } from './sexes.js';
import type { ResultsShape } from './shape.js';
import type { Count, Tally } from './tally.js';

/** What the counts are of. */
export interface ToldOf {
  file: string;
  /** Of several in the file; else `null`. */
  edition: string | null;
  /** `null`: not known. */
  zone: string | null;
  /** Losing more than is right is a warning then, not an error. */
  isLenient: boolean;
}

/**
 * The counts as problems: what was assumed as a note, what was left out as warnings at their first line; an error
 * where that is too much of the file, or all of its finish times.
 */
export function tellTally(
  of: ToldOf,
  tally: Tally,
  shape: ResultsShape,
  sexes: SexReader,
): Problem[] {
  return [
    readAs(of, tally, shape, sexes),
    ...tellRepeated(of, tally),
    ...tellFinishes(of, tally, shape),
    ...tellSplits(of, tally, shape),
  ];
}

const columnOfFinish = ({ header, finish }: ResultsShape): string => header[finish.index] ?? '';

const at = ({ file }: ToldOf, { first }: Count) => ({ file, span: first });

/** How many of those counted are of no known sex, once all rows are read. */
const countUnknownSex = (said: ReadonlyMap<SexSaid, number>, { sexOf }: SexReader): number =>
  sum([...said].map(([one, rows]) => (sexOf(one) === null ? rows : 0)));

function readAs(
  { file, edition, zone }: ToldOf,
  { statuses, missing, sexesSaid }: Tally,
  shape: ResultsShape,
  sexes: SexReader,
): Problem {
  const { finish } = shape;
  const obvious =
    finish.kind === 'own' ? !finish.isChosen : finish.kind !== 'split' || finish.named;
  const args = {
    edition,
    runners: sum(Object.values(statuses)),
    ...statuses,
    unknownSex: countUnknownSex(sexesSaid, sexes),
    stations: shape.stations.length,
    times: shape.splitReading?.kind ?? null,
    zone,
    missing,
    finishColumn: obvious ? null : columnOfFinish(shape),
    distanceColumn: finish.kind === 'distance' ? columnOfFinish(shape) : null,
  };
  return note('RESULTS_READ_AS', args, { file });
}

function tellRepeated(of: ToldOf, { repeated, sameBib, statuses }: Tally): Problem[] {
  const runners = sum(Object.values(statuses));
  const found: Problem[] = [];
  for (const [rows, isSame] of [
    [repeated, true],
    [sameBib, false],
  ] as const) {
    if (rows.rows === 0) continue;
    const args = { rows: rows.rows, bib: rows.written || null, isSame };
    const isTooMuch = !isSame && isTooMuchLost(rows.rows, runners);
    const tell = isTooMuch ? tellLost(of) : warning;
    found.push(tell('BIB_REPEATED', { ...args, isTooMuch }, at(of, rows)));
  }
  return found;
}

function tellFinishes(of: ToldOf, tally: Tally, shape: ResultsShape): Problem[] {
  const { unreadable, unreadTimes, unreadableWave, impossibleFinish, finishOfStation } = tally;
  const found: Problem[] = [];
  const column = columnOfFinish(shape);
  const measure: Measure = shape.finish.kind === 'distance' ? 'distance' : 'time';
  const cells = { column, cells: unreadable.rows, written: unreadable.written, measure };
  if (unreadable.rows > 0 && tally.marked === 0 && impossibleFinish.rows === 0) {
    return [error('FINISHES_UNREADABLE', cells, at(of, unreadable))];
  }
  if (unreadable.rows > 0) found.push(warning('TIMES_UNREADABLE', cells, at(of, unreadable)));
  if (unreadableWave.rows > 0) {
    const { rows, written } = unreadableWave;
    const args = { column: shape.columns.wave?.header ?? '', cells: rows, written };
    found.push(warning('TIMES_UNREADABLE', args, at(of, unreadableWave)));
  }
  const atFinish = shape.splits.at(-1)?.name ?? '';
  if (finishOfStation > 0) {
    const args = { runners: finishOfStation, column: atFinish };
    found.push(note('FINISH_OF_STATION', args, { file: of.file }));
  }
  if (tally.fewerLaps.rows > 0) {
    const { rows: runners } = tally.fewerLaps;
    const args = { runners, column: shape.columns.laps?.header ?? '' };
    found.push(warning('FEWER_LAPS', args, at(of, tally.fewerLaps)));
  }
  if (tally.unplaced.runners > 0) {
    found.push(warning('TIMES_WITHOUT_PLACE', tally.unplaced, { file: of.file }));
  }
  if (tally.afterLimit > 0) {
    const args = { runners: tally.afterLimit, column: atFinish };
    found.push(note('FINISH_AFTER_LIMIT', args, { file: of.file }));
  }
  if (impossibleFinish.rows > 0) {
    const args = { rows: impossibleFinish.rows, measure };
    found.push(warning('FINISH_IMPOSSIBLE', args, at(of, impossibleFinish)));
  }
  const lost = impossibleFinish.rows + unreadTimes.rows;
  const all = tally.statuses.finished + tally.unreadFinishers;
  if (isTooMuchLost(lost, all)) {
    const args = {
      rows: lost,
      of: all,
      unreadable: unreadTimes.rows,
      impossible: impossibleFinish.rows,
      isLenient: of.isLenient,
      measure,
    };
    found.unshift(tellLost(of)('FINISHES_LOST', args, { file: of.file }));
  }
  return found;
}

function tellSplits(of: ToldOf, tally: Tally, shape: ResultsShape): Problem[] {
  const { goesBack, tooFast, withSplits, unreadSplits, pastMidnight } = tally;
  const found: Problem[] = [];
  if (unreadSplits.rows > 0) {
    const [first, ...others] = unreadSplits.columns;
    const { rows: cells, written } = unreadSplits;
    const args = { column: shape.header[first!] ?? '', others: others.length, cells, written };
    found.push(warning('TIMES_UNREADABLE', args, at(of, unreadSplits)));
  }
  if (pastMidnight > 0) {
    found.push(note('TIMES_PAST_DAY', { runners: pastMidnight }, { file: of.file }));
  }
  for (const [reason, { rows, first }] of [
    ['goes back', goesBack],
    ['too fast', tooFast],
  ] as const) {
    if (rows > 0)
      found.push(warning('SPLITS_IMPOSSIBLE', { rows, reason }, at(of, { rows, first })));
  }
  const lost = goesBack.rows + tooFast.rows;
  if (!isTooMuchLost(lost, withSplits)) return found;
  const columns = shape.splits.map(({ name }) => name);
  const args = { rows: lost, of: withSplits, columns, isLenient: of.isLenient };
  return [tellLost(of)('SPLITS_MOSTLY_LOST', args, { file: of.file }), ...found];
}

const tellLost = ({ isLenient }: ToldOf) => (isLenient ? warning : error);
