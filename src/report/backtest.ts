/** `raceplan backtest`: how well the model would have predicted splits that are known. */
import type { Course } from '../domain/course.js';
import type { Plan } from '../domain/plan.js';
import type { EditionBacktest } from '../engine/backtest/backtest.js';
import {
  computeEdgeShares,
  computePlaceErrors,
  windowedArrivals,
  windowedNext,
} from '../engine/backtest/calibration.js';
import type { BacktestMode } from '../engine/backtest/modes.js';
import { type ArrivalScores, scoreArrivals } from '../engine/backtest/scores.js';
import type { Yardstick } from '../engine/backtest/yardsticks.js';
import { sum } from '../kernel/stats.js';
import {
  inRaceJson,
  inRaceTables,
  QUARTERS,
  type ScoredInRace,
  scoreInRaces,
  toMin,
  toPercent,
} from './backtest-in-race.js';
import { left, right } from './columns.js';
import { edgesFigure, errorsFigure } from './figures/calibration.js';
import { placeFigures } from './figures/placing.js';
import { raceJson } from './race.js';
import type { Json, Report, Row, Section } from './report.js';
import { count, minutes, ratio, say, signedMinutes, type Text, words } from './value.js';

export interface BacktestInput {
  plan: Plan;
  course: Course;
  mode: BacktestMode;
  backtests: readonly EditionBacktest[];
  yardsticks: readonly { yardstick: Yardstick; backtests: readonly EditionBacktest[] }[];
  /** Only the forecasts during the race were asked for. */
  isInRace?: boolean;
}

/** Scores of one edition, or of all. */
interface Scored extends ScoredInRace {
  name: string;
  year: number | null;
  dropped: number;
  arrivals: ArrivalScores;
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
  const { plan, course, mode, backtests, isInRace = false } = input;
  const editions = backtests.map(scoreEdition);
  const all = scoreAll(backtests);
  const yardsticks = input.yardsticks.map(({ yardstick, backtests: simple }) => ({
    yardstick,
    scored: scoreAll(simple),
  }));
  const { runners, pairs } = all.arrivals;
  const sections: (Section | null)[] = [
    isInRace ? null : arrivalTable(editions, all, yardsticks),
    ...inRaceTables(editions, all),
  ];
  const times = (isInRace ? windowedNext : windowedArrivals)(backtests);
  const figures = [
    edgesFigure(computeEdgeShares(times), times.length, isInRace ? 'in-race' : 'arrivals'),
    isInRace ? null : errorsFigure(computePlaceErrors(backtests), course.distanceM),
  ];
  return {
    command: 'backtest',
    title: `${plan.race.name}: how good the forecasts are`,
    subtitle: say`${MODE_TEXT[mode]}: ${count(runners)} finishers, ${count(pairs)} times at stations; ${count(all.dropped)} left out, for times that are missing or cannot be true`,
    sections: placeFigures(sections, figures),
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
  ...scoreInRaces(backtests),
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

/** In the units of the JSON contract. */
function scoresJson(scored: Scored): { [key: string]: Json } {
  const { dropped, arrivals } = scored;
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
    ...inRaceJson(scored),
  };
}
