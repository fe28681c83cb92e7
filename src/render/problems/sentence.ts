import { say, type Text, words } from '../../report/value.js';

/** How one problem is told: the sentence, what stands under the carets, and what to do. */
export interface Sentence {
  text: Text;
  /** Beside the carets; the sentence itself when absent. */
  label?: Text;
  help?: Text;
  /** Below all of it, to be copied. */
  lines?: readonly string[];
}

/** A sentence for every code of `Args`: a code without one does not compile. */
export type Sentences<Args> = {
  [C in keyof Args]: (args: Args[C]) => Sentence;
};

/** The help of a sentence that knows the nearest right word, or else has another advice. */
export function didYouMean(suggestion: string | null, otherwise?: Text): { help?: Text } {
  if (suggestion != null) return { help: say`did you mean ${words(suggestion)}?` };
  return otherwise ? { help: otherwise } : {};
}

/** `a, b and c`. */
export const allOf = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

/** `a, b or c`. */
export const oneOf = (choices: readonly string[]): string =>
  choices.length < 2
    ? choices.join('')
    : `${choices.slice(0, -1).join(', ')} or ${choices[choices.length - 1]}`;

/** Names enough to recognize a table by. */
const MOST_NAMES = 12;

/** `a, b, c and 9 more`: of many names the first; those that are blank are none. */
export function someOf(names: readonly string[]): string {
  const written = names.filter((name) => name.trim() !== '');
  const more = written.length - MOST_NAMES;
  if (more <= 1) return written.join(', ');
  return `${written.slice(0, MOST_NAMES).join(', ')} and ${more} more`;
}
