/** `raceplan replan`: during the race. */
import { computeChanges } from '../../engine/advice/changes.js';
import { computeDecisions } from '../../engine/advice/decisions.js';
import { judgeDecisions } from '../../engine/advice/decisions-now.js';
import { replanReport } from '../../report/replan.js';
import type { Context, Outcome } from '../command.js';
import { exportReplan } from '../exports.js';
import { unusable } from '../loaded.js';
import { loadReplan } from '../replanned.js';

export async function run(context: Context): Promise<Outcome> {
  const loaded = await loadReplan(context);
  if (!loaded.value) return unusable(loaded);
  const { race, log, replan, today } = loaded.value;
  const { plan, course, forecaster } = race;
  const { pace } = replan.review;
  const changes = computeChanges(plan, replan);
  const decisions = computeDecisions({ plan, course, pace, forecaster });
  const decided = judgeDecisions(decisions, log, replan);
  const allLaps = context.options.written.allLaps === true;
  const input = { plan, course, replan, changes, decided, today, allLaps, log, sun: race.sun };
  const output = await exportReplan(replanReport(input), input, context.options, loaded.problems);
  return { ...unusable(loaded), output };
}
