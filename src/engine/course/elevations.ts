/** Which elevations of a track can be true: devices lose their fix, and for a moment are somewhere else. */
import type { TrackPoint } from '../../domain/course.js';
import type { Knot } from '../../kernel/interpolate.js';
import { clamp, median } from '../../kernel/stats.js';

/**
 * An elevation of exactly 0 is the sea's, or a device's without a fix. Into the second kind the track falls higher and
 * steeper than a shore: by more than this, and than this share of the way.
 */
const SHORE_M = 30;
const SHORE_RATIO = 0.45;
const GRID_M = 10;
/** Nothing nearer than this to the ground around it is a spike, however steep. */
const SPIKE_M = 30;
/** Half-widths of the surroundings, doubled from the least to the most; of sparse tracks, to some points each way. */
const LEAST_REACH_M = 50;
const MOST_REACH_M = 400;
const MOST_REACH_POINTS = 4;
/** Of the surroundings about so many samples are looked at. */
const SAMPLES = 20;

/** Elevations by distance along the track, metres. */
export interface Elevations {
  known: readonly Knot[];
  /** Left out: they stand out of the ground as none can. */
  spikes: readonly Knot[];
  /** Left out: runs of exactly 0 that the ground beside them falls to as none can. */
  zeros: readonly Knot[];
}

/**
 * Sorts out what a track says of its elevation.
 *
 * On ground nowhere steeper than 45° no point is farther than half the reach from the median of what lies within
 * that reach: half of it lies nearer (and between points nobody measured). A point that is farther is a spike, alone or in a run with others that makes up less
 * than half of some reach. A lasting step is none: on each side of it the side's own elevations are the more.
 */
export function readElevations(points: readonly TrackPoint[]): Elevations {
  const given = points.flatMap(({ distanceM, elevationM }): Knot[] =>
    elevationM === null ? [] : [[distanceM, elevationM]],
  );
  const isZero = zeroTest(given);
  const plausible = given.filter((knot) => !isZero(knot));
  const isSpike = spikeTest(plausible);
  return {
    known: plausible.filter((knot) => !isSpike(knot)),
    spikes: plausible.filter(isSpike),
    zeros: given.filter(isZero),
  };
}

/**
 * Which zeros are none: all where nothing else is known, else the runs that at one end at least begin or end with a
 * step that no shore has. Runs with even ends are the sea: a track may go along a beach for kilometres.
 */
function zeroTest(given: readonly Knot[]): (knot: Knot) => boolean {
  if (given.every(([, m]) => m === 0)) return () => true;
  const falseZeros = new Set<Knot>();
  for (let from = 0; from < given.length; from += 1) {
    if (given[from]![1] !== 0) continue;
    let to = from;
    while (given[to + 1]?.[1] === 0) to += 1;
    if (isStep(given[from - 1], given[from]!) || isStep(given[to + 1], given[to]!)) {
      for (const knot of given.slice(from, to + 1)) falseZeros.add(knot);
    }
    from = to;
  }
  return (knot) => falseZeros.has(knot);
}

/** Whether the ground is far above a zero next to it. */
const isStep = (ground: Knot | undefined, [zeroAtM]: Knot): boolean =>
  ground !== undefined &&
  ground[1] > Math.max(SHORE_M, SHORE_RATIO * Math.abs(ground[0] - zeroAtM));

/** The longest stretch of a track without a known elevation, from one that is known or an end of the track. */
export function longestGap(
  known: readonly Knot[],
  trackM: number,
): readonly [fromM: number, toM: number] {
  const ends = [0, ...known.map(([m]) => m), trackM];
  let longest: readonly [number, number] = [0, 0];
  ends.slice(1).forEach((toM, i) => {
    if (toM - ends[i]! > longest[1] - longest[0]) longest = [ends[i]!, toM];
  });
  return longest;
}

/** Over a gap longer than both of these, nobody can tell what the track climbs. */
const MOST_GAP_M = 5000;
const MOST_GAP_RATIO = 0.1;

/** Whether the known elevations of a track leave no gap so long that its climb would be a guess. */
export function isProfileKnown(known: readonly Knot[], trackM: number): boolean {
  const [fromM, toM] = longestGap(known, trackM);
  return known.length >= 2 && toM - fromM <= Math.max(MOST_GAP_M, MOST_GAP_RATIO * trackM);
}

function spikeTest(knots: readonly Knot[]): (knot: Knot) => boolean {
  if (knots.length < 3) return () => false;
  const [fromM, toM] = [knots[0]![0], knots.at(-1)![0]];
  const spacingM = median(knots.slice(1).map(([m], i) => m - knots[i]![0]));
  const mostM = Math.max(MOST_REACH_M, MOST_REACH_POINTS * spacingM);
  const grid = nearestElevations(knots);
  const scales: { reachM: number; mediansM: readonly number[] }[] = [];
  for (let reachM = LEAST_REACH_M; reachM <= Math.min(mostM, (toM - fromM) / 2); reachM *= 2) {
    scales.push({ reachM, mediansM: runningMedians(grid, Math.round(reachM / GRID_M)) });
  }
  return ([atM, elevationM]) => {
    const endM = Math.min(atM - fromM, toM - atM);
    return scales.some(({ reachM, mediansM }) => {
      // of the grid on both sides: at the edge of a run of spikes one side has more of them than of the ground
      const at = (atM - fromM) / GRID_M;
      const missesM = [Math.floor(at), Math.ceil(at)].map((i) =>
        Math.abs(elevationM - mediansM[i]!),
      );
      // surroundings that end with the track reach farther the other way
      const halfM = Math.max(reachM / 2, reachM - endM) + spacingM / 2;
      return Math.min(...missesM) > Math.max(SPIKE_M, halfM);
    });
  };
}

/** Every `GRID_M` the elevation of the nearest point: a lone bad one stays alone. */
function nearestElevations(knots: readonly Knot[]): readonly number[] {
  const fromM = knots[0]![0];
  const count = Math.ceil((knots.at(-1)![0] - fromM) / GRID_M) + 1;
  let nearest = 0;
  return Array.from({ length: count }, (_, i) => {
    const m = fromM + i * GRID_M;
    const missM = (k: number) => Math.abs((knots[k]?.[0] ?? Number.POSITIVE_INFINITY) - m);
    while (missM(nearest + 1) <= missM(nearest)) nearest += 1;
    return knots[nearest]![1];
  });
}

function runningMedians(values: readonly number[], halfWidth: number): readonly number[] {
  const step = Math.max(1, Math.round((2 * halfWidth) / SAMPLES));
  // where the ground is nowhere too steep its own height does: medians are dear
  const steepUntil = cumulativeSteeps(values);
  return values.map((value, i) => {
    const middle = clamp(i, halfWidth, values.length - 1 - halfWidth);
    const [from, to] = [middle - halfWidth, middle + halfWidth];
    if (steepUntil[from] === steepUntil[to]) return value;
    const window: number[] = [];
    for (let j = from; j <= to; j += step) window.push(values[j]!);
    return median(window);
  });
}

/** How many steps of the grid, up to each of its points, are steeper than 45°. */
function cumulativeSteeps(values: readonly number[]): readonly number[] {
  let steeps = 0;
  return values.map((value, i) => {
    if (Math.abs(value - (values[i - 1] ?? value)) > GRID_M) steeps += 1;
    return steeps;
  });
}
