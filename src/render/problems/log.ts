import type { LogProblemArgs } from '../../domain/problems/log.js';
import { formatInstant, type Instant, secondsBetween } from '../../kernel/clock.js';
import { S_PER_DAY } from '../../kernel/units.js';
import { NUTRIENT_LABELS, nutrientValue } from '../../report/nutrient.js';
import {
  clock,
  count,
  distance,
  duration,
  minutes,
  pace,
  say,
  span,
  type Text,
  words,
} from '../../report/value.js';
import { didYouMean, oneOf, type Sentences, someOf } from './sentence.js';

const splitsLeftOut = (isLeftOut: boolean): string =>
  isLeftOut ? ': the times at stations are left out' : '';

export const logSentences: Sentences<LogProblemArgs> = {
  CSV_SYNTAX: ({ reason }) => ({ text: say`cannot be read as a table: ${words(reason)}` }),
  CSV_EMPTY: () => ({ text: say`the file holds no rows` }),
  HEADER_TAKEN: ({ line, isJoined, above }) => ({
    text: say`header taken from ${isJoined ? say`lines ${count(line - 1)} and ${count(line)}` : say`line ${count(line)}`}${above === 0 ? '' : say`; ${several(above, 'line')} above it left out`}`,
  }),
  SHEET_TAKEN: ({ sheet, others }) => ({
    text: say`read the sheet "${words(sheet)}"; not ${words(someOf(others))}`,
  }),
  LINES_OFF_COLUMNS: ({ lines, written }) => ({
    text: say`${several(lines, 'line')} of the text in columns left out, for they stand in no column: the first is "${words(written)}"`,
  }),
  ROWS_THINNED: ({ rows, kept }) => ({
    text: say`of ${several(rows, 'row')} by distance ${count(kept)} are read, evenly spread`,
  }),
  LOG_TOO_LONG: ({ rows, most }) => ({
    text: say`these are ${count(rows)} rows: the log of one runner has ${count(most)} at most`,
    help: say`a log has a row for each visit to a station, or for each thing eaten`,
  }),
  CSV_READ_AS: ({ rows, shape, emptyCells }) => ({
    text: say`read ${several(rows, 'row')}: ${words(shape)}${emptyCells === 0 ? '' : say`; ${several(emptyCells, 'cell')} empty`}`,
  }),
  LAPS_TOO_LONG: ({ lapsM, distanceM }) => ({
    text: say`the laps add up to ${distance(lapsM)}, the race to ${distance(distanceM)}: nothing tells which part of them is the race`,
    help: say`cut the laps to the race, or correct their distances, or the unit in the header`,
  }),
  LAPS_SHORT: ({ lapsM, distanceM }) => ({
    text: say`the laps end at ${distance(lapsM)} of ${distance(distanceM)}: taken for a race that was not finished`,
    help: say`if it was, add the laps that are missing, or correct the distances`,
  }),
  NO_COLUMN: ({ wanted, found }) => ({
    text: say`there is no column for ${words(wanted)}`,
    help: say`the columns are ${words(someOf(found))}`,
  }),
  UNKNOWN_COLUMN: ({ column, suggestion }) => ({
    text: say`the column "${words(column)}" is not used`,
    ...didYouMean(suggestion),
  }),
  BAD_TIME: ({ written, isTimeOfDay }) => ({
    text: say`"${words(written)}" is no ${isTimeOfDay ? 'time of day' : 'time'}`,
  }),
  HOURS_AMBIGUOUS: ({ written, asMinutes, decimalS }) => ({
    text: say`"${words(written)}" may be ${words(asMinutes)}, hours and minutes, or ${duration(decimalS)}, hours with decimals`,
    help: say`write ${words(asMinutes)}, or with its unit: ${words(written)} h`,
  }),
  BAD_NUMBER: ({ written }) => ({ text: say`"${words(written)}" is no number` }),
  TIMES_AMBIGUOUS: ({ column, readings, isLeftOut = false }) => ({
    text: say`the times of "${words(column)}" may be ${words(oneOf(readings))}${splitsLeftOut(isLeftOut)}`,
    help: say`say which: --times ${words(readings.join('|'))}`,
  }),
  TIMES_TAKEN: ({ column, taken, other }) => ({
    text: say`the times of "${words(column)}" are taken for ${TIMES[taken] ?? words(taken)}: ${TIMES[other] ?? words(other)} would be less likely`,
    help: say`say which: --times ${words(taken)}|${words(other)}`,
  }),
  DAY_AMBIGUOUS: ({ written, takenAt, otherAt, zone }) => ({
    text: say`"${words(written)}" may be ${clock(takenAt, zone, true)} or ${clock(otherAt, zone, true)}`,
    help: howToTell(takenAt, otherAt),
  }),
  DAY_TAKEN: ({ written, takenAt, otherAt, zone }) => ({
    text: say`"${words(written)}" is taken for ${clock(takenAt, zone, true)}; ${clock(otherAt, zone, true)} would be less likely`,
    help: howToTell(takenAt, otherAt),
  }),
  DIALS_MIXED: ({ written, takenAt, zone }) => ({
    text: say`"${words(written)}" is taken for ${clock(takenAt, zone, true)}, though others are written in 24 hours`,
    help: say`write AM or PM, or all times in 24 hours`,
  }),
  CLOCK_TWICE: ({ written, takenAt, zone }) => ({
    text: say`clocks show "${words(written)}" twice that night: it is taken for ${words(formatInstant(takenAt, zone))}`,
    help: say`if it was the other, write it with its date and offset, like that`,
  }),
  CLOCK_SKIPPED: ({ written, beforeAt, afterAt, zone }) => ({
    text: say`no clock in ${words(zone)} shows "${words(written)}" that night: they go forward over it`,
    help: say`write ${clock(beforeAt, zone)} or ${clock(afterAt, zone)}`,
  }),
  FAR_FROM_PLAN: ({ written, elapsedS, plannedS }) => ({
    text: say`"${words(written)}" is read as ${span(elapsedS)} into the race, planned after ${span(plannedS)}`,
    help: say`if that is wrong, write AM or PM, or the day with it`,
  }),
  AFTER_LIMIT: ({ written, byS, limitS }) => ({
    text: say`"${words(written)}" is ${span(byS)} after the race closed (${span(limitS)})`,
    help: say`correct it, or race.cutoff in the plan`,
  }),
  ROW_NOT_PLACED: ({ written, suggestion, isLeftOut }) => ({
    text: say`"${words(written)}" matches no station of the plan${leftOut(isLeftOut)}`,
    ...didYouMean(suggestion),
  }),
  ROW_ELSEWHERE: ({ written, atM, stationM, isLeftOut }) => ({
    text: say`"${words(written)}" is at ${distance(atM)} here, and in the plan at ${distance(stationM)}${leftOut(isLeftOut)}`,
    help: say`distances count from the start, not from the station before; or leave the column out`,
  }),
  ROW_PLACED_BY_GUESS: ({ written, station, atM }) => ({
    text: say`"${words(written)}" is taken for ${words(station)} at ${distance(atM)}`,
  }),
  SPLIT_GOES_BACK: ({ byS, before, event }) => ({
    text:
      event === 'start'
        ? say`${minutes(byS)} before the start`
        : say`${minutes(byS)} before the ${event} ${event === 'arrival' ? 'at' : 'from'} ${words(before)}`,
    help: say`correct one of the two times`,
  }),
  SPLIT_AHEAD: ({ byS, after, event }) => ({
    text: say`${minutes(byS)} after the ${event} ${event === 'arrival' ? 'at' : 'from'} ${words(after)}, which follows it`,
    help: say`correct this time`,
  }),
  START_DIFFERS: ({ byS }) => ({
    text: say`${minutes(Math.abs(byS))} ${byS > 0 ? 'after' : 'before'} the start in the plan, from which all times count`,
    help: say`correct race.start in the plan, or this time`,
  }),
  TOO_FAST: ({ station, before, paceSPerKm }) => ({
    text: say`${pace(paceSPerKm)} from ${words(before)} to ${words(station)}: no one runs that fast`,
    help: say`correct the time here or there, or the station`,
  }),
  TOO_SLOW: ({ station, before, tookS }) => ({
    text:
      station === before
        ? say`${duration(tookS)} at ${words(station)}`
        : say`${duration(tookS)} from ${words(before)} to ${words(station)}`,
    help: say`is it the wrong half of the day? write AM or PM, or the day with it`,
  }),
  LEG_TIME_MISSING: () => ({
    text: say`without the time of this leg, all later times are unknown`,
  }),
  ROW_OUT_OF_ORDER: ({ written, isLeftOut }) => ({
    text: say`the course does not pass "${words(written)}" between the rows above and below${leftOut(isLeftOut)}`,
    help: say`list the rows in the order of the race, one for each visit`,
  }),
  REACHED_TOO_LATE: ({ place, endS }) => ({
    text: say`${words(place)} was reached after the time was up, at ${duration(endS)}: not counted`,
  }),
  CELL_WITHOUT_COLUMN: ({ written }) => ({
    text: say`"${words(written)}" stands right of the last column`,
    help: say`name its column in the first line, or put a comma in quotes`,
  }),
  CLOCK_WITHOUT_START: ({ column, isLeftOut = false }) => ({
    text: say`"${words(column)}" holds times of day, and nothing says when the race began${splitsLeftOut(isLeftOut)}`,
    help: say`add race.start to the plan; if they are elapsed times, say --times elapsed`,
  }),
  ROW_AFTER_END: ({ written }) => ({
    text: say`"${words(written)}" comes after the end of the race`,
  }),
  WEIGHT_ABSURD: ({ column, written }) => ({
    text: say`${words(written)} is no weight of a runner`,
    help: say`name the unit in the column, such as "${words(column)} (kg)"`,
  }),
  END_LEFT_OUT: ({ missing, station }) => ({
    text: say`this says ${missing === 'place' ? 'when' : 'how far'} the race ended and not ${missing === 'place' ? 'where' : 'when'}: it is left out, and the race counts as ended at ${words(station)}`,
    help:
      missing === 'place'
        ? say`write how far: DNF at 27 km, or a column of distances`
        : say`write when as well`,
  }),
  NUTRIENT_NEGATIVE: ({ written }) => ({ text: say`${words(written)} is less than nothing` }),
  NUTRIENT_ABSURD: ({ nutrient, perHour, limitPerHour, reason }) => ({
    text: say`${nutrientValue(nutrient, perHour, true)} is more than ${nutrientValue(nutrient, limitPerHour, true)}: ${reason}`,
    help: say`check the number and the unit of the column`,
  }),
  BAD_AMOUNT: ({ item, written }) => ({
    text: say`"${words(written)}" is no amount of ${words(item)}`,
    help: say`write how many (2), or of a drink how much (16 oz)`,
  }),
  UNKNOWN_PRODUCT: ({ item, suggestion }) => ({
    text: say`"${words(item)}" is no product of the plan: what it holds is unknown`,
    ...didYouMean(suggestion, say`add it to nutrition.products`),
  }),
  INTAKE_TWICE: ({ nutrient, intakeFile }) => ({
    text: say`${words(NUTRIENT_LABELS[nutrient].toLowerCase())} is logged here and in ${words(intakeFile)}: it may be the same twice`,
    help: say`keep it in one of the two files`,
  }),
  NO_TIME_OR_PLACE: () => ({ text: say`nothing says when or where this was taken` }),
  INTAKE_BEFORE_START: ({ written }) => ({
    text: say`${words(written)} is before the start: not counted`,
  }),
  INTAKE_AFTER_FINISH: ({ written }) => ({
    text: say`${words(written)} is after the end of the race: not counted`,
  }),
};

const TIMES: Readonly<Record<string, string>> = {
  clock: 'times of day',
  elapsed: 'elapsed times',
  leg: 'times of legs',
};

/** Times of the two halves of the day are told by AM and PM, those of two days by the day. */
const howToTell = (takenAt: Instant, otherAt: Instant): Text => {
  const halfDays = Math.round(secondsBetween(takenAt, otherAt) / (S_PER_DAY / 2));
  return halfDays % 2 === 0
    ? say`write the day with it, as in Sat 5:30`
    : say`write AM or PM, or 24 hours (17:30 for 5:30 PM)`;
};

const leftOut = (isLeftOut: boolean): string => (isLeftOut ? ': this row is left out' : '');

const several = (n: number, noun: string): Text => say`${count(n)} ${n === 1 ? noun : `${noun}s`}`;
