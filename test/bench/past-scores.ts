/** Scores of a few runners of each edition, for tables of many cases that must not take the night. */
import {
  backtestEdition,
  type EditionBacktest,
  modelOf,
  type TestEdition,
} from '../../src/engine/backtest/backtest.js';
import { scoreArrivals, scoreInRace } from '../../src/engine/backtest/scores.js';
import { prepareForecaster } from '../../src/engine/forecast/forecaster.js';
import { HISTORY, type HistoryConstants } from '../../src/engine/history/constants.js';
import type { PastEdition } from '../../src/engine/history/edition.js';
import { S_PER_MIN } from '../../src/kernel/units.js';
import { randoms } from '../history/support.js';
import { BERLIN, type BenchRace, MOUNTAIN_RACES, WESTERN_STATES } from './races.js';

export const SIX_RACES: readonly BenchRace[] = [WESTERN_STATES, BERLIN, ...MOUNTAIN_RACES];

/**
 * One edition, of its finishers every so many, forecast from others.
 * @param most finishers scored
 */
export function scoreFew(
  edition: TestEdition,
  editions: readonly PastEdition[],
  most: number,
  tuned: HistoryConstants = HISTORY,
): EditionBacktest {
  const { plan, course, sun } = edition;
  const asked = { plan, course, sun, editions, outcomes: [] };
  return backtestEdition(
    thinEdition(edition, most),
    modelOf(prepareForecaster(asked, tuned), false),
  );
}

/** The edition by so many of its finishers, from the fastest to the slowest alike. */
export const thinEdition = (edition: TestEdition, most: number): TestEdition => ({
  ...edition,
  past: { ...edition.past, finishers: thin(edition.past.finishers, most) },
});

function thin<T>(items: readonly T[], most: number): T[] {
  const step = Math.max(1, items.length / most);
  const kept = Math.min(most, items.length);
  return Array.from({ length: kept }, (_, i) => items[Math.floor((i + 0.5) * step)]!);
}

/** So many finishers of all editions, drawn by a seed; the same every time. */
export function drawRunners(
  editions: readonly PastEdition[],
  runners: number,
  seed: number,
): PastEdition[] {
  const random = randoms(seed);
  random();
  const all = editions.flatMap((edition) => edition.finishers.map((finisher) => finisher));
  const drawn = new Set(
    Array.from({ length: runners }, () => all[Math.floor(random() * all.length)]!),
  );
  return editions.map((edition) => ({
    ...edition,
    finishers: edition.finishers.filter((finisher) => drawn.has(finisher)),
  }));
}

export const PAST_HEAD: readonly string[] = [
  '',
  'told T: min',
  'legs %',
  'coverage %',
  'from 25 50 75 %: min',
  'coverage %',
  'next: min',
  'coverage %',
];

/** Scores of several editions in the columns of `PAST_HEAD`. */
export function pastCells(name: string, backtests: readonly EditionBacktest[]): string[] {
  const told = scoreArrivals(backtests.flatMap(({ runs }) => runs));
  const { finish, nextStation } = scoreInRace(backtests.flatMap(({ inRace }) => inRace ?? []));
  const minutes = (seconds: number | null, digits: number) =>
    seconds === null ? '' : (seconds / S_PER_MIN).toFixed(digits);
  const percent = (ratio: number | null, digits: number) =>
    ratio === null ? '' : (100 * ratio).toFixed(digits);
  return [
    name,
    minutes(told.maeS, 1),
    percent(told.legMapeRatio, 1),
    percent(told.coverageRatio, 0),
    finish.map(({ maeS }) => minutes(maeS, 0)).join(' '),
    finish.map(({ coverageRatio }) => percent(coverageRatio, 0)).join(' '),
    minutes(nextStation.maeS, 2),
    percent(nextStation.coverageRatio, 0),
  ];
}

/** Wide enough for any row; a name as long as the longest number of the model. */
const NAME_WIDTH = 38;
const CELL_WIDTHS = PAST_HEAD.map((head) => Math.max(head.length, 11));

/** Prints a row as soon as it is known: a table takes minutes. */
export const printRow = ([name, ...cells]: readonly string[]): void =>
  console.log(
    [name!.padEnd(NAME_WIDTH), ...cells.map((cell, i) => cell.padStart(CELL_WIDTHS[i + 1]!))].join(
      '  ',
    ),
  );
