/** Problems with what is learned from earlier races, and written down for later ones. */
export interface LessonsProblemArgs {
  /** An earlier race that was not before this one. */
  FROM_NOT_EARLIER: { race: string };
  /** What was taken over from an earlier race, where the plan does not say: stops, the fade of tiring, a past race. */
  EARLIER_STOPS: { race: string; stopS: number; stops: number };
  EARLIER_FADE: { race: string; fadeRatio: number };
  EARLIER_PAST: { race: string };
  /** A file that holds something lessons cannot be added to without changing what is there. */
  LESSONS_NOT_ADDED: { path: string; why: LessonsFault };
  /** How many were added to a file, and how many it had. */
  LESSONS_ADDED: { path: string; added: number; kept: number };
  /** Races are compared two to four at a time. */
  COMPARE_COUNT: { races: number };
}

export type LessonsFault = 'not YAML' | 'not UTF-8' | 'no list' | 'not last';
