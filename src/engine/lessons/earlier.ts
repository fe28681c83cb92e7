/** What earlier races of the runner change in a plan, where it does not say: named, each with where it comes from. */
import type { PastRace } from '../../domain/athlete.js';
import type { Course } from '../../domain/course.js';
import { dayOf, type Plan } from '../../domain/plan.js';
import { isTimedEvent } from '../../domain/race-format.js';
import { isoDayOf, localTimeOf } from '../../kernel/clock.js';
import { plainName, yearIn } from '../../kernel/text.js';
import { type Proposal, proposeLessons } from './proposals.js';
import { editionName, type RaceRun } from './race-run.js';
import { computeStopsTaken, type StopsTaken } from './stops-taken.js';
import { computeSweat, type Sweat } from './sweat.js';

/** Why a race tells no fade. */
export type FadeUntold =
  | 'ended early'
  | 'finish not logged'
  | 'too little logged'
  /** A race over a time that ended at another distance than planned. */
  | 'other distance';

export type Carried =
  /** `planS` of a plan that says so itself, `null` where every station does; `undefined`: applied. */
  | {
      kind: 'stops';
      from: string;
      taken: StopsTaken;
      /** Mean way from stop to stop, there and here. */
      everyM: { there: number; here: number };
      planS?: number | null;
    }
  /** Too far apart there, or here, for a stop there to tell one here. */
  | { kind: 'stops untold'; from: string; everyM: { there: number; here: number } }
  /** What tiring alone made of the fade that was run; `planRatio` of a plan that says so itself, else applied. */
  | { kind: 'fade'; from: string; ratio: number; actualRatio: number; planRatio?: number }
  | { kind: 'fade untold'; from: string; why: FadeUntold }
  /** A loop at every bell, there or here alone: its times are those of the bells. */
  | { kind: 'bells'; from: string }
  /** `planMlPerH` of a plan that says so itself, else applied. */
  | { kind: 'sweat'; from: string; sweat: Sweat; planMlPerH?: number }
  /** No log tells what the body weighed, and what was drunk in between. */
  | { kind: 'sweat untold' }
  /** `isListed`: the plan has it among the past races, as it says; `givesGain` where it does not say the climb. */
  | { kind: 'past'; from: string; race: PastRace; isListed: boolean; givesGain: boolean };

export interface Earlier {
  runs: readonly RaceRun[];
  /** Of each race, in the order of the races. */
  lessons: readonly Proposal[];
  carried: readonly Carried[];
}

export const NOTHING_EARLIER: Earlier = { runs: [], lessons: [], carried: [] };

/** The race that stops, or the fade, of a plan were taken over from; `null` where they were not. */
export function appliedFrom({ carried }: Earlier, kind: 'stops' | 'fade'): string | null {
  for (const one of carried) {
    if (one.kind === 'stops' && kind === 'stops' && one.planS === undefined) return one.from;
    if (one.kind === 'fade' && kind === 'fade' && one.planRatio === undefined) return one.from;
  }
  return null;
}

/**
 * Applies what earlier races tell to a plan that does not say better itself. Of several the latest that tells wins.
 * @param runs in any order
 * @returns the plan with what was applied, and all there is to say of it
 */
export function applyEarlier(
  plan: Plan,
  course: Course,
  runs: readonly RaceRun[],
): { plan: Plan; earlier: Earlier } {
  const latestFirst = runs.toSorted(
    (a, b) => (b.plan.race.startAt ?? -Infinity) - (a.plan.race.startAt ?? -Infinity),
  );
  const isAlike = (run: RaceRun) => (run.plan.backyard === null) === (plan.backyard === null);
  const alike = latestFirst.filter(isAlike);
  const carried = [
    ...carryStops(plan, course, alike),
    ...carryFade(plan, alike),
    ...carrySweat(plan, latestFirst),
    ...latestFirst.flatMap((run): Carried[] =>
      isAlike(run) && !run.plan.backyard
        ? carryPast(plan, run)
        : [{ kind: 'bells', from: editionName(run.plan) }],
    ),
  ];
  return {
    plan: carried.reduce(withCarried, plan),
    earlier: { runs: latestFirst, lessons: latestFirst.flatMap(proposeLessons), carried },
  };
}

function withCarried(plan: Plan, carried: Carried): Plan {
  switch (carried.kind) {
    case 'stops':
      return carried.planS === undefined ? { ...plan, defaultStopS: carried.taken.medianS } : plan;
    case 'fade':
      return carried.planRatio === undefined
        ? { ...plan, pacing: { ...plan.pacing, fadeRatio: carried.ratio } }
        : plan;
    case 'sweat':
      return carried.planMlPerH === undefined
        ? { ...plan, athlete: { ...plan.athlete, sweatRateMlPerH: carried.sweat.mlPerH } }
        : plan;
    case 'past': {
      const { athlete } = plan;
      const past = carried.isListed
        ? athlete.past.map((listed) =>
            lacksGain(listed, carried.race) ? { ...listed, gainM: carried.race.gainM } : listed,
          )
        : [...athlete.past, carried.race];
      return { ...plan, athlete: { ...athlete, past } };
    }
    default:
      return plan;
  }
}

/** Stations so many times nearer or farther make other stops: a lap's cup is no aid station. A choice. */
const FURTHEST_APART = 5;

function carryStops(plan: Plan, course: Course, runs: readonly RaceRun[]): Carried[] {
  const stations = course.legs.slice(0, -1).map(({ to }) => to);
  if (stations.length === 0) return [];
  for (const run of runs) {
    const taken = computeStopsTaken(run);
    if (!taken) continue;
    const everyM = {
      there: run.review.ending.at.atM / (taken.stops + 1),
      here: course.distanceM / course.legs.length,
    };
    const isFar = Math.max(everyM.there / everyM.here, everyM.here / everyM.there) > FURTHEST_APART;
    if (isFar) return [{ kind: 'stops untold', from: editionName(run.plan), everyM }];
    const base = { kind: 'stops' as const, from: editionName(run.plan), taken, everyM };
    if (plan.defaultStopS != null) return [{ ...base, planS: plan.defaultStopS }];
    return [stations.every(({ stopS }) => stopS != null) ? { ...base, planS: null } : base];
  }
  return [];
}

/** The widest fade that a plan may name: beyond, one half would take no time at all. */
const WIDEST = { min: -0.5, max: 1 } as const;

function carryFade(plan: Plan, runs: readonly RaceRun[]): Carried[] {
  const planRatio = plan.pacing.fadeRatio;
  for (const run of runs) {
    const actualRatio = fadeOf(run);
    const ratio = actualRatio === null ? null : tiringOf(run, actualRatio);
    if (actualRatio === null || ratio === null || ratio < WIDEST.min || ratio > WIDEST.max)
      continue;
    const base = { kind: 'fade' as const, from: editionName(run.plan), ratio, actualRatio };
    return [planRatio == null ? base : { ...base, planRatio }];
  }
  const [latest] = runs;
  if (!latest || planRatio != null) return [];
  return [{ kind: 'fade untold', from: editionName(latest.plan), why: whyUntold(latest) }];
}

function carrySweat({ athlete }: Plan, runs: readonly RaceRun[]): Carried[] {
  const planMlPerH = athlete.sweatRateMlPerH;
  for (const run of runs) {
    const sweat = computeSweat(run);
    if (!sweat) continue;
    const base = { kind: 'sweat' as const, from: editionName(run.plan), sweat };
    return [planMlPerH == null ? base : { ...base, planMlPerH }];
  }
  return planMlPerH == null && runs.length > 0 ? [{ kind: 'sweat untold' }] : [];
}

const fadeOf = ({ review }: RaceRun): number | null =>
  review.kpis.find(({ id }) => id === 'fade')?.actual ?? null;

/** Heat, darkness and the like taken out as that race's plan has them: they are put in again for this one's day. */
const tiringOf = ({ review: { pace } }: RaceRun, actualRatio: number): number | null =>
  pace.fadeRatio === null
    ? null
    : ((1 + actualRatio) * (1 + pace.tiringRatio)) / (1 + pace.fadeRatio) - 1;

function whyUntold({ plan, course, review: { ending } }: RaceRun): FadeUntold {
  if (isTimedEvent(plan) && ending.at.atM !== course.distanceM) return 'other distance';
  if (ending.kind === 'finished') return 'too little logged';
  return ending.kind === 'dnf' ? 'ended early' : 'finish not logged';
}

/** A race that is over; one whose log merely stops is none to go by. */
function carryPast(plan: Plan, run: RaceRun): Carried[] {
  const { ending, cutoffs } = run.review;
  if (ending.kind === 'open') return [];
  const from = editionName(run.plan);
  const { distanceM, gainM } = run.course;
  const { atM } = ending.at;
  // who was past a cutoff has no official finish
  const isFinished = ending.kind === 'finished' && cutoffs.broken.length === 0;
  // a timed event is as long as was run
  const runM = isFinished ? atM : distanceM;
  const race: PastRace = {
    race: from,
    distanceM: runM,
    gainM: gainM === null ? null : (gainM * runM) / distanceM,
    timeS: ending.elapsedS,
    outcome: isFinished ? { kind: 'finished' } : { kind: 'dnf', atM },
    dayAt: dayOf(run.plan.race),
    isYearAlone: false,
  };
  const isListed = plan.athlete.past.some((past) => isSame(past, race));
  const givesGain = plan.athlete.past.some((past) => lacksGain(past, race));
  return [{ kind: 'past', from, race, isListed, givesGain }];
}

/** Of another distance than this share it may be another race of that day, or was cut short. */
const SAME_DISTANCE_RATIO = 0.05;

/** Listed as so long, and not how hilly: without its climb a race would count as flat. */
const lacksGain = (listed: PastRace, race: PastRace): boolean =>
  listed.gainM === null &&
  race.gainM !== null &&
  Math.abs(listed.distanceM / race.distanceM - 1) <= SAME_DISTANCE_RATIO &&
  isSame(listed, race);

/** Of the same day; or, where that is not known, of a name that begins alike, in no other year. */
function isSame(listed: PastRace, race: PastRace): boolean {
  if (listed.dayAt !== null && race.dayAt !== null && !listed.isYearAlone) {
    return isoDayOf(listed.dayAt) === isoDayOf(race.dayAt);
  }
  const [a, b] = [nameOf(listed), nameOf(race)];
  const isAlike = a !== '' && b !== '' && (a.startsWith(b) || b.startsWith(a));
  const years = [listed, race].map(yearOf);
  return isAlike && (years.includes(null) || years[0] === years[1]);
}

const nameOf = ({ race }: PastRace): string =>
  plainName(race.replace(String(yearIn(race) ?? ''), ''));

const yearOf = ({ dayAt }: PastRace): number | null =>
  dayAt === null ? null : localTimeOf(dayAt, 'UTC').year;
