/** What is known about a race before its results are read. */
import type { WrittenStation } from '../places/match.js';
import type { RaceStart, TimeKind } from '../times/reading.js';

export interface ResultsContext {
  /** The race's name in the plan, to choose among several in one file. */
  raceName: string | null;
  /** The race asked for on the command line; comes before the plan's name. */
  race: string | null;
  /** Of a file that names no year itself. */
  year: number | null;
  /** Official distance, m. */
  distanceM: number | null;
  /** From start to finish; `stations-YYYY.csv` of the edition where there is one, else the plan's. */
  places: readonly WrittenStation[];
  start: RaceStart;
  /** That start is told by a column of the file. */
  isStartOfColumn?: boolean;
  /** Index of a column in which each runner's own start stands, as a time of day. */
  waveIndex?: number;
  /** `--times`: what the times at stations are, where that was asked and answered. */
  times: TimeKind | null;
  /** `--lenient`: goes on where more than a fifth of the finishers, or of the splits, cannot be used. */
  lenient?: boolean;
  /** Each runner is asked about: none of their splits is left out, however many they are. */
  keepsAll?: boolean;
  /** The race is still going on: without a column of finish times nobody has finished. */
  goesOn?: boolean;
}
