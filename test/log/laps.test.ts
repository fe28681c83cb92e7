import { describe, expect, it } from 'vitest';
import type { LogContext } from '../../src/input/log/context.js';
import { pineCreek, readLog, readText } from './support.js';

/** 50 km in one go, with stations at 10 and 30 km. */
const fifty: LogContext = {
  ...pineCreek,
  units: 'metric',
  places: [
    { name: 'Start', atM: 0 },
    { name: 'Mill', atM: 10_000 },
    { name: 'Ridge', atM: 30_000 },
    { name: 'Finish', atM: 50_000 },
  ],
};

describe('the laps of a watch', () => {
  it('tell arrivals at stations, stretched to the official distance', () => {
    const { value, diagnostics } = readLog('garmin-laps', fifty);
    expect(diagnostics.map(({ code }) => code)).toEqual(['CSV_READ_AS']);
    // 50.02 km measured: station and finish lie 0.04 % further along the laps
    expect(value?.finishS).toBe(19_079);
    expect(value?.status).toBe('finished');
    expect(value?.visits.map(({ place, departS }) => [place, departS])).toEqual([
      [1, null],
      [2, null],
      [3, null],
    ]);
    const ten = value?.visits[0]?.arriveS ?? 0;
    expect(Math.abs(ten - 3410)).toBeLessThan(30);
  });

  it('of a race not yet finished go as far as they go', () => {
    const { value } = readText(
      'Laps,Time,Cumulative Time,Distance km\n1,50:00,50:00,10.00\n2,55:00,1:45:00,"10,00"\nSummary,1:45:00,1:45:00,20.00',
      fifty,
    );
    expect(value).toMatchObject({ status: 'open', finishS: null });
    expect(value?.visits.map(({ place, arriveS }) => [place, arriveS])).toEqual([[1, 3000]]);
  });

  it('with a time that is none are an error at that cell', () => {
    const { diagnostics } = readText(
      'Laps,Time,Cumulative Time,Distance km\n1,5:00,soon,1.00',
      fifty,
    );
    expect(diagnostics[0]).toMatchObject({
      code: 'BAD_TIME',
      span: { line: 2, column: 8, length: 4 },
    });
  });
});

describe('laps as other services and languages export them', () => {
  const shape = (name: string) => {
    const { value, diagnostics } = readLog(name, fifty);
    const [note] = diagnostics;
    return { log: value, codes: diagnostics.map(({ code }) => code), args: note?.args };
  };

  it.each([
    ['garmin-steps', 'with rows that add up a step, and a summary', '5 rows of totals left out'],
    ['garmin-german', 'in German, with a decimal comma', '1 row of totals left out'],
    ['coros', 'from Coros', '1 row of totals left out'],
    ['strava', 'from Strava, in metres and seconds', 'distances in m'],
  ])('%s: %s', (name, _, said) => {
    const { log, codes, args } = shape(name);
    expect(codes).toEqual(['CSV_READ_AS']);
    expect(args).toMatchObject({ rows: 10, shape: expect.stringContaining(said) });
    // ten laps of 5 km, of 25:00 and 40 s more each time
    expect(log?.visits.map(({ arriveS }) => arriveS)).toEqual([3040, 9600, 16_800]);
    expect(log?.finishS).toBe(16_800);
  });

  it.each([
    ['Tour,Temps,Temps cumulé,Distance', 'French'],
    ['Vuelta,Tiempo,Tiempo acumulado,Distancia', 'Spanish'],
    ['Giro,Tempo,Tempo cumulativo,Distanza', 'Italian'],
    ['Ronde,Tijd,Cumulatieve tijd,Afstand', 'Dutch'],
  ])('%s', (header) => {
    const { value } = readText(
      `${header}\n1,50:00,50:00,10\n2,55:00,1:45:00,10\n,1:45:00,1:45:00,20`,
      fifty,
    );
    expect(value?.visits.map(({ place, arriveS }) => [place, arriveS])).toEqual([[1, 3000]]);
  });

  it('times that only grow are those at the end of each lap', () => {
    const laps = [1, 2, 3, 4, 5].map((n) => `${n},${n}:00:00,10`);
    const { value } = readText(`Lap,Time,Distance km\n${laps.join('\n')}`, fifty);
    expect(value?.finishS).toBe(5 * 3600);
  });

  it('a runner who slows down on every lap is none who runs on', () => {
    const laps = [60, 66, 73, 81, 92].map((min, i) => `${i + 1},${min}:00,10`);
    const { value } = readText(`Lap,Time,Distance km\n${laps.join('\n')}`, fifty);
    expect(value?.finishS).toBe(372 * 60);
  });

  it('a table of laps without times but moving ones is no log: stops are not in them', () => {
    const { value } = readText('Lap,Moving Time,Distance km\n1,50:00,10\n2,50:00,10', fifty);
    expect(value).toBeNull();
  });

  it('a log by distance that counts laps stays a log by distance', () => {
    const { value } = readText('lap,km,elapsed\n1,10,1:00\n2,30,3:10\n3,50,5:40', fifty);
    expect(value?.visits.map(({ arriveS }) => arriveS)).toEqual([3600, 11_400, 20_400]);
  });
});

describe('laps that do not add up to the race', () => {
  const laps = (count: number, km: string, header = 'Distance km') =>
    [
      `Laps,Time,${header}`,
      ...Array.from({ length: count }, (_, i) => `${i + 1},6:00.0,${km}`),
    ].join('\n');

  it('are refused where they are longer: nothing tells where the race ended', () => {
    const { diagnostics } = readText(laps(54, '1.00'), fifty);
    expect(diagnostics.at(-1)).toMatchObject({
      code: 'LAPS_TOO_LONG',
      severity: 'error',
      args: { lapsM: 54_000, distanceM: 50_000 },
    });
  });

  it('are said to end before the finish, where the race is over', () => {
    const { value, diagnostics } = readText(laps(47, '1.00'), fifty);
    expect(value).toMatchObject({ status: 'open', finishS: null });
    expect(diagnostics.at(-1)).toMatchObject({
      code: 'LAPS_SHORT',
      severity: 'warning',
      args: { lapsM: 47_000, distanceM: 50_000 },
    });
    const { diagnostics: during } = readText(laps(47, '1.00'), { ...fifty, goesOn: true });
    expect(during.map(({ code }) => code)).toEqual(['CSV_READ_AS']);
  });

  it('are in the other unit, where they make the race in that and not in the plan’s', () => {
    const miles = readText(laps(31, '1.00', 'Distance'), fifty);
    expect(miles.value).toMatchObject({ status: 'finished', finishS: 31 * 360 });
    expect(miles.diagnostics[0]!.args).toMatchObject({
      shape: expect.stringContaining('Distance in miles, in which they make the race'),
    });
    const km = readText(laps(50, '1.00', 'Distance'), { ...fifty, units: 'imperial' });
    expect(km.value).toMatchObject({ status: 'finished', finishS: 50 * 360 });
    expect(km.diagnostics[0]!.args).toMatchObject({
      shape: expect.stringContaining('Distance in km, in which they make the race'),
    });
  });

  it('may be written in metres with points of thousands', () => {
    const { value } = readText(laps(50, '1.000', 'Distanz m').replaceAll(',', ';'), fifty);
    expect(value).toMatchObject({ status: 'finished', finishS: 50 * 360 });
  });
});
