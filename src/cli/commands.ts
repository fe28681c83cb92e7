/** Every command: one row each. */
import type { CommandRow } from './command.js';
import { PLAN, STRICT } from './options.js';

const PLAN_ARGUMENT = { usage: '[plan]', summary: 'the race plan, or its folder' };

export const COMMANDS: readonly CommandRow[] = [
  {
    name: 'check',
    summary: 'is the plan valid and complete?',
    arguments: [PLAN_ARGUMENT],
    options: [PLAN, STRICT],
    formats: ['terminal', 'markdown', 'json'],
    load: () => import('./commands/check.js'),
  },
];
