/** Training by week, Monday to Sunday: what was planned, what was done of it, and how much was run. */
import { type CalendarDay, daysBetween } from '../../domain/preparation.js';
import type { TrainingDay, Workload } from '../../domain/training.js';
import { isoDayOf } from '../../kernel/clock.js';
import { sum } from '../../kernel/stats.js';
import { S_PER_DAY } from '../../kernel/units.js';

/** What runs are measured by. */
export type RunMeasure = 'distance' | 'time';
/** What a session was planned in: other sports, and runs planned in words alone, are counted. */
export type PlanMeasure = RunMeasure | 'sessions';

/** Metres, seconds, or how many, as the measure is. */
export interface Completion {
  planned: number;
  done: number;
}

export interface TrainingWeek {
  mondayOn: CalendarDay;
  /** Weeks to that of the race, which is 0; `null` without a race day. */
  weeksBefore: number | null;
  /** None of its days is ahead. */
  isOver: boolean;
  /** Of each measure the log plans in. */
  completion: Readonly<Partial<Record<PlanMeasure, Completion>>>;
  /** What was run, planned or not, in metres or seconds, as the log is measured. */
  volume: number;
}

const dayAfter = (day: CalendarDay, days: number): CalendarDay =>
  isoDayOf(Date.parse(day) + (days + 0.5) * S_PER_DAY * 1000);

/** 1 January 1970 was a Thursday. */
export const mondayOf = (day: CalendarDay): CalendarDay =>
  dayAfter(day, -((((daysBetween('1970-01-01', day) + 3) % 7) + 7) % 7));

/** A run that was done, for whatever it was planned. */
export const isRunDone = ({ isRun, done }: TrainingDay): boolean => isRun && isTrained(done);

const isTrained = (done: Workload | null): boolean => done?.isDone === true && !done.isRest;

/** What was run of a session, metres or seconds; `null` when that is not told. */
export const ranOf = ({ done }: TrainingDay, measure: RunMeasure): number | null =>
  (measure === 'distance' ? done?.distanceM : done?.durationS) ?? null;

/** What most runs are told in. */
export function runMeasureOf(sessions: readonly TrainingDay[]): RunMeasure {
  const told = (measure: RunMeasure) =>
    sessions.filter((session) => isRunDone(session) && ranOf(session, measure) !== null).length;
  return told('time') > told('distance') ? 'time' : 'distance';
}

function planMeasureOf({ isRun, planned }: TrainingDay): PlanMeasure | null {
  if (planned === null || planned.isRest) return null;
  if (!isRun) return 'sessions';
  if (planned.distanceM !== null) return 'distance';
  return planned.durationS === null ? 'sessions' : 'time';
}

/** What of a session was planned and done, and in what; `null` of one that neither tells or that cannot be compared. */
interface Compared extends Completion {
  measure: PlanMeasure;
}

/** @param usual what counts of a run that was not planned */
function compare(session: TrainingDay, usual: RunMeasure): Compared | null | 'incomparable' {
  const { planned, done } = session;
  const measure = planMeasureOf(session);
  if (measure === null) {
    const ran = isRunDone(session) ? ranOf(session, usual) : null;
    return ran === null ? null : { measure: usual, planned: 0, done: ran };
  }
  const isDone = isTrained(done);
  if (measure === 'sessions') return { measure, planned: 1, done: Number(isDone) };
  const wanted = (measure === 'distance' ? planned?.distanceM : planned?.durationS) ?? 0;
  const ran = isDone ? ranOf(session, measure) : 0;
  return ran === null ? 'incomparable' : { measure, planned: wanted, done: ran };
}

export interface WeeksTold {
  weeks: readonly TrainingWeek[];
  /** Planned, and nothing is told: counted as not done. */
  untold: number;
  /** Planned in distance and told in time, or the other way: not counted. */
  incomparable: number;
}

/**
 * @param sessions that count, in order
 * @param asOf the first day that does not count as over
 */
export function computeWeeks(
  sessions: readonly TrainingDay[],
  raceDay: CalendarDay | null,
  asOf: CalendarDay,
): WeeksTold {
  const measures = new Set(sessions.flatMap((session) => planMeasureOf(session) ?? []));
  const inMeasure = (wanted: PlanMeasure) =>
    sessions.filter((session) => planMeasureOf(session) === wanted).length;
  const usual = inMeasure('time') > inMeasure('distance') ? 'time' : 'distance';
  const runMeasure = runMeasureOf(sessions);
  const raceMonday = raceDay === null ? null : mondayOf(raceDay);
  const byMonday = new Map<CalendarDay, TrainingDay[]>();
  for (const session of sessions) {
    const monday = mondayOf(session.day);
    byMonday.set(monday, [...(byMonday.get(monday) ?? []), session]);
  }
  let [untold, incomparable] = [0, 0];
  const weeks = mondaysOf(sessions, raceDay === null ? null : dayAfter(asOf, -1)).map(
    (mondayOn): TrainingWeek => {
      const ofWeek = byMonday.get(mondayOn) ?? [];
      const compared = ofWeek.flatMap((session): Compared[] => {
        const found = compare(session, usual);
        if (planMeasureOf(session) !== null && session.done === null) untold += 1;
        if (found === 'incomparable') incomparable += 1;
        return found === null || found === 'incomparable' ? [] : [found];
      });
      const completion = Object.fromEntries(
        [...measures].map((measure) => {
          const those = compared.filter((each) => each.measure === measure);
          const total = (of: keyof Completion) => sum(those.map((each) => each[of]));
          return [measure, { planned: total('planned'), done: total('done') }];
        }),
      );
      return {
        mondayOn,
        weeksBefore: raceMonday === null ? null : daysBetween(mondayOn, raceMonday) / 7,
        isOver: dayAfter(mondayOn, 6) < asOf || (raceDay !== null && asOf >= raceDay),
        completion,
        volume: sum(
          ofWeek.map((session) => (isRunDone(session) ? (ranOf(session, runMeasure) ?? 0) : 0)),
        ),
      };
    },
  );
  return { weeks, untold, incomparable };
}

/** Every Monday from the first session to the last, or until a later day: weeks without training are weeks too. */
function mondaysOf(sessions: readonly TrainingDay[], until: CalendarDay | null): CalendarDay[] {
  const [first, last] = [sessions[0], sessions.at(-1)];
  if (!first || !last) return [];
  const monday = mondayOf(first.day);
  const end = until !== null && until > last.day ? until : last.day;
  const weeks = daysBetween(monday, mondayOf(end)) / 7;
  return Array.from({ length: weeks + 1 }, (_, i) => dayAfter(monday, 7 * i));
}

/**
 * What was done of all that was planned in a measure. More than was planned makes up for less inside a week, so that
 * a session may be moved, and for nothing beyond it.
 * @returns `null` when nothing was planned in it
 */
export function completedOf(
  weeks: readonly TrainingWeek[],
  measure: PlanMeasure,
): (Completion & { ratio: number }) | null {
  const all = weeks.flatMap(({ completion }) => completion[measure] ?? []);
  const planned = sum(all.map((week) => week.planned));
  if (planned === 0) return null;
  const kept = sum(all.map((week) => Math.min(week.done, week.planned)));
  return { planned, done: sum(all.map((week) => week.done)), ratio: kept / planned };
}
