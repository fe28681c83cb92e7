/** Problems with what was asked on the command line, and with files as such. */
export interface UsageProblemArgs {
  FILE_NOT_FOUND: { path: string };
  FILE_UNREADABLE: { path: string; reason: string };
  FILE_NOT_WRITTEN: { path: string; reason: string };
  PLAN_NOT_FOUND: { lookedIn: readonly string[] };
  /** `expected` completes "… takes". */
  BAD_ARGUMENT: { argument: string; value: string; expected: string; suggestion: string | null };
  /** The file of `-o` has an extension that names no format of the command. */
  UNKNOWN_EXTENSION: { path: string; command: string; formats: readonly string[] };
  /** A command that needs past editions, and a plan that names none. */
  NO_HISTORY: Record<never, never>;
}
