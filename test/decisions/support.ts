import type { Contingency, Trigger } from '../../src/domain/contingency.js';

/** What to do when `trigger` comes true. */
export const contingency = (trigger: Trigger | null): Contingency => ({
  if: 'it happens',
  // biome-ignore lint/suspicious/noThenProperty: the plan's own word, on nothing that is awaited
  then: 'do this',
  trigger,
});
