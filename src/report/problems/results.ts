import type { ResultsProblemArgs } from '../../domain/problems/results.js';
import type { Abouts } from './about.js';

const RIGHT_RACE = 'Check that it is the right race and the right distance.';

export const ABOUT_RESULTS: Abouts<ResultsProblemArgs> = {
  RESULTS_READ_AS: ['What was found in results, and what was assumed about them.', null],
  CAREERS_READ_AS: ['What was found in results of past races, and what units were taken.', null],
  MISSING_CELL: ['A row lacks what every row must have.', 'Fill the cell in.'],
  DATE_UNCLEAR: [
    'A date may be two: nothing tells which comes first, day or month.',
    'Write days year first: 2018-04-03.',
  ],
  RESULT_IMPOSSIBLE: [
    'A time over a distance is one that nobody runs, or needs.',
    'Times are hours first, as in 0:25:30; check them, and the distance.',
  ],
  NO_EARLIER_RESULTS: [
    'No runner of the file has a result after an earlier finish, so there is nothing to forecast.',
    'A row a result, with columns runner, date, distance, climb, status and time.',
  ],
  CLOSING_TAKEN: [
    'A race without a cutoff is taken to close when 99 in 100 of its finishers were in.',
    'A column cutoff, or --plan, gives the real one.',
  ],
  START_OF_COLUMN: ['The start of the race, or of each runner, is taken from a column.', null],
  TITLES_TAKEN: ['Titles between rows tell the sex or the race of those below them.', null],
  FEWER_LAPS: [
    'Runners with a time ran fewer laps than the race has: counted as DNF.',
    'If they finished, correct the column of laps.',
  ],
  TIMES_WITHOUT_PLACE: [
    'Runners have a time and no place where others have one: finishers if theirs are the last, else DNF.',
    'Give them a place, or say DNF in a column status.',
  ],
  RELAYS_LEFT_OUT: ['Relay teams are left out.', null],
  ROWS_OF_NOBODY: [
    'Rows without a place, a bib, a time or a person are left out, such as titles.',
    null,
  ],
  NO_RUNNERS: [
    'Nothing is left of a file of results.',
    'A row must have a place, a bib or a name, and a time; relay teams are left out.',
  ],
  RACES_LEFT_OUT: ['Of several races in a file one is read.', 'Name another with --race.'],
  FINISH_IMPOSSIBLE: [
    'Finish times, or distances, that no one can have run are left out.',
    `${RIGHT_RACE} Of distances, the unit and the column.`,
  ],
  SPLITS_IMPOSSIBLE: [
    'Times at stations that cannot be true are left out; the results of these runners count.',
    null,
  ],
  SPLITS_MOSTLY_LOST: [
    'Too many runners have times at stations that cannot be true: the file is misread, or of another race.',
    'Take a column that is no station out, or say with --times what the times are; --lenient goes on.',
  ],
  FINISHES_LOST: [
    'Too many finishers have no time or distance that can be used.',
    `${RIGHT_RACE} --lenient goes on without them.`,
  ],
  RESULTS_ARE_DISTANCES: [
    'Results are distances, at least in part, and cannot be read: there are times as well, or no unit is told.',
    'Write the unit in the header (km); of a timed event leave the times out, of a race write DNF in place of distances.',
  ],
  RESULTS_ARE_LAPS: [
    'Most ran fewer laps than others, so their times are no finish times.',
    'A timed event needs a column of distances, such as km; several races a column that names them.',
  ],
  ENTRANTS_LIST: [
    'The file lists who entered a race, and no results.',
    'Name the results: what somebody registers or hopes for is no finish time.',
  ],
  FINISHES_UNREADABLE: [
    'No finish of a column can be read.',
    'Write times like 7:05:50 and distances like 173.766 km, or name the column of the finish time.',
  ],
  BIB_REPEATED: [
    'Rows have a bib that stood there before: left out with the same result, else counted.',
    'If they are of one runner, leave one row.',
  ],
  TIMES_UNREADABLE: [
    'Cells where a time or a distance should be hold none.',
    'Correct them, or leave them empty.',
  ],
  COLUMNS_NOT_USED: ['Columns look like times, and by their names are no stations.', null],
  COLUMN_NOT_TIMES: [
    'A column that is called like a station is left out, for cells of it hold no times.',
    'If it is one, correct these cells.',
  ],
  COLUMN_CONTRADICTS: [
    'A column is left out, for with it the times of many runners cannot be true.',
    'If it is a station, correct its times.',
  ],
  TIMES_PAST_DAY: ['Elapsed times start again at 24:00:00: a day is added.', null],
  FINISH_OF_STATION: [
    'Finishers without a finish time have one in the column of the finish.',
    null,
  ],
  FINISH_AFTER_LIMIT: [
    'Runners without a finish time came to the column of the finish later than all who have one: counted as DNF.',
    null,
  ],
  COLUMNS_NOT_PLACED: [
    'Columns of times are no stations of the course, so at an unknown distance.',
    "Name the edition's own stations: history: [{ file: …, stations: … }].",
  ],
  SPLITS_THINNED: ['Of very many runners with splits some are kept, evenly.', null],
  COLUMN_PLACED_BY_GUESS: [
    'A column is taken for the station nearest to its name.',
    'Name it as the plan names the station.',
  ],
  NO_SPLITS: [
    'No finisher has a time at a station of the course.',
    "Name the edition's own stations with --stations FILE.",
  ],
  NO_OTHER_EDITION: [
    'A mode of backtest learns from other editions, and there is none.',
    'Name the splits of more years, or use --mode no-history.',
  ],
  RACE_UNCLEAR: [
    'A file holds several races, and nothing says which is meant.',
    'Name one with --race.',
  ],
};
