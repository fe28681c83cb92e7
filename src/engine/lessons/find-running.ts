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

export interface Slowing {
  /** How much longer the last stretch took than the first for equal effort. */
  actualRatio: number;
  plannedRatio: number;
}

/** Two stretches tell no more than their difference. */
const FEWEST_STRETCHES = 3;

/** `null` where too little was logged to tell. */
export function computeSlowing(run: RaceRun): Slowing | null {
  // beyond the distance planned nothing is
  const parts = computeEffortParts(run)?.filter(({ plannedS }) => plannedS > 0);
  const [first, last] = [parts?.[0], parts?.at(-1)];
  if (!parts || !first || !last || parts.length < FEWEST_STRETCHES) return null;
  const slowed = (of: 'movingS' | 'plannedS') =>
    last[of] / last.effortM / (first[of] / first.effortM) - 1;
  return { actualRatio: slowed('movingS'), plannedRatio: slowed('plannedS') };
}

export const isSlowedMore = ({ actualRatio, plannedRatio }: Slowing): boolean =>
  actualRatio - plannedRatio >= SLOWED_OFF_RATIO;

/** Of a race that ended early, which has no second half to tell a fade by. */
export function findSlowing(run: RaceRun): Finding[] {
  const slowing = run.review.ending.kind === 'dnf' ? computeSlowing(run) : null;
  return slowing && isSlowedMore(slowing) ? [{ kind: 'slowed', ...slowing }] : [];
}

/** What stands for the opening of a race. */
const OPENING_SHARE = 0.25;

/** How much longer than planned the first quarter of the effort took; `null` where too little was logged to tell. */
export function computeOpening(run: RaceRun): number | null {
  const parts = computeEffortParts(run);
  const quarterM = courseEffortM(run) * OPENING_SHARE;
  if (!parts || sum(parts.map(({ effortM }) => effortM)) < quarterM) return null;
  // a place must have been logged before half of the race, to tell of its first quarter
  if (parts[0]!.effortM > 2 * quarterM) return null;
  const took = (of: 'movingS' | 'plannedS') =>
    timeAtEffort(
      parts,
      parts.map((part) => part[of]),
    )(quarterM);
  return took('movingS') / took('plannedS') - 1;
}

export const isOpeningOff = (offRatio: number): boolean => Math.abs(offRatio) >= OPENING_OFF_RATIO;

export function findOpening(run: RaceRun): Finding[] {
  const offRatio = computeOpening(run);
  return offRatio !== null && isOpeningOff(offRatio) ? [{ kind: 'opening', offRatio }] : [];
}
