/** The plan's own little languages: goals, terrain, results, run/walk, a place on Earth. */
import type { PastRace } from '../../domain/athlete.js';
import type { AskedTarget } from '../../domain/goal.js';
import { type GoalProblem, parseGoal, parseLoopGoal } from '../../domain/goal-grammar.js';
import { METRICS } from '../../domain/metric.js';
import type { RunWalk } from '../../domain/plan.js';
import type { ValueKind } from '../../domain/problems/plan.js';
import { error } from '../../domain/problems/problem.js';
import { parseTerrain, TERRAIN_NAMES } from '../../domain/terrain.js';
import type { LatLon } from '../../kernel/geo.js';
import { parseDuration, parseQuantity } from '../../kernel/quantity.js';
import { closest } from '../../kernel/text.js';
import type { UnitSystem } from '../../kernel/units.js';
import { badChoice, leaf, type Tell } from './leaf.js';

const badQuantity =
  (written: string, kind: ValueKind, example: string): Tell =>
  (key, at) =>
    error('BAD_QUANTITY', { key, written, kind, example }, at);

/** A goal in plain words, with the words. */
export const goal = (units: UnitSystem) =>
  leaf(
    { examples: ['under 12h', 'top 10', 'age group win', 'carbs >= 40 g/h'] },
    (written): { text: string; target: AskedTarget } | Tell => {
      const target = parseLoopGoal(written) ?? parseGoal(written, units);
      if (typeof target !== 'string') return { text: written, target };
      const suggestion = nearestGoal(written, target);
      return (_, at) => error('BAD_GOAL', { goal: written, reason: target, suggestion }, at);
    },
  );

const FIRST_WORDS = ['under', 'sub', 'below', 'win', 'podium', 'top', 'finish', 'at least', 'last'];

function nearestGoal(written: string, problem: GoalProblem): string | null {
  const nearest = (words: string, known: readonly string[]) => {
    const found = closest(words, known);
    return found == null || found === words ? null : written.replace(words, found);
  };
  switch (problem) {
    case 'unknown metric':
      return nearest(
        written.split(/\s*(?:[<>]=|[≤≥]|between)/i)[0] ?? '',
        METRICS.flatMap((m) => m.words),
      );
    case 'unknown form':
      return nearest(written.split(/[ -]/)[0] ?? '', FIRST_WORDS);
    default:
      return null;
  }
}

export const terrain = () =>
  leaf(
    { examples: ['rail trail', 'single track', '8%'] },
    (written) => parseTerrain(written) ?? badChoice(written, [...TERRAIN_NAMES, '8%']),
  );

/** `41.77, -77.42`: degrees north, degrees east. */
export const latLon = () =>
  leaf({ examples: ['41.77, -77.42'] }, (written): LatLon | Tell => {
    const [, north, east] = /^(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)$/.exec(written) ?? [];
    const [lat, lon] = [Number(north), Number(east)];
    const real = Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
    return real ? { lat, lon } : badQuantity(written, 'position', '41.77, -77.42');
  });

/** `12/3 min`: run 12, walk 3. */
export const runWalk = () =>
  leaf({ examples: ['12/3 min'] }, (written): RunWalk | Tell => {
    const [, run, walk, unit = 'min'] =
      /^([\d.]+)\s*\/\s*([\d.]+)\s*([a-z]+)?$/i.exec(written) ?? [];
    const runS = parseDuration(`${run} ${unit}`);
    const walkS = parseDuration(`${walk} ${unit}`);
    return runS && walkS ? { runS, walkS } : badQuantity(written, 'runWalk', '12/3 min');
  });

/** `finished`, `DNF`, `DNF at 68 mi`. */
export const outcome = (units: UnitSystem) =>
  leaf({ examples: ['finished', 'DNF at 68 mi'] }, (written): PastRace['outcome'] | Tell => {
    if (/^finish(ed)?$/i.test(written)) return { kind: 'finished' };
    const dnf = /^dnf(?:\s+at\s+(.+))?$/i.exec(written);
    if (dnf && !dnf[1]) return { kind: 'dnf', atM: null };
    const atM = dnf?.[1] ? parseQuantity(dnf[1], 'distance', units) : null;
    return atM != null ? { kind: 'dnf', atM } : badQuantity(written, 'result', 'DNF at 68 mi');
  });
