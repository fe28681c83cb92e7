/** Whether a file holds results of a timed event, and in which column they stand: decided once, from its first rows. */
import type { TableRow } from '../table/whole.js';
import { parseTimeCell } from '../times/cell.js';
import {
  type DistanceReading,
  distanceReading,
  isDistance,
  isNumberOrDistance,
  metresIn,
  readDistance,
} from './distances.js';
import { headerWords } from './header-words.js';

/** The column of how far runners got. */
export interface DistanceColumn {
  index: number;
  reading: DistanceReading;
}

/** Why distances cannot be read: times stand beside them, or nothing says what unit they are in. */
export type NoDistances = 'times too' | 'no unit';

/** `null`: a race over a distance, as far as distances tell. */
export type Reached =
  | { kind: 'distances'; column: DistanceColumn }
  | { kind: 'refused'; index: number; row: TableRow; why: NoDistances }
  | null;

const OF_RESULT =
  'total|overall|final|finish|race|results?|performance|leistung|gesamt|covered|completed|run|in';
const DISTANCE = 'dist|distances?|distanz|distancia|distanza|strecke';
const WITH_UNIT = new RegExp(`^((?:(?:${OF_RESULT}|${DISTANCE}) )*)([a-z]+)$`);
const WITHOUT_UNIT = new RegExp(`^(?:(?:${OF_RESULT}) )*(?:${DISTANCE})(?: (?:${OF_RESULT}))*$`);
const RESULT = new RegExp(`^(?:${OF_RESULT})(?: (?:${OF_RESULT}))*$`);

/** A column that may hold distances. */
interface MaybeDistances {
  index: number;
  /** `null` where its header says no unit. */
  unitM: number | null;
  /** Whether it is called like a distance; else like a result, and its cells alone are distances. */
  isNamed: boolean;
}

/** The columns that by their name and most of their cells are distances. */
export function distanceColumns(
  header: readonly string[],
  sample: readonly TableRow[],
): MaybeDistances[] {
  return header.flatMap((written, index): MaybeDistances[] => {
    const words = headerWords(written);
    const [, before = '', unit = ''] = WITH_UNIT.exec(words) ?? [];
    // a column M may be of men, or of minutes
    const unitM = before === '' && unit.length < 2 ? null : metresIn(unit);
    const isNamed = unitM !== null || WITHOUT_UNIT.test(words);
    if (!isNamed && !RESULT.test(words)) return [];
    const isLike = isNamed ? isNumberOrDistance : isDistance;
    return areMostly(toldCells(index, sample), isLike) ? [{ index, unitM, isNamed }] : [];
  });
}

const areMostly = (told: readonly ToldCell[], holds: (cell: string) => boolean): boolean =>
  told.filter(({ cell }) => holds(cell)).length > told.length / 2;

interface ToldCell {
  row: TableRow;
  cell: string;
}

/** Cells that say something else than how the race ended. */
const toldCells = (index: number, sample: readonly TableRow[]): ToldCell[] =>
  sample.flatMap((row) => {
    const cell = row.cells[index] ?? '';
    const { kind } = parseTimeCell(cell);
    return kind === 'missing' || kind === 'status' ? [] : [{ row, cell }];
  });

export interface ReachedSample {
  sample: readonly TableRow[];
  /** Index of the column of finish times, or of what is called like one; else `null`. */
  finish: number | null;
  /** Whether there are finish times, or times at stations. */
  isTimed: boolean;
  /** Index of the column of places; else `null`. */
  place: number | null;
  /** As `distanceColumns` finds them. */
  named: readonly MaybeDistances[];
}

/** So many of the performances, and the first, are distances in a timed event: who stops early has no first place. */
const NEARLY_ALL = 0.95;

/**
 * Finds the distances of a timed event: in the column of performances, where nearly all are distances with their
 * unit; in a file without any times also under a header that says distance and unit.
 */
export function findReached(known: ReachedSample): Reached {
  const { sample, finish, isTimed, named } = known;
  const told = finish === null ? [] : toldCells(finish, sample);
  const distances = told.filter(({ cell }) => isDistance(cell));
  if (distances.length > told.length / 2) {
    const isFirst = distances[0] === told[0];
    return isFirst && distances.length >= told.length * NEARLY_ALL
      ? { kind: 'distances', column: columnOf(finish!, null, sample) }
      : { kind: 'refused', index: finish!, row: distances[0]!.row, why: 'times too' };
  }
  if (isTimed) return rankedByDistance(known);
  const open = named.filter((one) => isResult(one, known));
  const withUnit = open.find(
    ({ index, unitM }) => unitM !== null || areMostly(toldCells(index, sample), isDistance),
  );
  if (withUnit) {
    return { kind: 'distances', column: columnOf(withUnit.index, withUnit.unitM, sample) };
  }
  const [first] = open;
  const [row] = first ? toldCells(first.index, sample) : [];
  return first && row
    ? { kind: 'refused', index: first.index, row: row.row, why: 'no unit' }
    : null;
}

const columnOf = (
  index: number,
  unitM: number | null,
  sample: readonly TableRow[],
): DistanceColumn => ({
  index,
  reading: distanceReading(
    sample.map(({ cells }) => cells[index] ?? ''),
    unitM,
  ),
});

/** Of the steps from row to row, so many do not rise where rows stand in the order of what is counted. */
const IN_ORDER = 0.9;

const isFalling = (values: readonly number[]): boolean => {
  const steps = values.slice(1).map((value, i) => value <= values[i]!);
  return steps.filter(Boolean).length >= steps.length * IN_ORDER;
};

/** A list of entrants tells what race each is to run: no places, and hardly more than one distance. */
function isResult(column: MaybeDistances, { sample, place }: ReachedSample): boolean {
  const { reading } = columnOf(column.index, column.unitM ?? 1, sample);
  const metres = sample.flatMap(
    ({ cells }) => readDistance(cells[column.index] ?? '', reading) ?? [],
  );
  const isAlike = new Set(metres).size < 2 && metres.length > 1;
  const hasPlaces =
    place !== null && sample.some(({ cells }) => /^\d+\.?$/.test(cells[place] ?? ''));
  return metres.length > 0 && !isAlike && (hasPlaces || isFalling(metres));
}

/** Fewer distances tell no order; and of so few rows it is not sure. */
const FEWEST_RANKED = 4;
const FEW_ROWS = 5;
/** An event has no more races, over as many distances. */
const MOST_RACES = 12;

/** Whether nearly each has a distance of their own: laps make many alike, and several races in a file still more. */
function areOwn(metres: readonly number[]): boolean {
  const { size } = new Set(metres);
  return size >= FEWEST_RANKED && size > metres.length / (size > MOST_RACES ? 3 : 2);
}

/**
 * Distances beside times, of runners placed by them: a timed event as well, of which the times are its own, or of the
 * last lap. In a race over a distance the distances are all the same, or not in the order of the rows. Where they have
 * no unit of their own, or the rows are few, that is not sure enough.
 */
function rankedByDistance({ sample, finish, named }: ReachedSample): Reached {
  for (const { index, unitM } of named) {
    const column = columnOf(index, unitM, sample);
    const ranked = sample.flatMap((row) => {
      const isTimed = finish !== null && parseTimeCell(row.cells[finish] ?? '').kind === 'time';
      const metres = readDistance(row.cells[index] ?? '', column.reading);
      return isTimed && metres !== null ? [{ row, metres }] : [];
    });
    const metres = ranked.map((one) => one.metres);
    if (!areOwn(metres) || !isFalling(metres)) continue;
    const isSure = metres.length >= FEW_ROWS && areMostly(toldCells(index, sample), isDistance);
    return isSure
      ? { kind: 'distances', column }
      : { kind: 'refused', index, row: ranked[0]!.row, why: 'times too' };
  }
  return null;
}
