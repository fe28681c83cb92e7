/**
 * The numbers of the correction by today's field, all in one place.
 *
 * Chosen on 2026-11-25 on Western States 2017–22 and Berlin 2014–18, each with and without history, and nine
 * editions of four mountain races without: mean error at the next station and of the finish from 25, 50 and 75 %,
 * each runner seeing only what was known at their own clock. The next station is 1.3 and 14 % better with history,
 * 7, 12 and on the mountain races 21 to 26 % without. Halved or doubled, each number moves the error at the next
 * station by at most 1 % of itself in the mean of the eight, and by at most 3 % in any; what it moves most is said.
 */
export const TODAY = {
  /** How much alike two runners must be: standard deviation of the logarithm of their times at the same place. */
  likeness: 0.15,
  /**
   * Who would be through by now, were the rest this many times as long as forecast, counts; of slower ones only the
   * quick would.
   */
  patience: 1.1,
  /**
   * Deviations are taken as at most this, in the logarithm: beyond it people sleep, or a time is wrong. At 0.3 a leg
   * whose climb was wrong is not seen for what it is: up to 2.4 % worse on unknown courses.
   */
  most: 0.6,
  /** Fewer than these, in effective number, tell nothing of places behind. */
  fewest: 3,
  /**
   * Standard deviation of one runner's deviation as far as it says nothing of another's, in the logarithm; more
   * than runners scatter, since those who are ahead are all quicker. At 0.1 known courses are 0.5 % worse, at 0.4
   * unknown ones 1.3 %.
   */
  noise: 0.2,
  /**
   * How much of a deviation may be due to who they are, by the share of the race it is taken over: a small one over
   * a long way is theirs, a large one is the day's. At 0 the finish from 75 % is 0.8 % worse, 3 % at most; at 0.5
   * the next station of unknown courses 1.4 %.
   */
  transfer: 0.25,
  /** Runners at which a window is as much that of the field as that of the forecast without it. */
  windowRunners: 15,
  /**
   * Half of an 80 % window over the mean absolute deviation: 1.61 of a normal and of a Laplace distribution alike,
   * and more since who is ahead is quicker, and scatters less. At 1.61 windows held 71 to 78 %, at this 73 to 83,
   * where those without the field hold 80.
   */
  windowRatio: 1.85,
  /** So many runners tell all there is to tell; of more, every so many is asked. */
  asked: 400,
} as const;

export type TodayCoefficients = { [Name in keyof typeof TODAY]: number };
