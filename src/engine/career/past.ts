/** What the model reads of an earlier race, and of the race it forecasts. */
import type { PastRace } from '../../domain/athlete.js';

/** An earlier race, as far as it tells of another. */
export type EarlierRace = Pick<PastRace, 'distanceM' | 'gainM' | 'timeS' | 'outcome'> & {
  /** Instant of its day, milliseconds; `null` when unknown. */
  dayAt: number | null;
};

/** What the finish time is forecast of. */
export interface Aim {
  distanceM: number;
  /** `null` when unknown. */
  gainM: number | null;
  /** Instant of the race's day, milliseconds; `null` when unknown. */
  dayAt: number | null;
  /** Past editions of this race: the median finish time and how many finished. */
  editions?: readonly { medianS: number; finishers: number }[];
}
