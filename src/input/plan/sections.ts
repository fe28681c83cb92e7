/** The sections of a plan that stand for themselves: as written → domain. */
import { basename, dirname, isAbsolute, join } from 'node:path';
import type { Athlete, PastRace } from '../../domain/athlete.js';
import type {
  CourseSpec,
  EarlierPlan,
  HistoryFile,
  PaceTarget,
  Pacing,
  Plan,
} from '../../domain/plan.js';
import { type Backyard, isTimedEvent } from '../../domain/race-format.js';
import type { Instant } from '../../kernel/clock.js';
import type { Span } from '../../kernel/diagnostic.js';
import { timeAtPace } from '../../kernel/pace.js';
import { yearIn } from '../../kernel/text.js';
import { middleOfYear } from '../careers/careers.js';
import type { WrittenPlan } from '../plan-schema.js';
import type { Locate, Path } from '../yaml-source.js';
import { present } from './group.js';

/** A path written in the plan, as seen from where the plan's own path is seen. */
export const besidePlan = (planFile: string, path: string): string =>
  isAbsolute(path) ? path : join(dirname(planFile), path);

type WrittenAthlete = NonNullable<WrittenPlan['athlete']>;

/** `past` is a list of races, or the name of a file of them. */
const listedPast = ({ past }: WrittenAthlete) => (typeof past === 'string' ? [] : present(past));

export const pastFileIn = ({ athlete }: WrittenPlan): string | undefined =>
  typeof athlete?.past === 'string' ? athlete.past : undefined;

export function readAthlete(written: WrittenPlan['athlete'] = {}): Athlete {
  return {
    name: written.name ?? null,
    bib: written.bib ?? null,
    ageYears: written.age ?? null,
    sex: written.sex ?? null,
    weightKg: written.weight ?? null,
    sweatRateMlPerH: written.sweat_rate ?? null,
    past: listedPast(written).map((past) => ({
      race: past.race,
      distanceM: past.distance,
      gainM: past.gain ?? null,
      timeS: past.time ?? null,
      outcome: past.result ?? { kind: 'finished' },
      ...dayOfRace(past.date ?? null, past.year ?? yearIn(past.race)),
    })),
  };
}

/** @param at noon UTC of the day, where that is told */
export const dayOfRace = (
  at: Instant | null,
  year: number | null,
): Pick<PastRace, 'dayAt' | 'isYearAlone'> =>
  at == null && year != null
    ? { dayAt: middleOfYear(year), isYearAlone: true }
    : { dayAt: at, isYearAlone: false };

type Targeted = Pick<Pacing, 'target' | 'targetSource'>;

/** What is paced. */
type PacedRace = Pick<Plan, 'race' | 'course' | 'goals' | 'backyard'>;

/** A race over a time is planned for all of that time. */
export function readPacing(written: WrittenPlan['pacing'] = {}, race: PacedRace): Pacing {
  return {
    ...readTarget(written, race),
    fadeRatio: written.fade ?? null,
    runWalk: written.run_walk ?? null,
    gradeModel: written.grade_model ?? null,
  };
}

function readTarget(written: NonNullable<WrittenPlan['pacing']>, plan: PacedRace): Targeted {
  const { race, course, backyard, goals } = plan;
  const forTime = (targetS: number): PaceTarget => ({ kind: 'time', targetS });
  if (backyard) return readBackyardTarget(written, backyard, course);
  if (race.durationS !== null) return { target: forTime(race.durationS), targetSource: 'duration' };
  const planned = plannedTarget(written);
  if (planned) return { target: planned, targetSource: 'pacing' };
  const timeGoal = goals.map(({ target }) => target).find((target) => target.kind === 'time');
  if (timeGoal) return { target: timeGoal, targetSource: 'goal' };
  return isTimedEvent(plan) && race.cutoffS != null
    ? { target: forTime(race.cutoffS), targetSource: 'limit' }
    : { target: null, targetSource: null };
}

/** All bells but the last, and a loop. */
function readBackyardTarget(
  { pace }: NonNullable<WrittenPlan['pacing']>,
  { lapS, loopM, everyS }: Backyard,
  { laps }: CourseSpec,
): Targeted {
  const ofPaceS = pace == null ? null : timeAtPace(pace, loopM);
  const plannedS = lapS ?? ofPaceS;
  if (plannedS === null) return { target: null, targetSource: null };
  const targetS = (laps - 1) * everyS + plannedS;
  return { target: { kind: 'time', targetS }, targetSource: 'pacing' };
}

function plannedTarget({ target, pace, effort }: NonNullable<WrittenPlan['pacing']>) {
  if (target != null) return { kind: 'time', targetS: target } satisfies PaceTarget;
  if (pace != null) return { kind: 'pace', paceSPerKm: pace } satisfies PaceTarget;
  if (effort != null) return { kind: 'effort', effortSPerKm: effort } satisfies PaceTarget;
  return null;
}

type WrittenEdition = Exclude<NonNullable<NonNullable<WrittenPlan['history']>[number]>, string>;

export function readHistory(written: WrittenPlan['history'], planFile: string): HistoryFile[] {
  return present(written).map((entry) => {
    const edition: WrittenEdition = typeof entry === 'string' ? { file: entry } : entry;
    return {
      file: besidePlan(planFile, edition.file),
      year: edition.year ?? yearIn(basename(edition.file)),
      stationsFile: edition.stations == null ? null : besidePlan(planFile, edition.stations),
      highC: edition.high ?? null,
      comparable: edition.comparable ?? null,
    };
  });
}

type WrittenFrom = NonNullable<WrittenPlan['from']>;

/** What each earlier race is written as, and where; a hole of an item that could not be read is left out. */
function earlierIn(from: WrittenFrom | undefined): { plan: string; log?: string; at: Path }[] {
  const listed = Array.isArray(from);
  const entries = listed ? from : [from];
  return entries.flatMap((entry, i) => {
    const at = listed ? ['from', i] : ['from'];
    if (entry === undefined) return [];
    if (typeof entry === 'string') return [{ plan: entry, at }];
    const { plan, log } = entry;
    return [{ plan, ...(log === undefined ? {} : { log }), at: [...at, 'plan'] }];
  });
}

export const readEarlier = (written: WrittenPlan['from'], planFile: string): EarlierPlan[] =>
  earlierIn(written).map(({ plan, log }) => ({
    file: besidePlan(planFile, plan),
    logFile: log ?? null,
  }));

/** Where each file is named, by its path. */
export function readFileSpans(
  plan: WrittenPlan,
  planFile: string,
  locate: Locate,
): Map<string, Span> {
  const { course, history, results } = plan;
  const named: [string | undefined, Path][] = [
    [course?.gpx, ['course', 'gpx']],
    [results, ['results']],
    [pastFileIn(plan), ['athlete', 'past']],
    [plan.training?.log, ['training', 'log']],
    ...earlierIn(plan.from).map(({ plan: path, at }): [string, Path] => [path, at]),
    ...(history ?? []).flatMap((entry, i): [string | undefined, Path][] =>
      typeof entry === 'string'
        ? [[entry, ['history', i]]]
        : [
            [entry?.file, ['history', i, 'file']],
            [entry?.stations, ['history', i, 'stations']],
          ],
    ),
  ];
  return new Map(
    named.flatMap(([path, key]) =>
      path === undefined ? [] : [[besidePlan(planFile, path), locate.value(key)] as const],
    ),
  );
}
