/** A race that did not reach its finish: which of three ways it ended, the trend before, and what the rest would have asked. */
import type { Course, Place } from '../../domain/course.js';
import type { RaceLog } from '../../domain/record.js';
import { paceOf } from '../../kernel/pace.js';
import type { CutoffCheck } from '../course/cutoffs.js';
import type { Ending } from '../course/ending.js';
import type { Aim, Hindsight } from './hindsight.js';
import type { RaceReview } from './review.js';
import type { Stretch } from './stretches.js';

/**
 * `timed out`: a place was left, or reached, after it closed, or the log says that a limit ended the race.
 * `dropped`: the log says DNF, in time everywhere. `no more data`: the log stops; whether the runner did, nothing tells.
 */
export type EarlyEnd = 'timed out' | 'dropped' | 'no more data';

export interface TrendLeg {
  end: Place;
  /** Time against the planned time over the same leg, so that hills, heat and dark count as planned: 0.1 is a tenth slower. */
  slowerRatio: number;
}

export interface AskedAim {
  aim: Aim;
  /** Time there was for the rest, seconds. */
  leftS: number;
  /** Moving pace over the rest with the stops ahead as planned and every cutoff kept. */
  movingSPerKm: number;
}

export interface EndedEarly {
  kind: EarlyEnd;
  trend: {
    /** The last legs of which it is known, at most `TREND_LEGS`. */
    legs: readonly TrendLeg[];
    /** Whether stops had to be counted in, because not all were logged. */
    withStops: boolean;
  };
  /** What the rest would have asked from the last place logged in time; `null` where nothing tells. */
  asked: {
    from: Place;
    leftM: number;
    aims: readonly AskedAim[];
  } | null;
  /** Moving pace of the last leg; `null` when not known. */
  lastMovingSPerKm: number | null;
  /** The leg on which the first closing was missed: the time there was to it, and what it took. */
  missed: {
    check: CutoffCheck;
    from: Place;
    distanceM: number;
    leftS: number;
    tookS: number;
  } | null;
}

const TREND_LEGS = 5;

/** @returns `null` of a race that was finished, and where nothing was logged */
export function computeEndedEarly(
  course: Course,
  log: RaceLog,
  review: RaceReview,
  hindsight: Hindsight,
): EndedEarly | null {
  const { ending, cutoffs, stretches } = review;
  const last = stretches.at(-1);
  if (ending.kind === 'finished' || !last) return null;
  const kind = earlyEndOf(ending, log, cutoffs.broken);
  return {
    kind,
    trend: trendOf(stretches),
    asked: kind === 'timed out' ? null : askedOf(course, hindsight),
    lastMovingSPerKm: last.movingS == null ? null : paceOf(last.movingS, last.distanceM),
    missed: missedOf(stretches, cutoffs.broken),
  };
}

const earlyEndOf = (
  { kind }: Ending,
  { isTimedOut }: RaceLog,
  broken: readonly CutoffCheck[],
): EarlyEnd =>
  isTimedOut || broken.length > 0 ? 'timed out' : kind === 'dnf' ? 'dropped' : 'no more data';

function trendOf(stretches: readonly Stretch[]): EndedEarly['trend'] {
  const last = stretches
    .filter(({ distanceM, planned }) => distanceM > 0 && planned.movingS > 0)
    .slice(-TREND_LEGS);
  const withStops = last.some(({ movingS }) => movingS == null);
  return {
    legs: last.map(({ end, startS, endS, movingS, planned }) => ({
      end,
      slowerRatio: withStops
        ? (endS - startS) / (planned.endS - planned.startS) - 1
        : movingS! / planned.movingS - 1,
    })),
    withStops,
  };
}

function askedOf({ distanceM }: Course, { aims, looks }: Hindsight): EndedEarly['asked'] {
  const look = looks.at(-1);
  if (!look) return null;
  const asked = aims.flatMap((aim, i): AskedAim[] => {
    const demand = look.aims[i]!.demand;
    return demand?.targetS == null || demand.movingSPerKm == null
      ? []
      : [{ aim, leftS: demand.targetS - look.seenS, movingSPerKm: demand.movingSPerKm }];
  });
  return asked.length === 0 ? null : { from: look.at, leftM: distanceM - look.at.atM, aims: asked };
}

function missedOf(
  stretches: readonly Stretch[],
  [check]: readonly CutoffCheck[],
): EndedEarly['missed'] {
  const stretch = stretches.find(({ end }) => end === check?.at);
  if (!check || !stretch || check.by === 'not yet there') return null;
  const leftAtS = stretch.startS + (stretch.stopBeforeS ?? 0);
  return {
    check,
    from: stretch.start,
    distanceM: stretch.distanceM,
    leftS: check.closesS - leftAtS,
    tookS: check.atS - leftAtS,
  };
}
