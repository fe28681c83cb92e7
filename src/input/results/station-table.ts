/** A table of an edition's stations: `station,mile|km`, optionally cutoffs, elevations, and the climb of each leg. */
import { ALIKE_KEPT, limitAlike } from '../../domain/problems/alike.js';
import { error, type Parsed, type Problem } from '../../domain/problems/problem.js';
import type { Dimension, UnitSystem } from '../../kernel/units.js';
import type { Source } from '../source.js';
import { type Column, type ColumnNames, findColumns, parseCellQuantity } from '../table/columns.js';
import { headingsOf } from '../table/header.js';
import { cellSpan, parseTable } from '../table/whole.js';

export interface TableStation {
  name: string;
  atM: number;
  /** Elapsed. */
  cutoffS: number | null;
  elevationM: number | null;
  /** Climb and descent of the leg that ends here; `null` when not given. */
  gainM: number | null;
  lossM: number | null;
}

type Role = 'station' | 'at' | 'cutoff' | 'elevation' | 'gain' | 'loss';

/** What its columns may be called. */
export const STATION_COLUMNS: Readonly<Record<Role, ColumnNames>> = {
  station: {
    names: ['station', 'aid station', 'name', 'split', 'checkpoint', 'location', 'place'],
  },
  at: { names: ['', 'at', 'distance', 'total distance', 'cumulative'], dimension: 'distance' },
  cutoff: { names: ['cutoff', 'cut off', 'time limit'], dimension: 'duration' },
  elevation: { names: ['elevation', 'ele', 'altitude'], dimension: 'height' },
  gain: {
    names: ['gain', 'leg gain', 'climb', 'leg climb', 'ascent', 'leg ascent', 'elevation gain'],
    dimension: 'height',
  },
  loss: {
    names: ['loss', 'leg loss', 'descent', 'leg descent', 'elevation loss'],
    dimension: 'height',
  },
};

/**
 * Reads a station table. A distance without a unit, in the cell or the header, takes the plan's.
 * @returns the stations from start to finish; `null` with `NO_COLUMN` when names or distances are missing. A row
 * without a distance is reported and left out; so is one nearer to the start than the row above.
 */
export function parseStationTable(source: Source, units: UnitSystem): Parsed<TableStation[]> {
  const { file } = source;
  const { value: csv, diagnostics: syntax } = parseTable(source, headingsOf(STATION_COLUMNS));
  const [header, ...rows] = csv?.rows ?? [];
  if (!csv || !header) return { value: null, diagnostics: syntax };
  const { station, at, cutoff, elevation, gain, loss } = findColumns<Role>(
    header.cells,
    STATION_COLUMNS,
  ).found;
  if (!station || !at) {
    const wanted = station ? 'the distance (mile or km)' : 'the station';
    const span = cellSpan(csv, header, 0);
    const problem = error('NO_COLUMN', { wanted, found: header.cells }, { file, span });
    return { value: null, diagnostics: [...syntax, problem] };
  }
  const diagnostics: Problem[] = [...syntax];
  const value: TableStation[] = [];
  for (const row of rows) {
    const quantity = (column: Column | undefined, dimension: Dimension) =>
      column
        ? parseCellQuantity(
            row.cells[column.index] ?? '',
            dimension,
            column.unit,
            units,
            csv.delimiter,
          )
        : null;
    const name = row.cells[station.index] ?? '';
    const atM = quantity(at, 'distance');
    const last = value.at(-1);
    const here = { file, span: cellSpan(csv, row, at.index) };
    if (atM == null) {
      const args = { written: row.cells[at.index] ?? '', column: at.header };
      diagnostics.push(error('BAD_NUMBER', args, here));
    } else if (last && atM < last.atM) {
      const args = { station: name, atM, before: last.name, beforeAtM: last.atM };
      diagnostics.push(error('STATION_OUT_OF_ORDER', args, here));
    } else {
      const cutoffS = quantity(cutoff, 'duration');
      const elevationM = quantity(elevation, 'height');
      const [gainM, lossM] = [quantity(gain, 'height'), quantity(loss, 'height')];
      value.push({ name, atM, cutoffS, elevationM, gainM, lossM });
    }
  }
  return { value, diagnostics: limitAlike(diagnostics, ALIKE_KEPT) };
}
