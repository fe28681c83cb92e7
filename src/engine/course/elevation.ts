/** How high the course lies. */
import type { Leg } from '../../domain/course.js';
import type { CourseSpec } from '../../domain/plan.js';
import { sum } from '../../kernel/stats.js';

/** Whether elevations are the track's or the plan's, and not the least that the climbs allow. */
export const isElevationGiven = ({ trackFile, elevationM, stations }: CourseSpec): boolean =>
  trackFile != null || elevationM != null || stations.some((s) => s.elevationM != null);

/** Mean elevation of a leg above the sea, metres; `null` where it is not known throughout. */
export function meanElevationM({ cells }: Leg): number | null {
  const parts = cells.flatMap(({ elevationM, distanceM }) =>
    elevationM == null ? [] : [elevationM * distanceM],
  );
  return parts.length < cells.length ? null : sum(parts) / sum(cells.map((cell) => cell.distanceM));
}
