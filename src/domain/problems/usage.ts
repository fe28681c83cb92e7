/** Problems with what was asked on the command line, and with files as such. */
export interface UsageProblemArgs {
  FILE_NOT_FOUND: { path: string };
  FILE_UNREADABLE: { path: string; reason: string };
  FILE_NOT_WRITTEN: { path: string; reason: string };
  PLAN_NOT_FOUND: { lookedIn: readonly string[] };
  /** `expected` completes "… takes". */
  BAD_ARGUMENT: { argument: string; value: string; expected: string; suggestion: string | null };
  /** A format this command cannot print; `format` as asked for, or taken from the extension of `-o`. */
  FORMAT_NOT_OFFERED: { command: string; format: string; offered: readonly string[] };
}
