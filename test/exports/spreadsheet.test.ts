import { join } from 'node:path';
import { parse as parseTable } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderCsv } from '../../src/render/csv.js';
import { raceplan } from '../support/cli.js';
import { askJson, raceFolder } from '../support/folder.js';
import { RACES, secondsOf } from '../support/race-files.js';

const PINE_CREEK = join(RACES, 'pine-creek-100k/race.yaml');
const SPLITS = join(RACES, 'pine-creek-100k/splits.csv');
const KM_PER_MI = 1.609344;

async function csv(...argv: string[]): Promise<string> {
  const { stdout, stderr } = await raceplan(...argv, '--format', 'csv');
  if (stdout === '') throw new Error(stderr);
  return stdout;
}

type Row = Readonly<Record<string, string>>;

const rowsOf = (text: string): Row[] => parseTable(text, { columns: true, bom: true });

/** `2018-09-08 07:54` on a clock four hours behind UTC. */
const instantOf = (clock: string) => Date.parse(`${clock.replace(' ', 'T')}:00-04:00`);
const MINUTE = 60_000;

describe('the pace chart for a spreadsheet', () => {
  it('has a row a leg, with the times, distances and fuel of the plan', async () => {
    const { race, legs, nutrition } = await askJson('build', PINE_CREEK);
    const rows = rowsOf(await csv('build', PINE_CREEK));
    expect(rows.map((row) => row.Station)).toEqual(legs.map(({ to }: { to: string }) => to));
    for (const [i, row] of rows.entries()) {
      const { plan, atM } = legs[i];
      const startAt = Date.parse(race.startAt);
      const clockOf = (elapsedS: number) =>
        Math.floor((startAt + Math.round(elapsedS) * 1000) / MINUTE) * MINUTE;
      expect(Number(row['At (mi)']) * KM_PER_MI).toBeCloseTo(atM / 1000, 2);
      expect(secondsOf(row['Planned elapsed (h:mm:ss)']!)).toBe(Math.round(plan.arriveS));
      expect(instantOf(row['Planned arrival']!)).toBe(clockOf(plan.arriveS));
      expect(secondsOf(row['Planned stop (h:mm:ss)']!)).toBe(Math.round(plan.stopS));
      if (plan.earlyS !== null) {
        expect(instantOf(row['Earliest to expect']!)).toBe(clockOf(plan.earlyS));
        expect(instantOf(row['Latest to expect']!)).toBe(clockOf(plan.lateS));
      }
      expect(Number(row['Carbs for the leg (g)'])).toBeCloseTo(nutrition.legs[i].carbG, 1);
    }
    expect(rows[1]).toMatchObject({ 'Climb (ft)': '60', Crew: 'yes', 'Drop bag': 'yes' });
  });

  it('has the same columns of every plan, in the units asked for', async () => {
    const head = async (...argv: string[]) => (await csv(...argv)).split('\n', 1)[0]!;
    const metric = await head('build', PINE_CREEK, '--units', 'metric');
    expect(metric).toContain('At (km),Leg (km),Climb (m)');
    expect(await head('build', join(RACES, 'loop-24h'), '--units', 'metric')).toBe(metric);
    expect(await head('build', PINE_CREEK)).toContain('At (mi),Leg (mi),Climb (ft)');
  });

  it('tells no darkness where nobody knows the sun', async () => {
    const plan = [
      'race: { name: Night Fall, start: 2018-11-03 22:00, timezone: America/New_York }',
      'course: { distance: 50 km, stations: [{ name: Mill, at: 20 km }] }',
      'goals: [under 6h]',
    ].join('\n');
    const { 'race.yaml': unplaced } = raceFolder({ 'race.yaml': plan });
    const located = plan.replace('New_York }', 'New_York, location: "41.7, -77.4" }');
    const { 'race.yaml': placed } = raceFolder({ 'race.yaml': located });
    const dark = async (path: string) =>
      rowsOf(await csv('build', path)).map((row) => row['In the dark (h:mm:ss)']);
    expect(await dark(unplaced)).toEqual(['', '']);
    expect((await dark(placed)).map((cell) => secondsOf(cell!) > 3600)).toEqual([true, true]);
    const lights = async (path: string) =>
      (await askJson('build', path)).legs.map(({ lightS }: { lightS: unknown }) => lightS);
    expect(await lights(unplaced)).toEqual([null, null]);
    expect(await lights(placed)).toEqual([
      expect.objectContaining({ day: 0 }),
      expect.objectContaining({ day: 0 }),
    ]);
  });

  it('tells times since the start where the plan has no start', async () => {
    const { 'race.yaml': plan } = raceFolder({
      'race.yaml':
        'race: { name: Some day }\ncourse: { distance: 50 km, terrain: road, stations: [{ name: Mill, at: 20 km, cutoff: 2 h 30 min }] }\npacing: { target: "5:00" }\n',
    });
    const [mill] = rowsOf(await csv('build', plan));
    expect(mill!['Planned arrival']).toBe(mill!['Planned elapsed (h:mm:ss)']);
    expect(mill!.Cutoff).toBe('2:30:00');
    expect(Number(mill!['In hand (min)'])).toBeGreaterThan(20);
  });

  it('has the mark of Unicode only where something in it is beyond ASCII', async () => {
    const plan = (name: string) => ({
      'race.yaml': `race: { name: Lauf }\ncourse: { distance: 50 km, terrain: road, stations: [{ name: ${name}, at: 20 km }] }\npacing: { target: "5:00" }\n`,
    });
    const text = async (name: string) => csv('build', raceFolder(plan(name))['race.yaml']);
    expect((await text('Muehle')).startsWith('Station,')).toBe(true);
    const marked = await text('Mühle');
    expect(marked.startsWith('\ufeffStation,')).toBe(true);
    expect(rowsOf(marked)[0]!.Station).toBe('Mühle');
  });
});

describe('the review for a spreadsheet', () => {
  it('has planned and actual of every leg, and differences as numbers', async () => {
    const { legs } = await askJson('analyze', SPLITS);
    const rows = rowsOf(await csv('analyze', SPLITS));
    expect(rows).toHaveLength(legs.length);
    for (const [i, row] of rows.entries()) {
      const { plan, actual } = legs[i];
      expect(secondsOf(row['Actual elapsed (h:mm:ss)']!)).toBe(actual.arriveS);
      expect(secondsOf(row['Planned elapsed (h:mm:ss)']!)).toBe(Math.round(plan.arriveS));
      const behindMin = (actual.arriveS - plan.arriveS) / 60;
      expect(Number(row['Behind plan (min)'])).toBeCloseTo(behindMin, 1);
    }
    expect(rows.some((row) => /^-\d/.test(row['Behind plan (min)']!))).toBe(true);
    expect(rows.at(-1)!['Actual arrival']).toBe('2018-09-08 18:19');
  });

  it('holds nothing run beyond the distance planned against the plan', async () => {
    const log = join(RACES, 'loop-24h/splits.csv');
    const rows = rowsOf(await csv('analyze', log));
    const [finish, beyond] = rows.slice(-2);
    expect(finish).toMatchObject({ 'At (km)': '180', 'Behind plan (min)': '-87.5' });
    expect(beyond).toMatchObject({ 'At (km)': '190', 'Actual elapsed (h:mm:ss)': '23:52:27' });
    const planned = Object.entries(beyond!).filter(([head]) => /^Planned|^Behind/.test(head));
    expect(planned.map(([, cell]) => cell)).toEqual(['', '', '', '', '', '']);
  });

  it('of many runners has a row each, and a column a goal', async () => {
    const results = join(RACES, 'pine-creek-100k/results-2017.csv');
    const argv = ['analyze', results, '--plan', PINE_CREEK, '--all'];
    const { runners } = await askJson(...argv);
    const rows = rowsOf(await csv(...argv));
    expect(rows).toHaveLength(runners.length);
    for (const [i, row] of rows.entries()) {
      const { runner, verdicts, place } = runners[i];
      expect(row.Runner).toBe(runner);
      expect(row.Place).toBe(place === null ? '' : String(place));
      expect(row['Goal: under 12h']).toBe(verdicts[0].status);
    }
  });

  it('during the race has what lies ahead', async () => {
    const night = join(RACES, 'backyard/splits-night.csv');
    const { legs } = await askJson('replan', night, '--all-laps');
    const rows = rowsOf(await csv('replan', night, '--all-laps'));
    expect(rows.map((row) => secondsOf(row['Expected elapsed (h:mm:ss)']!))).toEqual(
      legs.map(({ forecast }: { forecast: { arriveS: number } }) => Math.round(forecast.arriveS)),
    );
  });
});

describe('many races for a spreadsheet', () => {
  it('of past editions has a row each, with what the places took', async () => {
    const { editions } = await askJson('field', PINE_CREEK);
    const rows = rowsOf(await csv('field', PINE_CREEK));
    expect(rows.map((row) => Number(row.Year))).toEqual(
      editions.map(({ year }: { year: number }) => year),
    );
    for (const [i, row] of rows.entries()) {
      const { finishers, placeS, medianS } = editions[i];
      expect(Number(row.Finishers)).toBe(finishers);
      expect(secondsOf(row['Place 3 (h:mm:ss)']!)).toBe(Math.round(placeS['3']));
      expect(secondsOf(row['Median time (h:mm:ss)']!)).toBe(Math.round(medianS));
    }
  });

  it('of a race over a time has distances', async () => {
    const [row] = rowsOf(await csv('field', join(RACES, 'loop-24h/results-2026.csv')));
    const { editions } = await askJson('field', join(RACES, 'loop-24h/results-2026.csv'));
    expect(Number(row!['Place 1 (km)'])).toBeCloseTo(editions[0].placeM['1'] / 1000, 3);
  });

  it('of races compared has a row each, with their KPIs', async () => {
    const both = [join(RACES, 'vermont-100'), join(RACES, 'pine-creek-100k')];
    const { races } = await askJson('compare', ...both);
    const rows = rowsOf(await csv('compare', ...both));
    expect(rows.map((row) => row.Race)).toEqual(races.map(({ name }: { name: string }) => name));
    expect(rows.map((row) => row.Outcome)).toEqual(['DNF', 'finished']);
    const kpi = (i: number, id: string): number =>
      races[i].kpis.find((one: { id: string }) => one.id === id).actual;
    expect(Number(rows[1]!['Carbs an hour (g)'])).toBeCloseTo(kpi(1, 'carbsPerHour'), 1);
    expect(secondsOf(rows[1]!['Aid station time (h:mm:ss)']!)).toBe(kpi(1, 'aidStationTime'));
    expect(Number(rows[1]!['Stops over plan (min)'])).toBeCloseTo(kpi(1, 'stopsOverPlan') / 60, 1);
  });
});

describe('cells', () => {
  const cellsOf = (text: string): string[][] => parseTable(text);

  it('with a text that a spreadsheet would reckon with have an apostrophe before it', () => {
    const texts = [
      '=1+1',
      '+1',
      '-1',
      '@x',
      '\t=1',
      '\r=1',
      '\n=1',
      '  =1',
      '＝1',
      '=HYPERLINK("x")',
    ];
    const [, ...rows] = cellsOf(
      renderCsv(
        ['text'],
        texts.map((text) => [text]),
      ),
    );
    expect(rows.flat().every((cell) => cell.startsWith("'"))).toBe(true);
    expect(rows.flat().at(-1)).toBe(`'=HYPERLINK("x")`);
  });

  it('with numbers are numbers, the negative too', () => {
    const numbers = [-1, -0.0004, 0, 1.23456, 1e7, -12.5];
    expect(renderCsv(['n'], [numbers])).toBe('n\n-1,0,0,1.235,10000000,-12.5\n');
    expect(renderCsv(['n', 'm'], [[null, 1]])).toBe('n,m\n,1\n');
  });

  it('come back as they were written, whatever is in them', () => {
    const text = fc.string({ unit: fc.constantFrom(...'ab,";|\'= +-@\u00e9丹'), minLength: 1 });
    fc.assert(
      fc.property(fc.array(text, { minLength: 1 }), (texts) => {
        const cells = cellsOf(
          renderCsv(
            ['head', 'x'],
            texts.map((one) => [one, 1]),
          ),
        ).slice(1);
        expect(cells.map(([cell]) => cell)).toEqual(
          texts.map((one) => one.trim().replace(/^(?=[=+\-@])/, "'")),
        );
      }),
    );
  });
});

it('a pace chart is no log: what was planned is not taken for what was run', async () => {
  const { 'chart.csv': chart } = raceFolder({ 'chart.csv': await csv('build', PINE_CREEK) });
  const ran = await raceplan('analyze', chart, '--plan', PINE_CREEK);
  expect(ran.status).toBe(2);
});
