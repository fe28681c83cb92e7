/**
 * How grave a warning is: plans that are `unsafe` or `unrealistic`, and what is `overdue`, fail `--strict`; the others
 * are advice.
 */
export type Severity = 'unsafe' | 'unrealistic' | 'overdue' | 'advice';

/** A kind of warning, with what its sentence needs. */
export type Graded<W> = W & { severity: Severity };
