/** How grave a warning is: `unsafe` and `unrealistic` plans fail `--strict`; the others are advice. */
export type Severity = 'unsafe' | 'unrealistic' | 'advice';

/** A kind of warning, with what its sentence needs. */
export type Graded<W> = W & { severity: Severity };
