/** Columns that stand beside those of a station's times, and hold something else: its pace, its leg. */
import { stationKey } from '../../kernel/station-name.js';
import type { TableRow } from '../table/whole.js';
import type { NamedColumn } from './split-columns.js';

/** `Zeit2201` beside `Zeit22`: the same split's pace, which is less than half of it for nearly everyone. */
export function isPaceBeside(
  header: readonly string[],
  index: number,
  rows: readonly TableRow[],
): boolean {
  const [, stem] = /^(\D+\d+)01$/.exec(header[index]!) ?? [];
  const beside = stem === undefined ? -1 : header.indexOf(stem);
  if (beside < 0) return false;
  const both = rows.flatMap((row) => {
    const [pace, split] = [index, beside].map((i) => sizeOf(row.cells[i] ?? ''));
    return pace && split ? [pace < split / 2] : [];
  });
  return both.filter(Boolean).length > both.length * NEARLY_ALL;
}

/** `Mill Green Split` beside `Mill Green`: the leg up to there, no longer than the time there for nearly everyone. */
export function isLegBeside(
  { index, name, end }: NamedColumn,
  arrivals: ReadonlyMap<string, readonly NamedColumn[]>,
  rows: readonly TableRow[],
): boolean {
  const stem = stationKey(name.replace(LEG, ''));
  const beside = arrivals.get(stem)?.find((other) => other.index !== index);
  if (!beside || end === 'out' || (stem === stationKey(name) && beside.index > index)) return false;
  const both = rows.flatMap((row) => {
    const [leg, split] = [index, beside.index].map((i) => sizeOf(row.cells[i] ?? ''));
    return leg && split ? [leg <= split] : [];
  });
  return both.length > 0 && both.filter(Boolean).length > both.length * NEARLY_ALL;
}

/** The columns of arrivals by the key of their station. */
export function arrivalsByKey(
  names: readonly NamedColumn[],
): ReadonlyMap<string, readonly NamedColumn[]> {
  const byKey = new Map<string, NamedColumn[]>();
  for (const named of names) {
    if (named.end !== 'in') continue;
    const key = stationKey(named.name);
    const others = byKey.get(key);
    if (others) others.push(named);
    else byKey.set(key, [named]);
  }
  return byKey;
}
const LEG = /[\s_-]+(?:leg|segment|section|lap|etappe|abschnitt|tron[cç]on|parcial|parziale)$/i;
/** Of the rows that have both. */
export const NEARLY_ALL = 0.9;

/** Two parts are minutes and seconds here. */
export const sizeOf = (written: string): number =>
  written.split(':').reduce((sum, part) => sum * 60 + Number.parseFloat(part), 0);
