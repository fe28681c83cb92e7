/** `raceplan analyze`: after the race. */
import { analyzeReport } from '../../report/analyze.js';
import type { Context, Outcome } from '../command.js';
import { unusable } from '../loaded.js';
import { reviewLog } from '../reviewed.js';

export async function run(context: Context): Promise<Outcome> {
  const reviewed = await reviewLog(context);
  if (!reviewed.value) return unusable(reviewed);
  const { plan, course, log, review } = reviewed.value;
  const allLaps = context.options.written.allLaps === true;
  return { ...unusable(reviewed), output: analyzeReport(plan, course, log, review, allLaps) };
}
