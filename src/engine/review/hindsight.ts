/** The race looked back on as it was seen on the way: what `replan` would have said at each place, and what was lost where. */
import type { Course, Place } from '../../domain/course.js';
import type { TimeForecast } from '../../domain/forecast.js';
import type { Goal } from '../../domain/goal.js';
import type { Plan } from '../../domain/plan.js';
import { isTimedEvent } from '../../domain/race-format.js';
import type { RaceLog, Visit } from '../../domain/record.js';
import { S_PER_MIN } from '../../kernel/units.js';
import { closingsOf, type ExpectedMargin, tightestOf } from '../course/cutoffs.js';
import type { Sun } from '../course/daylight.js';
import { reachedS } from '../course/ending.js';
import type { FieldReview } from '../field/field.js';
import { type DuringForecast, passagesOf } from '../forecast/during.js';
import type { PacePlan } from '../pacing/pace-plan.js';
import type { GoalNow } from './goals-now.js';
import { type Replan, replanRace } from './replan.js';
import { cutoffThere } from './review.js';

/** What may go out of reach: the finish time planned, a time goal, a finish with every cutoff kept. */
export interface Aim {
  kind: 'plan' | 'goal' | 'cutoffs';
  goal: Goal;
}

/** What was known at a place: on leaving it, or on arrival where that is all that is logged. */
export interface Look {
  at: Place;
  departed: boolean;
  /** Elapsed on leaving; where that is not logged on arrival. */
  seenS: number;
  /** Behind the plan then, seconds; negative: ahead. */
  behindS: number;
  finish: TimeForecast;
  /** In hand at the closing of the place, on leaving it, else on arrival; `null` where it does not close. */
  hereMarginS: number | null;
  /** The least in hand, as forecast, of the closings that could still be missed; `null` when nothing closed any more. */
  tightest: ExpectedMargin | null;
  /** One an aim. */
  aims: readonly GoalNow[];
}

/** Where an aim went out of reach for good. */
export interface Turning {
  aim: Aim;
  /** The last look at which it was alive; `null`: it never was. */
  before: Look | null;
  /** The next one, at the end of the leg that cost it; `null`: it was alive as long as the log tells. */
  after: Look | null;
  /** Whether a place had closed by then, or the forecast left too little chance; `null` with `after`. */
  lostBy: 'closing' | 'chance' | null;
  /** What the chance of it was at each of these; `null` where there was no look. */
  chances: { before: number | null; after: number | null };
  /** The look at which its chance was least. */
  least: { look: Look; chance: number };
}

export interface Hindsight {
  aims: readonly Aim[];
  looks: readonly Look[];
  /** One an aim of which the chance was known. */
  turnings: readonly Turning[];
}

export interface HindsightInput {
  plan: Plan;
  course: Course;
  pace: PacePlan;
  log: RaceLog;
  field: FieldReview | null;
  during: DuringForecast;
  sun: Sun | null;
}

/** Of many laps so many places are looked at, and those between where something turned. */
const MOST_LOOKS = 40;

/** Goals nearer to each other than this are one. */
const SAME_AIM_S = S_PER_MIN;

/**
 * What `replan` would have said at each place, told no more than the log up to there. Others' splits of the day and
 * what was eaten are left out. Timed events have no finish to forecast: of them there are no looks.
 */
export function computeHindsight(input: HindsightInput): Hindsight {
  const { plan, course, log } = input;
  const aims = isTimedEvent(plan) ? [] : aimsOf(input);
  const finish = course.legs.length;
  const seen = log.visits.filter(
    (visit) => visit.place > 0 && visit.place < finish && reachedS(visit) != null,
  );
  if (aims.length === 0 || seen.length === 0) return { aims: [], looks: [], turnings: [] };
  const looks = new Map<number, Look>();
  const lookAt = (i: number): Look => {
    const known = looks.get(i) ?? lookBack(input, aims, seen[i]!);
    looks.set(i, known);
    return known;
  };
  const step = Math.ceil(seen.length / MOST_LOOKS);
  const shown = seen.map((_, i) => i).filter((i) => (seen.length - 1 - i) % step === 0);
  for (const i of shown) lookAt(i);
  const turnings = aims.flatMap((_, a) => turningOf(aims, a, shown, lookAt) ?? []);
  return {
    aims,
    looks: [...looks].sort(([a], [b]) => a - b).map(([, look]) => look),
    turnings,
  };
}

/** The plan first, unless a goal or the limit asks for the same or it is what was run; then the goals; the cutoffs last. */
function aimsOf({ plan, course, pace }: HindsightInput): Aim[] {
  const goals = plan.goals.flatMap((goal): Aim[] =>
    goal.target.kind === 'time' ? [{ kind: 'goal', goal }] : [],
  );
  const isGoal = goals.some(
    ({ goal: { target } }) =>
      target.kind === 'time' && Math.abs(target.targetS - pace.targetS) <= SAME_AIM_S,
  );
  const planned: Goal = {
    text: 'plan',
    priority: 'A',
    target: { kind: 'time', targetS: pace.targetS },
  };
  const finish: Goal = { text: 'finish', priority: 'A', target: { kind: 'finish' } };
  const isClosing = closingsOf(course, plan).length > 0;
  const { targetSource } = plan.pacing;
  return [
    ...(isGoal || targetSource === 'run' || targetSource === 'limit'
      ? []
      : [{ kind: 'plan' as const, goal: planned }]),
    ...goals,
    ...(isClosing ? [{ kind: 'cutoffs' as const, goal: finish }] : []),
  ];
}

/** The log as it was on leaving a place: nothing of what came after. */
const cutAfter = (log: RaceLog, last: Visit): RaceLog => ({
  visits: log.visits.filter(({ place }) => place <= last.place),
  finishS: null,
  status: 'open',
  endedAtM: null,
  endedS: null,
  intakeEntries: null,
  resolutionS: log.resolutionS,
});

function lookBack(input: HindsightInput, aims: readonly Aim[], visit: Visit): Look {
  const log = cutAfter(input.log, visit);
  const replan: Replan = replanRace({
    ...input,
    plan: { ...input.plan, goals: aims.map(({ goal }) => goal) },
    log,
    results: null,
    forecastAhead: input.during(passagesOf(log)),
  });
  return {
    at: replan.review.ending.at,
    departed: replan.departed,
    seenS: replan.departed ? replan.departS : replan.review.ending.elapsedS,
    behindS: replan.behindS,
    finish: replan.ahead.at(-1)!.forecast,
    hereMarginS: cutoffThere(replan.review)?.marginS ?? null,
    tightest: tightestOf(replan.cutoffsAhead),
    aims: replan.goals,
  };
}

/** @param shown the places looked at; those between two of them are looked at where the aim was lost between */
function turningOf(
  aims: readonly Aim[],
  a: number,
  shown: readonly number[],
  lookAt: (i: number) => Look,
): Turning | null {
  const nowAt = (i: number): GoalNow => lookAt(i).aims[a]!;
  const told = shown.flatMap((i) => {
    const chance = nowAt(i).probability;
    return chance == null ? [] : [{ look: lookAt(i), chance }];
  });
  if (told.length < shown.length) return null;
  const k = shown.findLastIndex((i) => nowAt(i).alive);
  let before = k < 0 ? null : shown[k]!;
  let after = shown[k + 1] ?? null;
  if (after !== null) {
    const first = before === null ? 0 : before + 1;
    for (let i = first; i < after; i += 1) {
      if (nowAt(i).alive) before = i;
      else after = i;
    }
  }
  return {
    aim: aims[a]!,
    before: before === null ? null : lookAt(before),
    after: after === null ? null : lookAt(after),
    lostBy: after === null ? null : nowAt(after).status === 'missed' ? 'closing' : 'chance',
    chances: {
      before: before === null ? null : nowAt(before).probability,
      after: after === null ? null : nowAt(after).probability,
    },
    least: told.reduce((least, other) => (other.chance < least.chance ? other : least)),
  };
}
