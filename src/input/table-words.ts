/** The tables that are read, column by column, for help: the very vocabularies that their readers use. */
import type { TableWords } from '../domain/table-words.js';
import { PAST_COLUMNS } from './careers/vocabulary.js';
import { INTAKE_COLUMNS } from './log/intake-rows.js';
import { LAP_COLUMNS } from './log/lap-table.js';
import { LOOP_COLUMNS } from './log/loop-log.js';
import { RACE_LOG_COLUMNS } from './log/rows.js';
import { STATION_COLUMNS } from './results/station-table.js';
import { RESULT_COLUMNS } from './results/vocabulary.js';
import type { ColumnNames } from './table/columns.js';
import { TRAINING_COLUMNS } from './training/vocabulary.js';

const NUTRIENTS = {
  energyKcal: 'energy taken since the row above, kcal',
  carbG: 'carbohydrate, g',
  proteinG: 'protein, g',
  fluidMl: 'fluid, in the unit of the header, such as fluid_oz, else of the plan',
  sodiumMg: 'sodium, mg',
  caffeineMg: 'caffeine, mg',
};

const WHERE = {
  station: 'which station of the plan; a place passed several times has a row each time',
  distance: 'how far from the start, in place of the station or beside it',
};

export const tableWords = (): TableWords[] => [
  table('The log of a race', 'splits.csv: a row a station visit.', RACE_LOG_COLUMNS, {
    ...WHERE,
    arrive: 'when you came in, by the clock or from the start',
    depart: 'when you left',
    time: 'the one time of a row that has only one: the arrival',
    leg: 'what the way from the station before took',
    status: 'DNF, DNS or finished',
    notes: 'anything; gear, weather, weaknesses and causes are found in it',
    weight: 'your own, at the start and later: the sweat rate comes from it',
    ...NUTRIENTS,
  }),
  table(
    'Loops and hours',
    'Of a timed event or a backyard: a row a lap, or an hour; the columns of a race log beside these.',
    LOOP_COLUMNS,
    {
      loop: 'the number of the lap that ends with this row, or how many were done',
      hour: 'how many laps were done by the end of that hour',
      took: 'what the lap took',
      arrive: 'when it ended',
      depart: 'when the next began',
      time: 'the same as in a race log',
    },
  ),
  table(
    'The laps of a watch',
    'As Garmin Connect, Strava and Coros export them; arrivals are interpolated.',
    LAP_COLUMNS,
    {
      lap: 'its number',
      interval: 'its number, in a workout',
      elapsed: 'what the lap took, with pauses',
      time: 'what the lap took',
      cumulative: 'since the start',
      distance: 'how long the lap was',
      notes: 'anything',
    },
  ),
  table(
    'What was eaten and drunk',
    'intake.csv beside the splits, or --intake FILE: a row an intake.',
    INTAKE_COLUMNS,
    {
      ...WHERE,
      time: 'when, in place of the station or beside it',
      item: 'a product of the plan, by its name',
      amount: 'how many, or of a drink how much; one when left out',
      notes: 'anything',
      ...NUTRIENTS,
      energyKcal: 'energy of what was taken, kcal',
    },
  ),
  table(
    'Past races',
    'past: of the athlete, and backtest --finish, where rows name their runner and have a day.',
    PAST_COLUMNS,
    {
      runner: 'of a file of many runners',
      race: 'what the race was called',
      date: 'its day, year first',
      year: 'where the day is not known',
      distance: 'its length',
      climb: 'its climb; without it the race counts as flat',
      status: 'finished, DNF, DNS',
      time: 'the finish time; a DNF needs none',
      cutoff: 'the time limit of the race',
      notes: 'anything',
    },
  ),
  table(
    'Training',
    'training: { log: training.csv } in the plan: a row a session.',
    TRAINING_COLUMNS,
    {
      date: 'the day, year first',
      planned: 'what was planned: 10 mi easy, 5 x 1 km, 2 h, rest',
      done: 'what was done, the same way, or yes or no',
      distance: 'how far that was',
      time: 'how long it took',
      climb: 'its climb',
      terrain: 'its ground',
      fuel: 'what was eaten: fuelling is counted on long runs',
      notes: 'anything',
    },
  ),
  table(
    'Results and splits of many',
    'A row a runner, a column a station; results from timers are read as they are.',
    RESULT_COLUMNS,
    {
      place: 'overall',
      status: 'finished, DNF, DNS, disqualified',
      sex: 'for places',
      age: 'on race day',
      ageGroup: 'for places',
      birth: 'year or day of birth',
      bib: 'start number',
      name: 'only matched with --runner, never kept',
      edition: 'which year, of several in one file',
      date: 'the day of the race',
      wave: 'how long after the first wave, or at what time of day, the runner started',
      laps: 'how many were run',
      race: 'which race, of several in one file',
    },
  ),
  table(
    'Stations of an edition',
    'history: [{ file, stations }], --stations FILE.',
    STATION_COLUMNS,
    {
      station: 'its name',
      at: 'distance from the start',
      cutoff: 'when it closes',
      elevation: 'above sea level',
      gain: 'climb of the leg that ends there',
      loss: 'descent of the leg that ends there',
    },
  ),
];

/** Columns of which nothing is said are found so as to be read past, or are told of elsewhere. */
const table = <Role extends string>(
  name: string,
  says: string,
  vocabulary: Readonly<Record<Role, ColumnNames>>,
  meanings: Readonly<Partial<Record<Role, string>>>,
): TableWords => ({
  name,
  says,
  columns: (Object.keys(meanings) as Role[]).map((role) => ({
    names: vocabulary[role].names.filter((known) => known !== ''),
    says: meanings[role]!,
  })),
});
