/** The finish forecast from past races: how far off, how sure, and what each part of it brings. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CareerResult } from '../../../src/domain/record.js';
import {
  backtestCareers,
  type CareerPrediction,
  type CareerScores,
  type ReliabilityBin,
  scoreCareers,
} from '../../../src/engine/backtest/careers.js';
import { predictionsOfWholeFields } from '../../../src/engine/backtest/whole-fields.js';
import { CAREER, type CareerNumbers, CLIMB_COST } from '../../../src/engine/career/coefficients.js';
import { parseCareers } from '../../../src/input/careers/careers.js';
import { yearsBetween } from '../../../src/kernel/clock.js';
import { S_PER_H } from '../../../src/kernel/units.js';
import { DATA } from '../shared.js';

/** The race of which DNFs are known, and its closing. */
const HUNDRED_MILER = 'UTMB';
const CLOSES_S = 46.5 * S_PER_H;

/** Percent: what the error and the bias should not exceed. */
interface Goal {
  mae: number;
  bias: number;
}

/** Results to forecast, of which kind only those of `of` count. */
interface Asked {
  name: string;
  results: readonly CareerResult[];
  of: (result: CareerResult) => boolean;
  goal: Goal;
}

/** One altered number shows what the part it belongs to brings. */
const WITHOUT: readonly [string, CareerNumbers, { closes: boolean }?][] = [
  ['as it is', CAREER],
  ['no good days', { ...CAREER, likeness: { ...CAREER.likeness, goodDays: 0 } }],
  ['no likeness in effort', { ...CAREER, likeness: { ...CAREER.likeness, effort: Infinity } }],
  ['no age', { ...CAREER, likeness: { ...CAREER.likeness, ageYears: Infinity } }],
  ['no step up', { ...CAREER, growth: { ...CAREER.growth, stepUp: 0 } }],
  ['one spread for all', { ...CAREER, spread: { floor: 0.12, far: 0 } }],
  ['nothing closes', CAREER, { closes: false }],
  ['nobody hurries', { ...CAREER, closing: { ...CAREER.closing, reach: 1 } }],
  ['the fast stop least', { ...CAREER, drop: { ...CAREER.drop, ordinaryLog: -Infinity } }],
];

const HEAD = ['', 'finishes', 'error %', 'bias %', 'cover %', 'width %', 'Brier time', 'finish'];

/** Prints the scores of all results, of the 100-miler, and of pairs about a year apart, by halves of the runners. */
export function benchFinish(): void {
  const file = join(DATA, 'past-races', 'results.csv');
  if (!existsSync(file)) {
    console.log(`\nfinish from past races: no ${file}, nothing was scored`);
    return;
  }
  const source = { file, text: readFileSync(file, 'utf8') };
  const results = (parseCareers(source, 'metric').value ?? []).map((result) =>
    result.race === HUNDRED_MILER ? { ...result, cutoffS: CLOSES_S } : result,
  );
  const asked: readonly Asked[] = [
    { name: 'all results', results, of: () => true, goal: { mae: 11, bias: 2 } },
    {
      name: 'the 100-miler',
      results,
      of: ({ race }) => race === HUNDRED_MILER,
      goal: { mae: 8.3, bias: 2 },
    },
    {
      name: 'a year later',
      results: yearApart(results),
      of: () => true,
      goal: { mae: 7.2, bias: 2 },
    },
  ];
  console.log('\nfinish from past races');
  const rows: string[][] = [HEAD];
  for (const { name, goal, ...of } of asked) {
    const predictions = forecast(of, CAREER);
    rows.push(scoreCells(name, predictions, goal));
    for (const [half, isOdd] of [
      ['  odd runners', true],
      ['  even runners', false],
    ] as const) {
      const ofHalf = predictions.filter(({ result }) => isOddRunner(result) === isOdd);
      rows.push(scoreCells(half, ofHalf, goal));
    }
  }
  print(rows);
  for (const { name, ...of } of asked) printReliability(name, forecast(of, CAREER));
  for (const { name, ...of } of asked) {
    print([
      [name, ...HEAD.slice(1)],
      ...WITHOUT.map(([part, tuned, { closes } = { closes: true }]) => {
        const told = closes ? of.results : of.results.map((one) => ({ ...one, cutoffS: null }));
        return scoreCells(`  ${part}`, forecast({ ...of, results: told }, tuned), null);
      }),
    ]);
  }
  console.log(`
Error: mean |ln(actual / middle)|; bias: its median, above 0 too fast; cover: inside the range of 8 in 10, 77 to
83 % wanted. A year later: results of one runner 345 to 385 days apart, of about the same distance and effort, each
forecast from the earlier alone; it stands in for the same race again, which nothing here names. "finish": Brier
score of the chance to finish, where a DNF is told.`);
}

const isOddRunner = ({ runner }: CareerResult): boolean => Number.parseInt(runner, 10) % 2 === 1;

const forecast = ({ results, of }: Pick<Asked, 'results' | 'of'>, tuned: CareerNumbers) =>
  backtestCareers(results, tuned).filter(({ result }) => of(result));

const YEAR_DAYS = 365.25;
const logEffort = ({ distanceM, gainM }: CareerResult): number =>
  Math.log(distanceM + CLIMB_COST * (gainM ?? 0));

/** A career of two for each pair of finishes that may be of the same race. */
function yearApart(results: readonly CareerResult[]): readonly CareerResult[] {
  const careers = new Map<string, CareerResult[]>();
  for (const result of results) {
    if (result.timeS === null) continue;
    const career = careers.get(result.runner) ?? [];
    careers.set(result.runner, [...career, result]);
  }
  return [...careers.values()].flatMap((career) =>
    career.flatMap((later) =>
      career.flatMap((earlier): CareerResult[] => {
        const days = YEAR_DAYS * yearsBetween(earlier.dayAt, later.dayAt);
        const isAlike =
          days > 345 &&
          days < 385 &&
          Math.abs(Math.log(later.distanceM / earlier.distanceM)) < 0.03 &&
          Math.abs(logEffort(later) - logEffort(earlier)) < 0.05;
        const runner = `${later.runner} ${earlier.line} ${later.line}`;
        return isAlike ? [earlier, later].map((one) => ({ ...one, runner })) : [];
      }),
    ),
  );
}

const percent = (ratio: number | null): string => (ratio === null ? '' : (100 * ratio).toFixed(1));
const brier = (score: number | null): string => (score === null ? '' : score.toFixed(4));

function scoreCells(
  name: string,
  predictions: readonly CareerPrediction[],
  goal: Goal | null,
): string[] {
  const scores = scoreCareers(predictions);
  const { maeRatio, biasRatio, coverageRatio, widthRatio } = scores;
  const against = (shown: string, limit: number | undefined) =>
    limit === undefined
      ? shown
      : `${shown} ${Math.abs(Number(shown)) <= limit ? '≤' : '>'} ${limit}`;
  const isCovered = Math.abs(100 * (coverageRatio ?? 0) - 80) <= 3;
  return [
    name,
    String(scores.forecasts),
    against(percent(maeRatio), goal?.mae),
    against(percent(biasRatio), goal?.bias),
    `${percent(coverageRatio)}${goal ? (isCovered ? ' in' : ' out') : ''}`,
    percent(widthRatio),
    brier(scores.times.brier),
    brier(finishScores(predictions)?.brier ?? null),
  ];
}

function finishScores(predictions: readonly CareerPrediction[]): CareerScores['finish'] | null {
  const results = predictions.map(({ result }) => result);
  const whole = predictionsOfWholeFields(results, predictions);
  return whole.length === 0 ? null : scoreCareers(whole).finish;
}

function printReliability(name: string, predictions: readonly CareerPrediction[]): void {
  const line = (what: string, bins: readonly ReliabilityBin[]) =>
    `${name}, ${what}, said → happened (chances): ${bins
      .filter(({ count }) => count > 0)
      .map(({ said, happened, count }) => `${whole(said)} → ${whole(happened)} (${count})`)
      .join(', ')}`;
  console.log(line('under a time', scoreCareers(predictions).times.reliability));
  const finish = finishScores(predictions);
  if (finish) console.log(line('to finish', finish.reliability));
}

const whole = (ratio: number | null): string => (100 * (ratio ?? 0)).toFixed(0);

function print(rows: readonly (readonly string[])[]): void {
  const widths = HEAD.map((_, i) => Math.max(...rows.map((row) => row[i]!.length)));
  const padded = rows.map((row) =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))),
  );
  console.log(`\n${padded.map((row) => row.join('  ')).join('\n')}`);
}
