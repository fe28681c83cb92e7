/** What `init` is told of a race: by options, else by answers on a terminal, else not at all. */
import { fastestPossibleS } from '../domain/limits.js';
import { error, type Parsed, type Problem } from '../domain/problems/problem.js';
import { readAlone } from '../input/plan/alone.js';
import { quantitiesIn } from '../input/plan/quantities.js';
import { start, zone } from '../input/plan/time-leaf.js';
import type { UnitSystem } from '../kernel/units.js';
import { tell } from '../render/problems/index.js';
import { renderText } from '../render/values.js';
import type { Context } from './command.js';
import { textOf } from './options.js';
import { parseTargets } from './targets.js';

/** A value, and how it was written. */
export interface Told<T> {
  value: T;
  written: string;
}

export const readDistance =
  (units: UnitSystem) =>
  (written: string): Parsed<number> =>
    readAlone(quantitiesIn(units).raceDistance(), '--distance', written);

/** Of a distance without a unit those asked for. */
export const unitsOf = (distance: string | null, asked: UnitSystem | null): UnitSystem =>
  asked ?? (distance !== null && /mi/i.test(distance) ? 'imperial' : 'metric');

export const readStart = (written: string) => readAlone(start(), '--start', written);
export const readZone = (written: string) => readAlone(zone(), '--timezone', written);

/** One finish time that can be run. */
export const readTarget =
  (distanceM: number) =>
  (written: string): Parsed<number> => {
    const { value, diagnostics } = parseTargets(written);
    // one that may be hours or minutes is asked back; all else is told of one time, not of several
    const unclear = diagnostics.filter(({ code }) => code !== 'BAD_ARGUMENT');
    if (unclear.length > 0) return { value: null, diagnostics: unclear };
    const [target, ...others] = value ?? [];
    const targetS = target?.kind === 'time' && others.length === 0 ? target.targetS : null;
    if (targetS !== null && targetS >= fastestPossibleS(distanceM)) {
      return { value: targetS, diagnostics: [] };
    }
    const expected =
      targetS === null
        ? 'one finish time, such as 24h or 11:45'
        : 'a finish time that somebody has run over such a distance';
    const args = { argument: '--target', value: written, expected, suggestion: null };
    return { value: null, diagnostics: [error('BAD_ARGUMENT', args)] };
  };

/** How one thing is told: by an option, else by an answer. */
export interface Question<T> {
  option: string;
  /** Put before the default. */
  question: string;
  /** What Enter takes, as shown. */
  byDefault: string;
  read: (written: string) => Parsed<T> | Promise<Parsed<T>>;
}

/** Nobody answers any more: all that was begun is left. */
export class Unanswered extends Error {}

/**
 * Reads an option, or asks until the answer can be used.
 * @returns `null` where nothing was told, and what was told by an option cannot be used, which is noted
 * @throws Unanswered when the terminal ends
 */
export async function hear<T>(
  { ask, options }: Context,
  { option, question, byDefault, read }: Question<T>,
  problems: Problem[],
): Promise<Told<T> | null> {
  const given = textOf(options.written, option);
  if (given !== null) {
    const { value, diagnostics } = await read(given);
    problems.push(...diagnostics);
    return value === null ? null : { value, written: given.trim() };
  }
  let before = '';
  while (ask) {
    const answer = await ask(`${before}${question} [${byDefault}]: `);
    if (answer === null) throw new Unanswered();
    const written = answer.trim();
    if (written === '') return null;
    const { value, diagnostics } = await read(written);
    if (value !== null) return { value, written };
    const sentences = diagnostics.map((problem) => sentenceOf(problem));
    before = `${sentences.join('\n')}\n`;
  }
  return null;
}

function sentenceOf(problem: Problem): string {
  const { text, help } = tell(problem);
  const style = { units: 'metric' } as const;
  return [renderText(text, style), ...(help ? [renderText(help, style)] : [])].join('; ');
}
