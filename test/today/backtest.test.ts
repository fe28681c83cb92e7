import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { backtestEditions, type TestEdition } from '../../src/engine/backtest/backtest.js';
import { prepareForecaster } from '../../src/engine/forecast/forecaster.js';
import type { FieldRunner } from '../../src/engine/today/field-runners.js';
import { mean } from '../../src/kernel/stats.js';
import { hundred, inventEdition } from '../history/support.js';
import { raceplan } from '../support/cli.js';
import { askJson, raceFolder } from '../support/folder.js';

const RACE = 'fixtures/history/flat-hundred';
const SPLITS = [2021, 2022, 2023].map((year) => `${RACE}/splits-${year}.csv`);

type Row = Record<string, string>;

describe('raceplan backtest --in-race', () => {
  it('prints the forecasts during the race alone, with the field of the day where asked', async () => {
    const sections = async (...asked: string[]) => {
      const { stdout } = await raceplan('backtest', ...SPLITS, ...asked);
      return [/Told the finish time/, /During the race/, /with today’s field/].map((title) =>
        title.test(stdout),
      );
    };
    expect(await sections()).toEqual([true, true, false]);
    expect(await sections('--field')).toEqual([true, true, true]);
    expect(await sections('--in-race')).toEqual([false, true, false]);
    expect(await sections('--in-race', '--field')).toEqual([false, true, true]);
  });

  it.each([
    ['without the field', [], 'inRace'],
    ['with it', ['--field'], 'inRaceWithField'],
  ])('writes predictions %s from which anyone gets the same scores', async (_, asked, scored) => {
    const { 'p.csv': file } = raceFolder({ 'p.csv': '' });
    const args = [...SPLITS, '--in-race', ...asked, '--predictions', file];
    const scores = (await askJson('backtest', ...args))[scored];
    const rows: Row[] = parse(readFileSync(file, 'utf8'), { columns: true });
    expect(Object.keys(rows[0]!).join()).toBe(
      'edition,runner,from,fromM,atStation,atM,actualS,predictedS,earlyS,lateS',
    );
    const offMin = (of: Row[]) =>
      mean(
        of.map(({ predictedS, actualS }) => Math.abs(Number(predictedS) - Number(actualS)) / 60),
      );
    // of two rows from one place the first is the next place
    const next = rows.filter((row, i) => {
      const before = rows[i - 1];
      return before?.runner !== row.runner || before?.from !== row.from;
    });
    expect(offMin(next)).toBeCloseTo(scores.nextStationMaeMin, 2);
    const half = rows.filter(({ from, atStation }) => from === 'Chapel' && atStation === 'Finish');
    expect(offMin(half)).toBeCloseTo(scores.finishMaeMin[1], 2);
    // its own table may be written again
    expect((await raceplan('backtest', ...args)).status).toBe(0);
  });
});

describe('the backtest with today’s field', () => {
  const race = hundred();
  /** A day on which everyone loses time in the middle, as nobody could know. */
  const past = inventEdition(race, (ratio) => 0.03 * Math.sin(2 * Math.PI * ratio), {
    seed: 1,
    noiseRatio: 0.005,
  });
  const fieldOf = (waveS: number): FieldRunner[] =>
    past.finishers.map(({ runner, arriveS, finishS }) => ({
      runner,
      waveS,
      arriveS: [0, ...arriveS, finishS],
    }));
  const edition: TestEdition = { ...race, sun: null, past, field: fieldOf(0) };
  const [scored] = [...backtestEditions([edition], 'no-history', true)];

  it('scores what replan prints', () => {
    const { plan, course } = race;
    const asked = { plan, course, sun: null, editions: [], outcomes: [] };
    const amid = prepareForecaster(asked).amid(fieldOf(0));
    const { finisher, steps } = scored!.amid![5]!;
    const passages = finisher.arriveS.map((timeS, i) => ({ place: i + 1, arriveS: timeS! }));
    expect(steps.map(({ finish }) => finish.forecast)).toEqual(
      steps.map((_, i) => amid(passages.slice(0, i + 1), 0)!.ahead.at(-1)),
    );
  });

  it('is better at the next station on a day that nobody could know', () => {
    const offS = (runs: NonNullable<typeof scored>['amid']) =>
      mean(runs!.flatMap(({ next }) => next.map((p) => Math.abs(p.forecast.medianS - p.actualS))))!;
    expect(offS(scored!.amid)).toBeLessThan(0.8 * offS(scored!.inRace));
  });

  it('says nothing where all but the runner start a day later', () => {
    const late = fieldOf(24 * 3600).slice(1);
    const alone: TestEdition = { ...edition, field: [fieldOf(0)[0]!, ...late] };
    const [backtest] = [...backtestEditions([alone], 'no-history', true)];
    expect(backtest!.amid![0]).toEqual(backtest!.inRace![0]);
  });
});
