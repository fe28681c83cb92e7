/** Forecasts during the race, without the field of the day and with it. */
import { backtestEditions, type EditionBacktest } from '../../../src/engine/backtest/backtest.js';
import type { BacktestMode } from '../../../src/engine/backtest/modes.js';
import { type ForecastScores, scoreInRace } from '../../../src/engine/backtest/scores.js';
import { S_PER_MIN } from '../../../src/kernel/units.js';
import { BERLIN, type BenchRace, loadBenchRace, MOUNTAIN_RACES, WESTERN_STATES } from '../races.js';

/** The error at the next station should fall by this much, percent. */
const GOAL_WITH_HISTORY = 7;
const GOAL_WITHOUT = 20;

interface Asked {
  race: BenchRace;
  mode: BacktestMode;
  goal: number | null;
}

const ASKED: readonly Asked[] = [
  ...[WESTERN_STATES, BERLIN].flatMap((race): Asked[] => [
    { race, mode: 'no-history', goal: null },
    { race, mode: 'leave-one-out', goal: GOAL_WITH_HISTORY },
  ]),
  ...MOUNTAIN_RACES.map((race): Asked => ({ race, mode: 'no-history', goal: GOAL_WITHOUT })),
];

const HEAD = [
  'with today’s field',
  'from 25 %: min',
  'from 50 %',
  'from 75 %',
  'next: min',
  'less %',
  'coverage 25 50 75 % next',
];

/** Prints every race and edition: `32.5 → 32.4`, minutes without the field and with it. */
export function benchToday(): void {
  const rows: string[][] = [HEAD];
  for (const { race, mode, goal } of ASKED) {
    const backtests: EditionBacktest[] = [];
    for (const backtest of backtestEditions(loadBenchRace(race), mode, true)) {
      backtests.push(backtest);
    }
    const name = `${race.name}, ${mode === 'no-history' ? 'no history' : 'all other editions'}`;
    rows.push(rowOf(name, backtests, goal));
    for (const backtest of backtests) {
      rows.push(rowOf(`  ${backtest.edition.past.name}`, [backtest], null));
    }
  }
  const widths = HEAD.map((_, i) => Math.max(...rows.map((row) => row[i]!.length)));
  const padded = rows.map((row) =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))),
  );
  console.log(`\n${padded.map((row) => row.join('  ')).join('\n')}`);
  console.log(
    'Each runner sees of the others what they had done by the runner’s own clock; those who did not finish count.',
  );
}

function rowOf(name: string, backtests: readonly EditionBacktest[], goal: number | null): string[] {
  const without = scoreInRace(backtests.flatMap(({ inRace }) => inRace ?? []));
  const amid = scoreInRace(backtests.flatMap(({ amid: runs }) => runs ?? []));
  const less = 100 * (1 - (amid.nextStation.maeS ?? 0) / (without.nextStation.maeS ?? 1));
  const met = goal === null ? '' : ` ${less >= goal ? '≥' : '<'} ${goal}`;
  const coverages = [...amid.finish, amid.nextStation].map(({ coverageRatio }) =>
    ((coverageRatio ?? 0) * 100).toFixed(0),
  );
  return [
    name,
    ...amid.finish.map((scores, i) => change(without.finish[i]!, scores, 1)),
    change(without.nextStation, amid.nextStation, 2),
    `${less.toFixed(1)}${met}`,
    coverages.join(' '),
  ];
}

const change = (before: ForecastScores, after: ForecastScores, decimals: number): string =>
  [before, after].map(({ maeS }) => ((maeS ?? 0) / S_PER_MIN).toFixed(decimals)).join(' → ');
