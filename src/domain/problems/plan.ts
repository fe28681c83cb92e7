import type { Instant } from '../../kernel/clock.js';
import type { Dimension } from '../../kernel/units.js';
import type { GoalProblem } from '../goal-grammar.js';
import type { ProposedFrom } from '../plan.js';

/** What a value of a plan is meant to be: a quantity, or one of the plan's own little languages. */
export type ValueKind = Dimension | 'cutoff' | 'position' | 'runWalk' | 'result' | 'weaknessPlace';

/** Why a leg of a plan is faster than anyone runs, as far as can be told. */
export type TooFastCause =
  | { kind: 'target'; targetS: number; distanceM: number }
  | { kind: 'stops'; stoppedS: number; targetS: number }
  | { kind: 'history' }
  /** The leg to `station` climbs so much that it takes the others' time. */
  | { kind: 'climb'; station: string; climbM: number }
  | { kind: 'unknown' };

/** Problems with a race plan. Distances in m, durations in s. */
export interface PlanProblemArgs {
  YAML_SYNTAX: { reason: string };
  DUPLICATE_KEY: { key: string };
  UNKNOWN_KEY: {
    key: string;
    parent: string;
    suggestion: string | null;
    known: readonly string[];
  };
  MISSING_KEY: { key: string };
  WRONG_TYPE: { key: string; expected: string; found: string };
  BAD_QUANTITY: {
    key: string;
    written: string;
    kind: ValueKind;
    example: string;
  };
  BAD_CHOICE: {
    key: string;
    written: string;
    choices: readonly string[];
    suggestion: string | null;
  };
  OUT_OF_RANGE: { key: string; written: string; min: string; max: string };
  BAD_DATE: {
    key: string;
    written: string;
    example: string;
    fault: 'no time' | 'a time' | 'unreal' | 'unreadable';
  };
  /** A duration that may be one of two, each written out. */
  DURATION_UNCLEAR: { key: string; written: string; choices: readonly string[] };
  /** A start that no clock shows, for they go forward over it; what they show before and after instead. */
  START_SKIPPED: { beforeAt: Instant; afterAt: Instant; zone: string };
  /** A start that clocks show twice: the first is taken. */
  START_TWICE: { firstAt: Instant; secondAt: Instant; zone: string };
  UNKNOWN_ZONE: { zone: string; suggestion: string | null };
  BAD_GOAL: { goal: string; reason: GoalProblem; suggestion: string | null };
  NO_DISTANCE: Record<never, never>;
  NO_TARGET: Record<never, never>;
  /** A log is held against a target that nobody has set; `races` past ones that tell something. */
  TARGET_PROPOSED: { targetS: number; from: ProposedFrom; races: number };
  /** More than one of target, pace and effort. */
  TARGETS_CONFLICT: { keys: readonly string[] };
  STATION_OUT_OF_ORDER: {
    station: string;
    atM: number;
    before: string;
    beforeAtM: number;
  };
  STATION_BEYOND_FINISH: { station: string; atM: number; distanceM: number };
  STATION_NOT_PLACED: { station: string };
  CUTOFF_BACKWARDS: {
    station: string;
    cutoffS: number;
    before: string;
    beforeCutoffS: number;
  };
  CUTOFF_BEYOND_RACE: { station: string; cutoffS: number; raceCutoffS: number };
  /** A time of day, and no start to count it from. Here and below, no `station` is the race. */
  CUTOFF_WITHOUT_START: { station: string | null };
  /** On no dial: a span without its unit; `span` has it. */
  CUTOFF_NO_UNIT: { written: string; span: string };
  /** Clocks skip that hour. */
  CUTOFF_SKIPPED: { station: string | null; beforeAt: Instant; afterAt: Instant; zone: string };
  /** Clocks show that time twice. */
  CUTOFF_TWICE: { station: string | null; takenAt: Instant; otherAt: Instant; zone: string };
  /** When nobody can be held to it. */
  CUTOFF_OUT_OF_REACH: {
    station: string | null;
    cutoffS: number | null;
    atM: number | null;
    why: 'before start' | 'too soon' | 'too late';
  };
  UNKNOWN_STATION: { station: string; who: string; suggestion: string | null };
  /** Somebody is sent where crew may not come; `isAll` when to no visit of the place. */
  NO_CREW_ACCESS: { station: string; who: string; isAll: boolean };
  /** A pacer, none of whose stations lets one join. */
  NO_PACER_ACCESS: { who: string };
  UNKNOWN_DRIVE: { station: string; suggestion: string | null };
  DRIVE_TO_ITSELF: { station: string };
  DRIVES_DIFFER: { from: string; to: string; takesS: number; beforeS: number };
  ACCESS_WITHOUT_CREW: { station: string };
  /** Named by gear, a contingency or a weakness. */
  UNKNOWN_PLACE: { place: string; suggestion: string | null };
  /** `needs` something that is no milestone, or that `several` may be. */
  UNKNOWN_MILESTONE: {
    milestone: string;
    needed: string;
    several: readonly string[];
    suggestion: string | null;
  };
  /** Each needs the next, and the last the first. */
  MILESTONE_CYCLE: { ring: readonly string[] };
  /** Two products of one name: an intake log could mean either. */
  PRODUCT_TWICE: { product: string; before: string };
  /** What is carried in all is not what the bottles hold. */
  CARRY_DIFFERS: { fluidMl: number; bottlesMl: number };
  WEATHER_BACKWARDS: { lowC: number; highC: number };
  /** `zoneThere`: where the course lies, once that is known. */
  NO_ZONE: { zoneThere?: string };
  /** The planned stops alone take longer than the target. */
  STOPS_TOO_LONG: { targetS: number; stopsS: number };
  /** The fastest leg of the plan is faster than anyone runs. */
  LEG_TOO_FAST: { station: string; paceSPerKm: number; cause: TooFastCause };
}
