/** A word of a plan's vocabulary, as help tells of it. */
export interface PlanWord {
  /** The key at the top of a plan that it stands under, or itself. */
  part: string;
  /** Below that key, such as `stations.at`; empty of the part itself. */
  path: string;
  /** What it may be written like: choices where there are few, else examples; empty of a group of words. */
  written: readonly string[];
  /** Of a group of words that a text may stand for: what that text is; `null` of all others. */
  alone: string | null;
  isList: boolean;
  /** What it belongs to must have it. */
  isRequired: boolean;
  says: string;
}
