/** Splits of many runners lie on the course as built, as a runner's own log does. */
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { raceplan } from '../support/cli.js';
import { planFile } from '../support/plan-file.js';

const elapsed = (hours: number) => {
  const seconds = Math.round(hours * 3600);
  return [seconds / 3600, (seconds / 60) % 60, seconds % 60]
    .map((n) => String(Math.floor(n)).padStart(2, '0'))
    .join(':');
};

/** A finisher at an even pace, in so many hours; columns are shares of the way. */
const row = (i: number, hours: number, ratios: readonly number[]) =>
  [i + 1, elapsed(hours), `R${i}`, ...ratios.map((ratio) => elapsed(hours * ratio))].join(',');

async function backtest(plan: string, columns: readonly string[], ratios: readonly number[]) {
  const file = join(dirname(plan), 'splits-2023.csv');
  const rows = [10, 11.5, 13, 14.5].map((hours, i) => row(i, hours, ratios));
  writeFileSync(file, [['Place', 'Time', 'Runner', ...columns].join(','), ...rows, ''].join('\n'));
  const { stdout, stderr } = await raceplan('backtest', file, '--plan', plan, '--format', 'json');
  return stdout === '' ? { stderr } : JSON.parse(stdout);
}

/** Where `build` and `analyze` have the stations of a plan, km. */
async function stationsOf(plan: string, columns: readonly string[], ratios: readonly number[]) {
  const log = join(dirname(plan), 'log.csv');
  const rows = [...columns, 'Finish'].map((name, i) => `${name},${elapsed(12 * (ratios[i] ?? 1))}`);
  writeFileSync(log, ['station,elapsed', ...rows, ''].join('\n'));
  const asked = [
    ['build', plan],
    ['analyze', log, '--plan', plan],
  ];
  const legsOf = async (argv: readonly string[]) => {
    const { stdout, stderr } = await raceplan(...argv, '--format', 'json');
    expect(stderr).not.toMatch(/PLACED|AMBIGUOUS|error/);
    return JSON.parse(stdout).legs.map((leg: { to: string; atM: number }) => [
      leg.to,
      Math.round(leg.atM / 1000),
    ]);
  };
  return Promise.all(asked.map(legsOf));
}

describe('a plan of four laps', () => {
  const plan = () =>
    planFile(`
race: { name: Laps }
units: metric
course: { distance: 100 km, laps: 4, stations: [{ name: Barn, at: 10 km }, { name: Camp, at: 25 km }] }
pacing: { target: "12:00" }
`);
  const columns = ['Barn', 'Camp', 'Barn', 'Camp', 'Barn', 'Camp', 'Barn'];
  const ratios = [0.1, 0.25, 0.35, 0.5, 0.6, 0.75, 0.85];
  it.each([
    ['as often as they are passed', columns],
    ['with the number of the lap', columns.map((name, i) => `${name} ${Math.floor(i / 2) + 1}`)],
  ])('scores its stations every lap, named %s', async (_, names) => {
    const scores = await backtest(plan(), names, ratios);
    expect(scores).toMatchObject({ runners: 4, pairs: 4 * 7, dropped: 0 });
  });
  it('has a log at the stations of the chart', async () => {
    const [built, analyzed] = await stationsOf(plan(), columns, ratios);
    expect(built).toHaveLength(8);
    expect(analyzed).toEqual(built);
  });
});

describe('a station that only the track places', () => {
  const points = Array.from(
    { length: 201 },
    (_, i) => `<trkpt lat="45" lon="${(7 + i * 0.005).toFixed(4)}"/>`,
  );
  const gpx = `<gpx version="1.1" creator="x" xmlns="http://www.topografix.com/GPX/1/1"><wpt lat="45" lon="7.25"><name>Barn</name></wpt><wpt lat="45" lon="7.75"><name>Camp</name></wpt><trk><trkseg>${points.join('')}</trkseg></trk></gpx>`;
  const plan = () =>
    planFile(
      `
race: { name: Track }
units: metric
course: { gpx: course.gpx, stations: [{ name: Barn }, { name: Camp }] }
pacing: { target: "12:00" }
`,
      { 'course.gpx': gpx },
    );
  it('is scored where it lies', async () => {
    const scores = await backtest(plan(), ['Barn', 'Camp'], [0.25, 0.75]);
    expect(scores).toMatchObject({ runners: 4, pairs: 8, dropped: 0 });
  });
  it('has a log where it lies', async () => {
    const [built, analyzed] = await stationsOf(plan(), ['Barn', 'Camp'], [0.25, 0.75]);
    expect(built).toEqual([
      ['Barn', 20],
      ['Camp', 59],
      ['Finish', 79],
    ]);
    expect(analyzed).toEqual(built);
  });
});
