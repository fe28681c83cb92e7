/** Every command: one row each, in the order in which help lists them. */
import type { CommandRow, Example, Phase } from './command.js';
import { AFTER } from './table/after.js';
import { ANY } from './table/any.js';
import { BEFORE } from './table/before.js';
import { DURING } from './table/during.js';

export const COMMANDS: readonly CommandRow[] = [...BEFORE, ...DURING, ...AFTER, ...ANY];

export const PHASES: Readonly<Record<Phase, string>> = {
  before: 'Before the race',
  during: 'During the race',
  after: 'After the race',
  any: 'At any time',
};

/** For a newcomer; those of commands that a table does not have are left out. */
export const FIRST_STEPS: readonly Example[] = [
  { command: 'raceplan init', says: 'write a plan and a log to begin with' },
  { command: 'raceplan build', says: 'what the plan in this folder comes to' },
  { command: 'raceplan analyze splits.csv', says: 'after the race: what was met, and why not' },
  { command: 'raceplan help plan', says: 'what else a plan may say' },
];
