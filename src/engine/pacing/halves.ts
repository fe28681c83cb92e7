/**
 * Fade, the one definition: how much longer the second half of the effort takes than the first, in moving time
 * (0.15 is 15 %; below 0 the second half is the quicker).
 *
 * It is the positive split of marathon studies (Deaner et al. 2015, Med. Sci. Sports Exerc. 47:607: change from
 * the first half to the second), with two changes for courses that are hilly and have stations: the halves are
 * halves of effort, which is distance made longer by grade, altitude and terrain, and stops are left out. Tiring,
 * heat and darkness all count, whichever slows the second half: a log cannot tell them apart. `factors/fade.ts`
 * is the part of it that tiring alone makes up.
 *
 * A plan's fade is exact. A log's is that of its stretches; the one across the half, and any that skips places,
 * is shared between the halves as the plan shares it, so that a race run as planned fades as planned however
 * much of it is logged.
 */
import { sum } from '../../kernel/stats.js';

/** A part of the race, and how much of its moving time lies before half of the race's effort, 0..1. */
export interface HalvedPart {
  movingS: number;
  firstHalfRatio: number;
}

const firstHalfS = (parts: readonly HalvedPart[]): number =>
  sum(parts.map(({ movingS, firstHalfRatio }) => movingS * firstHalfRatio));

/** Share of the moving time of several parts together that lies before the half. */
export const computeFirstHalfRatio = (parts: readonly HalvedPart[]): number =>
  firstHalfS(parts) / sum(parts.map(({ movingS }) => movingS));

/** The fade of a whole race from its parts; `null` when either half takes no time. */
export function computeFade(parts: readonly HalvedPart[]): number | null {
  const firstS = firstHalfS(parts);
  const secondS = sum(parts.map(({ movingS }) => movingS)) - firstS;
  return firstS > 0 && secondS > 0 ? secondS / firstS - 1 : null;
}

/**
 * How much of a fade other than the plan's stays hidden in a stretch across the half, 0..1: of a pace that
 * changes evenly 4·before·beyond, the stretch's shares of the race's effort on either side of the half. A stretch
 * over the whole race hides all of it, one from a third to two thirds a ninth.
 */
export const hiddenFade = (beforeRatio: number, beyondRatio: number): number =>
  4 * beforeRatio * beyondRatio;

/** Times that hide more than this of how far the fade is from the plan's do not tell it. */
export const LARGEST_HIDDEN = 1 / 8;
