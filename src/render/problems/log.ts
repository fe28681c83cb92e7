import type { LogProblemArgs } from '../../domain/problems/log.js';
import { count, minutes, say, words } from '../../report/value.js';
import { didYouMean, oneOf, type Sentences } from './sentence.js';

export const logSentences: Sentences<LogProblemArgs> = {
  CSV_SYNTAX: ({ reason }) => ({ text: say`cannot be read as a table: ${words(reason)}` }),
  CSV_EMPTY: () => ({ text: say`the file holds no rows` }),
  CSV_READ_AS: ({ rows, shape, emptyCells }) => ({
    text: say`read ${count(rows)} rows: ${words(shape)}; ${count(emptyCells)} cells empty`,
  }),
  NO_COLUMN: ({ wanted, found }) => ({
    text: say`there is no column for ${words(wanted)}`,
    help: say`the columns are ${words(found.join(', '))}`,
  }),
  UNKNOWN_COLUMN: ({ column, suggestion }) => ({
    text: say`the column "${words(column)}" is not used`,
    ...didYouMean(suggestion),
  }),
  BAD_TIME: ({ written }) => ({ text: say`"${words(written)}" is no time` }),
  BAD_NUMBER: ({ written }) => ({ text: say`"${words(written)}" is no number` }),
  TIMES_AMBIGUOUS: ({ column, readings }) => ({
    text: say`the times of "${words(column)}" may be ${words(oneOf(readings))}`,
    help: say`say which: --times ${words(readings.join('|'))}`,
  }),
  ROW_NOT_PLACED: ({ written, suggestion }) => ({
    text: say`"${words(written)}" matches no station of the plan`,
    ...didYouMean(suggestion),
  }),
  ROW_PLACED_BY_GUESS: ({ written, station }) => ({
    text: say`"${words(written)}" is taken for ${words(station)}`,
  }),
  SPLIT_GOES_BACK: ({ byS, before }) => ({
    text: say`${minutes(byS)} before ${words(before)}`,
    help: say`correct one of the two times`,
  }),
  TOO_FAST: ({ station, before, speedKmH }) => ({
    text: say`from ${words(before)} to ${words(station)} at ${count(speedKmH)} km/h`,
    help: say`no one runs that fast: correct one of the two times`,
  }),
  NUTRIENT_NEGATIVE: ({ written }) => ({ text: say`${words(written)} is less than nothing` }),
  NUTRIENT_ABSURD: ({ perHour, limitPerHour }) => ({
    text: say`${count(perHour)} an hour is more than anyone takes (${count(limitPerHour)})`,
    help: say`check the unit of the column`,
  }),
  UNKNOWN_PRODUCT: ({ item, suggestion }) => ({
    text: say`"${words(item)}" is no product of the plan: what it holds is unknown`,
    ...didYouMean(suggestion, say`add it to nutrition.products`),
  }),
  INTAKE_AFTER_FINISH: ({ written }) => ({ text: say`${words(written)} is after the finish` }),
};
