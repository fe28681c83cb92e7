/**
 * What results files call the columns of who ran and how it ended, in the languages and by the services they come from;
 * `header-words.ts` knows those of times.
 */
import type { ColumnNames } from '../table/columns.js';

export type ResultRole =
  | 'place'
  | 'status'
  | 'sex'
  | 'age'
  | 'ageGroup'
  | 'birth'
  | 'bib'
  /** Found so as to be read past. */
  | 'name'
  | 'edition'
  /** The day of the race. */
  | 'date'
  /** How long after the first wave the runner started. */
  | 'wave'
  /** How many were run. */
  | 'laps'
  | 'race';

const named = (names: string): ColumnNames => ({ names: names.split(', ') });

export const RESULT_COLUMNS: Readonly<Record<ResultRole, ColumnNames>> = {
  place: named(
    'place, overall place, rank, ranking, overall rank, overall, position, overall position, pos, pl, platz, platz punkte, rang, gesamtplatz, classement, clt, finish position, finish place, posizione, posto, puesto, posicion, plaats, plass, plats',
  ),
  status: named(
    'status, result, finish status, race status, outcome, statut, estado, stato, estatus, tila',
  ),
  sex: named(
    'sex, gender, geschlecht, sexe, genre, genero, sesso, genere, sexo, kon, køn, kjonn, kjønn, geslacht, sukupuoli, plec, płec, pohlavi, spol, nem, sugu, lytis, cinsiyet, пол, 性別, 性别, m f, m w, h f, sex m f, gender m f, gender code, runner gender, runner sex, athlete gender, athlete sex',
  ),
  age: named('age, alter, edad, eta, age on race day, race age'),
  ageGroup: named(
    'age group, agegroup, category, age category, kategorie, cat, categorie, categoria, ak, altersklasse, division, age division, div, class, klasse, geslacht, kjonn, kon',
  ),
  birth: named(
    'birthdate, birth date, date of birth, dob, geburtsdatum, birth year, year of birth, yob, born, geb, jg, jahrgang, geburtsjahr, annee de naissance',
  ),
  bib: named(
    'bib, bib no, bib number, bib nr, number, startnr, start nr, start no, startnummer, stnr, start number, dossard, doss, dorsal, runner id, race no, race number, pettorale, numero, rugnummer',
  ),
  name: named(
    'runner, name, runner name, full name, fullname, athlete, participant, competitor, starter, first name, first, last name, last, family name, surname, nom, prenom, vorname, nachname, nombre, apellidos, apellido, cognome, nome, naam, voornaam, achternaam, navn, fornavn, etternavn, namn',
  ),
  edition: named(
    'year, race year, event year, edition, jahr, annee, race year id, race id, event id',
  ),
  date: named(
    'date, race date, event date, date of race, datum, renndatum, wettkampfdatum, fecha, data, date course, date de la course, dato, paivamaara',
  ),
  wave: named(
    'wave start, wave, wave offset, wave start offset, wave time, wave delay, start offset, start delay, start wave, vague, vague depart, depart vague, decalage depart, startwelle, welle, startversatz',
  ),
  laps: named(
    'laps, laps completed, laps run, laps done, completed laps, total laps, lap count, laps count, number of laps, no of laps, loops, loops completed, runden, anzahl runden, rundenzahl, tours, nb tours, nombre de tours, giri, vueltas, rondes, runder, varv, kierrokset',
  ),
  race: named(
    'race, race name, event, event name, distance, race distance, course, parcours, strecke, wettbewerb, lauf, epreuve, format',
  ),
};
