/** What `--help` prints below what commander does: examples, first steps, the exit status. */
import { type Argument, Help } from 'commander';
import { EXIT_MEANINGS } from '../report/help/exit.js';
import type { CommandRow, Example } from './command.js';
import { FIRST_STEPS } from './commands.js';

const INDENT = '  ';

/** How a program of these commands is described. */
export const helpConfiguration = (commands: readonly CommandRow[]): Partial<Help> => ({
  subcommandTerm: (command) =>
    [command.name(), ...command.registeredArguments.map(termOf)].join(' '),
  formatHelp: (command, helper) => {
    const row = commands.find(({ name }) => name === command.name());
    return [
      new Help().formatHelp(command, helper),
      ...(row
        ? block('Examples:', row.examples, helper)
        : [
            ...block('Start here:', firstSteps(commands), helper),
            'Exit status:',
            ...EXIT_MEANINGS.map(({ status, when }) =>
              helper.formatItem(String(status), 1, when, helper),
            ),
            '',
          ]),
    ].join('\n');
  },
});

const termOf = (argument: Argument): string => {
  const name = argument.name() + (argument.variadic ? '...' : '');
  return argument.required ? `<${name}>` : `[${name}]`;
};

/** A line each to copy, and below it what it is good for. */
const block = (title: string, examples: readonly Example[], helper: Help): string[] =>
  examples.length === 0
    ? []
    : [
        title,
        ...examples.flatMap(({ command, says }) => [
          INDENT + command,
          ...helper
            .boxWrap(says, (helper.helpWidth ?? 80) - 3 * INDENT.length)
            .split('\n')
            .map((line) => INDENT.repeat(3) + line),
        ]),
        '',
      ];

const firstSteps = (commands: readonly CommandRow[]): Example[] =>
  FIRST_STEPS.filter(({ command }) =>
    commands.some(({ name }) => command.startsWith(`raceplan ${name}`)),
  );
