/** A report: plain data, easily rendered as text, Markdown, JSON, HTML, JUnit. */
import type { Priority } from '../domain/goal.js';
import type { Problem } from '../domain/problems/problem.js';
import type { Calendar, CourseTrack, Spreadsheet } from './exports.js';
import type { Figure } from './figure.js';
import type { Text, Value } from './value.js';

export type VerdictStatus = 'met' | 'missed' | 'likely' | 'possible' | 'unlikely' | 'unknown';

/** Named numbers, each name ending in its unit. */
export type Measured = Readonly<Record<string, number | string | null>>;

export interface Verdict {
  goal: string;
  priority: Priority;
  status: VerdictStatus;
  /** 0..1, before and during the race; `null` without evidence. */
  probability: number | null;
  /** Its evidence is too thin for percents. */
  isRough?: boolean;
  /** What was reached, as the JSON contract words it: `{ valueS }`, `{ place, of }`, `{ value, unit }`; `null` unknown. */
  actual: Measured | null;
  /** How much better than needed, in the same terms; negative when missed. */
  margin: Measured | null;
  /** During the race: out of reach from here. */
  isGone?: boolean;
  text: Text;
}

/** What there is to say of a plan: an objection, which fails under `--strict`, or advice. */
export interface Finding {
  /** Its kind, and where needed what it is about: `dark without lamp`, `overdue: test the headlamp`. */
  name: string;
  isObjection: boolean;
  text: Text;
}

export interface Column {
  id: string;
  /** A text where a value names the column. */
  label: string | Text;
  align: 'left' | 'right';
  /** A narrow screen may drop the columns with the lowest number first; without one it stays. */
  keep?: number;
}

export interface Row {
  cells: readonly Text[];
  /** Totals and headings stand out. */
  emphasis?: 'total' | 'heading';
}

/**
 * Values that add up, as printed too: the parts are rounded so that they make the total. The very objects that
 * stand in cells and sentences; one may be in two sums, such as that of its row and that of its column.
 */
export interface Sum {
  total: Value;
  parts: readonly Value[];
}

/** A part of a report. What to do next is marked so: a page that is looked at begins with it. */
export type Section = SectionOfKind & { isNext?: true };

type SectionOfKind =
  | Figure
  | {
      kind: 'facts';
      title: string | null;
      facts: readonly { label: string; text: Text }[];
      sums?: readonly Sum[];
    }
  | {
      kind: 'verdicts';
      title: string;
      verdicts: readonly Verdict[];
      /** Printed under them: what they rest on. */
      notes?: readonly Text[];
    }
  | {
      kind: 'table';
      id: string;
      title: string;
      columns: readonly Column[];
      rows: readonly Row[];
      /** See `sums.ts`. */
      sums?: readonly Sum[];
      /** Printed under the table: what marks mean, how a figure was obtained. */
      notes: readonly Text[];
    }
  | {
      kind: 'list';
      title: string;
      tone: 'plain' | 'warning';
      items: readonly Text[];
    }
  | {
      /** A list for a plan, under one of its keys, to be pasted as it stands. */
      kind: 'yaml';
      title: string;
      under: string;
      /** The key of an item that says it to a person. */
      saidBy: string;
      items: readonly YamlItem[];
      /** Printed before it. */
      notes: readonly Text[];
    }
  | {
      /** What belongs together on a printed page, such as one station: never broken across two. */
      kind: 'block';
      title: Text;
      /** `Hand over`, and what, an item a line. */
      lines: readonly { label: string; items: readonly Text[] }[];
    };

export interface YamlItem {
  keys: readonly { key: string; text: Text }[];
  /** What another key of a plan could say of it. */
  comment: Text | null;
}

/** A sheet to be printed by itself: the chief's, one person's, a drop bag's. */
export interface Page {
  title: Text;
  subtitle: Text | null;
  sections: readonly Section[];
}

export type BlockSection = Extract<Section, { kind: 'block' }>;
export type YamlSection = Extract<Section, { kind: 'yaml' }>;
export type FactsSection = Extract<Section, { kind: 'facts' }>;
export type TableSection = Extract<Section, { kind: 'table' }>;

/** A sentence inside `data`: the JSON renderer prints it as a string. */
export interface Said {
  readonly say: Text;
}

/** Plain JSON, with sentences not yet worded. Numbers are unrounded. */
export type Json =
  | string
  | number
  | boolean
  | null
  | Said
  | readonly Json[]
  | { readonly [key: string]: Json };

/** One of several runners judged in one run. */
export interface RunnerReport {
  /** The bib, or the line of the row; of a log of their own the name in the plan, or the folder. */
  runner: string;
  /** Without sections where the runner is a line of a table; `null` of one who could not be judged, as `problems` say. */
  report: Report | null;
  /** Of this runner alone. */
  problems: readonly Problem[];
}

export interface Report {
  command: string;
  title: string;
  /** One line under the title. */
  subtitle: Text | null;
  sections: readonly Section[];
  /** Sheets after the sections, each on its own. */
  pages?: readonly Page[];
  /** The pace chart made small, to be worn on the wrist. */
  band?: TableSection;
  /** For a calendar, a watch, a spreadsheet: what takes work only where it was asked for. */
  calendar?: Calendar;
  track?: CourseTrack;
  spreadsheet?: Spreadsheet;
  /** Of values in different sections. */
  sums?: readonly Sum[];
  /** The whole report in a few lines, for `--brief`. */
  brief?: readonly Text[];
  verdicts: readonly Verdict[];
  /** Of several runners each, with verdicts of their own; `verdicts` are empty then. */
  runners?: readonly RunnerReport[];
  /** What is printed in place of the verdicts where nothing else is, with `--quiet`. */
  quietly?: readonly Section[];
  /** Of a plan: what was found in looking it over; absent where nobody looked. */
  findings?: readonly Finding[];
  /** The JSON contract of the command, without `schemaVersion`, `command`, `verdicts` and `diagnostics`. */
  data: { [key: string]: Json };
}
