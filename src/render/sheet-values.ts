/** Values as spreadsheets take them: plain numbers, durations as h:mm:ss, local times as 2018-09-08 14:42. */
import { formatLocal } from '../kernel/clock.js';
import {
  M_PER_FT,
  M_PER_KM,
  M_PER_MI,
  ML_PER_FL_OZ,
  S_PER_H,
  S_PER_MIN,
  UNIT_SYSTEMS,
  type UnitSystem,
} from '../kernel/units.js';
import type { SheetCell, SheetColumn, SheetKind } from '../report/exports.js';
import type { CsvCell } from './csv.js';

/** In what a column is written; `null`: its numbers need no unit, or it has none. */
const UNITS: Readonly<Record<SheetKind, Readonly<Record<UnitSystem, string>> | null>> = {
  words: null,
  count: null,
  clock: null,
  duration: { metric: 'h:mm:ss', imperial: 'h:mm:ss' },
  shift: { metric: 'min', imperial: 'min' },
  distance: { metric: 'km', imperial: 'mi' },
  height: { metric: 'm', imperial: 'ft' },
  pace: { metric: 'h:mm:ss/km', imperial: 'h:mm:ss/mi' },
  ratio: { metric: '%', imperial: '%' },
  volume: { metric: 'ml', imperial: 'oz' },
  grams: { metric: 'g', imperial: 'g' },
  milligrams: { metric: 'mg', imperial: 'mg' },
  energy: { metric: 'kcal', imperial: 'kcal' },
};

/** `Climb (ft)`. */
export const sheetHead = (columns: readonly SheetColumn[], units: UnitSystem): string[] =>
  columns.map(({ label, kind }) => {
    const unit = UNITS[kind]?.[units];
    return unit ? `${label} (${unit})` : label;
  });

/** The heads a table may have, one for each system of units. */
export const sheetHeads = (columns: readonly SheetColumn[]): string[][] =>
  UNIT_SYSTEMS.map((units) => sheetHead(columns, units));

/** @throws of a kind that no spreadsheet has */
export function sheetValue(value: SheetCell, units: UnitSystem): CsvCell {
  if (value === null) return null;
  const metric = units === 'metric';
  switch (value.kind) {
    case 'words':
      return value.text;
    case 'count':
      return value.count;
    case 'clock':
      return value.at === null
        ? null
        : formatLocal(Math.round(value.at / 1000) * 1000, value.zone, 'yyyy-MM-dd HH:mm');
    case 'duration':
      return value.seconds === null ? null : hours(value.seconds);
    case 'pace':
      return value.secondsPerKm === null
        ? null
        : hours(value.secondsPerKm * (metric ? 1 : M_PER_MI / M_PER_KM));
    case 'shift':
      return numberOf(value.seconds, S_PER_MIN, 1);
    case 'distance':
      return numberOf(value.metres, metric ? M_PER_KM : M_PER_MI, 3);
    case 'height':
      return numberOf(value.metres, metric ? 1 : M_PER_FT, 1);
    case 'ratio':
      return numberOf(value.ratio, 0.01, 1);
    case 'volume':
      return numberOf(value.millilitres, metric ? 1 : ML_PER_FL_OZ, 1);
    case 'grams':
      return numberOf(value.grams, 1, 1);
    case 'milligrams':
      return numberOf(value.milligrams, 1, 1);
    case 'energy':
      return numberOf(value.kilocalories, 1, 1);
    default:
      throw new Error(`no spreadsheet has a ${value.kind}`);
  }
}

/** Adding 0 turns -0 into 0. */
const numberOf = (value: number | null, perUnit: number, decimals: number): number | null =>
  value === null ? null : Number((value / perUnit).toFixed(decimals)) + 0;

/** `11:19:00`. */
function hours(seconds: number): string {
  const total = Math.round(Math.abs(seconds));
  const sign = seconds < 0 && total > 0 ? '-' : '';
  const two = (n: number) => String(n).padStart(2, '0');
  const minutes = two(Math.floor((total % S_PER_H) / S_PER_MIN));
  return `${sign}${Math.floor(total / S_PER_H)}:${minutes}:${two(total % S_PER_MIN)}`;
}
