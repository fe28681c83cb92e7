/** Problems with what was asked on the command line, and with files as such. */
export interface UsageProblemArgs {
  FILE_NOT_FOUND: { path: string };
  FILE_UNREADABLE: { path: string; reason: string };
  PLAN_NOT_FOUND: { lookedIn: readonly string[] };
  BAD_ARGUMENT: { argument: string; value: string; expected: string };
}
