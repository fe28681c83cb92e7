/** What the chances before the race rest on: in a few lines, and race by race. */
import { isEvidence, type PastRace } from '../domain/athlete.js';
import type { Course } from '../domain/course.js';
import type { TimeForecast } from '../domain/forecast.js';
import type { Plan } from '../domain/plan.js';
import { ASSUMED_AGE_YEARS, CLIMB_COST } from '../engine/career/coefficients.js';
import type { CareerForecast } from '../engine/career/forecast.js';
import type { FinishOutlook } from '../engine/forecast/finish.js';
import { type Instant, isoDayOf, yearsBetween } from '../kernel/clock.js';
import { mean } from '../kernel/stats.js';
import { S_PER_MIN } from '../kernel/units.js';
import { isRoughChance } from './chance.js';
import { left, right } from './columns.js';
import type { Json, Section } from './report.js';
import {
  chance,
  count,
  distance,
  duration,
  height,
  joinText,
  listText,
  ratio,
  say,
  type Text,
  words,
} from './value.js';

export interface PastInput {
  plan: Plan;
  course: Course;
  outlook: FinishOutlook;
}

type PastForecast = CareerForecast<PastRace>;

/** To the minute: no forecast of hours knows seconds. */
const toMinute = (seconds: number | null) => duration(seconds, 60);

const ASSUMED_MONTHS = 12 * ASSUMED_AGE_YEARS;

/** Where the chances of the goals come from; nothing when no goal has one. */
export function pastNotes({ plan, course, outlook }: PastInput): Text[] {
  const isAsked = (kinds: readonly string[]) =>
    plan.goals.some(({ target }) => kinds.includes(target.kind));
  if (!isAsked(['time', 'place', 'finish'])) return [];
  const { time, finishers } = outlook;
  const isTimeMissed = time === null && isAsked(['time', 'place']);
  return [
    ...(time && finishers
      ? [timeText(time, finishers)]
      : isTimeMissed
        ? [noTimeText(plan.athlete.past)]
        : []),
    ...finishText(outlook),
    ...(time ? assumedText(plan, course, time) : []),
  ];
}

/** `Your 3 races say 11:02 h to 13:40 h (8 times in 10), middle 12:14 h.` */
function timeText(open: PastForecast, { earlyS, lateS, medianS }: TimeForecast): Text {
  const races = say`Your ${count(open.races.length)} ${open.races.length === 1 ? 'race says' : 'races say'}`;
  const range = say`${races} ${toMinute(earlyS)} to ${toMinute(lateS)}`;
  // a closing nobody comes near changes nothing
  return open.lateS - lateS < S_PER_MIN
    ? say`${range} (8 times in 10), middle ${toMinute(medianS)}.`
    : say`${range} (8 finishes in 10), middle ${toMinute(medianS)}; ${toMinute(open.medianS)} if nothing closed.`;
}

const noTimeText = (past: readonly PastRace[]): Text => [
  past.length === 0
    ? 'No past races are given (`athlete: { past: … }`), so no chance of a time is told.'
    : 'No past race was finished before this one, so no chance of a time is told.',
];

function finishText(outlook: FinishOutlook): Text[] {
  const { finishRatio, editions, time, latestS } = outlook;
  if (finishRatio === null) return [];
  const yours = say`To finish: ${chance(finishRatio, isRoughChance('finish', outlook))}`;
  const many = say`${count(editions.length)} past ${editions.length === 1 ? 'edition' : 'editions'}`;
  if (!time) return [say`${yours}, as in ${many}.`];
  const because =
    editions.length > 0
      ? say`; in ${many} ${ratio(mean(editions))} did`
      : [', as races of this length end'];
  const cutoffs =
    latestS !== null && latestS < time.lateS ? say`; the cutoffs leave ${toMinute(latestS)}` : [];
  return [say`${yours}${because}${cutoffs}. Every chance of a time or a place counts it.`];
}

/** What the model took for granted, where the plan does not say. */
function assumedText(plan: Plan, course: Course, { races }: PastForecast): Text[] {
  const named = (kept: (race: PastRace) => boolean): Text[] =>
    races.flatMap(({ race }) => (kept(race) ? [[words(race.race)]] : []));
  const flat = [
    ...(course.gainM === null ? [['this race']] : []),
    ...named(({ gainM }) => gainM === null),
  ];
  const undated =
    plan.race.startAt === null ? [['every race']] : named(({ dayAt }) => dayAt === null);
  const yearAlone = plan.race.startAt === null ? [] : named(({ isYearAlone }) => isYearAlone);
  const assumed: Text[] = [
    ...(flat.length > 0 ? [say`${namesText(flat)} flat`] : []),
    ...(undated.length > 0 ? [say`${namesText(undated)} ${count(ASSUMED_MONTHS)} months ago`] : []),
    ...(yearAlone.length > 0 ? [say`${namesText(yearAlone)} in July`] : []),
  ];
  return assumed.length === 0
    ? []
    : [say`Assumed, where the plan does not say: ${joinText(assumed, '; ')}.`];
}

/** As many names as are read. */
const MOST_NAMED = 3;

function namesText(names: readonly Text[]): Text {
  const others = names.length - MOST_NAMED;
  if (others <= 0) return listText(names);
  return listText([...names.slice(0, MOST_NAMED), say`${count(others)} more`]);
}

/** Each past race: how much it counts, and what it says by itself. The one that counts most comes first. */
export function pastTable({ plan, outlook }: PastInput): Section | null {
  const { time } = outlook;
  if (!time) return null;
  const races = time.races.toSorted((a, b) => b.weightRatio - a.weightRatio);
  const weights = races.map(({ weightRatio }) => ratio(weightRatio));
  const all = ratio(1);
  const { startAt } = plan.race;
  const notes: Text[] = [
    say`Effort: a metre of climb counts as ${count(CLIMB_COST)} m of way. Weight: races that are recent, alike and good count most. Says: what the race alone would make of this one.`,
    ...(races.some(({ race }) => isAgeAssumed(race, startAt)) ? [AGE_ASSUMED] : []),
    ...leftOutText(
      plan,
      races.map(({ race }) => race),
    ),
  ];
  return {
    kind: 'table',
    id: 'past-races',
    title: 'What your past races say',
    columns: [
      left('race', 'Past race'),
      right('distance', 'Distance', 1),
      right('gain', 'Climb', 2),
      right('effort', 'Effort', 3),
      right('age', 'Months ago'),
      right('time', 'Time'),
      right('weight', 'Weight'),
      right('says', 'Says'),
    ],
    rows: [
      ...races.map(({ race, saysS }, i) => ({
        cells: [
          [words(race.race)],
          [distance(race.distanceM)],
          [height(race.gainM)],
          [distance(race.distanceM + CLIMB_COST * (race.gainM ?? 0))],
          ageCell(race, startAt),
          [toMinute(race.timeS)],
          [weights[i]!],
          [toMinute(saysS)],
        ],
      })),
      {
        emphasis: 'total',
        cells: [['All'], [], [], [], [], [], [all], [toMinute(time.medianS)]],
      },
    ],
    sums: [{ total: all, parts: weights }],
    notes,
  };
}

const AGE_ASSUMED: Text = ['* assumed: the day is not given.'];

const isAgeAssumed = ({ dayAt, isYearAlone }: PastRace, startAt: Instant | null): boolean =>
  dayAt === null || isYearAlone || startAt === null;

function ageCell(race: PastRace, startAt: Instant | null): Text {
  const { dayAt } = race;
  const months =
    dayAt === null || startAt === null ? ASSUMED_MONTHS : 12 * yearsBetween(dayAt, startAt);
  return isAgeAssumed(race, startAt) ? say`${count(months)} *` : [count(months)];
}

/** Races that tell no time: `Not counted: Vermont 100 (not finished).` */
function leftOutText(plan: Plan, counted: readonly PastRace[]): Text[] {
  const left = plan.athlete.past.filter((race) => !counted.includes(race));
  if (left.length === 0) return [];
  const texts = left.map((race): Text => {
    const why =
      race.outcome.kind !== 'finished'
        ? 'not finished'
        : isEvidence(race)
          ? 'not before this race'
          : 'no time';
    return say`${words(race.race)} (${why})`;
  });
  return [say`Not counted: ${namesText(texts)}.`];
}

/** The JSON contract: the finish as forecast, and what it rests on. */
export function finishJson({
  time,
  finishers,
  latestS,
  finishRatio,
  editions,
}: FinishOutlook): Json {
  return {
    medianS: finishers?.medianS ?? null,
    earlyS: finishers?.earlyS ?? null,
    lateS: finishers?.lateS ?? null,
    latestS,
    finishRatio,
    effectiveRaces: time?.effectiveRaces ?? 0,
    editions: editions.length,
    races: (time?.races ?? []).map(({ race, weightRatio, saysS }) => ({
      race: race.race,
      distanceM: race.distanceM,
      gainM: race.gainM,
      date: race.dayAt === null ? null : isoDayOf(race.dayAt),
      timeS: race.timeS,
      weightRatio,
      saysS,
    })),
  };
}
