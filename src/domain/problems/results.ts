/** Problems with results and splits of many runners. */
export interface ResultsProblemArgs {
  /** What was found, and what was assumed about it. */
  RESULTS_READ_AS: {
    runners: number;
    finished: number;
    dnf: number;
    dns: number;
    dq: number;
    stations: number;
    /** What the times at stations are. */
    times: 'elapsed' | 'clock' | 'leg' | null;
  };
  RELAYS_LEFT_OUT: { rows: number };
  /** Finish times that no one can have run: those runners count as finished without a time. */
  FINISH_IMPOSSIBLE: { rows: number };
  /** Times at stations that cannot be true: the runners' results count, their splits do not. */
  SPLITS_IMPOSSIBLE: { rows: number; reason: 'goes back' | 'too fast' };
  /** Cells where a time should be and none can be read. */
  TIMES_UNREADABLE: { column: string; cells: number; written: string };
  COLUMN_NOT_PLACED: { column: string };
  COLUMN_PLACED_BY_GUESS: { column: string; station: string };
  /** Several races in one file, and nothing says which is the plan's. */
  RACE_UNCLEAR: { asked: string | null; races: readonly string[] };
}
