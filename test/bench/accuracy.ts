/**
 * `npm run bench:accuracy`: the scores of the pace model, with and without history, before and during the race,
 * beside simple models and the goals. Needs the real splits of `shared/data`; says so and ends well without them.
 */
import { existsSync } from 'node:fs';
import {
  backtestEditions,
  backtestYardstick,
  type EditionBacktest,
  type TestEdition,
} from '../../src/engine/backtest/backtest.js';
import type { BacktestMode } from '../../src/engine/backtest/modes.js';
import {
  type ArrivalScores,
  type InRaceScores,
  scoreArrivals,
  scoreInRace,
} from '../../src/engine/backtest/scores.js';
import type { Yardstick } from '../../src/engine/backtest/yardsticks.js';
import { sum } from '../../src/kernel/stats.js';
import { S_PER_MIN } from '../../src/kernel/units.js';
import { BERLIN, type BenchRace, loadBenchRace, WESTERN_STATES } from './races.js';
import { benchFinish } from './sections/finish.js';
import { benchPast } from './sections/past.js';
import { benchToday } from './sections/today.js';
import { DATA } from './shared.js';

/** What a score should not exceed: minutes, percent. */
interface Goal {
  maeMin?: number;
  legMapePercent?: number;
  finishMaeMin?: readonly number[];
  nextStationMaeMin?: number;
}

const YARDSTICKS: readonly [Yardstick, string][] = [
  ['even pace', 'even pace'],
  ['minetti-2002', 'Minetti 2002, constant effort'],
  ['even and fade', 'even effort and fade'],
];

const MODES: readonly [BacktestMode, string][] = [
  ['no-history', 'no history'],
  ['leave-one-out', 'all other editions'],
  ['earlier', 'earlier editions'],
  ['one-prior', 'the edition before'],
];

const GOALS: Readonly<Record<string, Partial<Record<BacktestMode, Goal>>>> = {
  [WESTERN_STATES.name]: {
    'no-history': { maeMin: 24, legMapePercent: 10.5, finishMaeMin: [95, 64, 37] },
    'leave-one-out': {
      maeMin: 20,
      legMapePercent: 7.9,
      finishMaeMin: [84, 54, 29],
      nextStationMaeMin: 6,
    },
    'one-prior': { maeMin: 21.5 },
  },
  [BERLIN.name]: {
    'no-history': { maeMin: 23, legMapePercent: 10.5, finishMaeMin: [100, 67, 40] },
    'leave-one-out': {
      maeMin: 19.5,
      legMapePercent: 9.2,
      finishMaeMin: [98, 65, 36],
      nextStationMaeMin: 5.3,
    },
  },
};

type Cells = readonly string[];

const fixed = (value: number | null, decimals = 1): string =>
  value === null ? '' : value.toFixed(decimals);
const minutes = (seconds: number | null, decimals = 1): string =>
  fixed(seconds === null ? null : seconds / S_PER_MIN, decimals);
const percent = (ratio: number | null, decimals = 1): string =>
  fixed(ratio === null ? null : ratio * 100, decimals);
const signed = (seconds: number | null): string =>
  seconds === null ? '' : `${seconds < 0 ? '−' : '+'}${minutes(Math.abs(seconds), 0)}`;
/** `20.6 > 20`, `8.9 ≤ 9.2`. */
const against = (shown: string, goal: number | undefined): string =>
  goal === undefined ? shown : `${shown} ${Number(shown) <= goal ? '≤' : '>'} ${goal}`;

function arrivalCells(name: string, scores: ArrivalScores, goal: Goal = {}): Cells {
  return [
    name,
    String(scores.runners),
    against(minutes(scores.maeS), goal.maeMin),
    percent(scores.maeRatio, 2),
    scores.biasS.map(signed).join(' '),
    against(percent(scores.legMapeRatio), goal.legMapePercent),
    percent(scores.coverageRatio),
    minutes(scores.windowWidthS, 0),
  ];
}

function inRaceCells(name: string, { finish, nextStation }: InRaceScores, goal: Goal = {}): Cells {
  return [
    name,
    ...finish.map(({ maeS }, i) => against(minutes(maeS), goal.finishMaeMin?.[i])),
    finish.map(({ coverageRatio }) => percent(coverageRatio, 0)).join(' '),
    finish.map(({ windowWidthS }) => minutes(windowWidthS, 0)).join(' '),
    against(minutes(nextStation.maeS, 2), goal.nextStationMaeMin),
    percent(nextStation.coverageRatio),
  ];
}

const ARRIVAL_HEAD: Cells = [
  'before the race',
  'runners',
  'MAE min',
  '% of T',
  'bias 25 50 75 %',
  'leg MAPE %',
  'coverage %',
  'width min',
];
const IN_RACE_HEAD: Cells = [
  'during the race',
  'from 25 %: min',
  'from 50 %',
  'from 75 %',
  'coverage %',
  'width min',
  'next: min',
  'coverage %',
];

function printTable(rows: readonly Cells[]): void {
  const widths = rows[0]!.map((_, i) => Math.max(...rows.map((row) => row[i]!.length)));
  const line = (row: Cells) =>
    row
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!)))
      .join('  ');
  console.log(`\n${rows.map(line).join('\n')}`);
}

/** One row for all editions, then one for each. */
const withEditions = (
  name: string,
  backtests: readonly EditionBacktest[],
  goal?: Goal,
): Cells[] => [
  arrivalCells(name, scoreArrivals(backtests.flatMap(({ runs }) => runs)), goal),
  ...backtests.map(({ edition, runs }) =>
    arrivalCells(`  ${edition.past.name}`, scoreArrivals(runs)),
  ),
];

function inRaceRows(name: string, backtests: readonly EditionBacktest[], goal?: Goal): Cells[] {
  const row = (label: string, of: readonly EditionBacktest[], bound?: Goal) =>
    inRaceCells(label, scoreInRace(of.flatMap(({ inRace }) => inRace ?? [])), bound);
  return [
    row(name, backtests, goal),
    ...backtests.map((backtest) => row(`  ${backtest.edition.past.name}`, [backtest])),
  ];
}

function benchRace(race: BenchRace): void {
  const editions: readonly TestEdition[] = loadBenchRace(race);
  const pasts = editions.map(({ past }) => past);
  const finishers = sum(pasts.map((past) => past.finishers.length));
  const dropped = sum(pasts.map((past) => past.dropped));
  console.log(
    `\n${race.name} ${pasts.map(({ name }) => name).join(', ')}: ${finishers} finishers, ${dropped} rows dropped`,
  );
  const arrivals: Cells[] = [ARRIVAL_HEAD];
  const inRace: Cells[] = [IN_RACE_HEAD];
  for (const [yardstick, name] of YARDSTICKS) {
    const [pooled] = withEditions(name, backtestYardstick(editions, yardstick));
    arrivals.push(pooled!);
  }
  for (const [mode, name] of MODES) {
    const backtests = [...backtestEditions(editions, mode)];
    const goal = GOALS[race.name]?.[mode];
    arrivals.push(...withEditions(name, backtests, goal));
    inRace.push(...inRaceRows(name, backtests, goal));
  }
  printTable(arrivals);
  printTable(inRace);
}

if (!existsSync(DATA)) {
  console.log(
    `bench:accuracy needs real splits, and there are none in ${DATA}: nothing was scored.`,
  );
  console.log('RACEPLAN_SHARED=folder says where else to look.');
} else {
  const races = [WESTERN_STATES, BERLIN];
  for (const race of races) benchRace(race);
  benchFinish();
  benchPast();
  benchToday();
  console.log(`
The coefficients of the pace model were fitted to these years (see src/engine/pacing/coefficients.ts): "no
history" is scored on what it was fitted to. With history no forecast sees the edition it is scored on; the few
constants of the history model were chosen with all of these editions in view. Goals stand behind the scores;
coverage should be 78 to 82 %. 25, 50, 75 %: the station nearest, of those where half of the finishers have a
time. Next: the next recorded station, the finish included. Forecasts are for runners who finish.`);
}
