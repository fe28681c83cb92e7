import type { LogProblemArgs } from '../../domain/problems/log.js';
import type { Abouts } from './about.js';

export const ABOUT_LOG: Abouts<LogProblemArgs> = {
  CSV_SYNTAX: ['A file cannot be read as a table.', 'Look at the line: a quote is left open.'],
  CSV_EMPTY: ['A table holds no rows.', 'Add some, or name another file.'],
  HEADER_TAKEN: ['Which lines were taken for the header, where it is not the first.', null],
  SHEET_TAKEN: [
    'Which sheet of a workbook was read.',
    'If it is another, move it to the front, or save it alone.',
  ],
  LINES_OFF_COLUMNS: [
    'Lines of a text in columns fit none of them, and are left out.',
    'If they are rows, line them up with the columns.',
  ],
  ROWS_THINNED: ['Of very many rows by distance some are read, evenly spread.', null],
  LOG_TOO_LONG: [
    'A table has more rows than the log of a runner.',
    'A log has a row for each visit to a station, or for each thing eaten.',
  ],
  CSV_READ_AS: ['What was found in a table, and what was assumed about it.', null],
  LAPS_TOO_LONG: [
    'Laps of a watch add up to more than the race, and nothing tells which part of them it is.',
    'Cut the laps to the race, or correct their distances, or the unit in the header.',
  ],
  LAPS_SHORT: [
    'Laps of a watch end before the finish: the race is taken for one that was not finished.',
    'If it was, add the laps that are missing, or correct the distances.',
  ],
  NO_COLUMN: [
    'A column that is needed is not there.',
    'Name one so; raceplan help logs lists what columns may be called.',
  ],
  UNKNOWN_COLUMN: [
    'A column is not used.',
    'If it should be, name it as raceplan help logs has it.',
  ],
  BAD_TIME: ['A cell holds no time.', 'Write it like 17:30, 5:30 PM or 10:30:15.'],
  HOURS_AMBIGUOUS: [
    'A time such as 6.45 may be 6:45, or 6 hours and 45 hundredths.',
    'Write 6:45, or 6.45 h.',
  ],
  BAD_NUMBER: ['A cell holds no number.', 'Correct it, or leave it empty.'],
  TIMES_AMBIGUOUS: [
    'The times of a column may be of several kinds, and nothing tells which.',
    'Say it: --times clock, elapsed or leg.',
  ],
  TIMES_TAKEN: [
    'The times of a column are taken for the likelier of two kinds.',
    'Say it, if it is the other: --times clock, elapsed or leg.',
  ],
  DAY_AMBIGUOUS: [
    'A time of day may be of two days, or of two halves of a day.',
    'Write the day with it (Sat 5:30), or AM or PM.',
  ],
  DAY_TAKEN: [
    'A time of day is taken for the likelier of two days, or halves of a day.',
    'Write the day with it (Sat 5:30), or AM or PM, if it is the other.',
  ],
  DIALS_MIXED: [
    'A time is taken for one on a dial of 12 hours, though others are written in 24.',
    'Write AM or PM, or all times in 24 hours.',
  ],
  CLOCK_TWICE: [
    'Clocks show a time twice that night: it is told apart by order and pace.',
    'If it was the other, write it with its date and offset.',
  ],
  CLOCK_SKIPPED: [
    'No clock shows that time that night, for they go forward over it.',
    'Write one of the times offered.',
  ],
  FAR_FROM_PLAN: [
    'A time is read as far later than planned.',
    'If that is wrong, write AM or PM, or the day with it.',
  ],
  AFTER_LIMIT: [
    'A time is after the race closed.',
    'Correct it, or the cutoff of the race in the plan.',
  ],
  ROW_NOT_PLACED: [
    'A row matches no station of the plan; in a race that goes on it is left out.',
    'Write the station as the plan has it.',
  ],
  ROW_ELSEWHERE: [
    'A row has another distance than the plan for that station.',
    'Distances count from the start, not from the station before; or leave the column out.',
  ],
  ROW_PLACED_BY_GUESS: [
    'A row is taken for the station nearest to what it says.',
    'Write the station as the plan has it.',
  ],
  SPLIT_GOES_BACK: ['A time is before one that comes earlier.', 'Correct one of the two times.'],
  SPLIT_AHEAD: ['A time is after those that follow it.', 'Correct this time.'],
  START_DIFFERS: [
    'The log starts at another time than the plan, from which all times count.',
    'Correct start: under race in the plan, or this time.',
  ],
  TOO_FAST: [
    'Nobody runs as fast as these times say.',
    'Correct the time here or at the station before, or the station.',
  ],
  TOO_SLOW: [
    'A leg or a stop takes hours that it cannot take.',
    'Is it the wrong half of the day? Write AM or PM, or the day with it.',
  ],
  LEG_TIME_MISSING: [
    'In a log of leg times one is missing: all later times are unknown.',
    'Write it, or times from the start.',
  ],
  ROW_OUT_OF_ORDER: [
    'The course does not pass that station between the rows above and below.',
    'List the rows in the order of the race, one for each visit.',
  ],
  REACHED_TOO_LATE: [
    'In a timed event a place was reached after the time was up: it does not count.',
    null,
  ],
  CELL_WITHOUT_COLUMN: [
    'A cell stands right of the last column.',
    'Name its column in the first line, or put a comma in quotes.',
  ],
  CLOCK_WITHOUT_START: [
    'Times of day are given, and nothing says when the race began.',
    'Add start: under race in the plan; if they are elapsed times, say --times elapsed.',
  ],
  ROW_AFTER_END: [
    'A row comes after the end of the race.',
    'Take it out, or correct the row that says the race ended.',
  ],
  END_LEFT_OUT: [
    'A row says that the race ended, and not when or where: it counts as ended at the station before.',
    'Write when, and how far: DNF at 27 km.',
  ],
  NUTRIENT_NEGATIVE: ['An amount is less than nothing.', 'Correct it.'],
  WEIGHT_ABSURD: [
    'A weight is none of a runner.',
    'Name the unit in the column, such as weight (kg).',
  ],
  NUTRIENT_ABSURD: [
    'An amount is more than anyone takes in that time.',
    'Check the number and the unit of the column.',
  ],
  BAD_AMOUNT: [
    'An amount of a product cannot be read.',
    'Write how many (2), or of a drink how much (16 oz).',
  ],
  UNKNOWN_PRODUCT: [
    'An item is no product of the plan: what it holds is unknown.',
    'Write it as the plan has it, or add it to nutrition.products.',
  ],
  INTAKE_TWICE: [
    'A nutrient is logged in the splits and in the intake log: it may be the same twice.',
    'Keep it in one of the two files.',
  ],
  NO_TIME_OR_PLACE: [
    'Nothing says when or where something was taken.',
    'Write the time or the station.',
  ],
  INTAKE_BEFORE_START: ['Something was taken before the start: it is not counted.', null],
  INTAKE_AFTER_FINISH: ['Something was taken after the race: it is not counted.', null],
};
