import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { mean } from '../../src/kernel/stats.js';
import { raceplan } from '../support/cli.js';

const RACE = 'fixtures/history/flat-hundred';
const SPLITS = [2021, 2022, 2023].map((year) => `${RACE}/splits-${year}.csv`);

const backtest = async (...argv: string[]) =>
  JSON.parse((await raceplan('backtest', ...argv, '--format', 'json')).stdout);

const scratch = () => mkdtempSync(join(tmpdir(), 'raceplan-'));

describe('raceplan backtest', () => {
  it('scores every finisher of every edition, and counts who was left out', async () => {
    const scores = await backtest(...SPLITS);
    expect(scores).toMatchObject({ mode: 'no-history', runners: 42, dropped: 1 });
    expect(scores.editions.map(({ name, runners }: Named) => [name, runners])).toEqual([
      ['2021', 14],
      ['2022', 14],
      ['2023', 14],
    ]);
    // three runners lack one time at nine stations
    const pairs = scores.editions.map((edition: Named) => edition.pairs);
    expect(pairs.reduce((a: number, b: number) => a + b)).toBe(scores.pairs);
    expect(scores.inRace.finishMaeMin).toHaveLength(3);
    expect(scores.yardsticks.map(({ model }: { model: string }) => model)).toContain('even pace');
  });

  it('finds that history helps where the course has a bog no plan knows', async () => {
    const [alone, learned] = await Promise.all(
      ['no-history', 'leave-one-out'].map((mode) => backtest(...SPLITS, '--mode', mode)),
    );
    expect(learned.maeMin).toBeLessThan(0.9 * alone.maeMin);
    expect(alone.maeMin).toBeLessThan(alone.yardsticks[0].maeMin);
  });

  it('sees no later edition where only earlier ones may be seen', async () => {
    const earlier = await backtest(...SPLITS, '--mode', 'earlier');
    expect(earlier.editions.map(({ name }: Named) => name)).toEqual(['2022', '2023']);
    const [first] = (await backtest(...SPLITS.slice(0, 2), '--mode', 'one-prior')).editions;
    expect(earlier.editions[0]).toEqual(first);
  });

  it('writes predictions from which anyone gets the same scores', async () => {
    const file = join(scratch(), 'predictions.csv');
    const scores = await backtest(...SPLITS, '--mode', 'leave-one-out', '--predictions', file);
    const rows: Record<string, string>[] = parse(readFileSync(file, 'utf8'), { columns: true });
    expect(Object.keys(rows[0]!).join()).toBe(
      'edition,runner,station,atM,actualS,predictedS,earlyS,lateS',
    );
    expect(rows).toHaveLength(scores.pairs);
    const number = (row: Record<string, string>, column: string) => Number(row[column]);
    const offMin = rows.map(
      (row) => Math.abs(number(row, 'predictedS') - number(row, 'actualS')) / 60,
    );
    expect(mean(offMin)).toBeCloseTo(scores.maeMin, 2);
    const inside = rows.filter(
      (row) =>
        number(row, 'earlyS') <= number(row, 'actualS') &&
        number(row, 'actualS') <= number(row, 'lateS'),
    );
    expect((100 * inside.length) / rows.length).toBeCloseTo(scores.coveragePercent, 2);
  });

  it('takes the stations of each year from a file of that year', async () => {
    const folder = scratch();
    for (const year of [2021, 2022]) {
      const splits = readFileSync(`${RACE}/splits-${year}.csv`, 'utf8');
      // in 2022 the mill stood two kilometres further
      const millKm = year === 2022 ? 12 : 10;
      const names = splits.split('\n')[0]!.split(',').slice(3);
      const table = names.map((name, i) => `${name},${i === 0 ? millKm : 10 * (i + 1)}`);
      writeFileSync(join(folder, `splits-${year}.csv`), splits);
      writeFileSync(
        join(folder, `stations-${year}.csv`),
        ['station,km', 'Start,0', ...table, 'Finish,100', ''].join('\n'),
      );
    }
    const file = join(folder, 'predictions.csv');
    const { status } = await raceplan(
      ...['backtest', '--plan', RACE, '--predictions', file],
      ...[join(folder, 'splits-2021.csv'), join(folder, 'splits-2022.csv')],
      ...['--stations', join(folder, 'stations-YYYY.csv')],
    );
    expect(status).toBe(0);
    const rows: Record<string, string>[] = parse(readFileSync(file, 'utf8'), { columns: true });
    const mill = rows.filter(({ station }) => station === 'Mill');
    const atKm = new Set(mill.map(({ edition, atM }) => `${edition} ${atM}`));
    expect([...atKm]).toEqual(['2021 10000', '2022 12000']);
  });

  it('takes the climbs of the legs from there as well', async () => {
    const folder = scratch();
    const splits = readFileSync(SPLITS[0]!, 'utf8');
    writeFileSync(join(folder, 'splits-2021.csv'), splits);
    const names = splits.split('\n')[0]!.split(',').slice(3);
    const millS = async (millGainM: number) => {
      const table = names.map((name, i) => `${name},${10 * (i + 1)},${i === 0 ? millGainM : 0},0`);
      const rows = ['station,km,leg_gain_m,leg_loss_m', 'Start,0,0,', ...table, 'Finish,100,0,0'];
      writeFileSync(join(folder, 'stations.csv'), rows.join('\n'));
      const file = join(folder, 'predictions.csv');
      await raceplan(
        ...['backtest', '--plan', RACE, '--predictions', file, join(folder, 'splits-2021.csv')],
        ...['--stations', join(folder, 'stations.csv')],
      );
      const forecasts: Record<string, string>[] = parse(readFileSync(file, 'utf8'), {
        columns: true,
      });
      return Number(forecasts[0]!.predictedS);
    };
    expect(await millS(600)).toBeGreaterThan(1.2 * (await millS(0)));
  });

  it('prints a report of 80 columns', async () => {
    const { status, stdout } = await raceplan('backtest', ...SPLITS, '--mode', 'leave-one-out');
    expect(status).toBe(0);
    await expect(stdout).toMatchFileSnapshot('golden/backtest.txt');
    expect(Math.max(...stdout.split('\n').map((line) => [...line].length))).toBeLessThanOrEqual(80);
  });

  it.each([
    [['--mode', 'clairvoyant'], 'BAD_ARGUMENT'],
    [['--mode', 'leave-one-out'], 'NO_OTHER_EDITION'],
    [['--predictions', 'no/such/folder.csv'], 'FILE_NOT_WRITTEN'],
    [['--stations', 'no/such-YYYY.csv'], 'FILE_NOT_FOUND'],
  ])('refuses %j', async (argv, code) => {
    const { status, stdout, stderr } = await raceplan('backtest', SPLITS[0]!, ...argv);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(code);
  });

  it('says when there is nothing to score', async () => {
    const file = join(scratch(), 'splits-2020.csv');
    writeFileSync(file, 'Place,Time,Runner\n1,10:00:00,A\n2,11:00:00,B\n');
    const { status, stderr } = await raceplan('backtest', file, '--plan', RACE);
    expect(status).toBe(2);
    expect(stderr).toContain('NO_SPLITS');
  });
});

interface Named {
  name: string;
  runners: number;
  pairs: number;
}

describe('raceplan build, with splits of past editions', () => {
  it('says on whom the arrivals rest, and what they changed', async () => {
    const { stdout } = await raceplan('build', RACE, '--explain');
    expect(stdout).toContain('42 past finishers, 3 editions');
    expect(stdout).toMatch(/At base +Fade +History +Moving/);
    const { evidence, legs } = JSON.parse(
      (await raceplan('build', RACE, '--format', 'json')).stdout,
    );
    expect(evidence).toEqual({ editions: 3, runners: 42 });
    // the bog lies after Oak Hill, the third station
    expect(legs[3].factorS.history).toBeGreaterThan(60);
    expect(legs.at(-1).plan.arriveS).toBe(13 * 3600);
  });

  it('forecasts during the race from those who stood alike', async () => {
    const folder = scratch();
    const plan = readFileSync(`${RACE}/race.yaml`, 'utf8');
    writeFileSync(join(folder, 'race.yaml'), plan.slice(0, plan.indexOf('history:')));
    writeFileSync(join(folder, 'log.csv'), 'station,arrive\nMill,7:05\nWeir,8:15\nOak Hill,9:26\n');
    const quarryS = async (planned: string): Promise<number> => {
      const argv = ['replan', join(folder, 'log.csv'), '--plan', planned, '--format', 'json'];
      const { legs } = JSON.parse((await raceplan(...argv)).stdout);
      return legs[0].forecast.arriveS;
    };
    // the next leg leads through the bog
    expect(await quarryS(RACE)).toBeGreaterThan((await quarryS(folder)) + 30);
  });
});
