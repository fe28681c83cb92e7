/** One row of a results file, read under the file's shape. */
import { FARTHEST_M } from '../../domain/limits.js';
import type { AgeGroup, FinishStatus } from '../../domain/record.js';
import { plainName, yearIn } from '../../kernel/text.js';
import type { TableRow } from '../table/whole.js';
import { parseTimeCell } from '../times/cell.js';
import type { RaceStart } from '../times/reading.js';
import { finishStatusOf, parseFinishStatus } from '../times/status.js';
import { ageAtRace, parseAge } from './ages.js';
import type { ReadResult } from './compact-results.js';
import type { ResultsContext } from './context.js';
import { readDistance } from './distances.js';
import { type EditionDay, editionDays, isDayOfRace } from './editions-by-day.js';
import { finishOrder } from './finish-order.js';
import { finishTime } from './finish-readings.js';
import { isRelay, parseAgeGroup, schemeOfGroups } from './people.js';
import type { SexReader } from './sexes.js';

import type { ResultsShape } from './shape.js';
import {
  type Impossible,
  impossibleIn,
  passingsOf,
  readSplitTimes,
  type SplitTimes,
} from './split-times.js';
import type { ResultRole } from './vocabulary.js';
import { readWave, type WaveCell } from './waves.js';

export interface RunnerRow {
  result: ReadResult;
  /** The edition's column, as written: a year, or a number of the service's own. */
  edition: string | null;
  /** By the column of dates. */
  day: EditionDay | null;
  /** The race's or distance's column, as written. */
  race: string | null;
  /** `null` without splits, or when they cannot be true. */
  splits: SplitTimes | null;
  wave: WaveCell;
  /** The finish time, or the distance, cannot have been run, and is left out. */
  impossibleFinish: boolean;
  /** Why the splits are left out. */
  impossibleSplits: Impossible | null;
  /** What stands where the finish time, or the distance, should, and is none. */
  unreadable: string | null;
  /** The finish time stands at the finish among the stations, and not in the column of finish times. */
  isFinishOfStation: boolean;
  /** That finish came later than all others. */
  isAfterLimit?: boolean;
  /** Indexes of the columns of stations where something stands that is no time. */
  unreadSplits: readonly number[];
  /** Some time started again at 24:00:00. */
  isPastMidnight: boolean;
}

/** Why a row is no runner's. */
export type NoRunner = 'relay' | 'nobody';

/** Reads the rows of a file under its shape. Age groups written alike are one object. */
export function rowReader(
  shape: ResultsShape,
  context: ResultsContext,
  sexes: SexReader,
  sample: readonly TableRow[],
): (row: TableRow) => RunnerRow | NoRunner {
  const { ageGroup } = shape.columns;
  const scheme = schemeOfGroups(
    ageGroup ? sample.map(({ cells }) => cells[ageGroup.index] ?? '') : [],
  );
  const groups = new Map<string, AgeGroup | null>();
  const groupOf = (written: string): AgeGroup | null => {
    const known = groups.get(written);
    if (known !== undefined) return known;
    const group = parseAgeGroup(written, scheme);
    groups.set(written, group);
    return group;
  };
  const { date } = shape.columns;
  const dayOf = date && isDayOfRace(date.index, sample) ? editionDays() : null;
  const inOrder = finishOrder(shape);
  return (row) => {
    const cell = (role: ResultRole): string => row.cells[shape.columns[role]?.index ?? -1] ?? '';
    if (isRelay(cell('ageGroup')) || isRelay(cell('race'))) return 'relay';
    const wave = waveOf(row, shape, context);
    const race =
      shape.finish.kind === 'distance'
        ? readTimedRace(row, shape, shape.finish)
        : readRace(row, shape, context, wave.waveS ?? 0, inOrder);
    const category = cell('ageGroup');
    const day = dayOf?.(cell('race') || null, cell('date')) ?? null;
    const year = yearIn(cell('edition')) ?? day?.year ?? context.year;
    const { status, timeS, distanceM, isToldOf, ...checked } = race;
    if (isTotal(row, cell) || (!isToldOf && isNobody(row, cell))) return 'nobody';
    return {
      result: {
        place: (timeS ?? distanceM) == null ? null : placeOf(row, shape),
        timeS,
        distanceM,
        sexSaid: sexes.say(cell('sex'), category),
        ageYears:
          parseAge(cell('age')) ??
          (scheme.isFirstYears ? null : parseAge(category)) ??
          ageAtRace(cell('birth'), year, context.start),
        ageGroup: groupOf(category) ?? groupOf(cell('age')),
        status,
        bib: cell('bib') || codeIn(cell('name')),
        line: row.line,
      },
      wave,
      edition: cell('edition') || null,
      day,
      race: cell('race') || null,
      ...checked,
    };
  };
}

/** `4`, `4.`, `4th`; `null` for none, or for the 0 of those who have no place. */
const placeIn = (written: string): number | null => {
  const place = Number(/^\d+/.exec(written)?.[0] ?? 0);
  return place > 0 ? place : null;
};

const TOTAL =
  /^(?:(?:overall )?(?:average|mean|median|total|sum|fastest|slowest)s?(?: (?:time|pace))?|durchschnitt|mittelwert|summe|moyenne|mediane|media|promedio|gemiddelde?|snitt|gjennomsnitt|medel|keskiarvo)$/;

/** What somebody counted below the results: the row of no place and no bib that says so. */
const isTotal = ({ cells }: TableRow, cell: (role: ResultRole) => string): boolean =>
  placeIn(cell('place')) == null &&
  !/\d/.test(cell('bib')) &&
  cells.some((written) => /^\D{3,30}$/.test(written) && TOTAL.test(plainName(written)));

/** A title between the rows, or a line below them: neither place nor bib, and nothing of a person, or that alone. */
function isNobody({ cells }: TableRow, cell: (role: ResultRole) => string): boolean {
  if (placeIn(cell('place')) != null || /\d/.test(cell('bib'))) return false;
  const filled = cells.filter((written) => written !== '').length;
  const isPerson = OF_PERSON.some((role) => cell(role) !== '');
  return !isPerson || filled === 1;
}
const OF_PERSON = ['name', 'bib', 'sex', 'age', 'ageGroup', 'birth'] as const;

const placeOf = (row: TableRow, { columns }: Pick<ResultsShape, 'columns'>): number | null =>
  columns.place ? placeIn(row.cells[columns.place.index] ?? '') : null;

/** Without such a column all start together; where it only names the waves, nobody knows when they did. */
function waveOf(row: TableRow, { wave }: ResultsShape, { start }: ResultsContext): WaveCell {
  if (wave === null) return { waveS: 0, unreadable: null };
  if (wave.reading === null) return { waveS: null, unreadable: null };
  return readWave(row.cells[wave.index] ?? '', wave.reading, start);
}

type Race = Pick<
  RunnerRow,
  | 'splits'
  | 'impossibleFinish'
  | 'impossibleSplits'
  | 'unreadable'
  | 'isFinishOfStation'
  | 'unreadSplits'
  | 'isPastMidnight'
> & {
  status: FinishStatus;
  timeS: number | null;
  distanceM: number | null;
  /** There is a time, or a word for how the race ended. */
  isToldOf: boolean;
};

/** How the race went: the status, the finish time, the times at stations, each only where it can be true. */
function readRace(
  row: TableRow,
  shape: ResultsShape,
  { start, distanceM }: ResultsContext,
  waveS: number,
  inOrder: ReturnType<typeof finishOrder>,
): Race {
  const written = row.cells[shape.finish.index] ?? '';
  const finishCell = parseTimeCell(written);
  const splits = readOwnTimes(row, shape, start, waveS);
  const passings = splits ? passingsOf(splits, shape.stations) : [];
  const lastS = Math.max(0, ...passings.map(({ timeS }) => timeS));
  const { finish: column } = shape;
  const finishAfter = (beforeS: number) =>
    column.kind === 'own' ? finishTime(finishCell, column, start, beforeS) : null;
  const writtenS = finishAfter(0);
  const afterS = lastS === 0 ? writtenS : finishAfter(lastS);
  const ownS = afterS && writtenS && inOrder(afterS, placeOf(row, shape), writtenS);
  const isOpen = shape.finish.kind === 'split' || finishCell.kind === 'missing';
  const stationS = isOpen ? (splits?.arriveS[shape.stations.length] ?? null) : null;
  const finishS = ownS ?? stationS;
  const said = finishCell.kind === 'status' ? finishCell.status : null;
  const word = statusSaid(row, shape) ?? said;
  const status = word ?? statusUnsaid(row, shape, finishS, passings.length);
  const finish = status === 'finished' && finishS ? [{ atM: distanceM, timeS: finishS }] : [];
  const impossibleFinish = impossibleIn(finish) != null;
  const impossibleSplits = impossibleIn([...passings, ...(impossibleFinish ? [] : finish)]);
  return {
    status,
    timeS: impossibleFinish ? null : (finish[0]?.timeS ?? null),
    distanceM: null,
    splits: impossibleSplits ? null : splits,
    impossibleFinish,
    impossibleSplits,
    unreadable: finishCell.kind === 'unreadable' ? written : null,
    isFinishOfStation:
      shape.finish.kind === 'own' && ownS === null && stationS !== null && finish.length > 0,
    unreadSplits: splits?.unread ?? [],
    isPastMidnight: splits?.passedMidnight || ownS !== writtenS,
    isToldOf: word !== null || finishCell.kind !== 'missing' || passings.length > 0,
  };
}

/** How a timed event went: everybody whose distance is told has finished, unless a word says otherwise. */
function readTimedRace(
  row: TableRow,
  shape: ResultsShape,
  { index, reading }: Extract<ResultsShape['finish'], { kind: 'distance' }>,
): Race {
  const written = row.cells[index] ?? '';
  const cell = parseTimeCell(written);
  const metres = readDistance(written, reading);
  const said = cell.kind === 'status' ? cell.status : null;
  const word = statusSaid(row, shape) ?? said;
  const status = word ?? (metres === null ? statusUnsaid(row, shape, null, 0) : 'finished');
  const distanceM = status === 'finished' && cell.kind !== 'missing' ? metres : null;
  const impossibleFinish = distanceM !== null && (distanceM <= 0 || distanceM > FARTHEST_M);
  const isUnreadable = metres === null && cell.kind !== 'missing' && cell.kind !== 'status';
  return {
    status,
    timeS: null,
    distanceM: impossibleFinish ? null : distanceM,
    splits: null,
    impossibleFinish,
    impossibleSplits: null,
    unreadable: isUnreadable ? written : null,
    isFinishOfStation: false,
    unreadSplits: [],
    isPastMidnight: false,
    isToldOf: word !== null || cell.kind !== 'missing',
  };
}

/** From the runner's own start on: times of day count from the first wave's. */
function readOwnTimes(
  row: TableRow,
  { splits, splitReading }: ResultsShape,
  start: RaceStart,
  waveS: number,
): SplitTimes | null {
  if (!splitReading) return null;
  const times = readSplitTimes(row, splits, splitReading, start);
  if (splitReading.kind !== 'clock' || waveS === 0) return times;
  const own = (times: readonly (number | null)[]) => times.map((s) => (s == null ? s : s - waveS));
  return { ...times, arriveS: own(times.arriveS), departS: own(times.departS) };
}

function statusSaid(row: TableRow, { columns }: ResultsShape): FinishStatus | null {
  const { status, place } = columns;
  const said = status ? parseFinishStatus(row.cells[status.index] ?? '') : null;
  return said ?? (place ? finishStatusOf(row.cells[place.index] ?? '') : null);
}

/** A time is a finish; a place or a split without one a DNF; nothing at all, where others have splits, a DNS. */
function statusUnsaid(
  row: TableRow,
  { columns, stations }: ResultsShape,
  finishS: number | null | undefined,
  passings: number,
): FinishStatus {
  if (finishS) return 'finished';
  const placed = placeOf(row, { columns }) != null;
  return passings > 0 || placed || stations.length === 0 ? 'dnf' : 'dns';
}

/** A runner anonymised as a code, such as `22-001`, is a number like any bib; a name is not kept. */
const codeIn = (name: string): string | null => (/^\d[\d-]*$/.test(name) ? name : null);
