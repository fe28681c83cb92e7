/** How the single values of a plan are read: each text into SI, or into what is wrong with it. */
import { z } from 'zod';
import { error, type Problem, type ProblemPlace } from '../../domain/problems/problem.js';
import { parseDuration, parseQuantity } from '../../kernel/quantity.js';
import { closest, lookUp } from '../../kernel/text.js';
import type { Dimension, UnitSystem } from '../../kernel/units.js';

/** What is wrong with a text, told once its key and place are known. */
export type Tell = (key: string, at: ProblemPlace) => Problem;

/** What editors are told of a value: the JSON types it may be written in, and the like. */
interface EditorHints {
  type?: readonly string[];
  examples?: readonly (string | number)[];
  enum?: readonly (string | boolean)[];
}

/** A value written as one text; `read` gives the value or what is wrong. */
export const leaf = <R>(hints: EditorHints, read: (text: string) => R) =>
  z
    .string()
    .transform((written, ctx): Exclude<R, Tell> => {
      const value = read(written.trim());
      if (typeof value !== 'function') return value as Exclude<R, Tell>;
      ctx.addIssue({ code: 'custom', params: { tell: value } });
      return z.NEVER;
    })
    .meta({ ...hints });

/** Free text; a number stays as written. */
export const text = () => leaf({ type: ['string', 'number'] }, (written) => written);

const FLAGS = { true: true, yes: true, on: true, false: false, no: false, off: false };

export const flag = () =>
  leaf(
    { type: ['boolean', 'string'], enum: [true, false, 'yes', 'no'] },
    (written) => lookUp(FLAGS, written.toLowerCase()) ?? badChoice(written, ['true', 'false']),
  );

/** One of a few words; `words` maps every accepted spelling, in lower case, to its meaning. */
export const choice = <const T extends string>(
  choices: readonly T[],
  words: Record<string, T> = {},
) =>
  leaf({ enum: [...choices, ...Object.keys(words)] }, (written): T | Tell => {
    const plain = written.toLowerCase();
    return (
      choices.find((c) => c.toLowerCase() === plain) ??
      lookUp(words, plain) ??
      badChoice(written, choices)
    );
  });

export const badChoice =
  (written: string, choices: readonly string[]): Tell =>
  (key, at) =>
    error('BAD_CHOICE', { key, written, choices, suggestion: closest(written, choices) }, at);

/** What a number may be, both ends included, as a person would write it. */
interface Limits {
  from: string;
  to: string;
  example: string;
}

const number = (
  type: 'number' | 'integer',
  kind: Dimension,
  { from, to, example }: Limits,
  read: (text: string) => number | null,
  choicesIn: (text: string) => readonly string[] | null = () => null,
) => {
  const [min, max] = [read(from)!, read(to)!];
  return leaf({ type: ['string', type], examples: [example] }, (written): number | Tell => {
    const choices = choicesIn(written);
    if (choices) return (key, at) => error('DURATION_UNCLEAR', { key, written, choices }, at);
    const value = read(written);
    if (value == null) {
      return (key, at) => error('BAD_QUANTITY', { key, written, kind, example }, at);
    }
    if (value < min || value > max) {
      return (key, at) => error('OUT_OF_RANGE', { key, written, min: from, max: to }, at);
    }
    return value;
  });
};

/** A quantity in the SI unit of its dimension; a bare number takes the unit of `units`. */
export const quantity = (units: UnitSystem, dimension: Dimension, limits: Limits) =>
  number('number', dimension, limits, (text) => parseQuantity(text, dimension, units));

/** A duration; a text that may mean several is told with all of them, as `choicesIn` finds. */
export const duration = (limits: Limits, choicesIn: (text: string) => readonly string[] | null) =>
  number('number', 'duration', limits, parseDuration, choicesIn);

/** A whole number. */
export const whole = (limits: Limits) =>
  number('integer', 'count', limits, (text) => (/^[+-]?\d+$/.test(text) ? Number(text) : null));

export const year = () => whole({ from: '1900', to: '2200', example: '2017' });
