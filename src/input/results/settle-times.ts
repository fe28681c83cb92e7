/** What the finish times and those at the stations of a file are, each judged by the other. */
import type { Problem } from '../../domain/problems/problem.js';
import type { TableRow } from '../table/whole.js';
import type { TimeReading } from '../times/reading.js';
import type { ResultsContext } from './context.js';
import {
  type FinishSample,
  type FinishTimes,
  isFinishByClock,
  restartingFinish,
} from './finish-readings.js';
import { chooseSplitReading, type SplitReading, type SplitSample } from './readings.js';
import type { SplitColumn } from './split-columns.js';

export interface SettledTimes {
  /** The column of finish times; `null` where the finish is one of the splits, or there is none. */
  own: FinishTimes | null;
  /** The finish as the last of the splits. */
  finish: SplitColumn | null;
  /** The column of finish times is read with those of the stations. */
  isJoined: boolean;
  splits: readonly SplitColumn[];
  reading: TimeReading | null;
  diagnostics: readonly Problem[];
}

/**
 * Settles what the times are. A finish column of times of day like those of the stations is read with them; so is
 * one called like a place, where the stations' times fit it, and do not fit it as an elapsed time.
 * @param stations the stations' columns, the finish not among them
 * @param isPlace whether the finish column is called like a place
 */
export function settleTimes(
  { own, finish, stations, isPlace }: FinishColumns,
  known: Omit<SplitSample, keyof FinishSample>,
  columnName: (index: number) => string,
  sample: readonly TableRow[],
  context: ResultsContext,
): SettledTimes {
  const read = (own: FinishTimes | null, finish: SplitColumn | null): Read => {
    const splits = finish ? [...stations, finish] : stations;
    const sampled = { ...known, splits, finish: own, isPlace };
    return { own, finish, sampled, ...chooseSplitReading(sampled, sample, context) };
  };
  const apart = read(own, finish);
  const joined = own && joinedTo(apart, own);
  const { value: reading, sampled, diagnostics, ...told } = joined ?? apart;
  const restarting =
    told.own && reading ? restartingFinish(sampled, told.own, reading, sample, context) : told.own;
  const { splits } = sampled;
  const isJoined = joined !== null;
  return { own: restarting, finish: told.finish, isJoined, splits, reading, diagnostics };

  /** `null` where the finish is better read by itself. */
  function joinedTo({ sampled, value, misfitRatio }: Read, { index }: FinishTimes): Read | null {
    const isByClock = value !== null && isFinishByClock(sampled, value, sample, context);
    if (!isByClock && !(isPlace && misfitRatio > 1 / 2)) return null;
    const station = { name: columnName(index), inIndex: index, outIndex: null };
    const joined = read(null, station);
    return isByClock || joined.misfitRatio < misfitRatio ? joined : null;
  }
}

/** What might be the finish. */
interface FinishColumns extends Pick<SettledTimes, 'own' | 'finish'> {
  stations: readonly SplitColumn[];
  isPlace: boolean;
}

type Read = SplitReading & Pick<SettledTimes, 'own' | 'finish'> & { sampled: SplitSample };
