/** What activities of all formats have in common: points with a time, and pauses. */
import type { Activity, ActivityPause, ActivityPoint } from '../../domain/activity.js';
import { error, type Parsed, type Problem, warning } from '../../domain/problems/problem.js';
import { placeOf } from './course-file.js';

/** As the file has it. */
export interface RecordedPoint extends Omit<ActivityPoint, 'at' | 'place'> {
  /** Milliseconds since 1970; `null` without a time. */
  at: number | null;
  /** Degrees; empty without a fix. */
  lat: string;
  lon: string;
}

export interface ActivityFile {
  points: readonly RecordedPoint[];
  pauses: readonly ActivityPause[];
}

/** A race has more points than this. */
const LEAST_POINTS = 2;

/**
 * The activity of a file: its points in order of time. Points without a time, or at a place that is none on Earth,
 * are left out, and counted; a file without times is a course, and refused.
 */
export function activityOf({ points, pauses }: ActivityFile, file: string): Parsed<Activity> {
  const diagnostics: Problem[] = [];
  const timed = points.filter(({ at }) => at !== null);
  if (points.length > 0 && timed.length < LEAST_POINTS) {
    return { value: null, diagnostics: [error('ACTIVITY_WITHOUT_TIMES', {}, { file })] };
  }
  const read = timed.map((point): ActivityPoint & { isNowhere: boolean } => {
    const place = placeOf(point.lat, point.lon);
    const { at, distanceM, heartRateBpm, powerW } = point;
    const isNowhere = place === null && (point.lat !== '' || point.lon !== '');
    // watches without a strap write 0 beats
    const beats = heartRateBpm === 0 ? null : heartRateBpm;
    return { at: at!, place, distanceM, heartRateBpm: beats, powerW, isNowhere };
  });
  const skipped = points.length - timed.length + read.filter((p) => p.isNowhere).length;
  if (skipped > 0)
    diagnostics.push(warning('ACTIVITY_POINTS_SKIPPED', { count: skipped }, { file }));

  const kept = read.filter((p) => !p.isNowhere).map(({ isNowhere: _, ...point }) => point);
  const backwards = kept.filter(({ at }, i) => i > 0 && at < kept[i - 1]!.at).length;
  if (backwards > 0) {
    diagnostics.push(warning('ACTIVITY_TIMES_GO_BACK', { count: backwards }, { file }));
  }
  const inOrder = kept
    .toSorted((a, b) => a.at - b.at)
    .filter(({ at }, i, all) => at !== all[i - 1]?.at);
  if (inOrder.filter(({ place }) => place !== null).length < LEAST_POINTS) {
    return {
      value: null,
      diagnostics: [...diagnostics, error('ACTIVITY_EMPTY', {}, { file })],
    };
  }
  return { value: { points: inOrder, pauses }, diagnostics };
}
