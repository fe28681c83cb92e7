import type { Text } from '../../report/value.js';

/** How one problem is told: the sentence, what stands under the carets, and what to do. */
export interface Sentence {
  text: Text;
  /** Beside the carets; the sentence itself when absent. */
  label?: Text;
  help?: Text;
}

/** A sentence for every code of `Args`: a code without one does not compile. */
export type Sentences<Args> = {
  [C in keyof Args]: (args: Args[C]) => Sentence;
};
