/** `raceplan backtest`: how well the model would have predicted splits that are known. */
import type { Course } from '../domain/course.js';
import type { Plan } from '../domain/plan.js';
import type { EditionBacktest } from '../engine/backtest/backtest.js';
import type { BacktestMode } from '../engine/backtest/modes.js';
import {
  type ArrivalScores,
  type ForecastScores,
  type InRaceScores,
  scoreArrivals,
  scoreInRace,
} from '../engine/backtest/scores.js';
import type { Yardstick } from '../engine/backtest/yardsticks.js';
import { sum } from '../kernel/stats.js';
import { S_PER_MIN } from '../kernel/units.js';
import { left, right } from './columns.js';
import { raceJson } from './race.js';
import type { Json, Report, Row, Section } from './report.js';
import { count, minutes, ratio, say, signedMinutes, type Text, words } from './value.js';

export interface BacktestInput {
  plan: Plan;
  course: Course;
  mode: BacktestMode;
  backtests: readonly EditionBacktest[];
  yardsticks: readonly { yardstick: Yardstick; backtests: readonly EditionBacktest[] }[];
}

/** Scores of one edition, or of all. */
interface Scored {
  name: string;
  year: number | null;
  dropped: number;
  arrivals: ArrivalScores;
  inRace: InRaceScores | null;
}

const MODE_TEXT: Readonly<Record<BacktestMode, string>> = {
  'no-history': 'the model alone',
  'leave-one-out': 'every edition from all others',
  earlier: 'every edition from those before it',
  'one-prior': 'every edition from the one before it',
};

const YARDSTICK_TEXT: Readonly<Record<Yardstick, string>> = {
  'even pace': 'Even pace',
  'minetti-2002': 'Minetti 2002, constant effort',
  'even and fade': 'Even effort and fade',
};

export function backtestReport(input: BacktestInput): Report {
  const { plan, course, mode, backtests } = input;
  const editions = backtests.map(scoreEdition);
  const all = scoreAll(backtests);
  const yardsticks = input.yardsticks.map(({ yardstick, backtests: simple }) => ({
    yardstick,
    scored: scoreAll(simple),
  }));
  const { runners, pairs } = all.arrivals;
  const sections: (Section | null)[] = [
    arrivalTable(editions, all, yardsticks),
    inRaceTable(editions, all),
  ];
  return {
    command: 'backtest',
    title: `${plan.race.name}: how good the forecasts are`,
    subtitle: say`${MODE_TEXT[mode]}: ${count(runners)} finishers, ${count(pairs)} times at stations; ${count(all.dropped)} left out, for times that are missing or cannot be true`,
    sections: sections.filter((section) => section !== null),
    verdicts: [],
    data: {
      race: raceJson(plan, course),
      mode,
      ...scoresJson(all),
      editions: editions.map((edition) => ({
        name: edition.name,
        year: edition.year,
        ...scoresJson(edition),
      })),
      yardsticks: yardsticks.map(({ yardstick, scored }) => ({
        model: yardstick,
        ...scoresJson(scored),
      })),
    },
  };
}

const scoreEdition = (backtest: EditionBacktest): Scored => ({
  ...scoreAll([backtest]),
  name: backtest.edition.past.name,
  year: backtest.edition.past.year,
});

const scoreAll = (backtests: readonly EditionBacktest[]): Scored => ({
  name: 'All',
  year: null,
  dropped: sum(backtests.map(({ edition }) => edition.past.dropped)),
  arrivals: scoreArrivals(backtests.flatMap(({ runs }) => runs)),
  inRace: backtests.every(({ inRace }) => inRace !== null)
    ? scoreInRace(backtests.flatMap(({ inRace }) => inRace ?? []))
    : null,
});

const EDITION = left('edition', '');

function arrivalTable(
  editions: readonly Scored[],
  all: Scored,
  yardsticks: readonly { yardstick: Yardstick; scored: Scored }[],
): Section {
  return {
    kind: 'table',
    id: 'arrivals',
    title: 'Told the finish time, before the race',
    columns: [
      EDITION,
      right('runners', 'Runners', 2),
      right('mae', 'Off by'),
      right('maeRatio', 'of finish', 1),
      ...QUARTERS.map((quarter) => right(`bias${quarter}`, `at ${quarter}%`, 3)),
      right('legs', 'Legs'),
      right('coverage', 'Covered'),
      right('width', 'Window'),
    ],
    rows: [
      ...editions.map((edition) => arrivalRow(edition.name, edition)),
      ...(editions.length > 1 ? [{ ...arrivalRow('All', all), emphasis: 'total' as const }] : []),
      ...yardsticks.map(({ yardstick, scored }) => arrivalRow(YARDSTICK_TEXT[yardstick], scored)),
    ],
    notes: [
      [
        'Off by: mean distance of forecast and actual arrivals; at 25, 50, 75% of the distance: how much later than the runners the forecast is. Legs: mean error of the time of a leg. Covered: arrivals inside the window, which should be 80%.',
      ],
    ],
  };
}

const QUARTERS = [25, 50, 75] as const;

const arrivalRow = (name: string, { arrivals }: Scored): Row => ({
  cells: [
    [words(name)],
    [count(arrivals.runners)],
    [minutes(arrivals.maeS)],
    [ratio(arrivals.maeRatio, 1)],
    ...arrivals.biasS.map((biasS): Text => [signedMinutes(biasS)]),
    [ratio(arrivals.legMapeRatio, 1)],
    [ratio(arrivals.coverageRatio, 0)],
    [minutes(arrivals.windowWidthS)],
  ],
});

function inRaceTable(editions: readonly Scored[], all: Scored): Section | null {
  if (!all.inRace) return null;
  return {
    kind: 'table',
    id: 'in-race',
    title: 'During the race: how far the finish was off',
    columns: [
      EDITION,
      ...QUARTERS.flatMap((quarter) => [
        right(`finish${quarter}`, `From ${quarter}%`),
        right(`covered${quarter}`, 'Covered', 1),
      ]),
      right('next', 'Next'),
      right('coveredNext', 'Covered', 1),
    ],
    rows: [
      ...editions.flatMap((edition) => inRaceRow(edition.name, edition)),
      ...(editions.length > 1
        ? inRaceRow('All', all).map((row) => ({ ...row, emphasis: 'total' as const }))
        : []),
    ],
    notes: [
      [
        'From the station nearest 25, 50, 75% of the distance where at least half of the finishers have a time; Next: the next station with a time, from each. Only runners who finished are counted: a forecast says when, if you finish.',
      ],
    ],
  };
}

const inRaceRow = (name: string, { inRace }: Scored): Row[] =>
  inRace
    ? [
        {
          cells: [
            [words(name)],
            ...[...inRace.finish, inRace.nextStation].flatMap((scores): Text[] => [
              [minutes(scores.maeS)],
              [ratio(scores.coverageRatio, 0)],
            ]),
          ],
        },
      ]
    : [];

const toMin = (seconds: number | null): number | null =>
  seconds === null ? null : seconds / S_PER_MIN;
const toPercent = (value: number | null): number | null => (value === null ? null : value * 100);

/** In the units of the JSON contract. */
function scoresJson({ dropped, arrivals, inRace }: Scored): { [key: string]: Json } {
  return {
    runners: arrivals.runners,
    pairs: arrivals.pairs,
    dropped,
    maeMin: toMin(arrivals.maeS),
    maePercent: toPercent(arrivals.maeRatio),
    biasMin: arrivals.biasS.map(toMin),
    legMapePercent: toPercent(arrivals.legMapeRatio),
    coveragePercent: toPercent(arrivals.coverageRatio),
    windowWidthMin: toMin(arrivals.windowWidthS),
    inRace: inRace && {
      finishMaeMin: inRace.finish.map(({ maeS }) => toMin(maeS)),
      finish: inRace.finish.map(forecastJson),
      nextStationMaeMin: toMin(inRace.nextStation.maeS),
      nextStation: forecastJson(inRace.nextStation),
    },
  };
}

const forecastJson = (scores: ForecastScores): Json => ({
  forecasts: scores.forecasts,
  maeMin: toMin(scores.maeS),
  coveragePercent: toPercent(scores.coverageRatio),
  windowWidthMin: toMin(scores.windowWidthS),
});
