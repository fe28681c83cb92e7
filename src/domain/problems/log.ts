/** Problems with CSV logs, results and splits. Times in s, distances in m. */
export interface LogProblemArgs {
  CSV_SYNTAX: { reason: string };
  CSV_EMPTY: Record<never, never>;
  /** What was assumed about a file, e.g. "read 24 rows: cumulative times, clock, America/New_York; 2 cells empty". */
  CSV_READ_AS: { rows: number; shape: string; emptyCells: number };
  NO_COLUMN: { wanted: string; found: readonly string[] };
  UNKNOWN_COLUMN: { column: string; suggestion: string | null };
  BAD_TIME: { written: string; column: string };
  BAD_NUMBER: { written: string; column: string };
  TIMES_AMBIGUOUS: { column: string; readings: readonly string[] };
  ROW_NOT_PLACED: { written: string; suggestion: string | null };
  ROW_PLACED_BY_GUESS: { written: string; station: string };
  SPLIT_GOES_BACK: {
    column: string;
    written: string;
    station: string;
    byS: number;
    before: string;
  };
  TOO_FAST: { station: string; before: string; speedKmH: number };
  NUTRIENT_NEGATIVE: { column: string; written: string };
  NUTRIENT_ABSURD: {
    column: string;
    written: string;
    perHour: number;
    limitPerHour: number;
  };
  UNKNOWN_PRODUCT: { item: string; suggestion: string | null };
  INTAKE_AFTER_FINISH: { written: string };
}
