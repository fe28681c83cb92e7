/** The races of the benchmark: each edition with its own day and stations, as a runner would have planned it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Track } from '../../src/domain/course.js';
import type { Plan } from '../../src/domain/plan.js';
import type { TestEdition } from '../../src/engine/backtest/backtest.js';
import { buildCourse } from '../../src/engine/course/course.js';
import { computeSun } from '../../src/engine/course/daylight.js';
import { readPastEdition } from '../../src/engine/history/edition.js';
import { readField } from '../../src/engine/today/field-runners.js';
import { openBlocks } from '../../src/input/files.js';
import { parseEditions } from '../../src/input/results/results.js';
import { parseStationTable } from '../../src/input/results/station-table.js';
import { parseTrack } from '../../src/input/track/track.js';
import { instantOf } from '../../src/kernel/clock.js';
import { hasErrors } from '../../src/kernel/diagnostic.js';
import type { LatLon } from '../../src/kernel/geo.js';
import { S_PER_DAY } from '../../src/kernel/units.js';
import { planWithCourse, station } from '../support/plan.js';
import { NO_CONTEXT } from '../support/results.js';
import { DATA } from './shared.js';

export interface BenchRace {
  name: string;
  folder: string;
  zone: string;
  startHour: number;
  location: LatLon;
  trackFile: string | null;
  stationsFile: (year: number) => string;
  days: readonly { year: number; month: number; day: number; highC: number | null }[];
}

const celsius = (fahrenheit: number) => ((fahrenheit - 32) * 5) / 9;

export const WESTERN_STATES: BenchRace = {
  name: 'Western States',
  folder: 'western-states',
  zone: 'America/Los_Angeles',
  startHour: 5,
  location: { lat: 39.05, lon: -120.7 },
  trackFile: 'course.gpx',
  stationsFile: () => 'stations.csv',
  days: [
    { year: 2017, month: 6, day: 24, highC: celsius(95) },
    { year: 2018, month: 6, day: 23, highC: celsius(98) },
    { year: 2019, month: 6, day: 29, highC: celsius(83) },
    { year: 2021, month: 6, day: 26, highC: celsius(101) },
    { year: 2022, month: 6, day: 25, highC: celsius(97) },
  ],
};

export const BERLIN: BenchRace = {
  name: 'Berlin',
  folder: 'berlin',
  zone: 'Europe/Berlin',
  startHour: 6,
  location: { lat: 52.5, lon: 13.35 },
  trackFile: null,
  stationsFile: (year) => `stations-${year}.csv`,
  days: [
    { year: 2014, month: 8, day: 16, highC: null },
    { year: 2015, month: 8, day: 15, highC: null },
    { year: 2016, month: 8, day: 13, highC: null },
    { year: 2017, month: 8, day: 12, highC: null },
    { year: 2018, month: 8, day: 11, highC: null },
  ],
};

export function loadBenchRace(race: BenchRace): TestEdition[] {
  const track = race.trackFile ? readTrack(race, race.trackFile) : null;
  return race.days.map((day) => loadEdition(race, day, track));
}

function loadEdition(
  race: BenchRace,
  { year, month, day, highC }: BenchRace['days'][number],
  track: Track | null,
): TestEdition {
  const { zone, location, folder } = race;
  const table = parseStationTable(read(folder, race.stationsFile(year)), 'metric').value!;
  const distanceM = table.at(-1)!.atM;
  const startAt = instantOf({ year, month, day, hour: race.startHour, minute: 0, second: 0 }, zone);
  const bare = planWithCourse(
    { distanceM, stations: table.map(({ name, atM }) => station(name, atM)) },
    { weather: { lowC: null, highC } },
  );
  const plan: Plan = { ...bare, race: { ...bare.race, startAt, zone, zoneGiven: true, location } };
  const { value: course, diagnostics } = buildCourse(plan, track);
  if (!course || hasErrors(diagnostics)) throw new Error(`no course for ${race.name} ${year}`);
  const { value: editions } = parseEditions(
    openBlocks(join(DATA, folder, `splits-${year}.csv`)).value!,
    { ...NO_CONTEXT, year, distanceM, places: table, start: { startAt, zone } },
  );
  const edition = { ...editions![0]!, name: String(year), highC };
  return {
    plan,
    course,
    sun: computeSun(course.location, startAt, zone, 2 * S_PER_DAY),
    past: readPastEdition(edition, distanceM),
    field: edition.splits ? readField(edition.splits, course) : [],
  };
}

const read = (folder: string, file: string) => ({
  file,
  text: readFileSync(join(DATA, folder, file), 'utf8'),
});

const readTrack = ({ folder }: BenchRace, file: string): Track =>
  parseTrack(read(folder, file)).value!;
