/** What files of a runner's results, or of many runners', call their columns. */

import { RESULT_COLUMNS } from '../results/vocabulary.js';
import type { ColumnNames } from '../table/columns.js';

export type CareerRole =
  | 'runner'
  | 'race'
  | 'date'
  | 'year'
  | 'distance'
  | 'climb'
  | 'status'
  | 'time'
  | 'cutoff'
  | 'notes'
  /** Found so as to be read past. */
  | 'place'
  | 'sex'
  | 'age'
  | 'ageGroup'
  | 'birth'
  | 'bib';

const named = (names: string): ColumnNames => ({ names: names.split(', ') });

const { place, sex, age, ageGroup, birth, bib } = RESULT_COLUMNS;

/** Of one runner's results: a `name` is that of the race. */
export const PAST_COLUMNS: Readonly<Record<CareerRole, ColumnNames>> = {
  runner: named('runner, runner name, athlete, athlete name, laufer, coureur'),
  race: named(
    'race, race name, name, event, event name, competition, wettbewerb, lauf, veranstaltung, course, epreuve, carrera, gara',
  ),
  date: named('date, day, race date, event date, datum, tag, jour, fecha, data'),
  year: named('year, race year, event year, jahr, annee, ano, anno'),
  distance: {
    ...named('distance, dist, race distance, length, strecke, distanz, distancia, distanza, '),
    dimension: 'distance',
  },
  climb: {
    ...named(
      'gain, climb, climbing, elevation, elevation gain, ele gain, ascent, total ascent, vert, d, hohenmeter, hm, aufstieg, denivele, denivele positif, desnivel, dislivello',
    ),
    dimension: 'height',
  },
  status: named('status, result, outcome, finish status, race status, statut, ergebnis'),
  time: {
    ...named(
      'time, finish time, elapsed, elapsed time, total time, race time, official time, result time, chip time, net time, gun time, laufzeit, zeit, zielzeit, endzeit, gesamtzeit, temps, temps officiel, tiempo, tempo, duration',
    ),
    dimension: 'duration',
  },
  cutoff: {
    ...named('cutoff, cut off, race cutoff, time limit, limit, zeitlimit, barriere horaire'),
    dimension: 'duration',
  },
  notes: named('notes, note, comment, comments, remarks, bemerkung, remarque'),
  place,
  sex,
  age,
  ageGroup,
  birth,
  bib,
};

/** Of many runners' results: a `name`, or a number, is that of the runner. */
export const CAREER_COLUMNS: Readonly<Record<CareerRole, ColumnNames>> = {
  ...PAST_COLUMNS,
  runner: named(
    'runner, runner id, runner name, athlete, athlete id, athlete name, person, id, name, laufer, coureur',
  ),
  race: named(
    'race, race name, race id, event, event name, competition, wettbewerb, lauf, veranstaltung, course, epreuve, carrera, gara',
  ),
};
