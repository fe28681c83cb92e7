/** Stops that ran over. */
import { NOTABLE_STOP_S } from '../../engine/review/breaks.js';
import type { Stretch } from '../../engine/review/stretches.js';
import type { Resolution } from '../../kernel/clock.js';
import { distance, joinText, say, span, type Text, words } from '../value.js';

/** The stops that ran over most, worst first. */
export function longestStops(stretches: readonly Stretch[], resolutionS: Resolution): Text[] {
  const over = stretches
    .flatMap(({ end, stopAfterS, planned }) =>
      stopAfterS == null || planned.stopAfterS == null
        ? []
        : [{ end, overS: stopAfterS - planned.stopAfterS }],
    )
    .filter(({ overS }) => overS >= NOTABLE_STOP_S)
    .sort((a, b) => b.overS - a.overS)
    .slice(0, 3)
    .map(
      ({ end, overS }) =>
        say`${words(end.name)} at ${distance(end.atM)} (${span(overS, resolutionS)})`,
    );
  return over.length === 0 ? [] : [say`Stops most over plan: ${joinText(over, ', ')}.`];
}
