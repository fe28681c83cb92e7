/**
 * Goals in plain words.
 *
 * ```
 * goal     = time | place | group | finish | kpi | distance
 * time     = ( "under" | "sub" | "below" ) duration
 * place    = "win" | "podium" | "top" number
 * group    = ( "age group" | "women" | "men" | "gender" ) ( "win" | "podium" | "top" number )
 * finish   = "finish"
 * distance = "at least" ( quantity | number ( "loops" | "laps" ) )
 * kpi      = metric ( ">=" | "<=" | "between" quantity "and" ) quantity
 * ```
 *
 * `podium` is `top 3`, `win` and `last one standing` are `top 1`, `sub-12` is `under 12h` (a bare number is hours here). Case-blind.
 */
import { parseDuration, parseQuantity, shortDurationsIn } from '../kernel/quantity.js';
import { S_PER_H, type UnitSystem } from '../kernel/units.js';
import type { Bounds } from './bounds.js';
import type { Field, Target } from './goal.js';
import { isWithin, MEASURABLE, MOST_STARTERS, RACE_DISTANCE_M, RACE_TIME_S } from './limits.js';
import { METRICS, type Metric, type MetricId } from './metric.js';

/** Why a goal cannot be read. */
export type GoalProblem =
  | 'unknown form'
  | 'bad duration'
  | 'bad quantity'
  | 'unknown metric'
  | 'empty range'
  | 'beyond sense'
  | 'minutes or hours';

const FIELDS: ReadonlyArray<[RegExp, Field]> = [
  [/^(?:age[ -]?group|ag)\s+/, 'ageGroup'],
  [/^(?:women|female)(?:'?s)?\s+/, 'women'],
  [/^(?:men|male)(?:'?s)?\s+/, 'men'],
  [/^gender\s+/, 'gender'],
  [/^overall\s+/, 'overall'],
];

/**
 * Reads one goal.
 * @param system the unit of quantities written without one
 * @returns the target, or why the words are no goal.
 */
export function parseGoal(text: string, system: UnitSystem): Target | GoalProblem {
  const words = text.trim().toLowerCase().replace(/\s+/g, ' ');
  if (words === 'finish') return { kind: 'finish' };

  const time = /^(?:under|sub|below)[ -]*(.+)$/.exec(words);
  if (time?.[1]) {
    const targetS = /^\d+(?:\.\d+)?$/.test(time[1])
      ? Number(time[1]) * S_PER_H
      : parseDuration(time[1]);
    if (targetS == null || targetS <= 0) return 'bad duration';
    return isWithin(targetS, RACE_TIME_S) ? { kind: 'time', targetS } : 'beyond sense';
  }

  const distance = /^at least (.+)$/.exec(words);
  if (distance?.[1]) {
    const targetM = parseQuantity(distance[1], 'distance', system);
    if (targetM == null || targetM <= 0) return 'bad quantity';
    return isWithin(targetM, RACE_DISTANCE_M) ? { kind: 'distance', targetM } : 'beyond sense';
  }

  return parsePlace(words) ?? parseKpi(words, system);
}

/** Nobody runs more loops. */
const MOST_LOOPS = 5000;

/** `at least 24 loops`: a distance, once it is known how long a loop is. `null`: no such goal. */
export function parseLoopGoal(text: string): { kind: 'loops'; loops: number } | GoalProblem | null {
  const [, written] = /^\s*at least\s+(\d+)\s+(?:loop|lap)s?\s*$/i.exec(text) ?? [];
  if (written === undefined) return null;
  const loops = Number(written);
  return loops > 0 && loops <= MOST_LOOPS ? { kind: 'loops', loops } : 'beyond sense';
}

function parsePlace(words: string): Target | GoalProblem | null {
  const group = FIELDS.find(([pattern]) => pattern.test(words));
  const rest = group ? words.replace(group[0], '') : words;
  const field = group?.[1] ?? 'overall';
  if (rest === 'win' || rest === 'last one standing') return { kind: 'place', field, top: 1 };
  if (rest === 'podium') return { kind: 'place', field, top: 3 };
  const top = /^top[ -]?([1-9]\d*)$/.exec(rest)?.[1];
  if (!top) return null;
  return Number(top) <= MOST_STARTERS ? { kind: 'place', field, top: Number(top) } : 'beyond sense';
}

/** Minutes rather than hours: `45:00` of them is not clear. */
const SHORT_METRICS: readonly MetricId[] = ['aidStationTime', 'stopsOverPlan'];

function parseKpi(words: string, system: UnitSystem): Target | GoalProblem {
  const match = /^(.+?)\s*(>=|≥|<=|≤|between)\s*(.+)$/.exec(words);
  const [, name, relation, rest] = match ?? [];
  if (!name || !relation || !rest) return 'unknown form';
  const metric: (Metric & { id: MetricId }) | undefined = METRICS.find((m) =>
    (m.words as readonly string[]).includes(name),
  );
  if (!metric) return 'unknown metric';

  if (SHORT_METRICS.includes(metric.id) && rest.split(/\s+and\s+/).some(shortDurationsIn)) {
    return 'minutes or hours';
  }
  const bounds = parseBounds(metric, relation, rest, system);
  if (bounds === null) return 'bad quantity';
  const sensible = MEASURABLE[metric.dimension];
  const isAbsurd = (bound: number | null) =>
    bound != null && sensible !== undefined && !isWithin(bound, sensible);
  if (isAbsurd(bounds.min) || isAbsurd(bounds.max)) return 'beyond sense';
  if (bounds.min != null && bounds.max != null && bounds.min > bounds.max) return 'empty range';
  return { kind: 'kpi', metric: metric.id, bounds };
}

function parseBounds(
  metric: Metric,
  relation: string,
  rest: string,
  system: UnitSystem,
): Bounds | null {
  const read = (text: string) => parseQuantity(text, metric.dimension, system);
  if (relation !== 'between') {
    const value = read(rest);
    if (value == null) return null;
    return /[>≥]/.test(relation) ? { min: value, max: null } : { min: null, max: value };
  }
  const [low = '', high = ''] = rest.split(/\s+and\s+/);
  // "between 40 and 60 g/h": the unit stands once, at the end
  const unit = /[a-z°%/].*$/.exec(high)?.[0] ?? '';
  const min = read(/[a-z°%/]/.test(low) ? low : `${low} ${unit}`);
  const max = read(high);
  return min == null || max == null ? null : { min, max };
}
