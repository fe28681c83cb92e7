/** The one reader of activities: FIT, GPX and TCX. */
import type { Activity } from '../../domain/activity.js';
import type { Parsed } from '../../domain/problems/problem.js';
import { type RawFile, textOf } from '../source.js';
import { activityOf } from './activity-file.js';
import { readXmlActivity } from './activity-xml.js';
import { readFitActivity } from './fit.js';

/**
 * Reads what a watch recorded.
 * @returns `null` with the reason when the file is broken, holds no times, or no positions
 */
export async function parseActivity(raw: RawFile): Promise<Parsed<Activity>> {
  const { value, diagnostics } =
    raw.kind === 'fit' ? await readFitActivity(raw) : readXmlActivity(textOf(raw));
  if (!value) return { value: null, diagnostics };
  const activity = activityOf(value, raw.file);
  return { value: activity.value, diagnostics: [...diagnostics, ...activity.diagnostics] };
}
