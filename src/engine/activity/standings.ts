/** Where a runner stood still: told by hardly getting on, by nothing recorded, or by a timer that stood still as well. */
import { groundDistance, type LatLon } from '../../kernel/geo.js';
import { median, sum } from '../../kernel/stats.js';
import type { Fix } from './fixes.js';

/** A time spent standing still. */
export interface Standing extends LatLon {
  fromS: number;
  toS: number;
}

/** Nobody who gets on is slower: less than this over the window is standing, and what a watch wanders meanwhile. */
const STANDING_M_PER_S = 0.4;
const HALF_WINDOW_S = 10;
const WINDOW_M = STANDING_M_PER_S * 2 * HALF_WINDOW_S;
/** Of each half: there and back at a walk is farther. */
const HALF_WINDOW_M = 5;
/** Shorter ones are no stops. */
const LEAST_STANDING_S = 20;
/** A watch that stands wanders this far. */
const WANDER_M = 10;
/** A step of so many usual ones is a gap. */
const LONG_STEP = 2.5;
/** Few run an ultramarathon faster. */
const RUNNING_M_PER_S = 5;
/** Two that lie as near in time and place as these are one: a few steps at the same table. */
const SAME_STOP_S = 60;
const SAME_STOP_M = 50;

/** From when to when, elapsed. */
export interface Span {
  fromS: number;
  toS: number;
}

/**
 * Times spent standing still, in order. A watch that records nothing meanwhile, or stops its timer, stands as well.
 * @param fixes in order of time; @param pauses of the timer
 */
export function findStandings(fixes: readonly Fix[], pauses: readonly Span[]): Standing[] {
  const isStill = stillnessOf(fixes);
  const found: Standing[] = [];
  for (let from = 0; from < fixes.length - 1; from += 1) {
    if (!isStill[from]) continue;
    let to = from;
    while (to + 1 < fixes.length && isStill[to + 1]) to += 1;
    found.push(widen(fixes, from, to));
    from = to;
  }
  const unrecorded = [...recordingGaps(fixes), ...stoodPauses(fixes, pauses)];
  return merge([...found, ...unrecorded].toSorted((a, b) => a.fromS - b.fromS)).filter(
    ({ fromS, toS }) => toS - fromS >= LEAST_STANDING_S,
  );
}

/** Whether each fix is in the middle of a window in which the runner gets hardly on. */
function stillnessOf(fixes: readonly Fix[]): readonly boolean[] {
  const placeAt = placesByTime(fixes);
  const [firstS, lastS] = [fixes[0]?.atS ?? 0, fixes.at(-1)?.atS ?? 0];
  return fixes.map((fix) => {
    const [fromS, toS] = [fix.atS - HALF_WINDOW_S, fix.atS + HALF_WINDOW_S];
    if (fromS < firstS || toS > lastS) return false;
    const [before, after] = [placeAt(fromS), placeAt(toS)];
    // whoever turns back is near before and after, but not in the middle
    return (
      groundDistance(before, after) < WINDOW_M &&
      groundDistance(before, fix) < HALF_WINDOW_M &&
      groundDistance(fix, after) < HALF_WINDOW_M
    );
  });
}

/** Where the runner was, on the straight line between two fixes; asked for in any order. */
function placesByTime(fixes: readonly Fix[]): (atS: number) => LatLon {
  return (atS) => {
    let [low, high] = [0, fixes.length - 1];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (fixes[middle]!.atS <= atS) low = middle;
      else high = middle;
    }
    const [a, b] = [fixes[low]!, fixes[high]!];
    const share = b.atS > a.atS ? Math.min(1, Math.max(0, (atS - a.atS) / (b.atS - a.atS))) : 0;
    return { lat: a.lat + share * (b.lat - a.lat), lon: a.lon + share * (b.lon - a.lon) };
  };
}

/**
 * From one fix to the next so long that the runner stood in between. A watch that writes rarely hides how it wound
 * its way: of its usual steps only those count that lead nowhere.
 */
function recordingGaps(fixes: readonly Fix[]): Standing[] {
  const stepsS = fixes.slice(1).map(({ atS }, i) => atS - fixes[i]!.atS);
  const usualS = stepsS.length > 0 ? median(stepsS) : 0;
  return stepsS.flatMap((tookS, i) => {
    const [{ lat, lon, atS }, after] = [fixes[i]!, fixes[i + 1]!];
    const byM = groundDistance({ lat, lon }, after);
    const mostM = tookS > LONG_STEP * usualS ? STANDING_M_PER_S * tookS : WANDER_M;
    const isStanding = tookS >= LEAST_STANDING_S && byM < mostM;
    return isStanding ? [{ lat, lon, fromS: atS, toS: after.atS }] : [];
  });
}

/** Pauses of the timer in which the runner stayed where it was stopped. */
const stoodPauses = (fixes: readonly Fix[], pauses: readonly Span[]): Standing[] =>
  pauses.flatMap(({ fromS, toS }) => {
    const before = fixes.findLast(({ atS }) => atS <= fromS);
    const after = fixes.find(({ atS }) => atS >= toS);
    if (!before || !after) return [];
    const unpausedS = fromS - before.atS + (after.atS - toS);
    const mostM = WANDER_M + STANDING_M_PER_S * (toS - fromS) + RUNNING_M_PER_S * unpausedS;
    if (groundDistance(before, after) > mostM) return [];
    return [{ lat: before.lat, lon: before.lon, fromS, toS }];
  });

/** From the still fixes out to where the runner came, and went: what the window hides. */
function widen(fixes: readonly Fix[], from: number, to: number): Standing {
  const core = fixes.slice(from, to + 1);
  const middle = {
    lat: sum(core.map(({ lat }) => lat)) / core.length,
    lon: sum(core.map(({ lon }) => lon)) / core.length,
  };
  const isNear = (i: number) => groundDistance(middle, fixes[i]!) <= WANDER_M;
  let [first, last] = [from, to];
  while (first > 0 && isNear(first - 1)) first -= 1;
  while (last + 1 < fixes.length && isNear(last + 1)) last += 1;
  const [cameS, wentS] = [wayS(fixes, first - 1, -1, middle), wayS(fixes, last + 1, 1, middle)];
  return {
    ...middle,
    fromS:
      cameS === null
        ? fixes[first]!.atS
        : Math.min(fixes[first - 1]!.atS + cameS, fixes[from]!.atS),
    toS: wentS === null ? fixes[last]!.atS : Math.max(fixes[last + 1]!.atS - wentS, fixes[to]!.atS),
  };
}

/**
 * How long the way takes between a fix beside a stop and the stop, at the speed beyond it.
 * @param step −1: of the way there; 1: of the way on
 * @returns `null` where the recording begins or ends there, or nothing tells the speed
 */
function wayS(fixes: readonly Fix[], beside: number, step: -1 | 1, stop: LatLon): number | null {
  const near = fixes[beside];
  if (!near) return null;
  let far = beside;
  const tookS = () => Math.abs(fixes[far]!.atS - near.atS);
  while (fixes[far + step] && tookS() < HALF_WINDOW_S) far += step;
  const speed = groundDistance(near, fixes[far]!) / tookS();
  return speed > STANDING_M_PER_S ? groundDistance(near, stop) / speed : null;
}

function merge(standings: readonly Standing[]): Standing[] {
  const merged: Standing[] = [];
  for (const standing of standings) {
    const before = merged.at(-1);
    const isSame =
      before &&
      standing.fromS - before.toS <= SAME_STOP_S &&
      groundDistance(before, standing) <= SAME_STOP_M;
    if (isSame) before.toS = Math.max(before.toS, standing.toS);
    else merged.push({ ...standing });
  }
  return merged;
}
