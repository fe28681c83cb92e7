/** `raceplan schema`: the plan's vocabulary for editors. */
import { planJsonSchema } from '../../input/plan-schema.js';
import type { Outcome } from '../command.js';

export async function run(): Promise<Outcome> {
  return {
    output: `${JSON.stringify(planJsonSchema(), null, 2)}\n`,
    problems: [],
    sources: new Map(),
    units: null,
  };
}
