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

const OF_DISTANCE =
  'total|overall|final|finish|race|results?|performance|leistung|dist|distances?|distanz|distancia|distanza|strecke|gesamt|covered|completed|run|in';
const WITH_UNIT = new RegExp(`^((?:(?:${OF_DISTANCE}) )*)([a-z]+)$`);
const WITHOUT_UNIT = new RegExp(
  `^(?:(?:${OF_DISTANCE}) )*(?:dist|distance|distanz|distancia|distanza|strecke)$`,
);

/** A column that is called like a distance; `unitM` is `null` where its header says no unit. */
interface NamedDistance {
  index: number;
  unitM: number | null;
}

/** The columns that are called like a distance and hold numbers, or distances, for the most part. */
export function distanceColumns(
  header: readonly string[],
  sample: readonly TableRow[],
): NamedDistance[] {
  return header.flatMap((written, index): NamedDistance[] => {
    const words = headerWords(written);
    const [, before = '', unit = ''] = WITH_UNIT.exec(words) ?? [];
    // a column M may be of men, or of minutes
    const unitM = before === '' && unit.length < 2 ? null : metresIn(unit);
    if (unitM === null && !WITHOUT_UNIT.test(words)) return [];
    const told = toldCells(index, sample);
    const like = told.filter(({ cell }) => isNumberOrDistance(cell));
    return like.length > told.length / 2 ? [{ index, unitM }] : [];
  });
}

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
  named: readonly NamedDistance[];
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
      ? { kind: 'distances', column: columnOf({ index: finish!, unitM: null }, sample) }
      : { kind: 'refused', index: finish!, row: distances[0]!.row, why: 'times too' };
  }
  if (isTimed) return rankedByDistance(known);
  const open = named.filter((one) => isResult(one, known));
  const withUnit = open.find(({ index, unitM }) => {
    const cells = toldCells(index, sample);
    return unitM !== null || cells.filter(({ cell }) => isDistance(cell)).length > cells.length / 2;
  });
  if (withUnit) return { kind: 'distances', column: columnOf(withUnit, sample) };
  const [first] = open;
  const [row] = first ? toldCells(first.index, sample) : [];
  return first && row
    ? { kind: 'refused', index: first.index, row: row.row, why: 'no unit' }
    : null;
}

const columnOf = (
  { index, unitM }: NamedDistance,
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
function isResult(column: NamedDistance, { sample, place }: ReachedSample): boolean {
  const { reading } = columnOf({ ...column, unitM: column.unitM ?? 1 }, sample);
  const metres = sample.flatMap(
    ({ cells }) => readDistance(cells[column.index] ?? '', reading) ?? [],
  );
  const isAlike = new Set(metres).size < 2 && metres.length > 1;
  const hasPlaces =
    place !== null && sample.some(({ cells }) => /^\d+\.?$/.test(cells[place] ?? ''));
  return metres.length > 0 && !isAlike && (hasPlaces || isFalling(metres));
}

/** So few rows tell no order. */
const FEWEST_RANKED = 5;

/**
 * Distances beside times, of runners placed by them: a timed event as well, of which the times are of the last lap.
 * In a race over a distance the distances are all the same, or not in the order of the places.
 */
function rankedByDistance({ sample, finish, named }: ReachedSample): Reached {
  for (const column of named) {
    const { reading } = columnOf(column, sample);
    const ranked = sample.flatMap((row) => {
      const isTimed = finish !== null && parseTimeCell(row.cells[finish] ?? '').kind === 'time';
      const metres = readDistance(row.cells[column.index] ?? '', reading);
      return isTimed && metres !== null ? [{ row, metres }] : [];
    });
    const metres = ranked.map((one) => one.metres);
    const isOwn = new Set(metres).size > metres.length / 3;
    if (metres.length >= FEWEST_RANKED && isOwn && isFalling(metres)) {
      return { kind: 'refused', index: column.index, row: ranked[0]!.row, why: 'times too' };
    }
  }
  return null;
}
