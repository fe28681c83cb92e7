/** What most commands begin with: the plan, its course, its day, its pace. */
import type { Course, Track } from '../domain/course.js';
import type { PaceTarget, Plan } from '../domain/plan.js';
import { error, type Parsed, type Problem } from '../domain/problems/problem.js';
import { buildCourse } from '../engine/course/course.js';
import { computeSun } from '../engine/course/daylight.js';
import { checkZone, offerZone } from '../engine/course/zone.js';
import { proposePacing } from '../engine/goals/target.js';
import { type Earlier, NOTHING_EARLIER } from '../engine/lessons/earlier.js';
import { aimInside } from '../engine/pacing/aim.js';
import type { AfterBell } from '../engine/pacing/backyard.js';
import type { PacePlan } from '../engine/pacing/pace-plan.js';
import type { SolveTarget, Unsolvable } from '../engine/pacing/solve.js';
import { findTooFastLeg } from '../engine/pacing/speed-limit.js';
import type { RawFile } from '../input/source.js';
import { hasErrors } from '../kernel/diagnostic.js';
import { timeAtPace } from '../kernel/pace.js';
import { S_PER_DAY } from '../kernel/units.js';
import { carriedNotes } from './carried.js';
import type { Context } from './command.js';
import { loadPast, type Past } from './history.js';
import {
  type Loaded,
  type LoadedCourse,
  type Notes,
  namedIn,
  noteText,
  readRawNoted,
} from './loaded.js';
import { type Options, textOf } from './options.js';
import { loadPlan } from './plan-file.js';

export interface LoadedRace extends LoadedCourse, Past {
  /** What earlier races of the runner told, and what of it the plan took over. */
  earlier: Earlier;
}

/** What a plan takes over from the earlier races it names. */
export type Learn = (
  race: LoadedCourse,
  options: Options,
  notes: Notes,
) => Promise<{ plan: Plan; earlier: Earlier } | null>;

/**
 * Loads the plan, builds its course, and learns from its past editions.
 * @param firstFile a log the plan may lie beside; `null` when the file argument is the plan itself
 * @param needsTarget whether nothing can be done without a target
 * @param learn from earlier races; without it the plan stands as it is written
 */
export async function loadRaceBy(
  context: Context,
  firstFile: string | null,
  needsTarget: boolean,
  learn: Learn | null,
): Promise<Loaded<LoadedRace>> {
  const loaded = await loadCourse(context, firstFile, needsTarget);
  const nothing = { ...loaded, value: null };
  if (!loaded.value) return nothing;
  const { options } = context;
  const written = { plan: loaded.value.plan, earlier: NOTHING_EARLIER };
  const learned = learn ? await learn(loaded.value, options, loaded) : written;
  if (!learned) return nothing;
  const race = { ...loaded.value, ...learned };
  const past = await loadPast(race, context, loaded);
  const pacing = proposePacing(race.plan, race.course, past.forecaster.finish().time);
  return { ...loaded, value: { ...race, ...past, plan: { ...race.plan, pacing } } };
}

/**
 * Loads the plan and builds its course.
 * @param firstFile a log the plan may lie beside; `null` when the file argument is the plan itself
 * @param needsTarget whether nothing can be done without a target
 */
export async function loadCourse(
  { files, options }: Context,
  firstFile: string | null,
  needsTarget = false,
): Promise<Loaded<LoadedCourse>> {
  const {
    plan: written,
    units,
    problems,
    sources,
  } = await loadPlan(
    options.plan ?? (firstFile == null ? (files[0] ?? null) : null),
    firstFile,
    needsTarget,
  );
  const loaded = { value: null, units, problems: [...problems], sources };
  const plan = written && ofBib(written, options);
  if (!plan) return loaded;
  if (plan.stages.length > 0) {
    loaded.problems.push(error('STAGES_ONE_BY_ONE', { stages: plan.stages }, { file: plan.file }));
    return loaded;
  }
  const track =
    plan.course.trackFile == null ? null : await loadTrack(plan.course.trackFile, plan, loaded);
  if (hasErrors(loaded.problems)) return loaded;
  const { value: course, diagnostics } = buildCourse(plan, track);
  loaded.problems.push(...diagnostics);
  if (!course || hasErrors(diagnostics)) return loaded;
  const { startAt, zone, zoneGiven, cutoffS } = plan.race;
  if (startAt != null && course.location) {
    // only plans with a place pay for the map of zones
    const { zonesNear } = await import('../kernel/place-zone.js');
    const zonesThere = zonesNear(course.location);
    loaded.problems = loaded.problems.map((problem) => offerZone(problem, zonesThere));
    loaded.problems.push(...checkZone(plan, zonesThere));
  }
  const untilS = cutoffS ?? 2 * S_PER_DAY;
  const sun =
    startAt != null && zoneGiven ? computeSun(course.location, startAt, zone, untilS) : null;
  return { ...loaded, value: { plan, course, sun, track } };
}

/** With `--bib` the results are searched for that runner, whoever the plan is of. */
function ofBib(plan: Plan, { written }: Options): Plan {
  const bib = textOf(written, 'bib');
  return bib === null ? plan : { ...plan, athlete: { ...plan.athlete, bib } };
}

async function loadTrack(path: string, plan: Plan, notes: Notes): Promise<Track | null> {
  const raw = readRawNoted(path, 'course', notes, namedIn(plan, path));
  if (!raw) return null;
  const { value, diagnostics } = await parseTrackOf(raw, notes);
  notes.problems.push(...diagnostics);
  return value;
}

/** Only plans with a track pay for the XML parser, and those with a FIT file for that one's. */
export async function parseTrackOf(raw: RawFile, notes: Notes): Promise<Parsed<Track>> {
  if (raw.kind === 'fit') {
    const { parseFitTrack } = await import('../input/track/fit.js');
    return parseFitTrack(raw);
  }
  const { parseTrack } = await import('../input/track/track.js');
  return parseTrack(noteText(raw, notes));
}

/** The plan's target as the solver takes it: an average pace is a time, and a time goal is to be met. */
function solveTarget(target: PaceTarget, { goals }: Plan, course: Course): SolveTarget {
  if (target.kind === 'effort') return target;
  const askedS =
    target.kind === 'pace' ? timeAtPace(target.paceSPerKm, course.distanceM) : target.targetS;
  return { kind: 'time', targetS: aimInside(goals, askedS) };
}

function unsolvable(why: Unsolvable | AfterBell, file: string): Problem {
  if (why.kind === 'after-bell') {
    const { loop, tookS, everyS } = why;
    return error('LOOP_AFTER_BELL', { loop, tookS, everyS }, { file });
  }
  const { targetS, stopsS } = why;
  return error('STOPS_TOO_LONG', { targetS, stopsS }, { file });
}

/** Solves the pace for `target`; what makes it impossible becomes a problem. */
export function solveRace(
  { plan, course, forecaster, earlier }: LoadedRace,
  target: PaceTarget | null,
  problems: Problem[],
): PacePlan | null {
  const { file } = plan;
  if (target == null) {
    problems.push(error('NO_TARGET', {}, { file }));
    return null;
  }
  const pace = forecaster.before(solveTarget(target, plan, course));
  if ('kind' in pace) {
    // whose stops they are
    problems.push(...carriedNotes(earlier, file));
    problems.push(unsolvable(pace, file));
    return null;
  }
  const tooFast = findTooFastLeg(pace);
  if (tooFast) {
    const { leg, paceSPerKm, cause } = tooFast;
    const args = { station: leg.to.name, paceSPerKm, cause };
    problems.push(error('LEG_TOO_FAST', args, { file, span: leg.to.span }));
    return null;
  }
  return pace;
}
