import type { Instant } from '../../kernel/clock.js';
import type { Nutrient } from '../nutrition.js';

/** Problems with CSV logs, results and splits. Times in s, distances in m, nutrients in their own unit. */
export interface LogProblemArgs {
  CSV_SYNTAX: { reason: string };
  CSV_EMPTY: Record<never, never>;
  /**
   * The header stands not on the first line with anything in it, or takes two, of which `line` is the lower;
   * `above` lines over it are no part of the table.
   */
  HEADER_TAKEN: { line: number; isJoined: boolean; above: number };
  /** The sheet of a workbook that was read, and those with anything in them that were not. */
  SHEET_TAKEN: { sheet: string; others: readonly string[] };
  /** Lines of a text in columns that fit none of them: left out. `written` is the first. */
  LINES_OFF_COLUMNS: { lines: number; written: string };
  /** Of a log by distance of very many rows only some are read, evenly. */
  ROWS_THINNED: { rows: number; kept: number };
  /** More rows than any runner's log has, which is a row a visit or an intake. */
  LOG_TOO_LONG: { rows: number; most: number };
  /** What was assumed about a file, e.g. "read 24 rows: cumulative times, clock, America/New_York; 2 cells empty". */
  CSV_READ_AS: { rows: number; shape: string; emptyCells: number };
  /** The laps of a watch add up to more than the race: which of them are the race? */
  LAPS_TOO_LONG: { lapsM: number; distanceM: number };
  /** They end before the finish of a race that is over. */
  LAPS_SHORT: { lapsM: number; distanceM: number };
  NO_COLUMN: { wanted: string; found: readonly string[] };
  UNKNOWN_COLUMN: { column: string; suggestion: string | null };
  BAD_TIME: { written: string; column: string; isTimeOfDay: boolean };
  /** `6.45` may be 6:45, `asMinutes`, or 6 h 27 min, `decimalS`: nothing in its column tells. */
  HOURS_AMBIGUOUS: { written: string; asMinutes: string; decimalS: number };
  BAD_NUMBER: { written: string; column: string };
  /** In results of many: the times at stations are left out. */
  TIMES_AMBIGUOUS: { column: string; readings: readonly string[]; isLeftOut?: boolean };
  /** Read as the likelier of two kinds of time, of which the other is not beyond belief. */
  TIMES_TAKEN: { column: string; taken: string; other: string };
  /** A time of day that may be that of another day, or of the other half of the day: which cannot be told. */
  DAY_AMBIGUOUS: { written: string; takenAt: Instant; otherAt: Instant; zone: string };
  /** Read as the likelier of two, of which the other is not beyond belief. */
  DAY_TAKEN: { written: string; takenAt: Instant; otherAt: Instant; zone: string };
  /** Taken for a time on a dial of 12 hours, in a log that also holds times beyond 12:59. */
  DIALS_MIXED: { written: string; takenAt: Instant; zone: string };
  /** A time that clocks show twice that night: told apart by order and pace. */
  CLOCK_TWICE: { written: string; takenAt: Instant; zone: string };
  /** A time that no clock shows that night, for they go forward over it; what they show before and after. */
  CLOCK_SKIPPED: { written: string; beforeAt: Instant; afterAt: Instant; zone: string };
  /** Read as a time of day so much later than planned that it may be of another day or half of the day. */
  FAR_FROM_PLAN: { written: string; elapsedS: number; plannedS: number };
  /** Later than the race's limit. */
  AFTER_LIMIT: { written: string; byS: number; limitS: number };
  ROW_NOT_PLACED: { written: string; suggestion: string | null; isLeftOut: boolean };
  /** A station of the plan by name, which the course first passes elsewhere, at `stationM`. */
  ROW_ELSEWHERE: { written: string; atM: number; stationM: number; isLeftOut: boolean };
  ROW_PLACED_BY_GUESS: { written: string; station: string; atM: number };
  SPLIT_GOES_BACK: {
    column: string;
    written: string;
    station: string;
    byS: number;
    before: string;
    /** What was logged there. */
    event: 'start' | 'arrival' | 'departure';
  };
  /** Fits nowhere: `byS` after what follows it. */
  SPLIT_AHEAD: {
    station: string;
    byS: number;
    after: string;
    event: 'arrival' | 'departure';
  };
  /** The log's own start; `byS` after the plan's, negative: before. */
  START_DIFFERS: { byS: number };
  TOO_FAST: { station: string; before: string; paceSPerKm: number };
  /** Hours on a leg, or at a stop, that cannot take them: mostly a time of the wrong half of the day. */
  TOO_SLOW: { station: string; before: string; tookS: number };
  /** Leg times: all later times are unknown. */
  LEG_TIME_MISSING: Record<never, never>;
  /** A station of the plan, but not at this point of the race. */
  ROW_OUT_OF_ORDER: { written: string; isLeftOut: boolean };
  /** In a timed event: reached after its end, at `endS`, and not counted. */
  REACHED_TOO_LATE: { place: string; endS: number };
  /** Content right of the last column that has a name. */
  CELL_WITHOUT_COLUMN: { written: string };
  /** Times of day, and nothing says when the race began; in results of many those at stations are left out. */
  CLOCK_WITHOUT_START: { column: string; isLeftOut?: boolean };
  /** A row below the one with which the race ended. */
  ROW_AFTER_END: { written: string };
  /** The row of a race that ended tells when and not where, or where and not when: it counts as ended at `station`. */
  END_LEFT_OUT: { missing: 'place' | 'time'; station: string };
  NUTRIENT_NEGATIVE: { column: string; written: string };
  WEIGHT_ABSURD: { column: string; written: string };
  NUTRIENT_ABSURD: {
    column: string;
    written: string;
    nutrient: Nutrient;
    perHour: number;
    limitPerHour: number;
    reason: string;
  };
  BAD_AMOUNT: { item: string; written: string };
  UNKNOWN_PRODUCT: { item: string; suggestion: string | null };
  /** A nutrient in the log of the stations, and in the log of what was taken, `intakeFile`. */
  INTAKE_TWICE: { nutrient: Nutrient; intakeFile: string };
  NO_TIME_OR_PLACE: Record<never, never>;
  /** Taken when the runner did not race: not counted. */
  INTAKE_BEFORE_START: { written: string };
  INTAKE_AFTER_FINISH: { written: string };
}
