/** Options of the command line: one row each drives parser, help and checks. */
import { extname } from 'node:path';
import { PRIORITIES, type Priority } from '../domain/goal.js';
import { error, type Parsed, type Problem } from '../domain/problems/problem.js';
import { TIME_KINDS, type TimeKind } from '../input/times/reading.js';
import { closest } from '../kernel/text.js';
import { UNIT_SYSTEMS, type UnitSystem } from '../kernel/units.js';
import { type Format, formatOfExtension } from '../render/formats.js';
import { oneOf } from '../render/problems/sentence.js';
import type { OutputFile } from './outputs.js';

export interface OptionRow {
  /** As commander writes it: `-o, --output <file>`. */
  flags: string;
  summary: string;
  /** Its value is a file to write; `adds`: to be added to, whoever wrote what it holds. */
  writes?: true | 'adds';
  /** All that its value may be, for completion. */
  choices?: readonly string[];
  /** Its value is a file with one of these extensions, for completion. */
  files?: readonly string[];
}

/** Extensions of plans, for completion. */
export const PLANS = ['yaml', 'yml'];

export const PLAN: OptionRow = {
  flags: '--plan <file>',
  summary: 'the race plan (default: race.yaml beside the first file, then here)',
  files: PLANS,
};
export const STRICT: OptionRow = {
  flags: '--strict',
  summary:
    'exit 1 also for goals unknown or gone, unlikely A goals, an unsafe or unrealistic plan, overdue preparation',
};
export const TIMES: OptionRow = {
  flags: '--times <kind>',
  summary: 'what the times in the file are: elapsed, clock or leg (default: found out)',
  choices: TIME_KINDS,
};
export const LENIENT: OptionRow = {
  flags: '--lenient',
  summary: 'go on where more than a fifth of the finishers, or of the splits, cannot be used',
};
export const GOALS: OptionRow = {
  flags: '--goals <priorities>',
  summary: 'judge only goals of these priorities for the exit status, such as A or A,B',
  choices: PRIORITIES,
};

const FORMAT: OptionRow = { flags: '--format <name>', summary: 'how to print' };
const COMMON: readonly OptionRow[] = [
  {
    flags: '-o, --output <file>',
    summary: 'write to a file, whose extension picks the format',
    writes: true,
    files: [],
  },
  {
    flags: '--force',
    summary:
      'write over a plan, a course, a table or a calendar, but never over a file that is read',
  },
  { flags: '--quiet', summary: 'print only verdicts, or errors' },
  { flags: '--no-color', summary: 'print without colour, as where NO_COLOR is set' },
  { flags: '--width <columns>', summary: 'how wide to print (default: as the terminal, else 80)' },
];
const UNITS: OptionRow = {
  flags: '--units <system>',
  summary: 'units to print in: metric or imperial (default: as the plan)',
  choices: UNIT_SYSTEMS,
};

/** What of a command bears on its options. */
export interface Optioned {
  name: string;
  /** Beside those every command has. */
  options: readonly OptionRow[];
  /** What its report can be printed in, the default first; empty when it prints one text only. */
  formats: readonly Format[];
}

/** All options of a command. */
export const optionsOf = ({ options, formats }: Optioned): OptionRow[] => [
  ...options,
  ...(formats.length > 0
    ? [{ ...FORMAT, summary: `${FORMAT.summary}: ${formats.join(', ')}`, choices: formats }, UNITS]
    : []),
  ...COMMON,
];

/** The files a run was asked to write. */
export const outputsOf = (row: Optioned, written: Written): OutputFile[] =>
  optionsOf(row).flatMap(({ flags, writes }) => {
    const [, short, name = ''] = /^(?:(-\w), )?--([\w-]+)/.exec(flags) ?? [];
    const path = writes ? textOf(written, camelCase(name)) : null;
    return path == null ? [] : [{ option: short ?? `--${name}`, path, adds: writes === 'adds' }];
  });

/** As commander names the option. */
const camelCase = (name: string): string =>
  name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

export interface Options {
  plan: string | null;
  /** `null` for a command that prints one text only. */
  format: Format | null;
  output: string | null;
  units: UnitSystem | null;
  width: number | null;
  colour: boolean;
  quiet: boolean;
  strict: boolean;
  /** Whether a plan, a course, a table or a calendar may be written over. */
  force: boolean;
  /** Priorities of the goals that decide the exit status. */
  judged: readonly Priority[];
  /** What the times in a log or splits file are; `null`: found out. */
  times: TimeKind | null;
  /** Too much of a file of results left out is a warning, not an error. */
  lenient: boolean;
  /** Every option as written, for those only one command has. */
  written: Written;
}

/** Options as commander hands them over. */
export type Written = Readonly<Record<string, string | boolean | undefined>>;

/** Reads what was asked of `row`; `null` with every argument that makes no sense. */
export function readOptions(row: Optioned, written: Written): Parsed<Options> {
  const problems: Problem[] = [];
  const units = textOf(written, 'units');
  const options: Options = {
    plan: textOf(written, 'plan'),
    format: readFormat(row, written, problems),
    output: textOf(written, 'output'),
    units: units == null ? null : readChoice('--units', units, UNIT_SYSTEMS, problems),
    width: readWidth(written, problems),
    colour: written.color !== false,
    quiet: written.quiet === true,
    strict: written.strict === true,
    force: written.force === true,
    judged: readPriorities(written, problems),
    times: readTimes(written, problems),
    lenient: written.lenient === true,
    written,
  };
  return { value: problems.length > 0 ? null : options, diagnostics: problems };
}

function readFormat(row: Optioned, written: Written, problems: Problem[]): Format | null {
  const { name: command, formats } = row;
  const asked = textOf(written, 'format');
  if (asked != null) return readChoice('--format', asked, formats, problems);
  const byDefault = formats[0] ?? null;
  const path = textOf(written, 'output');
  const extension = path == null ? '' : extname(path).slice(1);
  if (path == null || byDefault == null || extension === '') return byDefault;
  const format = formatOfExtension(extension);
  if (format != null && formats.includes(format)) return format;
  problems.push(error('UNKNOWN_EXTENSION', { path, command, formats }));
  return null;
}

function readTimes(written: Written, problems: Problem[]): TimeKind | null {
  const times = textOf(written, 'times');
  return times == null ? null : readChoice('--times', times, TIME_KINDS, problems);
}

function readWidth(written: Written, problems: Problem[]): number | null {
  const value = textOf(written, 'width');
  if (value == null) return null;
  if (/^[1-9]\d{0,3}$/.test(value)) return Number(value);
  const expected = 'a number of columns';
  problems.push(error('BAD_ARGUMENT', { argument: '--width', value, expected, suggestion: null }));
  return null;
}

function readPriorities(written: Written, problems: Problem[]): readonly Priority[] {
  const listed = textOf(written, 'goals')?.split(/[\s,]+/);
  return (
    listed?.flatMap((value) => readChoice('--goals', value, PRIORITIES, problems) ?? []) ??
    PRIORITIES
  );
}

export function readChoice<T extends string>(
  argument: string,
  value: string,
  choices: readonly T[],
  problems: Problem[],
): T | null {
  const chosen = choices.find((choice) => choice.toLowerCase() === value.toLowerCase());
  if (chosen !== undefined) return chosen;
  const suggestion = closest(value, choices);
  problems.push(error('BAD_ARGUMENT', { argument, value, expected: oneOf(choices), suggestion }));
  return null;
}

export function textOf(written: Written, name: string): string | null {
  const value = written[name];
  return typeof value === 'string' ? value : null;
}
