/** What a plan follows beyond the model: where past finishers of the same time were. */

/** At one place, shares of the finish time: added to the model's share they give forecast and window. */
export interface Deviation {
  ratio: number;
  earlyRatio: number;
  lateRatio: number;
}

/** What deviations rest on. */
export interface Evidence {
  editions: number;
  runners: number;
}

export interface PastDeviations {
  evidence: Evidence;
  /** How much of what a rough table leaves open of the ground they settle, 0..1. */
  settledRatio: number;
  /** For a finish time, how runners deviate from the course model at each place between start and finish. */
  deviations: (finishS: number) => readonly Deviation[];
}
