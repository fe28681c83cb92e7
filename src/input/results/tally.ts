/** What was found in a results file and what was left out, counted while it is read. */
import { isMostLost } from '../../domain/limits.js';
import { error, note, type Problem, warning } from '../../domain/problems/problem.js';
import type { FinishStatus } from '../../domain/record.js';
import type { Span } from '../../kernel/diagnostic.js';
import { sum } from '../../kernel/stats.js';
import { type CsvRow, cellSpan, type Delimiter } from '../table/source.js';
import type { RunnerRow } from './row.js';
import type { ResultsShape } from './shape.js';

/** How often something was found, and where first. */
interface Count {
  rows: number;
  first: Span | null;
}

export interface Tally {
  statuses: Record<FinishStatus, number>;
  /** Stations that finishers passed without a time. */
  missing: number;
  impossibleFinish: Count;
  /** Runners with times at stations, whether they can be true or not. */
  withSplits: number;
  goesBack: Count;
  tooFast: Count;
  unreadable: Count & { written: string };
  /** Cells at stations, and in which columns of the file. */
  unreadSplits: Count & { written: string; columns: Set<number> };
  /** Runners of whom some time started again at 24:00:00. */
  pastMidnight: number;
  finishOfStation: number;
  unreadableWave: Count & { written: string };
}

const none = (): Count => ({ rows: 0, first: null });

export const emptyTally = (): Tally => ({
  statuses: { finished: 0, dnf: 0, dns: 0, dq: 0 },
  missing: 0,
  withSplits: 0,
  impossibleFinish: none(),
  goesBack: none(),
  tooFast: none(),
  unreadable: { ...none(), written: '' },
  unreadSplits: { ...none(), written: '', columns: new Set() },
  pastMidnight: 0,
  finishOfStation: 0,
  unreadableWave: { ...none(), written: '' },
});

export function countRunner(
  tally: Tally,
  runner: RunnerRow,
  row: CsvRow,
  delimiter: Delimiter,
  { finish, stations, wave }: ResultsShape,
): void {
  const { result, splits } = runner;
  tally.statuses[result.status] += 1;
  if (result.status === 'finished' && splits) {
    tally.missing += stations.filter(
      (_, i) => splits.arriveS[i] == null && splits.departS[i] == null,
    ).length;
  }
  const isTimed = splits?.arriveS.some((s) => s != null) || splits?.departS.some((s) => s != null);
  if (isTimed || runner.impossibleSplits) tally.withSplits += 1;
  const count = (what: Count, span: () => Span) => {
    what.rows += 1;
    what.first ??= span();
  };
  const finishSpan = () => cellSpan({ delimiter }, row, finish.index);
  const rowSpan = () => ({ line: row.line, column: 1, length: row.raw.length });
  if (runner.impossibleFinish) count(tally.impossibleFinish, finishSpan);
  if (runner.impossibleSplits === 'goes back') count(tally.goesBack, rowSpan);
  if (runner.impossibleSplits === 'too fast') count(tally.tooFast, rowSpan);
  const countCell = (what: Tally['unreadable'], written: string | null, span: () => Span) => {
    if (written == null) return;
    if (what.rows === 0) what.written = written;
    count(what, span);
  };
  countCell(tally.unreadable, runner.unreadable, finishSpan);
  for (const index of runner.unreadSplits) {
    const { unreadSplits } = tally;
    unreadSplits.columns.add(index);
    countCell(unreadSplits, row.cells[index] ?? '', () => cellSpan({ delimiter }, row, index));
  }
  if (runner.isPastMidnight) tally.pastMidnight += 1;
  if (runner.isFinishOfStation) tally.finishOfStation += 1;
  const waveSpan = () => cellSpan({ delimiter }, row, wave!.index);
  countCell(tally.unreadableWave, runner.wave.unreadable, waveSpan);
}

const isNamed = (finish: Exclude<ResultsShape['finish'], { kind: 'own' }>): boolean =>
  finish.kind !== 'split' || finish.named;

/** The counts as problems: what was assumed as a note, what was left out as warnings at their first line. */
export function tellTally(
  { file, edition, zone }: { file: string; edition: string | null; zone: string },
  tally: Tally,
  shape: ResultsShape,
): Problem[] {
  const { statuses, missing, impossibleFinish, goesBack, tooFast, unreadable } = tally;
  const { unreadableWave, unreadSplits, pastMidnight, finishOfStation } = tally;
  const finishColumn = shape.header[shape.finish.index] ?? '';
  const obvious = shape.finish.kind === 'own' ? !shape.finish.isChosen : isNamed(shape.finish);
  const readAs = {
    edition,
    runners: sum(Object.values(statuses)),
    ...statuses,
    stations: shape.stations.length,
    times: shape.splitReading?.kind ?? null,
    zone,
    missing,
    finishColumn: obvious ? null : finishColumn,
  };
  const found: Problem[] = [note('RESULTS_READ_AS', readAs, { file })];
  const at = ({ first }: Count) => ({ file, span: first });
  if (unreadable.rows > 0) {
    const args = { column: finishColumn, cells: unreadable.rows, written: unreadable.written };
    found.push(warning('TIMES_UNREADABLE', args, at(unreadable)));
  }
  if (unreadSplits.rows > 0) {
    const [first, ...others] = unreadSplits.columns;
    const { rows: cells, written } = unreadSplits;
    const args = { column: shape.header[first!] ?? '', others: others.length, cells, written };
    found.push(warning('TIMES_UNREADABLE', args, at(unreadSplits)));
  }
  if (pastMidnight > 0) found.push(note('TIMES_PAST_DAY', { runners: pastMidnight }, { file }));
  if (finishOfStation > 0) {
    const column = shape.splits.at(-1)!.name;
    found.push(note('FINISH_OF_STATION', { runners: finishOfStation, column }, { file }));
  }
  if (unreadableWave.rows > 0) {
    const { rows: cells, written } = unreadableWave;
    const column = shape.columns.wave?.header ?? '';
    found.push(warning('TIMES_UNREADABLE', { column, cells, written }, at(unreadableWave)));
  }
  if (impossibleFinish.rows > 0) {
    const { rows } = impossibleFinish;
    found.push(warning('FINISH_IMPOSSIBLE', { rows }, at(impossibleFinish)));
  }
  const lost = goesBack.rows + tooFast.rows;
  if (isMostLost(lost, tally.withSplits)) {
    const columns = shape.splits.map(({ name }) => name);
    found.push(
      error('SPLITS_MOSTLY_LOST', { rows: lost, of: tally.withSplits, columns }, { file }),
    );
    return found;
  }
  for (const [reason, count] of [
    ['goes back', goesBack],
    ['too fast', tooFast],
  ] as const) {
    const { rows } = count;
    if (rows > 0) found.push(warning('SPLITS_IMPOSSIBLE', { rows, reason }, at(count)));
  }
  return found;
}
