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
import { readSource } from '../../src/input/files.js';
import { parseEditions } from '../../src/input/results/results.js';
import { parseStationTable } from '../../src/input/results/station-table.js';
import { blocksOf } from '../../src/input/source.js';
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
  location: LatLon;
  trackFile: string | null;
  stationsFile: (year: number) => string;
  days: readonly RaceDate[];
}

/** The day of an edition, when it started, and how hot it was. */
interface RaceDate {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  highC: number | null;
}

/** `2017-06-24 5:00`. */
function dateOf(written: string, highC: number | null = null): RaceDate {
  const [year, month, day, hour, minute] = written.split(/[- :]/).map(Number);
  return { year: year!, month: month!, day: day!, hour: hour!, minute: minute!, highC };
}

const celsius = (fahrenheit: number) => ((fahrenheit - 32) * 5) / 9;

export const WESTERN_STATES: BenchRace = {
  name: 'Western States',
  folder: 'western-states',
  zone: 'America/Los_Angeles',
  location: { lat: 39.05, lon: -120.7 },
  trackFile: 'course.gpx',
  stationsFile: () => 'stations.csv',
  days: [
    dateOf('2017-06-24 5:00', celsius(95)),
    dateOf('2018-06-23 5:00', celsius(98)),
    dateOf('2019-06-29 5:00', celsius(83)),
    dateOf('2021-06-26 5:00', celsius(101)),
    dateOf('2022-06-25 5:00', celsius(97)),
  ],
};

export const BERLIN: BenchRace = {
  name: 'Berlin',
  folder: 'berlin',
  zone: 'Europe/Berlin',
  location: { lat: 52.5, lon: 13.35 },
  trackFile: null,
  stationsFile: (year) => `stations-${year}.csv`,
  days: [
    dateOf('2014-08-16 6:00'),
    dateOf('2015-08-15 6:00'),
    dateOf('2016-08-13 6:00'),
    dateOf('2017-08-12 6:00'),
    dateOf('2018-08-11 6:00'),
  ],
};

/** A race of mountains known by its station table: distances, climbs and altitudes of the stations. */
const mountainRace = (
  name: string,
  folder: string,
  place: Pick<BenchRace, 'zone' | 'location'>,
  starts: readonly string[],
): BenchRace => ({
  name,
  folder,
  ...place,
  trackFile: null,
  stationsFile: (year) => `stations-${year}.csv`,
  days: starts.map((start) => dateOf(start)),
});

const REUNION = { zone: 'Indian/Reunion', location: { lat: -21.2, lon: 55.5 } };
const CAUSSES = { zone: 'Europe/Paris', location: { lat: 44.1, lon: 3.1 } };

/** Races whose courses the defaults were to be right for before anyone had run them. */
export const MOUNTAIN_RACES: readonly BenchRace[] = [
  mountainRace('GRR', 'grr', REUNION, ['2022-10-20 21:00', '2023-10-19 21:00', '2024-10-17 22:00']),
  mountainRace('TDB', 'tdb', REUNION, ['2022-10-21 20:45', '2024-10-18 21:00']),
  mountainRace('Templiers', 'templiers', CAUSSES, ['2022-10-23 5:19', '2023-10-22 5:19']),
  mountainRace('Endurance', 'endurance', CAUSSES, ['2022-10-21 4:02', '2023-10-20 4:00']),
];

export function loadBenchRace(race: BenchRace): TestEdition[] {
  const track = race.trackFile ? readTrack(race, race.trackFile) : null;
  return race.days.map((day) => loadEdition(race, day, track));
}

function loadEdition(
  race: BenchRace,
  { highC, ...start }: RaceDate,
  track: Track | null,
): TestEdition {
  const { zone, location, folder } = race;
  const { year } = start;
  const table = parseStationTable(read(folder, race.stationsFile(year)), 'metric').value!;
  const distanceM = table.at(-1)!.atM;
  const startAt = instantOf({ ...start, second: 0 }, zone);
  // of a course with a track all but the distances is the track's
  const stations = table.map(({ name, atM, cutoffS: _, ...climb }) =>
    station(name, atM, track ? {} : climb),
  );
  const bare = planWithCourse({ distanceM, stations }, { weather: { lowC: null, highC } });
  const plan: Plan = { ...bare, race: { ...bare.race, startAt, zone, zoneGiven: true, location } };
  const { value: course, diagnostics } = buildCourse(plan, track);
  if (!course || hasErrors(diagnostics)) throw new Error(`no course for ${race.name} ${year}`);
  const { value: editions } = parseEditions(
    blocksOf(readSource(join(DATA, folder, `splits-${year}.csv`), 'results').value!),
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
