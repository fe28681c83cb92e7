/** What can be completed after each command, as its row of the table says. */
import type { CommandRow } from '../command.js';
import { type OptionRow, optionsOf } from '../options.js';

/** What a value or an argument may be: one of some words, a file with one of these extensions (of any, when none). */
export type Wanted =
  | { kind: 'words'; words: readonly string[] }
  | { kind: 'files'; extensions: readonly string[] }
  /** Nobody can tell: a name, a time, a number. */
  | { kind: 'anything' };

export interface CompletedOption {
  /** `-o`, `--output`. */
  names: readonly string[];
  summary: string;
  /** `null` of an option without a value. */
  value: Wanted | null;
}

export interface CompletedCommand {
  name: string;
  summary: string;
  options: readonly CompletedOption[];
  /** `null` of a command without arguments. */
  argument: Wanted | null;
}

const HELP: CompletedOption = {
  names: ['-h', '--help'],
  summary: 'print its options and examples',
  value: null,
};

export const completedCommands = (commands: readonly CommandRow[]): CompletedCommand[] =>
  commands.map((row) => {
    const [argument] = row.arguments;
    // help is on every command as well
    const more = row.name === 'help' ? commands.map(({ name }) => name) : [];
    return {
      name: row.name,
      summary: row.summary,
      options: [...optionsOf(row).map(completedOption), HELP],
      argument: argument
        ? wanted(argument.choices && [...argument.choices, ...more], argument.files)
        : null,
    };
  });

const completedOption = ({ flags, summary, choices, files }: OptionRow): CompletedOption => ({
  names: flags.match(/(?<=^|, )--?[\w-]+/g) ?? [],
  summary,
  value: flags.includes('<') ? wanted(choices, files) : null,
});

const wanted = (
  words: readonly string[] | undefined,
  extensions: readonly string[] | undefined,
): Wanted =>
  words
    ? { kind: 'words', words }
    : extensions
      ? { kind: 'files', extensions }
      : { kind: 'anything' };
