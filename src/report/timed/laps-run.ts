/** A race in laps as it was run. */
import type { Course } from '../../domain/course.js';
import type { Plan } from '../../domain/plan.js';
import { formatOf } from '../../domain/race-format.js';
import type { RaceLog } from '../../domain/record.js';
import { computeBellPlan } from '../../engine/pacing/bell-loops.js';
import { type LapReview, reviewLaps, wayRun } from '../../engine/review/loops-run.js';
import type { RaceReview } from '../../engine/review/review.js';
import { mean } from '../../kernel/stats.js';
import { left, right } from '../columns.js';
import { moment } from '../moment.js';
import type { Json, Row, Section } from '../report.js';
import { count, minutes, ordinal, say, signedMinutes, span, type Text } from '../value.js';
import { hoursJson, hoursOf, hoursTable, planHours } from './hours.js';
import { inLoops } from './loops.js';

/** What a race in laps has to say beside its legs; of other races nothing. */
export interface LapsRun {
  facts: readonly { label: string; text: Text }[];
  /** Hour by hour, or loop by loop. */
  table: Section | null;
  /** For JSON. */
  data: { [key: string]: Json };
}

const NOTHING: LapsRun = { facts: [], table: null, data: {} };

export function lapsRun(plan: Plan, course: Course, log: RaceLog, review: RaceReview): LapsRun {
  const format = formatOf(plan);
  const { ending, pace, resolutionS } = review;
  const { laps: planned } = plan.course;
  if (format.kind === 'distance' && planned === 1) return NOTHING;
  const loopM = format.kind === 'distance' ? course.distanceM / planned : format.loopM;
  const everyS = format.kind === 'backyard' ? format.everyS : null;
  const laps = loopM === null ? null : reviewLaps(course, log, ending, { loopM, everyS });
  const data = laps && { laps: lapsJson(laps) };
  if (format.kind === 'distance') return { ...NOTHING, data: { ...data } };
  if (format.kind === 'backyard' && laps) {
    return {
      facts: bellRunFacts(laps, format.everyS, format.loopM),
      table: loopTable(plan, laps, review, format),
      data: { ...data },
    };
  }
  const hours = hoursOf(plan, wayRun(course, log, ending), ending.elapsedS);
  const areStopsKnown = log.visits.some(({ departS }) => departS !== null);
  return {
    facts: laps ? lapFacts(laps, resolutionS) : [],
    table:
      hours &&
      hoursTable(plan, hours, { beside: planHours(plan, pace, ending.elapsedS), areStopsKnown }),
    data: { ...data, ...(hours && { hours: hoursJson(hours) }) },
  };
}

function lapFacts(
  { laps, quickest, slowest, longestStop }: LapReview,
  resolutionS: RaceReview['resolutionS'],
): LapsRun['facts'] {
  const each =
    quickest && slowest
      ? say`; the quickest ${minutes(quickest.tookS, resolutionS)}, the ${ordinal(quickest.lap)}; the longest ${minutes(slowest.tookS, resolutionS)}, the ${ordinal(slowest.lap)}`
      : say`; what each took is not logged`;
  const stop = longestStop
    ? say`${span(longestStop.stopS, resolutionS)}, on lap ${count(longestStop.lap)}`
    : say`not logged; a lap holds its stops`;
  return [
    { label: 'Laps', text: say`${count(laps)} whole${each}` },
    { label: 'Longest stop', text: stop },
  ];
}

function bellRunFacts(
  { laps, run, slowest }: LapReview,
  everyS: number,
  loopM: number,
): LapsRun['facts'] {
  const averageS = mean(run.flatMap(({ tookS }) => tookS ?? []));
  if (averageS === null || !slowest) return [];
  return [
    { label: 'In time', text: inLoops(laps * loopM, loopM) },
    {
      label: 'Loops',
      text: say`${minutes(averageS)} on average; the slowest ${minutes(slowest.tookS)}, the ${ordinal(slowest.lap)}: ${span(everyS - slowest.tookS, 1)} before the bell`,
    },
  ];
}

function loopTable(
  plan: Plan,
  { run }: LapReview,
  { pace, resolutionS }: RaceReview,
  bells: { loopM: number; everyS: number },
): Section {
  const planned = computeBellPlan(pace, bells).loops;
  return {
    kind: 'table',
    id: 'loops',
    title: 'Loop by loop',
    columns: [
      left('loop', 'Loop'),
      right('start', 'Bell', 1),
      right('took', 'Loop time'),
      right('behind', '± plan'),
      right('back', 'Back', 2),
      right('rest', 'Rest'),
    ],
    rows: run.map(({ lap, endS, tookS }): Row => {
      const plannedS = planned[lap - 1]?.tookS ?? null;
      return {
        cells: [
          [count(lap)],
          [moment(plan, (lap - 1) * bells.everyS, resolutionS)],
          [minutes(tookS, resolutionS)],
          tookS === null || plannedS === null
            ? ['']
            : [signedMinutes(tookS - plannedS, resolutionS)],
          [moment(plan, endS, resolutionS)],
          [minutes(lap * bells.everyS - endS, resolutionS)],
        ],
      };
    }),
    notes: [['± plan: of the loop; rest: until the next bell.']],
  };
}

const lapsJson = ({ laps, run, quickest, slowest, longestStop }: LapReview): Json => ({
  laps,
  quickest: quickest && { ...quickest },
  slowest: slowest && { ...slowest },
  longestStop: longestStop && { ...longestStop },
  each: run.map((lap) => ({ ...lap })),
});
