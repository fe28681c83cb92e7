/**
 * The numbers of the finish-time model, all in one place.
 *
 * Growth, likeness and the cost of climb were fitted elsewhere, on the careers of other runners of the same 169 km
 * mountain race (the form that `accuracy.md` scores). The others were set on 2026-11-26 on the careers that
 * `npm run bench:accuracy` prints: 11,424 results of 1,062 runners. `spread` was fitted without that race to the odd
 * runners, and judged on the even; `stepUp` was fitted without it to either half; the shape of `closing` and of `drop`
 * was chosen on that race with both halves in view, and is no better known than one day of it tells.
 */

/** Metres of flat road that a metre of climb costs. */
export const CLIMB_COST = 12;

/** Age assumed of a race when its day, or that of the race ahead, is unknown; a judgement. */
export const ASSUMED_AGE_YEARS = 1.5;

export interface CareerNumbers {
  /**
   * ln T (T in seconds) grows with the logarithm x of the effort in km as linear·x + square·x², and by `stepUp`
   * times the step in x beyond a shorter race. The best `stepUp` is 0.07 for runners of about ordinary ability, on
   * either half, and at the 100-miler; 0.025 for all, of whom the slow are listed only where no closing kept them out.
   */
  growth: { linear: number; square: number; stepUp: number };
  /**
   * How much an earlier race tells: e-fold less for each so many years of age, half at so far in the logarithm of
   * effort, and e to so many times its being better than the others, in the logarithm of time.
   */
  likeness: { ageYears: number; effort: number; goodDays: number };
  /**
   * Standard deviation of ln T: √(floor² + far²·d/n), d the mean distance of the races in the logarithm of effort, n
   * their effective number. How old they are, and how many when they are alike, told nothing more.
   */
  spread: { floor: number; far: number };
  /**
   * Who would be late by up to the factor `reach` still comes in, within the factor `near` of the closing: at that
   * race the last tenth before the closing is as full as if they did.
   */
  closing: { reach: number; near: number };
  /**
   * The chance not to drop out: exp(−perH · hours). Hours are the runner's own or, of the fast, those of an ordinary
   * runner (ln of ability `ordinaryLog`, the mean of those careers; see `forecastFinish`) as many times longer as the
   * runner is faster: of those who would take 27 h where the ordinary take 40, 58 % finished, of the 38 h 76 %.
   * Said beside what happened there: 25 % (36 chances) 28, 35 (49) 33, 45 (81) 54, 56 (122) 52, 66 (347) 66, 72 (401)
   * 74. An ordinary field scatters by `fieldSpread` in ln T around that runner (the middles forecast there scatter by
   * 0.19, each runner by 0.1): told that 63 % finished, the chances there are as good as untold, and worse where the
   * share replaces the chance not to drop out.
   */
  drop: { perH: number; ordinaryLog: number; fieldSpread: number };
}

export const CAREER: CareerNumbers = {
  growth: { linear: 1.156, square: 0.02, stepUp: 0.07 },
  likeness: { ageYears: 1.37, effort: 0.27, goodDays: 2 },
  spread: { floor: 0.097, far: 0.2 },
  closing: { reach: 1.15, near: 1.1 },
  drop: { perH: 0.0075, ordinaryLog: 4.68, fieldSpread: 0.25 },
};
