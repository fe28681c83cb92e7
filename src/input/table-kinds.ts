/** What a table holds, by the names of its columns: so that one given for another is called what it is. */
import { error, type Problem } from '../domain/problems/problem.js';
import type { FileUse, TableKind } from '../domain/problems/usage.js';
import { CAREER_COLUMNS } from './careers/vocabulary.js';
import { INTAKE_COLUMNS } from './log/intake-rows.js';
import { LAP_COLUMNS } from './log/lap-table.js';
import { RACE_LOG_COLUMNS } from './log/rows.js';
import { namesFinish } from './results/header-words.js';
import { STATION_COLUMNS } from './results/station-table.js';
import { RESULT_COLUMNS } from './results/vocabulary.js';
import { type ColumnNames, findColumns } from './table/columns.js';
import { detectDelimiter, readRows } from './table/delimited.js';
import { TRAINING_COLUMNS } from './training/vocabulary.js';

type Names = Readonly<Record<string, ColumnNames>>;

/** Which columns each kind has: of every list one at least. The first kind that fits is it. */
const KINDS: readonly (readonly [TableKind, Names, readonly (readonly string[])[]])[] = [
  ['laps', LAP_COLUMNS, [['lap', 'interval'], ['distance'], ['time', 'elapsed', 'cumulative']]],
  ['intake', INTAKE_COLUMNS, [['item'], ['amount', 'time', 'station']]],
  ['careers', CAREER_COLUMNS, [['runner'], ['date', 'year'], ['distance'], ['time']]],
  [
    'training',
    TRAINING_COLUMNS,
    [['date'], ['planned', 'plannedTime'], ['done', 'doneTime', 'distance', 'time']],
  ],
  [
    'log',
    RACE_LOG_COLUMNS,
    [
      ['station', 'distance'],
      ['arrive', 'depart', 'time'],
    ],
  ],
  ['stations', STATION_COLUMNS, [['station'], ['at']]],
];

/** @param header the names of its columns; `null` when they tell nothing */
export function kindOfTable(header: readonly string[]): TableKind | null {
  const { place, bib, name, sex, age, ageGroup } = findColumns(header, RESULT_COLUMNS).found;
  const { station } = findColumns(header, RACE_LOG_COLUMNS).found;
  const isOfRunners = (bib ?? name ?? sex ?? age ?? ageGroup) !== undefined;
  const isPlaceAlone = place !== undefined && (!station || station.index === place.index);
  const fits = ([, names, needed]: (typeof KINDS)[number]) => {
    const found = findColumns(header, names).found;
    return needed.every((roles) => roles.some((role) => found[role]));
  };
  const [kind] = KINDS.find(fits) ?? [];
  if (kind === 'laps' || kind === 'intake' || kind === 'careers' || kind === 'training') {
    return kind;
  }
  if ((isOfRunners || isPlaceAlone) && header.some(namesFinish)) return 'results';
  return kind ?? null;
}

/** What a file is wanted as, where it is read as a table of that kind. */
const USES: Readonly<Record<TableKind, FileUse>> = {
  log: 'log',
  laps: 'log',
  intake: 'table',
  results: 'results',
  careers: 'results',
  stations: 'table',
  training: 'table',
};

/**
 * What was said of a table, and where it lacks a column that is wanted, what it is instead: another table, or text
 * that is none.
 * @param wanted what it was read as
 */
export function namingTable(wanted: TableKind, said: readonly Problem[]): Problem[] {
  const lacking = said.find((problem) => problem.code === 'NO_COLUMN' || isTrainingTaken(problem));
  if (lacking?.code !== 'NO_COLUMN' && lacking?.code !== 'ENTRANTS_LIST') return [...said];
  const { file, span, args } = lacking;
  if (args.found.filter((name) => name !== '').length < 2) {
    return [error('WRONG_KIND', { kind: 'text', use: USES[wanted] }, { file })];
  }
  const is = kindOfTable(args.found);
  const isWanted = is === wanted || (is === 'laps' && wanted === 'log');
  return is === null || isWanted
    ? [...said]
    : [error('WRONG_TABLE', { is, wanted }, { file, span })];
}

/** What is planned is no entry where it stands beside what was done. */
const isTrainingTaken = (problem: Problem): boolean =>
  problem.code === 'ENTRANTS_LIST' && kindOfTable(problem.args.found) === 'training';

/** The same of a text, by its first line that holds anything. */
export function kindOfText(text: string): TableKind | null {
  const line = /^.*\S.*$/m.exec(text)?.[0] ?? '';
  return kindOfTable(readRows('', line, detectDelimiter(line)).rows[0]?.cells ?? []);
}
