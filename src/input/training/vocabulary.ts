/** What training logs call their columns: English, German, French, Spanish, Italian. */
import type { ColumnNames } from '../table/columns.js';

export type TrainingRole =
  | 'date'
  | 'planned'
  | 'plannedTime'
  | 'done'
  | 'doneTime'
  | 'distance'
  | 'time'
  | 'climb'
  | 'terrain'
  | 'fuel'
  | 'notes';

const named = (names: string): ColumnNames => ({ names: names.split(', ') });

const PLANNED = 'planned, plan, planned workout, workout, session, geplant, soll, prevu, previsto';
const DONE =
  'done, actual, did, completed, executed, erledigt, getan, gemacht, absolviert, gelaufen, ist, fait, realise, hecho, fatto';

export const TRAINING_COLUMNS: Readonly<Record<TrainingRole, ColumnNames>> = {
  date: named('date, day, activity date, start date, datum, tag, jour, fecha, data, giorno'),
  planned: { ...named(`${PLANNED}, planned distance`), dimension: 'distance' },
  plannedTime: { ...named(`planned time, planned duration, ${PLANNED}`), dimension: 'duration' },
  done: { ...named(`${DONE}, done distance`), dimension: 'distance' },
  doneTime: { ...named(`done time, ${DONE}`), dimension: 'duration' },
  distance: {
    ...named('distance, dist, length, strecke, distanz, distancia, distanza, '),
    dimension: 'distance',
  },
  time: {
    ...named(
      'time, duration, moving time, elapsed time, total time, zeit, dauer, temps, duree, tiempo, duracion, tempo, durata',
    ),
    dimension: 'duration',
  },
  climb: {
    ...named(
      'climb, climbing, gain, elevation gain, ascent, total ascent, elevation, vert, hohenmeter, hm, aufstieg, denivele, desnivel, dislivello',
    ),
    dimension: 'height',
  },
  terrain: named('terrain, ground, surface, gelande, untergrund, sol, terreno, fondo'),
  fuel: named(
    'fuel, fueling, fuelling, nutrition, intake, food, verpflegung, ravitaillement, nutricion, nutrizione',
  ),
  notes: named(
    'notes, note, comment, comments, remark, remarks, description, notizen, notiz, bemerkung, bemerkungen, remarque, remarques, notas, nota, osservazioni',
  ),
};
