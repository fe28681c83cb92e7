/** Contingencies as clock times: when each of them has come true. */
import type { Contingency } from '../../domain/contingency.js';

/** A moment, elapsed, after which a contingency has come true. */
export interface DecisionMoment {
  /** Index into the places of the course. */
  place: number;
  /** What is late: the runner's arrival there, or leaving it. */
  what: 'arrive' | 'leave';
  afterS: number;
}

export interface DecisionPoint {
  contingency: Contingency;
  /** In order; none when no clock shows it, or its words are not understood. */
  moments: readonly DecisionMoment[];
}
