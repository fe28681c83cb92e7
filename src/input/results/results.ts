/** Results and splits of many runners: one file, one or several editions. */
import { basename } from 'node:path';
import { error, note, type Parsed, type Problem } from '../../domain/problems/problem.js';
import type { Edition } from '../../domain/record.js';
import { sum } from '../../kernel/stats.js';
import { yearIn } from '../../kernel/text.js';
import type { TextBlocks } from '../source.js';
import { openTableRows } from '../table/rows.js';
import { cellSpan, type TableRow } from '../table/whole.js';
import type { ResultsContext } from './context.js';
import { findEntrants } from './entrants.js';
import { findShape } from './find-shape.js';
import { addRunner, editionLabel, editionOf, type Group, newGroups, seenRunner } from './groups.js';
import { resultHeadings } from './header-words.js';
import { settleFinishes, settleUnplaced, type WaitingRunner } from './late-finishes.js';
import { chooseRace } from './race-choice.js';
import { type NoRunner, type RunnerRow, rowReader } from './row.js';
import { readSections } from './sections.js';
import { type SexReader, sexReader } from './sexes.js';
import type { ResultsShape } from './shape.js';
import { withStartOfColumn } from './start-column.js';
import { countRepeated, countRunner, rowSpan } from './tally.js';
import { tellTally } from './told.js';

/** Rows on which the shape of a file is found. */
const SAMPLE_ROWS = 200;

/**
 * Reads a results file, block by block: of each runner only the result and the splits are kept, never a name.
 * Of several races in the file the plan's is taken, of several editions all, oldest first.
 * @returns `null` with the reason when there are no rows, no finish times, or it is not clear which race is meant;
 * rows and splits that cannot be true are left out, counted and reported
 */
export function parseEditions(
  source: TextBlocks,
  context: ResultsContext,
): Parsed<readonly Edition[]> {
  const { file } = source;
  const dated = { ...context, year: context.year ?? yearIn(basename(file)) };
  const { value, diagnostics } = readGroups(source, dated);
  if (!value) return { value: null, diagnostics };
  const { shape, groups, sexes, context: read } = value;
  const races = [...new Set(groups.map(({ race }) => race).filter((race) => race != null))];
  const chosen = races.length === 0 ? null : chooseRace(file, races, dated);
  const all = [...diagnostics, ...(chosen?.diagnostics ?? [])];
  if (chosen && chosen.value == null) return { value: null, diagnostics: all };
  const editions = groups.filter(({ race }) => race === (chosen?.value ?? null));
  if (chosen?.value != null) all.push(...racesLeftOut(file, chosen.value, groups));
  for (const group of editions) {
    const edition = editions.length > 1 ? editionLabel(group) : null;
    const of = {
      file,
      edition,
      zone: read.isStartOfColumn && context.start.startAt === null ? null : read.start.zone,
      isLenient: dated.lenient === true,
    };
    all.push(...tellTally(of, group.tally, shape, sexes));
    const [runners, kept] = [group.withSplits, group.runners.length];
    if (kept < runners) all.push(note('SPLITS_THINNED', { runners, kept }, { file }));
  }
  return {
    value: editions
      .map((group) => editionOf(group, file, shape, dated, sexes, editions.length === 1))
      .sort((a, b) => (a.year ?? 0) - (b.year ?? 0)),
    diagnostics: all,
  };
}

function racesLeftOut(file: string, race: string, groups: readonly Group[]): Problem[] {
  const left = groups.filter((group) => group.race !== race);
  if (left.length === 0) return [];
  const others = [...new Set(left.map((group) => group.race ?? 'rows that name none'))];
  const runners = sum(left.map(({ list }) => list.results.length));
  return [note('RACES_LEFT_OUT', { race, others, runners }, { file })];
}

/** Reads every row into the group of its race and edition. */
function readGroups(
  source: TextBlocks,
  known: ResultsContext,
): Parsed<{
  shape: ResultsShape;
  groups: readonly Group[];
  sexes: SexReader;
  context: ResultsContext;
}> {
  const { file } = source;
  const diagnostics: Problem[] = [];
  const report = (problem: Problem) => diagnostics.push(known.lenient ? lenient(problem) : problem);
  const table = openTableRows(source, report, resultHeadings);
  const rows = table?.rows[Symbol.iterator]();
  const sample = rows ? take(rows, SAMPLE_ROWS) : [];
  if (!table || !rows || sample.length === 0) {
    const empty = error('CSV_EMPTY', {}, { file });
    return { value: null, diagnostics: diagnostics.length > 0 ? diagnostics : [empty] };
  }
  const started = withStartOfColumn(file, known, table.header.cells, sample);
  const { context } = started;
  diagnostics.push(...started.diagnostics);
  const { value: shape, diagnostics: shaped } = findShape(file, table, sample, context);
  const entrants = findEntrants(table.header.cells, sample, shape?.finish ?? null);
  if (entrants) {
    const columns = entrants.map((index) => table.header.cells[index] ?? '');
    const at = { file, span: cellSpan(table, table.header, entrants[0]!) };
    return {
      value: null,
      diagnostics: [error('ENTRANTS_LIST', { columns, found: table.header.cells }, at)],
    };
  }
  const span = cellSpan(table, table.header, 0);
  // what is said of columns names the line they are named on, where that is not the first
  const isNamed = ({ code }: Problem) => code === 'NO_COLUMN' || table.header.line > 1;
  diagnostics.push(...shaped.map((p) => (p.span === null && isNamed(p) ? { ...p, span } : p)));
  if (shape?.laps?.isTimed && shape.laps.first && shape.finish.kind !== 'distance') {
    const { index, header: column } = shape.columns.laps!;
    const args = { column, written: shape.laps.first.cells[index] ?? '' };
    const at = { file, span: cellSpan(table, shape.laps.first, index) };
    return { value: null, diagnostics: [error('RESULTS_ARE_LAPS', args, at)] };
  }
  if (!shape) return { value: null, diagnostics };
  const sexes = sexReader(shape.columns.sex?.header ?? '');
  const read = rowReader(shape, context, sexes, sample);
  const sections = readSections(table.above, shape);
  const groups = newGroups(sexes);
  const left = { relay: 0, nobody: 0 };
  let firstNobody: TableRow | null = null;
  const waiting = new Map<Group, WaitingRunner[]>();
  const unplaced = new Map<Group, WaitingRunner[]>();
  const add = (row: TableRow) => {
    if (row.under !== undefined) sections.begin({ ...row, cells: [row.under] });
    if (sections.begin(row)) {
      left.nobody += 1;
      firstNobody ??= row;
      return;
    }
    const told = read(row);
    if (typeof told === 'string') {
      left[told] += 1;
      if (told === 'nobody') firstNobody ??= row;
      return;
    }
    const runner = sections.under(told);
    const group = groups.of(runner);
    const held = runner.isFinishOfStation ? waiting : runner.isUnplaced ? unplaced : null;
    if (!held) {
      count(group, runner, row);
      return;
    }
    const others = held.get(group);
    if (others) others.push({ runner, row });
    else held.set(group, [{ runner, row }]);
  };
  const count = (group: Group, runner: RunnerRow, row: TableRow) => {
    const name = row.cells[shape.columns.name?.index ?? -1] ?? '';
    const seen = seenRunner(group, runner.result, row, name);
    if (seen !== 'new') countRepeated(group.tally, seen, runner.result.bib, row);
    // the very same result a second time is no second runner
    if (seen === 'same') return;
    countRunner(group.tally, runner, row, table.delimiter, shape);
    addRunner(group, runner, shape, context.keepsAll === true);
  };
  sample.forEach(add);
  for (let next = rows.next(); !next.done; next = rows.next()) add(next.value);
  for (const [group, runners] of unplaced) {
    for (const { runner, row } of settleUnplaced(runners, group)) count(group, runner, row);
  }
  for (const [group, runners] of waiting) {
    for (const { runner, row } of settleFinishes(runners, group)) count(group, runner, row);
  }
  for (const group of groups.all()) group.race ??= sections.firstRace();
  diagnostics.push(...sections.said(file), ...tellNoRunners(file, left, firstNobody));
  if (groups.all().length === 0) {
    return { value: null, diagnostics: [...diagnostics, error('NO_RUNNERS', {}, { file })] };
  }
  return { value: { shape, groups: groups.all(), sexes, context }, diagnostics };
}

/** Lines that stand in no column are left out as rows are; too many are no error where that was asked for. */
const lenient = (problem: Problem): Problem =>
  problem.code === 'LINES_OFF_COLUMNS' ? { ...problem, severity: 'warning' } : problem;

function tellNoRunners(
  file: string,
  { relay, nobody }: Readonly<Record<NoRunner, number>>,
  first: TableRow | null,
): Problem[] {
  const found: Problem[] = [];
  if (relay > 0) found.push(note('RELAYS_LEFT_OUT', { rows: relay }, { file }));
  if (first) {
    const args = { rows: nobody, written: first.raw.trim() };
    found.push(note('ROWS_OF_NOBODY', args, { file, span: rowSpan(first) }));
  }
  return found;
}

function take<T>(items: Iterator<T>, most: number): T[] {
  const taken: T[] = [];
  while (taken.length < most) {
    const next = items.next();
    if (next.done) break;
    taken.push(next.value);
  }
  return taken;
}
