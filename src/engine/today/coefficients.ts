/**
 * The numbers of the correction by today's field, all in one place.
 *
 * Chosen on 2026-11-25 on Western States 2017–22 and Berlin 2014–18, each with and without history, and nine
 * editions of four mountain races without: mean error at the next station and of the finish from 25, 50 and 75 %,
 * each runner seeing only what was known at their own clock. No score is sharp in any of them: halved or doubled
 * they move the error at the next station by less than 1 % of itself, but for what is said beside each.
 */
export const TODAY = {
  /** How much alike two runners must be: standard deviation of the logarithm of their times at the same place. */
  likeness: 0.15,
  /** A runner is 1.0 to the forecast or this many times as slow before one counts who is known to be through. */
  patience: 1.1,
  /** Deviations are taken as at most this, in the logarithm: beyond it people sleep, or a time is wrong. */
  most: 0.6,
  /** Fewer than these, in effective number, tell nothing of places behind. */
  fewest: 3,
  /**
   * Standard deviation of one runner's deviation as far as it says nothing of another's, in the logarithm; more
   * than runners scatter, since those who are ahead are all quicker. At 0.1 what the field says of a known course
   * is half noise, at 0.4 a sixth of the gain on an unknown one is lost.
   */
  noise: 0.2,
  /**
   * How much of a deviation may be due to who they are, by the share of the race it is taken over: a small one over
   * a long way is theirs, a large one is the day's. At 0 the finish from 75 % is 2 % worse than without the field,
   * at 0.5 a tenth of the gain at the next station of an unknown course is lost.
   */
  transfer: 0.25,
  /** Runners at which a window is as much that of the field as that of the forecast without it. */
  windowRunners: 15,
  /**
   * Half of an 80 % window over the mean absolute deviation: 1.61 of a normal and of a Laplace distribution alike,
   * and a little more since who is ahead is quicker, and scatters less.
   */
  windowRatio: 1.75,
  /** So many runners tell all there is to tell; of more, every so many is asked. */
  asked: 400,
} as const;

export type TodayCoefficients = { [Name in keyof typeof TODAY]: number };
