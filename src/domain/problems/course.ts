/** A line of a course file, and its name if it has one. */
export interface MeasuredLine {
  name: string | null;
  lengthM: number;
}

/** Problems with course files, and with placing stations on them. Distances and heights in m. */
export interface CourseProblemArgs {
  /** A station passed `visits` times, once a lap, and one cutoff. */
  CUTOFF_OF_WHICH_LAP: { station: string; visits: number };
  CUTOFFS_NOT_ONE_A_LAP: { station: string; given: number; visits: number };
  /** A list of cutoffs where each station is passed once. */
  CUTOFFS_WITHOUT_LAPS: { station: string };
  COURSE_SYNTAX: { reason: string };
  COURSE_EMPTY: Record<never, never>;
  /** No elevation, or a gap so long that what the track has elsewhere is of no use. */
  COURSE_NO_ELEVATION: { gap: { fromM: number; toM: number } | null };
  /** Points that are nowhere on Earth; `written` is the first. */
  COURSE_POINTS_SKIPPED: { count: number; written: string };
  /** Points left out that lie far from those before and after them; the first of them. */
  COURSE_POINTS_ASTRAY: { count: number; lat: number; lon: number };
  /** Left out: `lengthM` of wandering on the spot, the first of it at `atM` along the track. */
  COURSE_PAUSES: { count: number; lengthM: number; atM: number };
  /** The longest straight line between two points that are usually much nearer. */
  COURSE_JUMP: { atM: number; lengthM: number };
  /** The plan gives no distance: the track's is taken. */
  COURSE_MEASURED: { trackM: number };
  /** What the track has before the start line and beyond the finish line, left out. */
  COURSE_ENDS_CUT: { beforeM: number; afterM: number };
  /** The track passes a station more often than the plan lists it; where, and where it was put. */
  STATION_PASSED_OFTEN: { station: string; passagesAtM: readonly number[]; atM: number };
  /** Stations lie where they would if the track were run the other way. */
  COURSE_REVERSED: { stations: readonly string[] };
  /** Joined when they follow one another, as listed or in the order in which they meet; else the longest is used. */
  COURSE_SEVERAL_TRACKS: {
    count: number;
    joining: 'listed' | 'reordered' | 'none';
    taken: MeasuredLine;
    /** The longest first. */
    leftOut: readonly MeasuredLine[];
  };
  /** The track is much longer or shorter than the official distance; so much that it is of another course. */
  COURSE_LENGTH_DIFFERS: { trackM: number; distanceM: number; isOther: boolean };
  /** The track climbs (or descends) much more or less than the organiser says. */
  COURSE_GAIN_DIFFERS: { way: 'up' | 'down'; trackM: number; organiserM: number };
  /** The track of one of several laps ends `gapM` from where it begins. */
  COURSE_LAP_OPEN: { gapM: number };
  /** Elevations that stand out of the ground, left out; the first of them, along the track. */
  COURSE_SPIKES: { count: number; atM: number; elevationM: number };
  /** Elevations of 0 with a step beside them that no shore has, left out; the first of them, along the track. */
  COURSE_ZEROS: { count: number; atM: number };
  /** Elevations that cannot be read, or are nowhere on Earth, left out; `written` is the first. */
  COURSE_HEIGHTS_SKIPPED: { count: number; written: string };
  /** The longest stretch of track without elevation. */
  COURSE_ELEVATION_GAP: { fromM: number; toM: number };
  /** Higher than any race goes. */
  COURSE_TOO_HIGH: { highestM: number };
  /** Steeper than 45°, first at `atM` along the track; `climbM` is all that is climbed and descended so. */
  COURSE_TOO_STEEP: { atM: number; climbM: number };
  /** More climb (or descent) a kilometre than any race has. */
  COURSE_CLIMB_UNUSUAL: { way: 'up' | 'down'; climbM: number; distanceM: number };
  /** A leg of the station table with more climb and descent than distance. */
  LEG_TOO_STEEP: { station: string; climbM: number; distanceM: number };
  /** Legs of which the table tells neither gain nor loss, and what is run there in all. */
  LEG_CLIMB_ASSUMED: { stations: readonly string[]; gainM: number; lossM: number };
  /** The ends of a leg lie farther apart in height than its climb and descent lead. */
  STATION_CLIMBS_CONTRADICT: {
    station: string;
    riseM: number;
    gainM: number | null;
    lossM: number | null;
  };
  /** The legs of the station table climb (or descend) much more or less than the organiser says. */
  TABLE_GAIN_DIFFERS: { way: 'up' | 'down'; tableM: number; organiserM: number };
  /** The height the plan gives a station is not the track's; `fitsAtM` is where the track has it. */
  STATION_HEIGHT_DIFFERS: {
    station: string;
    trackM: number;
    givenM: number;
    fitsAtM: number | null;
  };
  /** The climb (or descent) the plan gives the leg to a station is not the track's. */
  STATION_CLIMB_DIFFERS: { station: string; way: 'up' | 'down'; trackM: number; givenM: number };
  /** The clocks where the course lies are `aheadS` ahead of the plan's at the start. */
  ZONE_ELSEWHERE: { zone: string; zoneThere: string; aheadS: number };
  /** `race.location` is far from where the track begins. */
  LOCATION_ELSEWHERE: { byM: number };
  /** The waypoint of a station lies far from where the plan has it; the plan's distance is used. */
  STATION_FAR_FROM_WAYPOINT: {
    station: string;
    waypoint: string;
    atM: number;
    waypointAtM: number;
  };
}
