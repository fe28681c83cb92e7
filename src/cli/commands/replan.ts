/** `raceplan replan`: during the race. */
import { computeChanges } from '../../engine/advice/changes.js';
import { replanReport } from '../../report/replan.js';
import type { Context, Outcome } from '../command.js';
import { unusable } from '../loaded.js';
import { loadReplan } from '../replanned.js';

export async function run(context: Context): Promise<Outcome> {
  const loaded = await loadReplan(context);
  if (!loaded.value) return unusable(loaded);
  const { race, replan, today } = loaded.value;
  const { plan, course } = race;
  const changes = computeChanges(plan, replan);
  const allLaps = context.options.written.allLaps === true;
  return {
    ...unusable(loaded),
    output: replanReport({ plan, course, replan, changes, today, allLaps }),
  };
}
