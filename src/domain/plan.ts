/** The race plan: everything the runner decided before the start, validated. */
import { type Instant, isoDayOf, localTimeOf, noonOf } from '../kernel/clock.js';
import type { Span } from '../kernel/diagnostic.js';
import type { LatLon } from '../kernel/geo.js';
import type { UnitSystem } from '../kernel/units.js';
import type { Athlete } from './athlete.js';
import type { Contingency } from './contingency.js';
import type { Station, Terrain } from './course.js';
import type { CrewPlan } from './crew.js';
import type { GearItem } from './gear.js';
import type { Goal } from './goal.js';
import type { NutritionPlan } from './nutrition.js';
import type { CalendarDay, Lesson, Milestone, Swot } from './preparation.js';
import type { Backyard } from './race-format.js';
import type { Weather } from './weather.js';

export interface Race {
  name: string;
  /** `null` when the plan gives no start: only elapsed times are printed then. */
  startAt: Instant | null;
  /** IANA name or offset. `UTC` when the plan names none: the wall clock is then as written, without sun. */
  zone: string;
  zoneGiven: boolean;
  location: LatLon | null;
  /** Of a race over a time, how long it goes on; `null`: over a distance, or only its limit tells. */
  durationS: number | null;
  cutoffS: number | null;
  powerPhrase: string | null;
}

/** The race's day as past races have theirs, so that an evening start is no later than it; `null` when unknown. */
export const dayOf = ({ startAt, zone }: Race): Instant | null =>
  startAt == null ? null : noonOf(localTimeOf(startAt, zone));

/** The calendar day of the start at the race; `null` when unknown. */
export function raceDayOf(race: Race): CalendarDay | null {
  const noonAt = dayOf(race);
  return noonAt === null ? null : isoDayOf(noonAt);
}

export interface CourseSpec {
  /** Official distance; `null` when only the track tells. */
  distanceM: number | null;
  /** The organiser's figures, compared with the track's. */
  gainM: number | null;
  lossM: number | null;
  /** Path of the GPX or TCX course, resolved beside the plan. */
  trackFile: string | null;
  laps: number;
  terrain: Terrain | null;
  /** Start elevation above sea level when there is no track. */
  elevationM: number | null;
  stations: readonly Station[];
}

/** What the pace is solved for. Effort is the pace on flat, cool, paved ground at sea level. */
export type PaceTarget =
  | { kind: 'time'; targetS: number }
  | { kind: 'pace'; paceSPerKm: number }
  | { kind: 'effort'; effortSPerKm: number };

export interface RunWalk {
  runS: number;
  walkS: number;
}

/** Which cost of running on grades: fitted to real splits, from the laboratory, or none. */
export const GRADE_MODEL_NAMES = [
  'raceplan',
  'minetti-2002',
  'effort-km',
  'scarf-2007',
  'flat',
] as const;
export type GradeModelName = (typeof GRADE_MODEL_NAMES)[number];

/**
 * What a target rests on that nobody has set: the athlete's past races, the limit of the race, the race as run, or what
 * of all its runners the middle one ran.
 */
export type ProposedFrom = 'past' | 'limit' | 'run' | 'field';

export interface Pacing {
  target: PaceTarget | null;
  /** Where the target came from, for the report. */
  targetSource: 'pacing' | 'goal' | 'duration' | ProposedFrom | null;
  /**
   * How much slower tiring alone makes the second half of the effort than the first, e.g. 0.15; what heat and
   * darkness add comes on top. `null`: from the model.
   */
  fadeRatio: number | null;
  runWalk: RunWalk | null;
  /** `null`: `raceplan`. */
  gradeModel: GradeModelName | null;
}

/** A file of an earlier edition's results or splits. */
export interface HistoryFile {
  file: string;
  year: number | null;
  /** Its station table, when its stations are not the plan's. */
  stationsFile: string | null;
  /** High temperature of that day. */
  highC: number | null;
  /** Force the edition in or out of averages; `null` lets the tool judge. */
  comparable: boolean | null;
}

/** An earlier race of this runner, as planned and as it went. */
export interface EarlierPlan {
  /** The plan, resolved beside the one that names it. */
  file: string;
  /** Its log as written, beside that plan; `null`: the `splits.csv` there. */
  logFile: string | null;
}

export interface Plan {
  /** The plan's own file as the user named it. */
  file: string;
  units: UnitSystem;
  race: Race;
  course: CourseSpec;
  /** `null`: no backyard ultra. */
  backyard: Backyard | null;
  /** Plans of the stages, resolved beside the plan; none but of a stage race. */
  stages: readonly string[];
  athlete: Athlete;
  /** A goals first, then in the order written. */
  goals: readonly Goal[];
  pacing: Pacing;
  weather: Weather;
  /** Stop at a station that plans none; `null`: from the model. */
  defaultStopS: number | null;
  nutrition: NutritionPlan;
  gear: readonly GearItem[];
  crew: CrewPlan;
  contingencies: readonly Contingency[];
  prep: readonly Milestone[];
  trainingFile: string | null;
  /** The athlete's results, where `past` names their file; `athlete.past` holds them once it is read. */
  pastFile: string | null;
  swot: Swot;
  lessons: readonly Lesson[];
  /** What is learned from, in the order written. */
  from: readonly EarlierPlan[];
  history: readonly HistoryFile[];
  resultsFile: string | null;
  /** Where the plan names each of its files, by their paths as above. */
  fileSpans: ReadonlyMap<string, Span>;
}
