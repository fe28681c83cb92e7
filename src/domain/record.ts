/** What happened: one runner's log, and the results and splits of many. */
import type { Instant, Resolution } from '../kernel/clock.js';
import { plainName } from '../kernel/text.js';
import { ANYONE, type Athlete, type Sex } from './athlete.js';
import type { Intake, Nutrient } from './nutrition.js';

/** One station visit of the runner's log, matched to the plan's place. */
export interface Visit {
  /** Index into the course's places: 0 is the start, the last is the finish. */
  place: number;
  /** Elapsed seconds; `null` when not logged. */
  arriveS: number | null;
  departS: number | null;
  /** Taken since the visit before, including this stop; all `null` when the log has no such columns. */
  intake: Intake;
  /** Of the body, there; absent or `null`: not weighed. */
  weightKg?: number | null;
  notes: string | null;
  /** Line in the log, 1-based. */
  line: number;
}

/** One intake from a separate log. */
export interface IntakeEntry {
  /** When it was taken, elapsed; `null` when only a place is known. */
  atS: number | null;
  /** Index into the course's places at or before which it was taken; `null` when only a time is known. */
  place: number | null;
  item: string | null;
  intake: Intake;
  /** What it may hold as well, and nothing tells how much of: an item that is no product of the plan. */
  untold: readonly Nutrient[];
  line: number;
}

/** A point of the way where the plan has no place any more. */
export interface Beyond {
  atM: number;
  arriveS: number;
  /** `null`: not logged, and after the last row. */
  departS: number | null;
}

/** One runner's race so far, or whole. */
export interface RaceLog {
  /** In race order; places may be missing. */
  visits: readonly Visit[];
  /** Finish time, or `null` when the finish is not logged. */
  finishS: number | null;
  /** `dnf` only when the log says so (a status word); a log that merely stops is `open`. */
  status: 'finished' | 'dnf' | 'open';
  /** Of a `dnf`: whether the log says that a time limit ended the race. */
  isTimedOut?: boolean;
  /** A runner who ended between stations, or in a timed event: how far, when the log tells. */
  endedAtM: number | null;
  /** Elapsed seconds at the end told by `endedAtM`. */
  endedS: number | null;
  /** Set where the race goes on beyond the last place planned, being won by distance. */
  goesOnBeyond?: boolean;
  /** Set where the log says how many laps were done by when, and not when each ended. */
  isCount?: boolean;
  /** Who got further than was planned, in a race over a time: from where the plan ends on, row by row. */
  beyond?: readonly Beyond[];
  intakeEntries: readonly IntakeEntry[] | null;
  /** A minute where no time of the log says seconds: what is computed from it is known no better. */
  resolutionS: Resolution;
}

export type FinishStatus = 'finished' | 'dnf' | 'dns' | 'dq';

export interface AgeGroup {
  /** Years, both inclusive; `null` is open. */
  minYears: number | null;
  maxYears: number | null;
}

/** What runners are placed by: the time over a distance, or in a timed event how far they got. */
export type Measure = 'time' | 'distance';

/** One line of a results list. Names are never kept. */
export interface RaceResult {
  /** As written: overall, or of their sex where the list is by sex; of a finisher with a time or a distance only. */
  place: number | null;
  /** `null` of all in a timed event. */
  timeS: number | null;
  /** How far a finisher of a timed event got; `null` of all in a race over a distance. */
  distanceM: number | null;
  sex: Sex | null;
  ageYears: number | null;
  ageGroup: AgeGroup | null;
  status: FinishStatus;
  bib: string | null;
  line: number;
}

/** `#025` is `25`. */
const plainBib = (bib: string): string =>
  (/^\d+$/.test(bib) ? bib : plainName(bib)).replace(/^0+(?=\d)/, '');

/** Whether a result is of the runner with this bib. */
export const isOfBib = (bib: string, result: RaceResult): boolean =>
  result.bib != null && (result.bib === bib || plainBib(result.bib) === plainBib(bib));

/** The athlete as far as a row tells; of an age group any age in it stands for all. */
export const athleteOfRow = ({ bib, sex, ageYears, ageGroup }: RaceResult): Athlete => ({
  ...ANYONE,
  bib,
  sex,
  ageYears: ageYears ?? ageGroup?.minYears ?? ageGroup?.maxYears ?? null,
});

/** Many results, perhaps a million: walked through, not held. An array of them is one such. */
export interface RaceResults extends Iterable<RaceResult> {
  readonly length: number;
}

/** Cumulative arrival and departure of one runner at the stations of a `SplitTable`. */
export interface RunnerSplits {
  /** Anonymous label: bib or row. */
  runner: string;
  result: RaceResult;
  /** Seconds after the first wave at which this runner started: all times are from then. `null` when not known. */
  waveS: number | null;
  arriveS: readonly (number | null)[];
  departS: readonly (number | null)[];
}

/** Splits of many runners: `stations[j]` is the place of column j; the finish is not among them. */
export interface SplitTable {
  stations: readonly { name: string; atM: number | null }[];
  runners: readonly RunnerSplits[];
}

/** A result of one of many runners, by whom each result can be told from the earlier ones. */
export interface CareerResult {
  runner: string;
  /** Noon UTC of its day; of a year alone its 1 July. */
  dayAt: Instant;
  distanceM: number;
  /** `null` when unknown. */
  gainM: number | null;
  /** `null`: did not finish. */
  timeS: number | null;
  /** `null`: nothing closed, or nobody told. */
  cutoffS: number | null;
  /** Line in the file, from 1. */
  line: number;
  race: string | null;
}

/** A row of results, by which to tell whose it is. */
export interface NamedRow {
  line: number;
  bib: string | null;
}

/** What of a runner's row cannot be used. Of the first three nothing tells how the race ended. */
export type RowFault =
  | 'finish unreadable'
  | 'finish impossible'
  | 'wave unreadable'
  /** All times at stations are left out. */
  | 'times go back'
  | 'leg too fast'
  /** A time at a station is left out. */
  | 'time unreadable';

/** A fault, and the place the row gives, as written. */
export interface FaultyRow {
  fault: RowFault;
  place: number | null;
}

/** One edition of a race. */
export interface Edition {
  name: string;
  year: number | null;
  /** The day it was run on, where the file tells its editions apart by it: `2023-05-06`, or as written. */
  day?: string | null;
  file: string;
  /** Official distance in that year; `null` when only the plan's is known. */
  distanceM: number | null;
  /** High temperature of the day. */
  highC: number | null;
  results: RaceResults;
  splits: SplitTable | null;
  /** By the line of the row. */
  faults?: ReadonlyMap<number, FaultyRow>;
  /** Forced into or out of averages by the plan; `null` lets the tool judge. */
  comparable: boolean | null;
}
