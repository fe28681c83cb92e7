import type { NamedRow, RowFault } from '../record.js';

/** Why a runner cannot be judged after the race. */
export type WhyLeftOut =
  | Extract<RowFault, 'finish unreadable' | 'finish impossible' | 'wave unreadable'>
  | 'not started'
  /** Finished by a word, without a time. */
  | 'no finish time'
  /** In a timed event. */
  | 'no distance';

/** Problems with one runner, or each, of a file of many. */
export interface RunnersProblemArgs {
  /** One runner's log is asked for, and this holds many; the bib of one of them. After the race all can be judged. */
  LOG_OF_MANY: { runners: number; bib: string | null; isOver: boolean };
  /** Of one runner of a timed event no log can be made: the plan is of another kind, or the runner has no distance. */
  NO_LOG_OF_DISTANCE: { bib: string | null; why: 'plan not timed' | 'no distance' };
  BIB_NOT_FOUND: { bib: string; suggestion: string | null };
  /** Nobody is called so; rows whose names are near. */
  NAME_NOT_FOUND: { name: string; near: readonly NamedRow[] };
  /** Several are called so. */
  NAME_AMBIGUOUS: { name: string; rows: readonly NamedRow[] };
  /** A runner who cannot be judged. */
  RUNNER_LEFT_OUT: { why: WhyLeftOut };
  /** Of several editions in the file the one judged. */
  EDITION_TAKEN: { taken: string; of: number };
  /** Runners of later waves, and places that close: each is held to a closing by the time since their own start. */
  CUTOFFS_BY_WAVE: { runners: number };
}
