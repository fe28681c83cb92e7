/**
 * The one forecaster of a race: built once from the course, the plan and what is known of past editions, and asked
 * by every command. What `backtest` scores is what `build` and `replan` print.
 */
import type { Course } from '../../domain/course.js';
import { dayOf, type Plan } from '../../domain/plan.js';
import { formatOf } from '../../domain/race-format.js';
import { once } from '../../kernel/memo.js';
import type { Sun } from '../course/daylight.js';
import { HISTORY, type HistoryConstants } from '../history/constants.js';
import type { PastEdition } from '../history/edition.js';
import { prepareHistory } from '../history/history.js';
import type { AfterBell } from '../pacing/backyard.js';
import { computeLatestFinish } from '../pacing/deadlines.js';
import type { Evidence } from '../pacing/deviations.js';
import { computePacePlan, type PacePlan } from '../pacing/pace-plan.js';
import type { SolveTarget, Unsolvable } from '../pacing/solve.js';
import type { FieldRunner } from '../today/field-runners.js';
import { forecastAtBells } from './bells.js';
import { type AmidForecast, type DuringForecast, prepareDuring } from './during.js';
import { computeFinishOutlook, type EditionOutcome, type FinishOutlook } from './finish.js';

export interface Forecaster {
  /** Told a target: when every place is reached; or why no pace meets it. */
  before: (target: SolveTarget) => PacePlan | Unsolvable | AfterBell;
  /** Told the places passed so far: when every place ahead is reached. */
  during: DuringForecast;
  /** The same, corrected by how others fare on this very day. */
  amid: (field: readonly FieldRunner[]) => AmidForecast;
  /** Told nothing but the athlete's past and the past editions: which finish time, and how likely a finish. */
  finish: () => FinishOutlook;
  /** The past finishers that `before` and `during` rest on; `null`: on the model alone. */
  evidence: Evidence | null;
}

export interface ForecasterInput {
  plan: Plan;
  course: Course;
  sun: Sun | null;
  /** Comparable past editions. */
  editions: readonly PastEdition[];
  /** How those ended for their fields, with or without splits. */
  outcomes: readonly EditionOutcome[];
}

/** @param tuned numbers of the history model; others than the default only to see what they change */
export function prepareForecaster(
  input: ForecasterInput,
  tuned: HistoryConstants = HISTORY,
): Forecaster {
  const { plan, course, sun, editions, outcomes } = input;
  const { athlete, race } = plan;
  const history =
    editions.length === 0 ? null : prepareHistory({ plan, course, sun, editions }, tuned);
  const before = (target: SolveTarget) => computePacePlan(plan, course, sun, target, history);
  const latestOf = (finishS: number): number | null => {
    const pace = before({ kind: 'time', targetS: finishS });
    return 'kind' in pace ? null : computeLatestFinish(pace);
  };
  const atBells = prepareBells(plan, before);
  // most commands ask only some of it
  const inRace = once(() => prepareDuring(plan, course, sun, history?.inRace ?? null));
  return {
    before,
    during: (passages) => atBells?.(passages) ?? inRace().during(passages),
    amid: (field) => inRace().amid(field),
    finish: once(() =>
      computeFinishOutlook({ athlete, course, dayAt: dayOf(race), outcomes, latestOf }),
    ),
    evidence: history?.evidence ?? null,
  };
}

/** Loops from their bells; `null` of other races, and where nothing tells how fast. */
function prepareBells(plan: Plan, before: Forecaster['before']): DuringForecast | null {
  const format = formatOf(plan);
  const { target } = plan.pacing;
  if (format.kind !== 'backyard' || target?.kind !== 'time') return null;
  const planned = once(() => before(target));
  return (passages) => {
    const pace = planned();
    return 'kind' in pace ? [] : forecastAtBells(pace, format, passages);
  };
}
