import type { ResultsContext } from '../../src/input/results/context.js';

/** Nothing known: what the file says itself must do. */
export const NO_CONTEXT: ResultsContext = {
  raceName: null,
  race: null,
  year: null,
  distanceM: null,
  places: [],
  start: { startAt: null, zone: 'UTC' },
  times: null,
};
