/** Where the time went. */
import { NOTABLE_STOP_S } from '../engine/review/breaks.js';
import type { LossCause } from '../engine/review/losses/losses.js';
import type { RaceReview } from '../engine/review/review.js';
import type { Stretch } from '../engine/review/stretches.js';
import type { Resolution } from '../kernel/clock.js';
import { sum } from '../kernel/stats.js';
import { left, right } from './columns.js';
import type { Row, Section } from './report.js';
import { sumsDown } from './sums.js';
import { distance, joinText, say, signedMinutes, span, type Text, words } from './value.js';

const CAUSES: Readonly<Record<LossCause, string>> = {
  stops: 'Stops',
  movingFirstHalf: 'Moving, first half',
  movingSecondHalf: 'Moving, second half',
  notSeparable: 'Moving and stops together (stops not logged)',
};

export function lossTable(
  { losses, stretches, resolutionS }: RaceReview,
  upTo: Text,
): Section | null {
  if (losses.length === 0) return null;
  const totalS = sum(losses.map(({ seconds }) => seconds));
  const causes = losses.map(
    ({ cause, seconds }): Row => ({
      cells: [[CAUSES[cause]], [signedMinutes(seconds, resolutionS)]],
    }),
  );
  const total: Row = {
    emphasis: 'total',
    cells: [say`All${upTo}`, [signedMinutes(totalS, resolutionS)]],
  };
  return {
    kind: 'table',
    id: 'losses',
    title: 'Where the time went',
    columns: [left('cause', ''), right('seconds', '± plan')],
    rows: [...causes, total],
    sums: sumsDown(causes, total),
    notes: longestStops(stretches, resolutionS),
  };
}

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
