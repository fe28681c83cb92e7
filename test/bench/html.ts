/**
 * `npm run bench:html`: how long the page of a report takes, as a multiple of the terminal's report of the same: the
 * built command as a whole process, by turns, on a race of 30 stations with the splits of three editions as history.
 */
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { median } from '../../src/kernel/stats.js';
import { raceFolder } from '../support/folder.js';

const STATIONS = 30;
const RUNNERS = 150;
const ROUNDS = 11;
const RACEPLAN = join(import.meta.dirname, '../../bin/raceplan.js');

const stationNames = Array.from({ length: STATIONS - 1 }, (_, i) => `Station ${i + 1}`);
const kmOf = (i: number) => ((i + 1) * 160) / STATIONS;
const climbOf = (i: number) => (i % 3 === 0 ? 400 : 100);

const plan = `race: { name: Thirty Stations, start: 2024-06-29 05:00, timezone: Europe/Paris, location: "45.9, 6.9" }
units: metric
course:
  distance: 160 km
  stations:
${stationNames
  .map(
    (name, i) =>
      `    - { name: ${name}, at: ${kmOf(i).toFixed(1)} km, gain: ${climbOf(i)} m, loss: ${climbOf(i + 1)} m, crew: ${i % 4 === 0} }`,
  )
  .join('\n')}
    - { name: Finish, at: 160 km, gain: 100 m, loss: 100 m }
athlete: { sex: F, age: 38, weight: 58 kg }
pacing: { target: "26:00" }
stops: { default: 4 min }
goals: [under 26h, top 10]
history: [${[2021, 2022, 2023].map((year) => `splits-${year}.csv`).join(', ')}]
`;

const timeOf = (seconds: number) =>
  [seconds / 3600, (seconds / 60) % 60, seconds % 60]
    .map((part) => String(Math.floor(part)).padStart(2, '0'))
    .join(':');

/** Runners from 18 to 44 hours, who tire by an hour or three. */
function splitsOf(year: number): string {
  const rows = Array.from({ length: RUNNERS }, (_, runner) => {
    const finishS = (18 + (26 * runner) / RUNNERS) * 3600 + year;
    const tiring = 1.1 + ((runner * 7 + year) % 10) / 50;
    const times = [...stationNames, 'Finish'].map((_, i) =>
      timeOf(finishS * ((i + 1) / STATIONS) ** tiring),
    );
    return [runner + 1, runner % 3 ? 'M' : 'F', 25 + (runner % 35), ...times].join(',');
  });
  return `${['place', 'sex', 'age', ...stationNames, 'Finish'].join(',')}\n${rows.join('\n')}\n`;
}

const log = `station,arrive,depart\n${[...stationNames, 'Finish']
  .map((name, i) => {
    const arriveS = Math.round(27 * 3600 * ((i + 1) / STATIONS) ** 1.15);
    return `${name},${timeOf(arriveS)},${i < STATIONS - 1 ? timeOf(arriveS + 300) : ''}`;
  })
  .join('\n')}\n`;

const files = raceFolder({
  'race.yaml': plan,
  'splits-2021.csv': splitsOf(2021),
  'splits-2022.csv': splitsOf(2022),
  'splits-2023.csv': splitsOf(2023),
  'splits.csv': log,
});
const page = join(dirname(files['race.yaml']), 'report.html');

function secondsOf(...argv: string[]): number {
  const startedAt = performance.now();
  const { status, stderr } = spawnSync('node', [RACEPLAN, ...argv], { encoding: 'utf8' });
  if (status !== 0 && status !== 1) throw new Error(stderr);
  return (performance.now() - startedAt) / 1000;
}

for (const argv of [
  ['build', files['race.yaml']],
  ['analyze', files['splits.csv']],
]) {
  const terminal: number[] = [];
  const html: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    terminal.push(secondsOf(...argv));
    html.push(secondsOf(...argv, '-o', page));
  }
  const [inTerminal, asPage] = [median(terminal), median(html)];
  const sizeKb = Math.round(statSync(page).size / 1000);
  console.log(
    `${argv[0]}: terminal ${inTerminal.toFixed(2)} s, page ${asPage.toFixed(2)} s (${sizeKb} kB): ${(asPage / inTerminal).toFixed(2)} times`,
  );
}
