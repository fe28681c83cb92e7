/** What tables call the columns that say where a row was. */
import type { ColumnNames } from '../table/columns.js';

export type PlaceRole = 'station' | 'distance';

export const PLACE_COLUMNS: Readonly<Record<PlaceRole, ColumnNames>> = {
  station: {
    names: [
      ...['station', 'aid station', 'aid', 'place', 'location', 'checkpoint', 'split', 'where'],
      ...['cp', 'control', 'control point', 'station name', 'aid station name'],
      ...['verpflegung', 'verpflegungspunkt', 'vp', 'posten', 'ort', 'ravitaillement', 'ravito'],
      ...[
        'point',
        'lieu',
        'poste',
        'avituallamiento',
        'avituallamento',
        'punto',
        'ristoro',
        'post',
      ],
    ],
  },
  distance: {
    names: [
      ...['', 'distance', 'dist', 'at', 'mileage', 'mile marker', 'total distance'],
      ...['distanz', 'strecke', 'distancia', 'distanza', 'afstand'],
    ],
    dimension: 'distance',
  },
};
