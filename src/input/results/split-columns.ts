/** What the stations of a results file are called, and which columns are the two of one station. */
import { isFinishName, isStartName } from '../../kernel/station-name.js';
import { unmojibake } from '../../kernel/text.js';
import type { TableRow } from '../table/whole.js';

/** A station's column, or its two: time in and time out. */
export interface SplitColumn {
  name: string;
  /** Index of the column with the time in, or in and out as a range. */
  inIndex: number | null;
  outIndex: number | null;
}

/** A column of times by its name. */
export interface NamedColumn {
  name: string;
  index: number;
  end: 'in' | 'out';
  /** Its header names no station (`Zeit101`): the one before it does. */
  nameless: boolean;
}

/** In, out and time, as they stand after a station's name. */
const END =
  /[\s_]*(?:\b|_)(time[\s_]?in|time[\s_]?out|in|out|arrival|arrive|arr|ankunft|arriv[ée]e|entr[ée]e|llegada|entrada|arrivo|entrata|aankomst|departure|depart|dep|abgang|abfahrt|d[ée]part|sortie|salida|uscita|vertrek|time|split|zeit|temps|tiempo|tempo|tijd|tid)$/i;
const IS_OUT = /out$|^dep|^ab|^d[ée]part|^sortie|^salida|^uscita|^vertrek/i;
/** What stands before the name in `time_5k`, `Split Mill Green`. */
const BEGINNING = /^(?:time|split|zeit|zwischenzeit|temps|tiempo|tempo|tijd|tid)[\s_]+/i;
/** `time_5k`, but not the one `Split Rock`: so many columns begin like that. */
const ALIKE = 2;

/** Names a column of times: `Mill Green In`, `mill_green_time`, `3.Laufzeit` of the third control. */
export function nameColumns(
  header: readonly string[],
  indexes: readonly number[],
  sample: readonly TableRow[],
): NamedColumn[] {
  const beginnings = indexes.filter((index) => BEGINNING.test(header[index]!)).length;
  return indexes.map((index) => nameColumn(header, index, sample, beginnings >= ALIKE));
}

function nameColumn(
  header: readonly string[],
  index: number,
  sample: readonly TableRow[],
  isBegun: boolean,
): NamedColumn {
  const written = unmojibake(header[index]!);
  const leg = /^(\d+)\. ?(?:laufzeit|zeit|zwischenzeit|time|leg|split)$/i.exec(written);
  const control = leg
    ? header.findIndex((h) =>
        new RegExp(`^${leg[1]}\\. ?(?:kontrolle|posten|control)`, 'i').test(h),
      )
    : -1;
  if (control >= 0) {
    const name = sample.map((row) => row.cells[control] ?? '').find((cell) => cell !== '');
    return { name: controlName(name ?? written), index, end: 'in', nameless: false };
  }
  if (/^(?:zeit|time|split|t|temps|zwischenzeit)[\s_]?\d+$/i.test(written)) {
    return { name: header[index - 1] || written, index, end: 'in', nameless: true };
  }
  const end = END.exec(written);
  const stem = end && end.index > 0 ? written.slice(0, end.index) : written;
  const name = (isBegun ? stem.replace(BEGINNING, '') : stem).replaceAll('_', ' ').trim();
  const out = IS_OUT.test(end?.[1] ?? '');
  return { name, index, end: out ? 'out' : 'in', nameless: false };
}

/** `32((VP1 - Brandenburger Tor))` → `Brandenburger Tor`; a control without a name keeps its number. */
const controlName = (cell: string): string => {
  const inside = /^\d*\(\((?:[A-Z]{1,3} ?\d+ ?- ?)?(.+)\)\)$/.exec(cell)?.[1];
  return inside ?? cell.replace(/\(\)$/, '');
};

export function pairInAndOut(columns: readonly NamedColumn[]): SplitColumn[] {
  const splits: SplitColumn[] = [];
  for (const { name, index, end } of columns) {
    const last = splits.at(-1);
    if (end === 'out' && last?.outIndex == null && last?.name === name) last.outIndex = index;
    else if (end === 'out') splits.push({ name, inIndex: null, outIndex: index });
    else splits.push({ name, inIndex: index, outIndex: null });
  }
  return splits;
}

/** Whether the columns are called after laps or legs, as numbered ones are. */
export const areLaps = (columns: readonly SplitColumn[]): boolean =>
  columns.filter(({ name }) => LAP.test(name)).length > columns.length / 2;
const LAP =
  /^(?:lap|leg|loop|runde|rde|tour|boucle|vuelta|giro|ronde|etappe|segment)[\s_.#-]*\d+$/i;

/** The start's column (LiveTrail's `00`), which is no station. */
export const isStartColumn = ({ name }: Pick<NamedColumn, 'name'>): boolean =>
  isStartName(name) || /^0+$/.test(name);

/** The finish told from the stations: the last column that says so. */
export function withoutFinish(columns: readonly SplitColumn[]): {
  stations: SplitColumn[];
  finish: SplitColumn | null;
} {
  const finish = columns.findLast(({ name }) => isFinishName(name)) ?? null;
  return { stations: columns.filter((column) => column !== finish), finish };
}
