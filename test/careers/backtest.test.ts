import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { raceplan } from '../support/cli.js';
import { planFile } from '../support/plan-file.js';

const MANY = 'fixtures/careers/many.csv';

const json = async (...argv: string[]) =>
  JSON.parse((await raceplan('backtest', '--finish', ...argv, '--format', 'json')).stdout);

/** A file of results by day. */
function resultsFile(...rows: string[]): string {
  const file = join(mkdtempSync(join(tmpdir(), 'raceplan-')), 'results.csv');
  writeFileSync(file, ['runner,date,distance_km,gain_m,status,time', ...rows].join('\n'));
  return file;
}

async function predictions(file: string, ...argv: string[]) {
  const path = join(mkdtempSync(join(tmpdir(), 'raceplan-')), 'predictions.csv');
  const ran = await raceplan('backtest', '--finish', file, '--predictions', path, ...argv);
  expect(ran.status).toBe(0);
  const [header, ...rows] = readFileSync(path, 'utf8').trimEnd().split('\n');
  return { header, rows: rows.map((row) => row.split(',')) };
}

describe('forecasts of the finish, scored', () => {
  it('are printed for a reader, who needs no plan', async () => {
    const { status, stdout } = await raceplan('backtest', '--finish', MANY);
    expect(status).toBe(0);
    expect(Math.max(...stdout.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(80);
    expect(stdout).toContain('5 finishes forecast, each from the runner’s earlier results');
    expect(stdout).toMatch(/Off by +\d+\.\d% on average/);
    expect(stdout).toContain('Only races of which the file tells somebody’s DNF.');
  });

  it('are scored in numbers that name their unit', async () => {
    const report = await json(MANY);
    expect(report).toMatchObject({
      results: 10,
      runners: 3,
      forecasts: 5,
      finish: { forecasts: 3 },
    });
    for (const key of [
      'maePercent',
      'biasPercent',
      'coveragePercent',
      'windowWidthPercent',
      'brier',
    ]) {
      expect(report[key], key).toBeTypeOf('number');
    }
    const chances = report.reliability.map(({ forecasts }: { forecasts: number }) => forecasts);
    expect(chances.reduce((a: number, b: number) => a + b, 0)).toBe(5 * 8);
    for (const { saidPercent, happenedPercent } of report.reliability) {
      expect(saidPercent).toBeGreaterThan(0);
      expect(happenedPercent).toBeLessThanOrEqual(100);
    }
  });

  it('are written a row a result that follows a finish; a DNF has no time', async () => {
    const { header, rows } = await predictions(MANY);
    expect(header).toBe('runner,date,actualS,medianS,earlyS,lateS,finishProbability');
    expect(rows.map(([runner, date, actualS]) => [runner, date, actualS])).toEqual([
      ['A', '2016-09-10', '62560'],
      ['A', '2017-04-08', '23103'],
      ['A', '2017-08-26', '118099'],
      ['B', '2016-09-10', ''],
      ['B', '2017-04-08', '28951'],
      ['B', '2017-09-09', '83469'],
      ['B', '2018-08-25', ''],
    ]);
    for (const [, , , medianS, earlyS, lateS, finishProbability] of rows) {
      expect(Number(earlyS)).toBeLessThan(Number(medianS));
      expect(Number(lateS)).toBeGreaterThan(Number(medianS));
      expect(Number(finishProbability)).toBeGreaterThan(0);
      expect(Number(finishProbability)).toBeLessThan(1);
    }
  });

  it('know nothing of the day itself, or of a later one, in whatever order rows stand', async () => {
    const rows = [
      'A,2016-04-09,50,1800,finished,6:41:12',
      'A,2017-04-08,50,1800,finished,6:25:03',
      'A,2018-04-08,50,1800,finished,6:10:03',
    ];
    const later = 'A,2019-04-08,50,1800,finished,4:00:00';
    const sameDay = 'A,2018-04-08,10,100,finished,0:30:00';
    const [plain, more] = [
      await predictions(resultsFile(...rows)),
      await predictions(resultsFile(later, ...rows.toReversed(), sameDay)),
    ];
    for (const row of plain.rows) expect(more.rows).toContainEqual(row);
  });

  it('tell no chance to finish where nobody is listed who did not', async () => {
    const file = resultsFile(
      'A,2016-04-09,50,1800,finished,6:41:12',
      'A,2017-04-08,50,1800,finished,6:25:03',
    );
    expect((await json(file)).finish).toBeNull();
    const { stdout } = await raceplan('backtest', '--finish', file);
    expect(stdout).toContain('a list of finishes tells nothing of it');
  });
});

describe('the closing of a whole field without a cutoff', () => {
  const field = (finishers: number) =>
    Array.from({ length: finishers + 1 }, (_, i) => [
      `${i},2016-04-09,50,1800,finished,${6 + (i % 3)}:10:00`,
      `${i},2017-04-08,100,4300,${i < finishers ? `finished,${20 + (i % 6)}:30:00` : 'DNF,'}`,
    ]).flat();

  it('is taken from many finishers, and that is said', async () => {
    const { stderr } = await raceplan('backtest', '--finish', resultsFile(...field(120)));
    expect(stderr.replace(/\s+/g, ' ')).toContain(
      '25:30 h, when 99 in 100 of the 120 finishers were in, is taken for it',
    );
    const lateS = (await predictions(resultsFile(...field(120)))).rows.map((row) => Number(row[5]));
    expect(Math.max(...lateS)).toBeLessThanOrEqual(25.5 * 3600);
  });

  it('is not taken from a few, nor where a cutoff is given', async () => {
    const few = await raceplan('backtest', '--finish', resultsFile(...field(20)));
    expect(few.stderr).not.toContain('is taken for it');
    const cutoff = planFile(
      'race: { name: Ridge, cutoff: 30 h }\ncourse: { distance: 100 km, gain: 4300 m }\ngoals: [finish]\n',
    );
    const many = resultsFile(...field(120));
    const given = await raceplan('backtest', '--finish', many, '--plan', cutoff);
    expect(given.status).toBe(0);
    expect(given.stderr).not.toContain('is taken for it');
  });
});

describe('the cutoff of a plan', () => {
  const plan = (cutoff: string) =>
    planFile(
      `race: { name: Ridge, cutoff: ${cutoff} }\ncourse: { distance: 100.5 km, gain: 4280 m }\ngoals: [finish]\n`,
    );
  const rows = [
    'A,2016-04-09,50,1800,finished,8:41:12',
    'A,2017-04-08,100,4300,finished,22:25:03',
    'A,2017-09-08,80,4300,finished,17:25:03',
  ];
  const chances = async (...argv: string[]) =>
    (await predictions(resultsFile(...rows), ...argv)).rows.map((row) => Number(row.at(-1)));

  it('counts for results of its course, and for no others', async () => {
    const [without, tight] = [await chances(), await chances('--plan', plan('18 h'))];
    expect(tight[0]).toBeLessThan(without[0]! - 0.2);
    expect(tight[1]).toBe(without[1]);
  });

  it('ends the range of its course', async () => {
    const lateH = async (...argv: string[]) => {
      const [ahead] = (await predictions(resultsFile(...rows), ...argv)).rows;
      return Number(ahead?.[5]) / 3600;
    };
    expect(await lateH('--plan', plan('23 h'))).toBeLessThan(23);
    expect(await lateH()).toBeGreaterThan(23);
  });

  it('makes a finish the less likely, the earlier it is', async () => {
    const [tight] = await chances('--plan', plan('18 h'));
    const [wide] = await chances('--plan', plan('26 h'));
    expect(tight).toBeLessThan(wide!);
  });
});

describe('a file that cannot be used', () => {
  it('has all that is wrong with it said, and nothing computed', async () => {
    const { status, stdout, stderr } = await raceplan(
      'backtest',
      '--finish',
      'fixtures/careers/broken.csv',
    );
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('broken.csv:2:3: error DATE_UNCLEAR');
    expect(stderr).toMatch(/13 errors, 1 warning\. Nothing was computed\./);
  });

  it('with one result a runner has nothing to forecast', async () => {
    const file = resultsFile('A,2016-04-09,50,1800,finished,6:41:12');
    const { status, stderr } = await raceplan('backtest', '--finish', file);
    expect(status).toBe(2);
    expect(stderr).toContain('error NO_EARLIER_RESULTS');
  });

  it('is missed by name', async () => {
    const { status, stderr } = await raceplan('backtest', '--finish', 'no-such.csv');
    expect(status).toBe(2);
    expect(stderr).toContain('there is no file no-such.csv');
  });
});
