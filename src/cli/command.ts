/** What a command is: a row of the table, and a module that runs it. */
import type { Problem } from '../domain/problems/problem.js';
import type { UnitSystem } from '../kernel/units.js';
import type { Sources } from '../render/problems/frame.js';
import type { Report } from '../report/report.js';
import type { Ask } from './io.js';
import type { Optioned, Options } from './options.js';
import type { OutputText } from './output-writing.js';

/** When a command is of use; help lists them so. */
export type Phase = 'before' | 'during' | 'after' | 'any';

export interface ArgumentRow {
  /** As commander writes it: `<splits.csv...>`. */
  usage: string;
  summary: string;
  /** It is a file with one of these extensions, or a folder; for completion. */
  files?: readonly string[];
  /** Not a file, but one of these words, or a word of another kind where there are none. */
  choices?: readonly string[];
}

/** A line to copy, and what it is good for. */
export interface Example {
  command: string;
  says: string;
}

export interface CommandRow extends Optioned {
  phase: Phase;
  summary: string;
  arguments: readonly ArgumentRow[];
  /** Its argument is a folder to write to, which need not be there. */
  writesFolder?: true;
  /** The most useful first; printed below the options. */
  examples: readonly Example[];
  /** The module is loaded when the command is asked for, so that starting stays quick. */
  load: () => Promise<CommandModule>;
}

export interface CommandModule {
  /** @param commands the table itself, for those that tell of it */
  run: (context: Context, commands: readonly CommandRow[]) => Promise<Outcome>;
}

export interface Context {
  /** File arguments, as written. */
  files: readonly string[];
  options: Options;
  /** Says on a terminal how far long work has come. */
  progress: (text: string) => void;
  /** Asks on the terminal; an answer is `null` when there is none any more. Without a terminal nothing is asked. */
  ask?: Ask | null;
}

export interface Outcome {
  /** What was found; a string is printed as it is; `null` when nothing could be computed. */
  output: Report | string | null;
  problems: readonly Problem[];
  /** Of several that were asked for each stands for itself: an error stops only its own. */
  isPartial?: true;
  /** To be written beside the report, with it or not at all. */
  files?: readonly OutputText[];
  /** Where they are, to be made when it is not there. */
  folder?: string;
  /** The text of the files read, to quote from. */
  sources: Sources;
  /** What the plan is written in. */
  units: UnitSystem | null;
}
