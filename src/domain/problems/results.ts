import type { Measure } from '../record.js';

/** What a column of results holds by its name; a station's column means none of these. */
export type ColumnMeaning =
  /** From the start of the race to the finish: in general, by the gun, by the runner's own chip. */
  | 'total'
  | 'gun'
  | 'net'
  /** The finish as a place: the last of the stations. */
  | 'finish'
  | 'start'
  /** A time of day that is no passage of a station. */
  | 'clock'
  | 'pace'
  /** The time since the station before, beside that since the start. */
  | 'leg'
  | 'gap'
  | 'rank'
  /** Foretold or aimed at, not run. */
  | 'forecast'
  /** Times at no station: of stops, moving, laps on average; dates. */
  | 'other';

/** Problems with results and splits of many runners. */
export interface ResultsProblemArgs {
  /** What was found, and what was assumed about it. */
  RESULTS_READ_AS: {
    /** As the file names it, when it holds several. */
    edition: string | null;
    runners: number;
    finished: number;
    dnf: number;
    dns: number;
    dq: number;
    /** Of all runners. */
    unknownSex: number;
    stations: number;
    /** What the times at stations are, and of times of day where. */
    times: 'elapsed' | 'clock' | 'leg' | null;
    zone: string | null;
    /** Stations that finishers passed without a time. */
    missing: number;
    /** The finish times' column, where its name does not say so or another might have been. */
    finishColumn: string | null;
    /** The column of distances, in a timed event; else `null`. */
    distanceColumn: string | null;
  };
  /** Results of earlier races: what was found, and what units were taken for granted. */
  CAREERS_READ_AS: {
    results: number;
    /** `null` in a file of one runner. */
    runners: number | null;
    finished: number;
    dnf: number;
    /** Not started, or disqualified: left out. */
    notRaced: number;
    assumed: readonly string[];
  };
  /** A row without what every row must have. */
  MISSING_CELL: { column: string };
  /** A date that may be two, each as `2017-07-15`: nothing in the column tells which comes first, day or month. */
  DATE_UNCLEAR: { written: string; choices: readonly string[] };
  /** A time over a distance that nobody can have run, or needs. */
  RESULT_IMPOSSIBLE: { distanceM: number; timeS: number; isLeftOut: boolean };
  /** Nothing to forecast: no runner of the file has a result after an earlier finish. */
  NO_EARLIER_RESULTS: Record<never, never>;
  /** A race of a file of results without cutoff: when 99 in 100 of its finishers were in is taken for it. */
  CLOSING_TAKEN: { race: string | null; finishers: number; closesS: number };
  /** The start of the race is the time of day in that column, or the first; each runner's own where they differ. */
  START_OF_COLUMN: { column: string; written: string; isOwn: boolean };
  /** Titles between the rows tell the sex or the race of those below them. */
  TITLES_TAKEN: { titles: readonly string[] };
  /** Runners with a time for fewer laps than most ran: counted as DNF. */
  FEWER_LAPS: { runners: number; column: string };
  /** Runners with a time and no place, where the others have one: finishers if theirs are the last, else DNF. */
  TIMES_WITHOUT_PLACE: { runners: number; isFinish: boolean };
  RELAYS_LEFT_OUT: { rows: number };
  /** Rows without a place, a bib, a time or a person, left out: titles between the rows, a line below them. */
  ROWS_OF_NOBODY: { rows: number; written: string };
  /** Nothing is left of a file of results: all are relay teams, or no runners. */
  NO_RUNNERS: Record<never, never>;
  /** A file of several races, of which only `race` is read. */
  RACES_LEFT_OUT: { race: string; others: readonly string[]; runners: number };
  /** Finish times, or distances, that no one can have run: those runners count as finished without one. */
  FINISH_IMPOSSIBLE: { rows: number; measure: Measure };
  /** Times at stations that cannot be true: the runners' results count, their splits do not. */
  SPLITS_IMPOSSIBLE: { rows: number; reason: 'goes back' | 'too fast' };
  /** Too many runners are left out: of `of` with times at stations, `rows` have times that cannot be used. */
  SPLITS_MOSTLY_LOST: {
    rows: number;
    of: number;
    columns: readonly string[];
    isLenient: boolean;
  };
  /** Of `of` finishers too many have no time, or distance, that can be used: it cannot be read, or not be true. */
  FINISHES_LOST: {
    rows: number;
    of: number;
    unreadable: number;
    impossible: number;
    isLenient: boolean;
    measure: Measure;
  };
  /**
   * Results that are distances, at least in part, and cannot be read: there are times as well, so that it is not clear
   * what runners are placed by; or nothing says in what unit they are.
   */
  RESULTS_ARE_DISTANCES: { column: string; written: string; why: 'times too' | 'no unit' };
  /** Most with a time ran fewer laps than others: as many as they could in a time. */
  RESULTS_ARE_LAPS: { column: string; written: string };
  /** A list of who entered a race: these columns tell so, and none of those found holds a finish. */
  ENTRANTS_LIST: { columns: readonly string[]; found: readonly string[] };
  /** No cell of the column of finish times, or distances, can be read; what stands in the first. */
  FINISHES_UNREADABLE: { column: string; cells: number; written: string; measure: Measure };
  /** Rows of runners that stood in the race before: with the same result (left out), or with another: counted,
   * unless these are so many that rows are of something else than runners. */
  BIB_REPEATED: { rows: number; bib: string | null; isSame: boolean; isTooMuch: boolean };
  /** Cells where a time, or a distance, should be and none can be read, in that column and as many `others`. */
  TIMES_UNREADABLE: {
    column: string;
    others?: number;
    cells: number;
    written: string;
    measure?: Measure;
  };
  /** Columns that look like times, and are no times at stations by their names. */
  COLUMNS_NOT_USED: { columns: readonly { column: string; is: ColumnMeaning }[] };
  /** A column that is called like a station, or holds times here and there, left out for its other cells. */
  COLUMN_NOT_TIMES: { column: string; cells: number; of: number; written: string };
  /** A column left out, for with it the times of `rows` runners of `of` cannot be true, without it of `rowsAfter`. */
  COLUMN_CONTRADICTS: { column: string; rows: number; of: number; rowsAfter: number };
  /** Elapsed times that start again at 24:00:00, read as later by a day or more. */
  TIMES_PAST_DAY: { runners: number };
  /** Finishers without a time in the column of finish times, and with one at the finish. */
  FINISH_OF_STATION: { runners: number; column: string };
  /** The same, later than all who have one: counted as DNF. */
  FINISH_AFTER_LIMIT: { runners: number; column: string };
  COLUMNS_NOT_PLACED: { columns: readonly string[] };
  /** Of very many runners with splits only some are kept, evenly. */
  SPLITS_THINNED: { runners: number; kept: number };
  COLUMN_PLACED_BY_GUESS: { column: string; station: string };
  /** Nothing to score: no finisher of any edition has a time at a station of the course. */
  NO_SPLITS: Record<never, never>;
  /** A mode that learns from other editions, and none that it may learn from. */
  NO_OTHER_EDITION: { mode: string };
  /** Several races in one file, and nothing says which is the plan's. */
  RACE_UNCLEAR: { asked: string | null; races: readonly string[] };
}
