/** What is found in how a race was run. */
import { sum } from '../../kernel/stats.js';
import { cutoffThere } from '../review/review.js';
import type { Finding } from './finding.js';
import { FADE_OFF_RATIO, OPENING_OFF_RATIO, SLOWED_OFF_RATIO, STOPS_OVER_S } from './limits.js';
import type { RaceRun } from './race-run.js';
import { computeEffortParts, courseEffortM, timeAtEffort } from './shape.js';
import { computeStopsTaken } from './stops-taken.js';

export function findEnding({ review }: RaceRun): Finding[] {
  const { kind, at, elapsedS } = review.ending;
  const marginS = cutoffThere(review)?.marginS ?? null;
  return kind === 'dnf' ? [{ kind: 'ended', at, elapsedS, marginS }] : [];
}

export function findStops(run: RaceRun): Finding[] {
  const taken = computeStopsTaken(run);
  return taken && taken.totalS - taken.plannedTotalS > STOPS_OVER_S
    ? [{ kind: 'stops', ...taken }]
    : [];
}

export function findFade({ review }: RaceRun): Finding[] {
  const fade = review.kpis.find(({ id }) => id === 'fade');
  if (fade?.actual == null || fade.plan == null) return [];
  const { actual: actualRatio, plan: plannedRatio } = fade;
  return Math.abs(actualRatio - plannedRatio) >= FADE_OFF_RATIO
    ? [{ kind: 'fade', actualRatio, plannedRatio }]
    : [];
}

export function findSlowing(run: RaceRun): Finding[] {
  const parts = run.review.ending.kind === 'dnf' ? computeEffortParts(run) : null;
  const [first, last] = [parts?.[0], parts?.at(-1)];
  if (!parts || !first || !last || parts.length < 3) return [];
  const slowed = (of: 'movingS' | 'plannedS') =>
    last[of] / last.effortM / (first[of] / first.effortM) - 1;
  const [actualRatio, plannedRatio] = [slowed('movingS'), slowed('plannedS')];
  return actualRatio - plannedRatio >= SLOWED_OFF_RATIO
    ? [{ kind: 'slowed', actualRatio, plannedRatio }]
    : [];
}

/** What stands for the opening of a race. */
const OPENING_SHARE = 0.25;

export function findOpening(run: RaceRun): Finding[] {
  const parts = computeEffortParts(run);
  const quarterM = courseEffortM(run) * OPENING_SHARE;
  if (!parts || sum(parts.map(({ effortM }) => effortM)) < quarterM) return [];
  // a place must have been logged before half of the race, to tell of its first quarter
  if (parts[0]!.effortM > 2 * quarterM) return [];
  const took = (of: 'movingS' | 'plannedS') =>
    timeAtEffort(
      parts,
      parts.map((part) => part[of]),
    )(quarterM);
  const offRatio = took('movingS') / took('plannedS') - 1;
  return Math.abs(offRatio) >= OPENING_OFF_RATIO ? [{ kind: 'opening', offRatio }] : [];
}
