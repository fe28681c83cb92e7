/** The table of commands as a commander program. */
import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import type { CommandRow } from './command.js';
import { type Io, widthOf } from './io.js';
import { optionsOf, type Written } from './options.js';
import { EXIT } from './status.js';

export interface Invocation {
  row: CommandRow;
  files: readonly string[];
  written: Written;
}

const STATUSES = `
Exit status: 0 done; 1 a goal was missed (with --strict also one unknown or no longer alive, an unlikely
A goal, a plan unsafe or unrealistic); 2 bad usage or input that cannot be used; 3 a bug.`;

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
  const program = new Command('raceplan')
    .description('Plan an ultramarathon as a text file, and be told plainly how it went.')
    .version(packageVersion())
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      getOutHelpWidth: () => widthOf(io.stdout, null),
      getErrHelpWidth: () => widthOf(io.stderr, null),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .addHelpText('after', STATUSES);

  for (const row of commands) {
    const command = program.command(row.name).description(row.summary);
    for (const { usage, summary } of row.arguments) command.argument(usage, summary);
    for (const { flags, summary } of optionsOf(row)) command.option(flags, summary);
    command.showHelpAfterError(`See raceplan ${row.name} --help.`);
    command.action(() => {
      invocation = { row, files: command.args, written: command.opts() };
    });
  }

  try {
    program.parse(argv, { from: 'user' });
  } catch (cause) {
    if (!(cause instanceof CommanderError)) throw cause;
    return cause.exitCode === 0 ? EXIT.done : EXIT.unusable;
  }
  return invocation ?? EXIT.unusable;
}
