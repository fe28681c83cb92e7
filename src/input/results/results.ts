/** Results and splits of many runners: one file, one or several editions. */
import { basename } from 'node:path';
import { error, note, type Parsed, type Problem } from '../../domain/problems/problem.js';
import type { Edition, RunnerSplits } from '../../domain/record.js';
import { sum } from '../../kernel/stats.js';
import { yearIn } from '../../kernel/text.js';
import type { TextBlocks } from '../source.js';
import { headingsOf } from '../table/header.js';
import { openCsv } from '../table/rows.js';
import { type CsvRow, cellSpan, type Delimiter } from '../table/source.js';
import { type CompactResults, compactResults } from './compact-results.js';
import type { ResultsContext } from './context.js';
import { chooseRace } from './race-choice.js';
import { type RunnerRow, rowReader } from './row.js';
import { detectShape, type ResultsShape } from './shape.js';
import type { SplitTimes } from './split-times.js';
import { countRunner, emptyTally, type Tally, tellTally } from './tally.js';
import { RESULT_COLUMNS } from './vocabulary.js';

/** The runners of one race in one year. */
interface Group {
  race: string | null;
  edition: string | null;
  list: CompactResults;
  runners: RunnerSplits[];
  /** Runners with splits, of whom the first, and every `every`th after them, is in `runners`. */
  withSplits: number;
  every: number;
  tally: Tally;
}

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
  const { shape, groups } = value;
  const races = [...new Set(groups.map(({ race }) => race).filter((race) => race != null))];
  const chosen = races.length === 0 ? null : chooseRace(file, races, dated);
  const all = [...diagnostics, ...(chosen?.diagnostics ?? [])];
  if (chosen && chosen.value == null) return { value: null, diagnostics: all };
  const editions = groups.filter(({ race }) => race === (chosen?.value ?? null));
  if (chosen?.value != null) all.push(...racesLeftOut(file, chosen.value, groups));
  for (const group of editions) {
    const edition = editions.length > 1 ? group.edition : null;
    all.push(...tellTally({ file, edition, zone: dated.start.zone }, group.tally, shape));
    const [runners, kept] = [group.withSplits, group.runners.length];
    if (kept < runners) all.push(note('SPLITS_THINNED', { runners, kept }, { file }));
  }
  return {
    value: editions
      .map((group) => editionOf(group, file, shape, dated))
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
  context: ResultsContext,
): Parsed<{ shape: ResultsShape; groups: readonly Group[] }> {
  const { file } = source;
  const diagnostics: Problem[] = [];
  const csv = openCsv(source, (problem) => diagnostics.push(problem), headingsOf(RESULT_COLUMNS));
  const rows = csv?.rows[Symbol.iterator]();
  const sample = rows ? take(rows, SAMPLE_ROWS) : [];
  if (!csv || !rows || sample.length === 0) {
    const empty = error('CSV_EMPTY', {}, { file });
    return { value: null, diagnostics: diagnostics.length > 0 ? diagnostics : [empty] };
  }
  const { value: shape, diagnostics: shaped } = detectShape(
    file,
    csv.header.cells,
    sample,
    context,
  );
  const span = cellSpan(csv, csv.header, 0);
  // what is said of columns names the line they are named on, where that is not the first
  const isNamed = ({ code }: Problem) => code === 'NO_COLUMN' || csv.header.line > 1;
  diagnostics.push(...shaped.map((p) => (p.span === null && isNamed(p) ? { ...p, span } : p)));
  if (!shape) return { value: null, diagnostics };
  const read = rowReader(shape, context);
  const groups = new Map<string, Group>();
  let relays = 0;
  const add = (row: CsvRow) => {
    const runner = read(row);
    if (runner) addRunner(groupOf(groups, runner), runner, row, csv.delimiter, shape);
    else relays += 1;
  };
  sample.forEach(add);
  for (let next = rows.next(); !next.done; next = rows.next()) add(next.value);
  if (relays > 0) diagnostics.push(note('RELAYS_LEFT_OUT', { rows: relays }, { file }));
  return { value: { shape, groups: [...groups.values()] }, diagnostics };
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

function groupOf(groups: Map<string, Group>, { race, edition }: RunnerRow): Group {
  const key = `${race}\n${edition}`;
  const known = groups.get(key);
  if (known) return known;
  const group = {
    race,
    edition,
    list: compactResults(),
    runners: [],
    withSplits: 0,
    every: 1,
    tally: emptyTally(),
  };
  groups.set(key, group);
  return group;
}

function addRunner(
  group: Group,
  runner: RunnerRow,
  row: CsvRow,
  delimiter: Delimiter,
  shape: ResultsShape,
): void {
  countRunner(group.tally, runner, row, delimiter, shape);
  group.list.add(runner.result);
  if (runner.splits) addSplits(group, runner, runner.splits, shape.stations.length);
}

/** So many runners tell all that splits can tell: of more, every second, then every fourth is kept. */
const MOST_SPLITS = 20_000;

function addSplits(
  group: Group,
  { result, wave: { waveS } }: RunnerRow,
  splits: SplitTimes,
  stations: number,
): void {
  const arriveS = splits.arriveS.slice(0, stations);
  const departS = splits.departS.slice(0, stations);
  if (![...arriveS, ...departS].some((s) => s != null)) return;
  group.withSplits += 1;
  if ((group.withSplits - 1) % group.every !== 0) return;
  const runner = result.bib ?? `line ${result.line}`;
  group.runners.push({ runner, result, waveS, arriveS, departS });
  if (group.runners.length > MOST_SPLITS) {
    group.runners = group.runners.filter((_, i) => i % 2 === 0);
    group.every *= 2;
  }
}

function editionOf(
  { race, edition, list, runners }: Group,
  file: string,
  { stations }: ResultsShape,
  { raceName, year }: ResultsContext,
): Edition {
  const ownYear = yearIn(edition ?? '');
  const ownNumber = edition != null && ownYear == null ? ` ${edition}` : '';
  return {
    name: `${race ?? raceName ?? file}${ownNumber}`,
    year: ownYear ?? year,
    file,
    results: list.results,
    splits: stations.length > 0 ? { stations, runners } : null,
    distanceM: null,
    highC: null,
    comparable: null,
  };
}
