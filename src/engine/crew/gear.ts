/** What gear the runner takes where, so that it is at hand before it is needed. */
import type { GearItem } from '../../domain/gear.js';

/** One thing changing hands. */
export interface GearMove {
  item: GearItem;
  isSpare: boolean;
  /** Index into the places of the course; 0 is the start. */
  place: number;
  /** `take` it along from here, or `give back` what is no longer needed. */
  action: 'take' | 'give back';
  /** Where it is taken from, or left. */
  source: 'start' | 'crew' | 'drop bag';
}
