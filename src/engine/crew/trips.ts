/** How the crew gets from one point to another, and whether in time. */
import type { Drive } from '../../domain/crew.js';
import { visitsTo } from '../../domain/visits.js';
import { type CrewPoint, walkOf } from './points.js';

/** A runner who is as early at both points as their windows allow, as planned at both, or as late. */
export type RunnerIs = 'early' | 'planned' | 'late';

export interface Trip {
  from: CrewPoint;
  to: CrewPoint;
  /** Nobody has to go anywhere. */
  isSamePlace: boolean;
  /** On foot to the car. */
  walkOutS: number;
  /** `null`: no drive is listed; it counts as nothing, so that even the least is told. 0 at the same place. */
  driveS: number | null;
  walkInS: number;
  /** The last moment to leave for the early end of the next window. */
  latestLeaveS: number;
  /** Whether even a late runner has left by then: who goes at that moment need not hurry. */
  isUnhurried: boolean;
  /**
   * Who leaves with the runner comes after the runner: by how much at most, seconds, and in which case; as planned
   * where that is already too late. Not above 0: in time.
   */
  lateByS: number;
  lateWhen: RunnerIs;
}

/** When somebody who leaves with the runner leaves, and is there. */
export function timesOf(trip: Trip, when: RunnerIs): { leaveS: number; thereS: number } {
  const leaveS = departureFrom(trip.from, when);
  return { leaveS, thereS: leaveS + tookS(trip) };
}

const tookS = ({ walkOutS, driveS, walkInS }: Pick<Trip, 'walkOutS' | 'driveS' | 'walkInS'>) =>
  walkOutS + (driveS ?? 0) + walkInS;

const arrivalAt = ({ window, arriveS }: CrewPoint, when: RunnerIs): number =>
  ({ early: window.earlyS, planned: arriveS, late: window.lateS })[when];

const departureFrom = (point: CrewPoint, when: RunnerIs): number =>
  arrivalAt(point, when) + point.departS - point.arriveS;

/** Plans trips by the drives that a plan lists. */
export type TripPlanner = (from: CrewPoint, to: CrewPoint) => Trip;

/** @param names of all places in order, as drives may mean any visit to them */
export function prepareTrips(drives: readonly Drive[], names: readonly string[]): TripPlanner {
  const known = drives.map(({ from, to, takesS }) => ({
    from: visitsTo(from, names),
    to: visitsTo(to, names),
    takesS,
  }));
  /** Of several that fit, the one that names its visits most narrowly; the way back counts where no way there does. */
  const driveBetween = (a: CrewPoint, b: CrewPoint): number | null => {
    const there = known.filter(({ from, to }) => from.includes(a.place) && to.includes(b.place));
    const back = known.filter(({ from, to }) => from.includes(b.place) && to.includes(a.place));
    const [nearest] = (there.length > 0 ? there : back).sort(
      (x, y) => x.from.length + x.to.length - y.from.length - y.to.length,
    );
    return nearest?.takesS ?? null;
  };
  return (from, to) => {
    const isSamePlace = from.ground === to.ground;
    const walkOutS = isSamePlace ? 0 : walkOf(from);
    const walkInS = isSamePlace ? 0 : walkOf(to);
    const driveS = isSamePlace ? 0 : driveBetween(from, to);
    const way = { walkOutS, driveS, walkInS };
    // who stays need not wait until the runner has left
    const goneFrom = isSamePlace ? arrivalAt : departureFrom;
    const lateBy = (when: RunnerIs) => goneFrom(from, when) + tookS(way) - arrivalAt(to, when);
    const worst = (['early', 'late'] as const).reduce<RunnerIs>(
      (most, when) => (lateBy(when) > lateBy(most) ? when : most),
      'planned',
    );
    const lateWhen = lateBy('planned') > 0 ? 'planned' : worst;
    const latestLeaveS = to.window.earlyS - tookS(way);
    return {
      from,
      to,
      isSamePlace,
      ...way,
      latestLeaveS,
      isUnhurried: latestLeaveS >= departureFrom(from, 'late'),
      lateByS: lateBy(lateWhen),
      lateWhen,
    };
  };
}
