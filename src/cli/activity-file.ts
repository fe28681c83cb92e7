/** What a watch recorded, as the log of a race. */
import type { FileKind } from '../domain/problems/usage.js';
import { isTimedEvent } from '../domain/race-format.js';
import type { ActivityRace } from '../engine/activity/race.js';
import type { RawFile } from '../input/source.js';
import { type LoadedCourse, type Notes, noteText } from './loaded.js';

/** Kinds of files that watches write. */
export const isActivity = (kind: FileKind): boolean =>
  kind === 'fit' || kind === 'gpx' || kind === 'tcx';

/** Finds the race in an activity; only races with one pay for its readers. */
export async function loadActivity(
  raw: RawFile,
  { plan, course, track }: LoadedCourse,
  notes: Notes,
): Promise<ActivityRace | null> {
  const { parseActivity } = await import('../input/track/activity.js');
  const activity = await parseActivity(raw);
  notes.problems.push(...activity.diagnostics);
  // to quote the line that is wrong
  if (!activity.value && raw.kind !== 'fit') noteText(raw, notes);
  if (!activity.value) return null;
  const { readActivityRace } = await import('../engine/activity/race.js');
  const timedS = isTimedEvent(plan) ? course.finish.cutoffS : null;
  const context = { plan, course, track, timedS, file: raw.file };
  const race = readActivityRace(activity.value, context);
  notes.problems.push(...race.diagnostics);
  return race.value;
}
