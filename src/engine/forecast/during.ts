/** During the race: the way from the last place passed to the finish. */
import type { Course } from '../../domain/course.js';
import type { TimeForecast } from '../../domain/forecast.js';
import type { Plan } from '../../domain/plan.js';
import type { RaceLog } from '../../domain/record.js';
import { cumulativeRatios, sum } from '../../kernel/stats.js';
import type { Sun } from '../course/daylight.js';
import { reachedS } from '../course/ending.js';
import { type InRaceForecast, type Passage, prepareInRace } from '../pacing/in-race.js';
import { computeLegEfforts } from '../pacing/march.js';
import type { PacePlan } from '../pacing/pace-plan.js';
import type { SolveInput } from '../pacing/solve.js';
import { describeUsualSolve } from '../pacing/solve-input.js';
import { plannedStops } from '../pacing/stops.js';
import type { FieldRunner } from '../today/field-runners.js';
import { prepareTodaysField, type TodaysForecast } from '../today/todays-field.js';

/** A place passed, and how long the runner stood there; a stop that was not logged is left out, or `null`. */
export interface Passed extends Passage {
  stopS?: number | null;
}

/** The places logged after the start, with the stops as far as they are. */
export const passagesOf = ({ visits }: Pick<RaceLog, 'visits'>): Passed[] =>
  visits.flatMap((visit) => {
    const arriveS = reachedS(visit);
    if (arriveS == null || visit.place === 0) return [];
    const { departS } = visit;
    const stopS = visit.arriveS == null || departS == null ? null : departS - visit.arriveS;
    return [{ place: visit.place, arriveS, stopS }];
  });

/** Arrivals at every place after the last passed, the finish last; none when nothing, or the finish, is passed. */
export type DuringForecast = (passages: readonly Passed[]) => readonly TimeForecast[];

/**
 * The same in the light of what others did on this very day.
 * @param waveS seconds after the first wave at which the runner started
 * @returns `null` when nothing is passed
 */
export type AmidForecast = (passages: readonly Passed[], waveS: number) => TodaysForecast | null;

export interface RaceForecasts {
  during: DuringForecast;
  amid: (field: readonly FieldRunner[]) => AmidForecast;
}

/** However long a stop was planned, half of the time from one place to the next is taken to have been run. */
const MOST_STOPPED = 1 / 2;

/**
 * Runners in general, past ones and those of the model, stop as they usually do; a stop that the plan sets is
 * longer or shorter than that, and moves all that follows by as much. Passages are told as if stops had been
 * usual ones, forecast as such, and what the plan's own stops add is put back.
 *
 * How the plan means to fade does not count here: in the race, plans to fade less rarely hold.
 * @param past what past finishers did from a place on; `null`: the model alone
 */
export function prepareDuring(
  plan: Plan,
  course: Course,
  sun: Sun | null,
  past: InRaceForecast | null,
): RaceForecasts {
  const usual = describeUsualSolve(plan, course, sun);
  const forecast = past ?? prepareInRace(usual);
  const retell = prepareRetelling(plan, course, usual);
  return {
    during: (passages) => {
      const { told, laterS } = retell(passages);
      return delayed(forecast(told), laterS);
    },
    amid: (field) => {
      const today = prepareTodaysField(field, forecast);
      return (passages, waveS) => {
        const { told, laterS } = retell(passages);
        const [here, passed] = [told.at(-1), passages.at(-1)];
        if (!here || !passed) return null;
        const amid = today(here, waveS + passed.arriveS, forecast(told));
        return { ...amid, ahead: delayed(amid.ahead, laterS) };
      };
    },
  };
}

/** Passages as if stops had been usual ones, and by how much each place ahead is later than these foretell. */
interface Retold {
  told: readonly Passage[];
  laterS: readonly number[];
}

const AS_PASSED: readonly number[] = [];

function prepareRetelling(
  plan: Plan,
  course: Course,
  usual: SolveInput,
): (passages: readonly Passed[]) => Retold {
  const planned = plannedStops(plan, course);
  if (planned.every((stopS) => stopS === null)) {
    return (passages) => ({ told: passages, laterS: AS_PASSED });
  }
  const effortRatios = [0, ...cumulativeRatios(computeLegEfforts(course, usual.grade))];
  return (passages) => {
    const here = passages.findLast(({ place }) => place > 0);
    if (!here) return { told: [], laterS: AS_PASSED };
    const loggedS = new Map(passages.map(({ place, stopS }) => [place, stopS ?? null]));
    const stoppedS = sum(
      planned.slice(0, here.place - 1).map((s, i) => (s == null ? 0 : (loggedS.get(i + 1) ?? s))),
    );
    // stops grow so slowly with the race that its length need not be known well
    const movedS = Math.max(here.arriveS - stoppedS, (1 - MOST_STOPPED) * here.arriveS);
    const usualS = usual.stopsOf(movedS / effortRatios[here.place]!);
    /** What a stop at a place takes beyond the usual one, where the plan sets it. */
    const beyondUsual = (place: number, stopS: number | null) =>
      planned[place - 1] == null ? 0 : (stopS ?? planned[place - 1]!) - usualS[place - 1]!;
    const { told, shiftS } = toldAsUsual(passages, (place) =>
      beyondUsual(place, loggedS.get(place) ?? null),
    );
    let laterS = shiftS;
    return {
      told,
      laterS: Array.from({ length: course.legs.length - here.place }, (_, i) => {
        laterS += beyondUsual(here.place + i, null);
        return laterS;
      }),
    };
  };
}

const delayed = (
  ahead: readonly TimeForecast[],
  laterS: readonly number[],
): readonly TimeForecast[] =>
  laterS.length === 0
    ? ahead
    : ahead.map(({ medianS, earlyS, lateS }, i) => {
        const byS = laterS[i]!;
        return { medianS: medianS + byS, earlyS: earlyS + byS, lateS: lateS + byS };
      });

/** Passages with usual stops before them, and by how much that moved the last. */
function toldAsUsual(
  passages: readonly Passed[],
  beyondUsual: (place: number) => number,
): { told: Passage[]; shiftS: number } {
  let before: Passage = { place: 0, arriveS: 0 };
  let shiftS = 0;
  const told = passages.map(({ place, arriveS }): Passage => {
    const tookS = arriveS - before.arriveS;
    const passed = Array.from({ length: place - before.place }, (_, i) => before.place + i);
    const stoppedS = sum(passed.map(beyondUsual));
    shiftS += Math.min(stoppedS, MOST_STOPPED * tookS);
    before = { place, arriveS };
    return { place, arriveS: arriveS - shiftS };
  });
  return { told, shiftS };
}

/** Before anything is passed the plan itself is all there is. */
export const asPlanned = ({ legs }: PacePlan): readonly TimeForecast[] =>
  legs.map(({ arriveS, window }) => ({
    medianS: arriveS,
    earlyS: window?.earlyS ?? arriveS,
    lateS: window?.lateS ?? arriveS,
  }));
