/**
 * A problem is a value. Parsers return what they could read together with every problem found;
 * they throw only for bugs. The sentence for a code is written once, in `render/problems/`.
 */

export type Severity = 'error' | 'warning' | 'note';

/** A stretch of a text file: 1-based line and column; `length` in characters on that line. */
export interface Span {
  line: number;
  column: number;
  length: number;
}

export interface Diagnostic<Code extends string = string, Args = unknown> {
  code: Code;
  severity: Severity;
  args: Args;
  /** The file's name as the user wrote it, or `null` when the problem lies in the arguments. */
  file: string | null;
  span: Span | null;
  /** Other places that explain this one, e.g. the station a distance is compared with. */
  related: readonly { span: Span; label: string }[];
}

/** What could be read, and all that was wrong. `value` is `null` when nothing usable is left. */
export interface Result<T, D extends Diagnostic = Diagnostic> {
  value: T | null;
  diagnostics: readonly D[];
}

export const hasErrors = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some((d) => d.severity === 'error');
