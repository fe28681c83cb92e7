/** Every command: one row each. */
import type { CommandRow } from './command.js';
import { GOALS, PLAN, STRICT } from './options.js';

const EXPLAIN = { flags: '--explain', summary: 'show what each factor adds to each leg' };
const TARGET = {
  flags: '--target <times>',
  summary: 'what if: this finish time instead, or several side by side: 11:30,12:00',
};
const PLAN_ARGUMENT = { usage: '[plan]', summary: 'the race plan, or its folder' };

export const COMMANDS: readonly CommandRow[] = [
  {
    name: 'build',
    summary: 'before the race: goals, pace chart, fuel, dark legs, warnings',
    arguments: [PLAN_ARGUMENT],
    options: [PLAN, STRICT, GOALS, TARGET, EXPLAIN],
    formats: ['terminal', 'markdown', 'json', 'junit'],
    load: () => import('./commands/build.js'),
  },
  {
    name: 'check',
    summary: 'is the plan valid and complete?',
    arguments: [PLAN_ARGUMENT],
    options: [PLAN, STRICT],
    formats: ['terminal', 'markdown', 'json'],
    load: () => import('./commands/check.js'),
  },
  {
    name: 'schema',
    summary: 'the JSON Schema of the plan, for editors',
    arguments: [],
    options: [],
    formats: [],
    load: () => import('./commands/schema.js'),
  },
];
