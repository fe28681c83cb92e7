/** How many laps each ran, where a results file counts them: who ran fewer than most did not finish. */
import type { TableRow } from '../table/row.js';
import { parseTimeCell } from '../times/cell.js';

/** At least this share of those with a time ran them all, in a race of so many laps; else it is one against the clock. */
const MOST_RAN_ALL = 0.5;

export interface LapRule {
  /** How many of those with a time ran all laps of their race: too few for a race of a distance. */
  isTimed: boolean;
  /** Laps of a row where they are fewer than its race has, else `null`. */
  fewerOf: (row: TableRow) => number | null;
  /** A row that shows it, of a timed event. */
  first: TableRow | null;
}

/**
 * The laps of each race, as most of the first rows with a finish time have run them.
 * @param columns indexes: the laps, the finish, and the race where a column names it
 * @returns `null` where the column holds anything but whole numbers, or all ran as many
 */
export function lapRule(
  columns: { laps: number; finish: number; race: number | null },
  sample: readonly TableRow[],
): LapRule | null {
  const cellOf = (row: TableRow, index: number | null) => row.cells[index ?? -1] ?? '';
  const lapsOf = (row: TableRow): number | null => {
    const written = cellOf(row, columns.laps);
    return /^\d{1,4}$/.test(written) ? Number(written) : null;
  };
  const isOdd = (row: TableRow) => cellOf(row, columns.laps) !== '' && lapsOf(row) === null;
  const byRace = new Map<string, number[]>();
  const timed = sample.filter((row) => parseTimeCell(cellOf(row, columns.finish)).kind === 'time');
  if (timed.some(isOdd)) return null;
  for (const row of timed) {
    const race = cellOf(row, columns.race);
    byRace.set(race, [...(byRace.get(race) ?? []), lapsOf(row) ?? 0]);
  }
  const most = new Map([...byRace].map(([race, laps]) => [race, Math.max(...laps)]));
  const fewerOf = (row: TableRow): number | null => {
    const [laps, all] = [lapsOf(row), most.get(cellOf(row, columns.race))];
    return laps !== null && all !== undefined && laps < all ? laps : null;
  };
  const first = timed.find((row) => fewerOf(row) !== null) ?? null;
  const isTimed = [...byRace].some(([race, laps]) => {
    const ranAll = laps.filter((count) => count === most.get(race));
    return ranAll.length < laps.length * MOST_RAN_ALL;
  });
  return { isTimed, fewerOf, first };
}
