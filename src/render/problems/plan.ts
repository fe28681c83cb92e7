import type { GoalProblem } from '../../domain/goal-grammar.js';
import type { PlanProblemArgs, TooFastCause, ValueKind } from '../../domain/problems/plan.js';
import { formatInstant } from '../../kernel/clock.js';
import { proposalText } from '../../report/target.js';
import {
  clock,
  distance,
  duration,
  height,
  pace,
  say,
  span,
  type Text,
  temperature,
  volume,
  words,
} from '../../report/value.js';
import { didYouMean, oneOf, type Sentences } from './sentence.js';

const KINDS: Readonly<Record<ValueKind, string>> = {
  distance: 'a distance',
  height: 'a height',
  duration: 'a duration',
  pace: 'a pace',
  bodyMass: 'a weight',
  gram: 'an amount in grams',
  milligram: 'an amount in milligrams',
  volume: 'a volume',
  energy: 'an amount of energy',
  temperature: 'a temperature',
  ratio: 'a share',
  count: 'a whole number',
  cutoff: 'a cutoff',
  position: 'a position',
  runWalk: 'a run and a walk',
  result: 'a result',
  weaknessPlace: 'a place where it is felt',
};

const GOAL_REASONS: Readonly<Record<GoalProblem, string>> = {
  'unknown form': 'it follows no pattern of goals',
  'bad duration': 'its time cannot be read',
  'bad quantity': 'its amount cannot be read',
  'unknown metric': 'nothing of that name is measured',
  'empty range': 'nothing lies in its range',
  'beyond sense': 'no race is like that',
  'minutes or hours': 'its time may be minutes or hours',
};

const DATE_FAULTS: Readonly<Record<PlanProblemArgs['BAD_DATE']['fault'], string>> = {
  'no time': 'has no time of day',
  'a time': 'has a time of day, and only the day is asked for',
  unreal: 'is no real date',
  unreadable: 'cannot be read as a date',
};

/** The station, or the race. */
const closing = (station: string | null): Text =>
  station == null ? ['the race'] : [words(station)];

export const planSentences: Sentences<PlanProblemArgs> = {
  YAML_SYNTAX: ({ reason }) => ({ text: say`this is not YAML: ${words(reason)}` }),
  DUPLICATE_KEY: ({ key }) => ({ text: say`${words(key)} is written twice; keep one` }),
  UNKNOWN_KEY: ({ key, parent, suggestion, known }) => ({
    text: parent
      ? say`${words(parent)} has no "${words(key)}"`
      : say`a plan has no "${words(key)}"`,
    ...didYouMean(suggestion, say`it may hold ${words(known.join(', '))}`),
  }),
  MISSING_KEY: ({ key }) => ({ text: say`${words(key)} is missing` }),
  WRONG_TYPE: ({ key, expected, found }) => ({
    text: say`${words(key)} must be ${words(expected)}, not ${words(found)}`,
    ...(expected === 'a list' ? { help: say`write it in brackets, as in [water, soup]` } : {}),
  }),
  BAD_QUANTITY: ({ written, kind, example }) => ({
    text: say`"${words(written)}" is not ${KINDS[kind]}`,
    help: say`write it like ${words(example)}`,
  }),
  BAD_CHOICE: ({ key, written, choices, suggestion }) => ({
    text: say`${words(key)} cannot be "${words(written)}"`,
    ...didYouMean(suggestion, say`choose ${words(oneOf(choices))}`),
  }),
  OUT_OF_RANGE: ({ written, min, max }) => ({
    text: say`"${words(written)}" is not between ${words(min)} and ${words(max)}`,
  }),
  BAD_DATE: ({ written, example, fault }) => ({
    text: say`"${words(written)}" ${DATE_FAULTS[fault]}`,
    help: say`write it like ${words(example)}`,
  }),
  DURATION_UNCLEAR: ({ written, choices }) => ({
    text: say`"${words(written)}" may be minutes or hours`,
    help: say`write ${words(oneOf(choices))}`,
  }),
  START_SKIPPED: ({ beforeAt, afterAt, zone }) => ({
    text: say`clocks in ${words(zone)} go forward over this time: it never comes`,
    help: say`write ${clock(beforeAt, zone)} or ${clock(afterAt, zone)}`,
  }),
  START_TWICE: ({ firstAt, secondAt, zone }) => ({
    text: say`clocks in ${words(zone)} go back and show this time twice: the first is taken`,
    help: say`write ${words(formatInstant(firstAt, zone))}, or ${words(formatInstant(secondAt, zone))} for the second`,
  }),
  UNKNOWN_ZONE: ({ zone, suggestion }) => ({
    text: say`there is no time zone "${words(zone)}"`,
    ...didYouMean(
      suggestion,
      say`use a name such as America/New_York, or an offset from -12:00 to +14:00`,
    ),
  }),
  BAD_GOAL: ({ goal, reason, suggestion }) => ({
    text: say`"${words(goal)}" is no goal: ${GOAL_REASONS[reason]}`,
    ...didYouMean(
      suggestion,
      say`write under 12h, top 10, age group win, carbs >= 40 g/h or finish`,
    ),
  }),
  NO_DISTANCE: () => ({
    text: say`the course has no distance`,
    help: say`add distance: 100 km under course, or a gpx`,
  }),
  NO_TARGET: () => ({
    text: say`nothing says how fast to run`,
    help: say`add a goal such as under 12h, the cutoff of the race, past races of the athlete, or pacing with a target`,
  }),
  TARGET_PROPOSED: ({ targetS, ...proposal }) => ({
    text: say`target ${duration(targetS)}, ${proposalText(proposal)}`,
  }),
  TARGETS_CONFLICT: ({ keys }) => ({
    text: say`pacing has ${words(keys.join(' and '))}, and the pace can follow only one`,
    help: say`keep ${words(oneOf(keys))}`,
  }),
  STATION_OUT_OF_ORDER: ({ station, atM, beforeAtM }) => ({
    text:
      atM === beforeAtM
        ? say`${words(station)} lies where the station above it does`
        : say`${words(station)} lies ${distance(beforeAtM - atM)} before the station above it`,
    help: say`list stations in course order, or correct this distance`,
  }),
  STATION_BEYOND_FINISH: ({ station, atM, distanceM }) => ({
    text: say`${words(station)} lies ${distance(atM - distanceM)} beyond the finish at ${distance(distanceM)}`,
    help: say`correct this distance, or the distance of the course`,
  }),
  STATION_NOT_PLACED: ({ station }) => ({
    text: say`nothing says where ${words(station)} is`,
    help: say`add at: with its distance from the start`,
  }),
  CUTOFF_BACKWARDS: ({ station, cutoffS, before, beforeCutoffS }) => ({
    text: say`${words(station)} closes after ${duration(cutoffS)}, before ${words(before)} (${duration(beforeCutoffS)})`,
    help: say`write it as a time of day (Sun 10:00) or as time since the start (27 h)`,
  }),
  CUTOFF_BEYOND_RACE: ({ station, cutoffS, raceCutoffS }) => ({
    text: say`${words(station)} closes after ${duration(cutoffS)}, later than the race (${duration(raceCutoffS)})`,
  }),
  CUTOFF_WITHOUT_START: ({ station }) => ({
    text: say`${closing(station)} closes at a time of day, and the race has no start to count from`,
    help: say`add start: 2018-09-08 07:00 under race, or write the cutoff as 3 h`,
  }),
  CUTOFF_NO_UNIT: ({ written, span: meant }) => ({
    text: say`"${words(written)}" is no time of day`,
    help: say`time since the start has a unit: write ${words(meant)}`,
  }),
  CUTOFF_SKIPPED: ({ station, beforeAt, afterAt, zone }) => ({
    text: say`clocks skip the time at which ${closing(station)} closes`,
    help: say`write ${clock(beforeAt, zone)} or ${clock(afterAt, zone)}`,
  }),
  CUTOFF_TWICE: ({ station, takenAt, otherAt, zone }) => ({
    text: say`clocks show the time at which ${closing(station)} closes twice: ${takenAt < otherAt ? 'the first' : 'the second'} is taken`,
    help: say`with its date and offset it is plain: ${words(formatInstant(takenAt, zone))} or ${words(formatInstant(otherAt, zone))}`,
  }),
  CUTOFF_OUT_OF_REACH: ({ station, cutoffS, atM, why }) => ({
    text: {
      'before start': say`${closing(station)} closes before the race starts`,
      'too soon': say`${closing(station)} closes ${span(cutoffS)} after the start: nobody covers ${distance(atM)} in that`,
      'too late': say`${closing(station)} closes months after the start`,
    }[why],
    help: say`correct the time, or its day: Sun 10:00, 2018-09-09 10:00`,
  }),
  UNKNOWN_STATION: ({ station, who, suggestion }) => ({
    text: say`${words(who)} waits at "${words(station)}", which is no station of the course`,
    ...didYouMean(suggestion, say`add it to the stations, or correct the name`),
  }),
  NO_CREW_ACCESS: ({ station, who, isAll }) => ({
    text: isAll
      ? say`${words(who)} is sent to ${words(station)}, where crew may not come`
      : say`${words(who)} is sent to ${words(station)}, where crew may not come on every visit: only where they may is counted`,
    help: say`send ${words(who)} elsewhere, or add crew: true to the station if crew may come`,
  }),
  NO_PACER_ACCESS: ({ who }) => ({
    text: say`${words(who)} is a pacer, and may join at none of these stations`,
    help: say`add pacer: true to the station where a pacer may join`,
  }),
  UNKNOWN_DRIVE: ({ station, suggestion }) => ({
    text: say`"${words(station)}" is no station of the course: this drive is not used`,
    ...didYouMean(suggestion, say`name stations of the course, Start or Finish`),
  }),
  DRIVE_TO_ITSELF: ({ station }) => ({
    text: say`this drive goes from ${words(station)} to itself`,
    help: say`how far cars stand from a station is its access: { walk: 10 min }`,
  }),
  DRIVES_DIFFER: ({ from, to, takesS, beforeS }) => ({
    text: say`the drive from ${words(from)} to ${words(to)} takes ${span(takesS)} here, and ${span(beforeS)} above`,
    help: say`keep one; the way back may have its own: from ${words(to)}, to ${words(from)}`,
  }),
  ACCESS_WITHOUT_CREW: ({ station }) => ({
    text: say`${words(station)} tells how crew gets there, and is closed to crew`,
    help: say`correct crew: false, or leave access out`,
  }),
  UNKNOWN_PLACE: ({ place, suggestion }) => ({
    text: say`"${words(place)}" is no station of the course`,
    ...didYouMean(suggestion, say`add it to the stations, or correct the name`),
  }),
  UNKNOWN_MILESTONE: ({ milestone, needed, several, suggestion }) =>
    several.length > 0
      ? {
          text: say`"${words(needed)}", needed to ${words(milestone)}, may be several milestones`,
          help: say`write ${words(oneOf(several))}`,
        }
      : {
          text: say`"${words(needed)}", needed to ${words(milestone)}, is no milestone of the plan`,
          ...didYouMean(suggestion, say`write what another milestone says under do:, or add it`),
        },
  MILESTONE_CYCLE: ({ ring }) => ({
    text:
      ring.length === 1
        ? say`${words(ring[0]!)} needs itself`
        : say`these need each other in a ring, so none can be the first: ${words([...ring, ring[0]!].join(' → '))}`,
    help: say`take one of these needs out`,
  }),
  PRODUCT_TWICE: ({ product, before }) => ({
    text: say`${words(product)} is the product ${words(before)} again: nobody could tell which is meant`,
    help: say`give one of them another name`,
  }),
  CARRY_DIFFERS: ({ fluidMl, bottlesMl }) => ({
    text: say`${volume(fluidMl)} are carried in all, and the bottles hold ${volume(bottlesMl)}`,
    help: say`list every bottle and leave fluid out, or correct one of them`,
  }),
  WEATHER_BACKWARDS: ({ lowC, highC }) => ({
    text: say`the low of ${temperature(lowC)} is above the high of ${temperature(highC)}`,
  }),
  NO_ZONE: ({ zoneThere }) => ({
    text: say`no time zone given: times of day are as written, and the sun is unknown`,
    help: say`add timezone: ${words(zoneThere ?? 'America/New_York')} under race${zoneThere === undefined ? '' : ', where the course lies'}`,
  }),
  STOPS_TOO_LONG: ({ targetS, stopsS }) => ({
    text: say`the stops planned take ${duration(stopsS)}, longer than the target of ${duration(targetS)}`,
    help: say`shorten the stops, or set a later target`,
  }),
  LEG_TOO_FAST: ({ station, paceSPerKm, cause }) => {
    const [why, help] = tooFastBecause(cause);
    return {
      text: say`the plan runs to ${words(station)} at ${pace(paceSPerKm)}, faster than anyone: ${why}`,
      help,
    };
  },
};

function tooFastBecause(cause: TooFastCause): [why: Text, help: Text] {
  switch (cause.kind) {
    case 'target':
      return [
        say`${duration(cause.targetS)} for ${distance(cause.distanceM)} is`,
        say`check the target and the distance`,
      ];
    case 'stops':
      return [
        say`stops take ${duration(cause.stoppedS)} of the ${duration(cause.targetS)}`,
        say`shorten the stops, or set a later target`,
      ];
    case 'history':
      return [
        say`the past runners' times at the stations say so`,
        say`check the distances of the stations, here and in the history`,
      ];
    case 'climb':
      return [
        say`the climb and descent of ${height(cause.climbM)} on the way to ${words(cause.station)} leave no more time`,
        say`check that climb, and the distances of the stations`,
      ];
    case 'unknown':
      return [
        say`the rest of the course leaves no more time`,
        say`check the distances of the stations, and what their legs are like`,
      ];
  }
}
