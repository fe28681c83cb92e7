/** How the crew gets from one point to another, and whether in time. */
import type { Drive } from '../../domain/crew.js';
import { visitsTo } from '../../domain/visits.js';
import { stationKey } from '../../kernel/station-name.js';
import { type CrewPoint, walkOf } from './points.js';

export interface Trip {
  from: CrewPoint;
  to: CrewPoint;
  /** On foot to the car. */
  walkOutS: number;
  /** `null`: no drive is listed; it counts as nothing, so that even the least is told. 0 at the same place. */
  driveS: number | null;
  walkInS: number;
  /** They stay until then: the late end of the window, or the planned departure where that is later. */
  leaveS: number;
  /** At the next point, having left then. */
  thereS: number;
  /** The last moment to leave for the early end of the next window. */
  latestLeaveS: number;
  /** There after the early end of the window, seconds; not above 0: in time. */
  lateByS: number;
  /** Later even than the runner, when both points go as planned. */
  isImpossible: boolean;
}

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
    const isSamePlace = stationKey(from.at.name) === stationKey(to.at.name);
    const walkOutS = isSamePlace ? 0 : walkOf(from);
    const walkInS = isSamePlace ? 0 : walkOf(to);
    const driveS = isSamePlace ? 0 : driveBetween(from, to);
    const tookS = walkOutS + (driveS ?? 0) + walkInS;
    const leaveS = Math.max(from.window.lateS, from.departS);
    const thereS = leaveS + tookS;
    return {
      from,
      to,
      walkOutS,
      driveS,
      walkInS,
      leaveS,
      thereS,
      latestLeaveS: to.window.earlyS - tookS,
      lateByS: thereS - to.window.earlyS,
      isImpossible: from.departS + tookS > to.arriveS,
    };
  };
}
