/** How much of the training was like the race: its ground, and eating and drinking on the way. */
import type { Course } from '../../domain/course.js';
import { parseTerrain } from '../../domain/terrain.js';
import type { TrainingDay } from '../../domain/training.js';
import { sum } from '../../kernel/stats.js';
import { plainName } from '../../kernel/text.js';
import { type RunMeasure, ranOf } from './weeks.js';

/** Metres or seconds, as the log is measured. */
export interface GroundShare {
  /** Names of the course's grounds; none when the plan tells none. */
  ofCourse: readonly string[];
  /** On a ground that slows as one of the course's does. */
  like: number;
  /** On another. */
  other: number;
  /** Where the log tells no ground, or one that is not known. */
  untold: number;
  /** Grounds of the log that are not known. */
  unknown: readonly string[];
}

export function groundsLike(
  runs: readonly TrainingDay[],
  measure: RunMeasure,
  { legs }: Pick<Course, 'legs'>,
): GroundShare {
  const grounds = legs.flatMap(({ terrain }) => (terrain ? [terrain] : []));
  const slowdowns = new Set(grounds.map(({ slowdownRatio }) => slowdownRatio));
  const on = (wanted: 'like' | 'other' | 'untold') =>
    sum(
      runs.map((run) => {
        const terrain = run.terrain === null ? null : parseTerrain(run.terrain);
        const is = !terrain ? 'untold' : slowdowns.has(terrain.slowdownRatio) ? 'like' : 'other';
        return is === wanted ? (ranOf(run, measure) ?? 0) : 0;
      }),
    );
  return {
    ofCourse: [...new Set(grounds.map(({ name }) => name))],
    like: on('like'),
    other: on('other'),
    untold: on('untold'),
    unknown: [
      ...new Set(
        runs.flatMap(({ terrain }) => (terrain === null || parseTerrain(terrain) ? [] : [terrain])),
      ),
    ],
  };
}

export interface FuellingShare {
  /** Runs known to be so long. */
  long: number;
  /** Of these, those with a word of food, drink or salt. */
  mentioned: number;
  /** Runs that tell no time: none of these counts. */
  timeless: number;
}

/** In English, German, French, Spanish and Italian. */
const FUEL_WORDS =
  /\b(?:fuel\w*|gels?|drinks?|drank|drinking|salt\w*|electrolytes?|carbs?|sodium|hydrat\w*|eat|eating|ate|food|bottles?|verpflegung|getrank\w*|getrunken|gegessen|salz\w*|ravito\w*|ravitaillement|boisson\w*|bebida\w*|comida|bevand\w*|cibo)\b/;
const NONE = /^(?:no|none|nothing|0|nein|nichts|non|rien|nada|niente)?$/;

const mentionsFuel = ({ fuel, notes }: TrainingDay): boolean =>
  (fuel !== null && !NONE.test(plainName(fuel))) ||
  (notes !== null && FUEL_WORDS.test(plainName(notes)));

/** @param longS a run of at least so many seconds is long */
export function fuellingOn(runs: readonly TrainingDay[], longS: number): FuellingShare {
  const long = runs.filter(({ done }) => (done?.durationS ?? 0) >= longS);
  return {
    long: long.length,
    mentioned: long.filter(mentionsFuel).length,
    timeless: runs.filter(({ done }) => (done?.durationS ?? null) === null).length,
  };
}
