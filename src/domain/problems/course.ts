/** Problems with GPX and TCX courses, and with placing stations on them. Distances and heights in m. */
export interface CourseProblemArgs {
  COURSE_SYNTAX: { reason: string };
  COURSE_EMPTY: Record<never, never>;
  COURSE_NO_ELEVATION: Record<never, never>;
  /** Points that are nowhere on Earth; `written` is the first. */
  COURSE_POINTS_SKIPPED: { count: number; written: string };
  /** Joined when they follow one another; else the longest is used, `taken` its name if it has one. */
  COURSE_SEVERAL_TRACKS: { count: number; joined: boolean; taken: string | null };
  /** The track is much longer or shorter than the official distance. */
  COURSE_LENGTH_DIFFERS: { trackM: number; distanceM: number };
  /** The track climbs much more or less than the organiser says. */
  COURSE_GAIN_DIFFERS: { trackM: number; organiserM: number };
  /** The waypoint of a station lies far from where the plan has it; the plan's distance is used. */
  STATION_FAR_FROM_WAYPOINT: {
    station: string;
    waypoint: string;
    atM: number;
    waypointAtM: number;
  };
}
