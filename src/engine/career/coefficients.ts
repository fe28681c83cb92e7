/**
 * The numbers of the finish-time model, all in one place.
 *
 * Effort, growth and likeness were fitted elsewhere, on the careers of other runners of the same 169 km mountain race
 * (the form that `accuracy.md` scores); the widths and the chance to finish were set on 2026-11-25 on the careers
 * that `raceplan backtest --finish` was run on: 9,964 finishes forecast from earlier ones, off by 10.6 % in the mean
 * of |ln T|, 0.3 % too fast, 78.8 % inside the 80 % range; of the 659 finishes of that race 8.1 %, 0.5 % too slow,
 * and 85.4 % inside: its cutoff keeps the slowest out, which the range does not know.
 */

/** Metres of flat road that a metre of climb costs. */
export const CLIMB_COST = 12;

/** ln T (T in seconds) grows with the logarithm x of the effort in km as LINEAR·x + SQUARE·x². */
export const TIME_GROWTH = { linear: 1.156, square: 0.02 } as const;

/**
 * How much an earlier race tells: e-fold less for each so many years of age, half at so far in the logarithm of
 * effort, and e to so many times its being better than the others, in the logarithm of time.
 */
export const LIKENESS = { ageYears: 1.37, effort: 0.27, goodDays: 2 } as const;

/** Age assumed of a race when its day, or that of the race ahead, is unknown; a judgement. */
export const ASSUMED_AGE_YEARS = 1.5;

/** Standard deviation of ln T: √(floor² + few²/n), n the effective number of races. */
export const SPREAD = { floor: 0.105, few: 0.09 } as const;

/**
 * The chance to finish: exp(−dropPerH · hours), over 1 + exp((ln(forecast/closing) − ln pivot)/width) where a race
 * closes. Said beside what happened at that race: 25 % (41 chances) 41, 45 (87) 49, 56 (125) 58, 66 (244) 72,
 * 75 (406) 73, 82 (71) 49.
 */
export const FINISH = { dropPerH: 0.0075, pivot: 1.08, width: 0.07 } as const;
