/** From where a finding is worth a lesson. None has a source: each is what a runner would act on. */
import { S_PER_MIN } from '../../kernel/units.js';

/** Stops longer than planned by less than this in all come from a queue or two. */
export const STOPS_OVER_S = 5 * S_PER_MIN;
/** Of one stop nothing is typical. */
export const FEWEST_STOPS = 2;
/** Five points of fade are half an hour in ten hours of running: a second half planned for somebody else. */
export const FADE_OFF_RATIO = 0.05;
/** First to last stretch of a race that ended early; twice that, since it is a part against a part. */
export const SLOWED_OFF_RATIO = 2 * FADE_OFF_RATIO;
/** A pace is kept to about this by feel; more is a start other than planned. */
export const OPENING_OFF_RATIO = 0.03;
/** What is spilt, left, or not written down comes to about a tenth. */
export const INTAKE_SHORT_RATIO = 0.1;
/** Less twilight or darkness than this can be walked through. */
export const DARK_S = 30 * S_PER_MIN;
