/** What was meant by a word that is no command, and by an option that a command does not have. */
import { statSync } from 'node:fs';
import { error, type Problem } from '../domain/problems/problem.js';
import { closest, lookUp } from '../kernel/text.js';
import { FORMATS } from '../render/formats.js';
import type { CommandRow } from './command.js';
import { optionsOf } from './options.js';

/** What other programs, other spellings and other days call it. */
const CALLED: Readonly<Record<string, string>> = {
  analyse: 'analyze',
  diff: 'compare',
  doctor: 'check',
  forecast: 'build',
  judge: 'analyze',
  lint: 'check',
  live: 'replan',
  man: 'help',
  new: 'init',
  pace: 'build',
  plan: 'build',
  predict: 'build',
  race: 'analyze',
  report: 'analyze',
  results: 'field',
  review: 'analyze',
  start: 'init',
  status: 'replan',
  validate: 'check',
  verify: 'check',
  version: '--version',
};

/** The command that reads such a file when it is named alone. */
const READS: readonly (readonly [RegExp, string])[] = [
  [/\.ya?ml$/i, 'build'],
  [/\.(?:csv|tsv|xlsx|fit|gpx|tcx)(?:\.gz)?$/i, 'analyze'],
];

/** The first word when it is no command, with what was meant; `null` where it is one, or an option. */
export function unknownCommand(
  commands: readonly CommandRow[],
  [word, ...rest]: readonly string[],
): Problem | null {
  const names = commands.map(({ name }) => name);
  if (word === undefined || word.startsWith('-') || names.includes(word)) return null;
  const has = (name: string | undefined) => name?.startsWith('-') || names.includes(name ?? '');
  const reader = READS.find(([pattern]) => pattern.test(word))?.[1] ?? (isFolder(word) && 'build');
  if (reader && has(reader)) {
    const command = ['raceplan', reader, word, ...rest].map(quoted).join(' ');
    return error('UNKNOWN_COMMAND', { written: word, isFile: true, meant: command });
  }
  const called = lookUp(CALLED, word.toLowerCase());
  const meant = has(called) ? called! : closest(word, names);
  return error('UNKNOWN_COMMAND', {
    written: word,
    isFile: false,
    meant: meant === null ? null : `raceplan ${meant}`,
  });
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** To be copied into a shell. */
const quoted = (word: string): string =>
  /^[\w./:=@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;

/** What commander's complaint about an option leaves out: a format named like one, or the commands that have it. */
export function optionMeant(
  complaint: string,
  { name, formats }: CommandRow,
  commands: readonly CommandRow[],
): string {
  const [, option] = /unknown option '(--[\w-]+)/.exec(complaint) ?? [];
  if (option === undefined) return '';
  const format = formats.find((one) => formatWords(one).includes(option.slice(2)));
  if (format) return `(Did you mean --format ${format}?)\n`;
  const others = commands.filter((row) =>
    optionsOf(row).some(({ flags }) => flags.split(/[ ,]+/).includes(option)),
  );
  const [only, second] = others.map((row) => `raceplan ${row.name}`);
  if (only === undefined || others.some((row) => row.name === name)) return '';
  return second === undefined
    ? `(${only} has it.)\n`
    : `(${others.map((row) => row.name).join(', ')} have it.)\n`;
}

const formatWords = (format: keyof typeof FORMATS): readonly string[] => [
  format,
  ...FORMATS[format].extensions,
];
