/** Problems with what was asked on the command line, and with files as such. */
/** What people write and raceplan reads: nothing replaces it unasked. */
export type Handwritten = 'plan' | 'course' | 'table' | 'calendar';

/** What a file is, by its first bytes; `text` may be any table. */
export type FileKind =
  | 'text'
  | 'plan'
  | 'json'
  | 'gpx'
  | 'tcx'
  | 'kml'
  | 'fit'
  | 'xlsx'
  | 'xls'
  | 'ods'
  | 'zip'
  | 'gzip'
  | 'html'
  | 'xml'
  | 'pdf'
  | 'image'
  | 'binary';

/**
 * What a command wants of a file: `log` of one runner, written or recorded; `activity`, recorded; `results` of many,
 * `table` of anything else; `starter` is what a new plan begins with: a course, or a table of stations or of results.
 */
export type FileUse = 'plan' | 'log' | 'activity' | 'results' | 'table' | 'course' | 'starter';

/**
 * What a table holds: the log of one runner, its laps, what was taken, results of many, of past races, stations,
 * training.
 */
export type TableKind = 'log' | 'laps' | 'intake' | 'results' | 'careers' | 'stations' | 'training';

export interface UsageProblemArgs {
  /** The table is another than is wanted, by its columns. */
  WRONG_TABLE: { is: TableKind; wanted: TableKind | 'plan' };
  /** The file is something else than is wanted of it. */
  WRONG_KIND: { kind: FileKind; use: FileUse };
  /** Of the problems of one code in one file, those that are not told one by one. */
  MORE_ALIKE: { code: string; more: number };
  FILE_NOT_FOUND: { path: string };
  FILE_UNREADABLE: { path: string; reason: string };
  FILE_NOT_WRITTEN: { path: string; reason: string };
  /** An argument of so many characters, a word or a line of more than so many: longer than anyone means. */
  TOO_LONG: { what: 'word' | 'line' | 'argument'; characters: number };
  /** What an output would have replaced is read by this run, under the name `input`. */
  OUTPUT_IS_INPUT: { path: string; input: string };
  /** What an output would have replaced is a file that people write. */
  OUTPUT_HOLDS_WORK: { path: string; holds: Handwritten };
  /** Two options write to one file. */
  OUTPUTS_SAME: { path: string; options: readonly string[] };
  /** A new plan would take the place of what is there. */
  FILES_THERE: { paths: readonly string[] };
  /** Who was asked on the terminal gave no answer. */
  NOT_ANSWERED: Record<never, never>;
  /** What a plan begins with does not tell how long the race is. */
  STARTER_NO_DISTANCE: { file: string };
  /** Named points of a course that are no stations of a new plan. */
  WAYPOINTS_LEFT_OUT: {
    names: readonly string[];
    why: 'off course' | 'beside another' | 'at an end';
  };
  /** Named points of a course that only tell where to turn. */
  TURNS_LEFT_OUT: { count: number };
  PLAN_NOT_FOUND: { lookedIn: readonly string[] };
  /** The first word is no command; `isFile`: it names a file or folder. `meant` is a command line, whole. */
  UNKNOWN_COMMAND: { written: string; isFile: boolean; meant: string | null };
  /** Asked for help on something that there is none on. */
  UNKNOWN_TOPIC: { written: string; topics: readonly string[]; suggestion: string | null };
  /** `expected` completes "… takes". */
  BAD_ARGUMENT: { argument: string; value: string; expected: string; suggestion: string | null };
  /** What was asked for together makes no sense so. */
  ASKED_TOGETHER: { asked: readonly string[] };
  /** Nobody of the crew is called so. */
  UNKNOWN_PERSON: { name: string; names: readonly string[]; suggestion: string | null };
  /** The file of `-o` has an extension that names no format of the command. */
  UNKNOWN_EXTENSION: { path: string; command: string; formats: readonly string[] };
  /** A command that needs past editions, and a plan that names none. */
  NO_HISTORY: Record<never, never>;
}
