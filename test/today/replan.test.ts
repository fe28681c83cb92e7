import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { raceplan } from '../support/cli.js';
import { askJson, raceFolder } from '../support/folder.js';

const RACE = 'fixtures/today/hot-afternoon';
const LOG = `${RACE}/splits.csv`;
const LIVE = readFileSync(`${RACE}/live.csv`, 'utf8');
const [HEADER = '', ...ROWS] = LIVE.trim().split('\n');

const replan = (live: string) =>
  askJson('replan', LOG, '--field', raceFolder({ 'live.csv': live })['live.csv']);

describe('replan with the splits of others on this very day', () => {
  it('says what they tell in one line, and what it changes', async () => {
    const ran = await raceplan('replan', LOG, '--field', `${RACE}/live.csv`);
    expect(ran.status).toBe(0);
    await expect(ran.stdout).toMatchFileSnapshot('golden/hot-afternoon.txt');
  });

  it('tells machines of each station how many passed, how they fared, and how much of it is believed', async () => {
    const { todaysField, legs } = await askJson('replan', LOG, '--field', `${RACE}/live.csv`);
    const { todaysField: none, legs: alone } = await askJson('replan', LOG);
    expect(none).toBeUndefined();
    expect(todaysField).toMatchObject({ runners: 89, waveS: 0, isWaveTaken: false });
    const [next] = todaysField.legs;
    expect(next.slowerRatio).toBeGreaterThan(0.03);
    expect(next.believedRatio).toBeGreaterThan(0);
    expect(next.believedRatio).toBeLessThanOrEqual(next.slowerRatio);
    expect(legs[0].forecast.arriveS - alone[0].forecast.arriveS).toBeCloseTo(next.laterS, 2);
  });

  it('needs no row of those who have no time yet, and no column of stations nobody has reached', async () => {
    const short = [HEADER, ...ROWS].map((row) => row.split(',').slice(0, 8).join(','));
    const { legs } = await replan(short.join('\n'));
    expect(legs).toEqual((await replan(LIVE)).legs);
  });

  it('is told by the clock as by the time since the start', async () => {
    const seconds = (text: string) =>
      text.split(':').reduce((all, part) => all * 60 + Number(part), 0);
    const clocked = ROWS.map((row) => {
      const [bib, wave = '', ...times] = row.split(',');
      const clocks = times.map((time) => {
        if (time === '') return '';
        const tod = seconds(time) + seconds(wave) + 6 * 3600;
        return [tod / 3600, (tod / 60) % 60, tod % 60]
          .map((part) => String(Math.floor(part)).padStart(2, '0'))
          .join(':');
      });
      return [bib, wave, ...clocks].join(',');
    });
    const { legs } = await replan([HEADER, ...clocked].join('\n'));
    expect(legs).toEqual((await replan(LIVE)).legs);
  });

  it('does without the times of the station where the runner is', async () => {
    const noChapel = [HEADER, ...ROWS].map((row) => row.split(',').toSpliced(6, 1).join(','));
    const { todaysField } = await replan(noChapel.join('\n'));
    expect(todaysField.legs[0].runners).toBeGreaterThan(3);
  });

  it('says so when too few have passed, or no station ahead has times', async () => {
    const said = async (live: string) =>
      (
        await raceplan('replan', LOG, '--field', raceFolder({ 'live.csv': live })['live.csv'])
      ).stdout.replace(/\s+/g, ' ');
    expect(await said([HEADER, ...ROWS.slice(0, 2)].join('\n'))).toMatch(/too few to tell/);
    const noMill = [HEADER, ...ROWS].map((row) => row.split(',').toSpliced(7, 3).join(','));
    expect(await said(noMill.join('\n'))).toMatch(/too few to tell/);
  });

  it('says so when it cannot know the runner’s wave', async () => {
    const others = ROWS.filter((row) => !row.startsWith('125,'));
    const { todaysField } = await replan([HEADER, ...others].join('\n'));
    expect(todaysField).toMatchObject({ waveS: 0, isWaveTaken: true });
  });

  it('refuses a file that holds no runners', async () => {
    const { 'live.csv': live } = raceFolder({ 'live.csv': 'station,time\nMill,1:00:00\n' });
    const ran = await raceplan('replan', LOG, '--field', live);
    expect([ran.status, ran.stdout]).toEqual([2, '']);
  });
});
