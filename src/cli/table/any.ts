/** What is of use at any time. */

import type { CommandRow } from '../command.js';
import { SHELLS } from '../completion/shells.js';
import { TOPIC_NAMES } from '../topics.js';

export const ANY: readonly CommandRow[] = [
  {
    name: 'help',
    phase: 'any',
    summary: 'what a command does, what a plan, a goal or a log may say, what a problem means',
    arguments: [
      {
        usage: '[words...]',
        summary: `a command; or ${TOPIC_NAMES.join(', ')}; or the code of a problem`,
        choices: TOPIC_NAMES,
      },
    ],
    options: [],
    formats: ['terminal', 'markdown'],
    examples: [
      { command: 'raceplan help plan', says: 'every word of a plan' },
      { command: 'raceplan help plan nutrition', says: 'those of one part' },
      { command: 'raceplan help STATION_OUT_OF_ORDER', says: 'a problem, and how to mend it' },
      { command: 'raceplan help goals -o goals.md', says: 'as Markdown' },
    ],
    load: () => import('../commands/help.js'),
  },
  {
    name: 'schema',
    phase: 'any',
    summary: 'the JSON Schema of the plan, for editors',
    arguments: [],
    options: [],
    formats: [],
    examples: [
      {
        command: 'raceplan schema -o race.schema.json',
        says: 'then, in race.yaml: # yaml-language-server: $schema=race.schema.json',
      },
    ],
    load: () => import('../commands/schema.js'),
  },
  {
    name: 'completion',
    phase: 'any',
    summary: 'a script that lets the shell complete commands, options and files',
    arguments: [{ usage: '<shell>', summary: SHELLS.join(', '), choices: SHELLS }],
    options: [],
    formats: [],
    examples: [
      {
        command: 'raceplan completion bash > ~/.local/share/bash-completion/completions/raceplan',
        says: 'for bash with bash-completion; or source the script in ~/.bashrc',
      },
      {
        command: 'raceplan completion zsh > ~/.zfunc/_raceplan',
        says: 'with fpath+=~/.zfunc before compinit in ~/.zshrc',
      },
      {
        command: 'raceplan completion fish > ~/.config/fish/completions/raceplan.fish',
        says: 'for fish',
      },
    ],
    load: () => import('../commands/completion.js'),
  },
];
