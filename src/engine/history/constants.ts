/**
 * The tuned numbers of the history model, all in one place; one set serves every race.
 *
 * Chosen with Western States (2017–19, 2021, 2022) and Berlin (2014–18) in view, those of few runners and of changed
 * courses on 2026-11-25 with four mountain races as well, every edition forecast from the others.
 *
 * A fifth less or more of any one of them (`npm run bench:sensitivity`; TDB and Templiers on 2026-11-26) moves the
 * error told T and at the next station by at most 2 %, and that of the finish from 50 % by at most 10 % (`changedPower`
 * at TDB), but for one: with `changedFactor` at 1.5 the other course of TDB 2022 passes for the same, and the errors
 * grow by a fifth and by two fifths.
 */

/** How far a neighbourhood reaches: to as many runners as this, and never less far than `minHalfWidth`. */
export interface Reach {
  shareOfAll: number;
  most: number;
  fewest: number;
  /** In the logarithm of the time. */
  minHalfWidth: number;
}

/** Which stations of a past edition are which places of this year's course. */
export interface AlignmentConstants {
  /** Likeness of names, 0..1, from which on they are the same place, for telling the direction. */
  sameNameLikeness: number;
  /** Places with the same name may lie this far apart, as a share of the distance; without, only this far. */
  namedToleranceRatio: number;
  namelessToleranceRatio: number;
  /** Stretches between stations of the same name are the same ground when as long within this. */
  sameStretchM: number;
  sameStretchRatio: number;
  /** The course has changed when names tell of this many times as many places as distances do. */
  changedFactor: number;
}

/** How runs of past editions are carried over to this year's course and day. */
export interface CarryOverConstants {
  /** Of what stood in the other direction's years only so much is believed: sum over (count + this). */
  placeEffectRidge: number;
  /**
   * What a day 1 °C hotter does to the share of time gone, over the share e of effort:
   * −heatPerC·(sin 2πe + heatLean·sin πe). About half of what the five highs of Western States 2017–22 ask for:
   * two of them, one cool, one hot, tell it all.
   */
  heatPerC: number;
  heatLean: number;
  /** A run counts as the share of this course that was run then, to this power. */
  changedPower: number;
  /** Ridge of the broad shape of a run, see `smooth-curve.ts`. */
  smoothRidge: number;
}

/** What finishers of one time typically did, told the finish time. */
export interface TypicalConstants {
  /** By logarithm of the finish time. */
  reach: Reach;
  /** Between the mean, best for legs, and the median, best for arrivals. */
  medianWeight: number;
  slopeRidge: number;
  /** Weight, in runners, of no slope at all. */
  levelRunners: number;
  /** Weight of the course model, and of its window, in runners. */
  modelRunners: number;
  mostModelRunners: number;
  doubtRunners: number;
  windowRunners: number;
  /** Finish times further beyond the history's than this are taken as that far, in the logarithm. */
  beyondLog: number;
}

/** What past runners who stood like this one did from there on. */
export interface OutlookConstants {
  /** By logarithm of the time at the last place. */
  reach: Reach;
  /** Weight of the forecast without history, in runners, and how soon it takes over outside, in the logarithm. */
  modelRunners: number;
  outsideLog: number;
  /** How far beyond the range of the history's times a time is told apart, in the logarithm. */
  beyondLog: number;
  /** Weight, in runners, of a window without history. */
  windowRunners: number;
  /** Fewer past runners than this are not asked. */
  fewestRuns: number;
  /** Ridge of the regression, a part of it that many runners outweigh; features standardised, those but the first count no further than `clip` deviations. */
  ridge: number;
  ridgeRunners: number;
  clip: number;
  /** A place counts for looking back when this share of past finishers have a time this near. */
  supportRatio: number;
  supportDistanceRatio: number;
}

/** How editions differ from one another. */
export interface EditionConstants {
  /**
   * Variance between editions over that between runners: what is expected, what a wholly different course adds,
   * how many degrees of freedom that counts, and how many each edition brings.
   */
  variance: number;
  changedVariance: number;
  freedom: number;
  freedomPerEdition: number;
  /**
   * Spread of the logarithm of a leg's share of time where history does not tell, and its degrees of freedom. At 0.03
   * windows from one edition hold 4 to 10 % less of the next stations of mountain races, at 0.08 too much elsewhere.
   */
  recordingSpreadLog: number;
  recordingFreedom: number;
  /** That variance is this much larger when nobody ever ran this way round. */
  otherWayFactor: number;
}

export interface HistoryConstants {
  /** Fewer past finishers than this are no history. */
  fewestRuns: number;
  alignment: AlignmentConstants;
  carryOver: CarryOverConstants;
  typical: TypicalConstants;
  outlook: OutlookConstants;
  editions: EditionConstants;
}

export const HISTORY: HistoryConstants = {
  fewestRuns: 3,
  alignment: {
    sameNameLikeness: 0.85,
    namedToleranceRatio: 0.012,
    namelessToleranceRatio: 0.006,
    sameStretchM: 800,
    sameStretchRatio: 0.1,
    changedFactor: 1.25,
  },
  carryOver: {
    placeEffectRidge: 0.5,
    heatPerC: 0.00054,
    heatLean: 0.4,
    changedPower: 1,
    smoothRidge: 0.01,
  },
  typical: {
    reach: { shareOfAll: 1 / 3, most: 200, fewest: 30, minHalfWidth: 0.02 },
    medianWeight: 0.5,
    slopeRidge: 0.05,
    levelRunners: 10,
    modelRunners: 3,
    mostModelRunners: 15,
    doubtRunners: 5,
    windowRunners: 15,
    beyondLog: 0.03,
  },
  outlook: {
    reach: { shareOfAll: 1 / 2, most: 300, fewest: 40, minHalfWidth: 0.03 },
    modelRunners: 20,
    outsideLog: 0.05,
    beyondLog: 0.05,
    windowRunners: 15,
    fewestRuns: 8,
    ridge: 0.2,
    ridgeRunners: 5,
    clip: 4,
    supportRatio: 0.3,
    supportDistanceRatio: 0.02,
  },
  editions: {
    variance: 0.05,
    changedVariance: 0.6,
    freedom: 4,
    freedomPerEdition: 2,
    recordingSpreadLog: 0.05,
    recordingFreedom: 0.5,
    otherWayFactor: 5,
  },
};
