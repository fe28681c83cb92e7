/** The table of commands as a commander program. */
import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import type { CommandRow } from './command.js';
import { PHASES } from './commands.js';
import { helpConfiguration } from './help-text.js';
import { type Io, widthOf } from './io.js';
import { optionMeant } from './meant.js';
import { optionsOf, type Written } from './options.js';
import { EXIT } from './status.js';

export interface Invocation {
  row: CommandRow;
  files: readonly string[];
  written: Written;
}

/** Built and source files lie equally deep below the package. */
export const packageVersion = (): string =>
  JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version;

/**
 * What was asked for; or, when help was asked for or the arguments make no sense, the exit status
 * after saying so.
 */
export function parseArguments(
  commands: readonly CommandRow[],
  argv: readonly string[],
  io: Io,
): Invocation | number {
  let invocation: Invocation | null = null;
  const program = describeProgram(commands, io);
  for (const row of commands) {
    const command = describeCommand(program, row, commands);
    command.action(() => {
      invocation = { row, files: command.args, written: command.opts() };
    });
  }
  try {
    program.parse(withHelpOf(argv, commands), { from: 'user' });
  } catch (cause) {
    if (!(cause instanceof CommanderError)) throw cause;
    return cause.exitCode === 0 ? EXIT.done : EXIT.unusable;
  }
  return invocation ?? EXIT.unusable;
}

/** `help build` is `build --help`; other words are topics. */
function withHelpOf(argv: readonly string[], commands: readonly CommandRow[]): readonly string[] {
  const [first, ...words] = argv;
  if (first !== 'help') return argv;
  const [name, other] = words.filter((word) => !word.startsWith('-'));
  const isAsked = other === undefined && commands.some((row) => row.name === name);
  return name === undefined && words.length === 0 ? ['--help'] : isAsked ? [name!, '--help'] : argv;
}

const describeProgram = (commands: readonly CommandRow[], io: Io): Command =>
  new Command('raceplan')
    .usage('<command> [options]')
    .description('Plan an ultramarathon as a text file, and be told plainly how it went.')
    .version(packageVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this; after a command, its options and examples')
    .helpCommand(false)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      getOutHelpWidth: () => widthOf(io.stdout, null),
      getErrHelpWidth: () => widthOf(io.stderr, null),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .configureHelp(helpConfiguration(commands));

function describeCommand(
  program: Command,
  row: CommandRow,
  commands: readonly CommandRow[],
): Command {
  const command = program.command(row.name).description(row.summary);
  command.helpGroup(`${PHASES[row.phase]}:`).helpOption('-h, --help', 'print this');
  for (const { usage, summary } of row.arguments) command.argument(usage, summary);
  const options = optionsOf(row);
  for (const { flags, summary } of row.options) command.option(flags, summary);
  // those of all commands stand apart, so that a command's own are seen
  if (row.options.length > 0) command.optionsGroup('Printing and writing:');
  for (const { flags, summary } of options.slice(row.options.length)) {
    command.option(flags, summary);
  }
  command.showHelpAfterError(`See raceplan ${row.name} --help.`);
  return command.configureOutput({
    outputError: (text, write) => write(text + optionMeant(text, row, commands)),
  });
}
