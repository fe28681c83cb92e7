/**
 * The numbers of the finish-time model.
 */

/** Metres of flat road that a metre of climb costs. */
export const CLIMB_COST = 12;

/** ln T (T in seconds) grows with the logarithm x of the effort in km as LINEAR·x + SQUARE·x². */
export const TIME_GROWTH = { linear: 1.156, square: 0.02 } as const;

/** How much an earlier race tells: by its age in years, and by how far it is in the logarithm of effort. */
export const LIKENESS = { ageYears: 1.37, effort: 0.27, goodDays: 2 } as const;

/** Age assumed of a race when its day, or that of the race ahead, is unknown. */
export const ASSUMED_AGE_YEARS = 1.5;

/** Standard deviation of ln T. */
export const SPREAD = { floor: 0.105, few: 0.09 } as const;

/** The chance to finish. */
export const FINISH = { dropPerH: 0.0075, pivot: 1.08, width: 0.07 } as const;
