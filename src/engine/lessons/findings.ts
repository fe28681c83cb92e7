/** Everything that a race showed: one row a finding. */
import { findIntake } from './find-intake.js';
import { findGear, findUndone, findWeaknesses } from './find-preparation.js';
import { findEnding, findFade, findOpening, findSlowing, findStops } from './find-running.js';
import type { Finding } from './finding.js';
import type { RaceRun } from './race-run.js';

/** In the order they are told: how it ended, how it was run, what was taken, what went wrong. */
const FINDERS: readonly ((run: RaceRun) => readonly Finding[])[] = [
  findEnding,
  findStops,
  findFade,
  findSlowing,
  findOpening,
  findIntake,
  findGear,
  findWeaknesses,
  findUndone,
];

/** Every finding of a race that is large enough to matter, see `limits.ts`. */
export const computeFindings = (run: RaceRun): Finding[] => FINDERS.flatMap((find) => find(run));
