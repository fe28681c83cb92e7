/** `init --from FILE`: what a course, a table of stations, or past results tell of a race. */
import type { Track } from '../domain/course.js';
import { error, note, warning } from '../domain/problems/problem.js';
import type { TableKind } from '../domain/problems/usage.js';
import { findTrackStations } from '../engine/course/waypoints.js';
import { STDIN, statOf } from '../input/files.js';
import type { RawFile, Source } from '../input/source.js';
import { hasErrors } from '../kernel/diagnostic.js';
import { isFinishName, isStartName } from '../kernel/station-name.js';
import { median, sum } from '../kernel/stats.js';
import type { UnitSystem } from '../kernel/units.js';
import type { StarterStation, StarterTotals } from '../report/starter/starter.js';
import { loadEditions, namedFile } from './editions.js';
import { type Notes, readRawNoted, tableNoted } from './loaded.js';
import type { Options } from './options.js';
import { parseTrackOf } from './race.js';

/** What a file tells of a race; `null` is not told. */
export interface StarterSource {
  track: Track | null;
  /** Of the whole race. */
  distanceM: number | null;
  laps: number;
  stations: readonly StarterStation[];
  totals: StarterTotals;
  /** Names of stations, in order, of which nothing tells where they are. */
  unplaced: readonly string[];
  /** IANA name. */
  zone: string | null;
  /** The file is itself of past editions. */
  isHistory: boolean;
  /** Of the middle finisher of the last edition. */
  medianS: number | null;
}

export const NO_SOURCE: StarterSource = {
  track: null,
  distanceM: null,
  laps: 1,
  stations: [],
  totals: { gainM: null, lossM: null, elevationM: null, cutoffS: null },
  unplaced: [],
  zone: null,
  isHistory: false,
  medianS: null,
};

export const stationAt = (name: string, atM: number): StarterStation => ({
  name,
  atM,
  cutoffS: null,
  elevationM: null,
  gainM: null,
  lossM: null,
  crew: null,
});

/**
 * Reads the file a plan is to begin with; `null` where it cannot be used, which is noted.
 * @param distanceM of the whole race, where the user tells it
 * @param units of bare numbers
 */
export async function readStarterSource(
  path: string,
  distanceM: number | null,
  units: UnitSystem,
  options: Options,
  notes: Notes,
): Promise<StarterSource | null> {
  // a plan names it, so it has to stay
  if (path === STDIN || statOf(path)?.isFile() === false) {
    const expected = 'a file that stays where it is, such as course.gpx or splits.csv';
    const args = { argument: '--from', value: path, expected, suggestion: null };
    notes.problems.push(error('BAD_ARGUMENT', args));
    return null;
  }
  const raw = readRawNoted(path, 'starter', notes);
  if (!raw) return null;
  const isTable = raw.kind === 'text' || raw.kind === 'xlsx' || raw.kind === 'json';
  const source = isTable
    ? await readTableSource(raw, distanceM, units, options, notes)
    : await readTrackSource(raw, distanceM, notes);
  return hasErrors(notes.problems) ? null : source;
}

async function readTrackSource(
  raw: RawFile,
  distanceM: number | null,
  notes: Notes,
): Promise<StarterSource | null> {
  const { value: track, diagnostics } = await parseTrackOf(raw, notes);
  notes.problems.push(...diagnostics);
  const start = track?.points[0];
  if (!track || !start) return null;
  const { lengthM, laps, stations, offCourse, beside, atEnds, turns } = findTrackStations(
    track,
    distanceM,
  );
  for (const [names, why] of [
    [offCourse, 'off course'],
    [beside, 'beside another'],
  ] as const) {
    if (names.length > 0) {
      notes.problems.push(warning('WAYPOINTS_LEFT_OUT', { names, why }, { file: raw.file }));
    }
  }
  if (turns > 0) {
    notes.problems.push(note('TURNS_LEFT_OUT', { count: turns }, { file: raw.file }));
  }
  if (atEnds.length > 0) {
    const args = { names: atEnds, why: 'at an end' } as const;
    notes.problems.push(note('WAYPOINTS_LEFT_OUT', args, { file: raw.file }));
  }
  const { zonesNear } = await import('../kernel/place-zone.js');
  return {
    ...NO_SOURCE,
    track,
    distanceM: distanceM ?? lengthM,
    laps,
    stations: stations.map(({ name, atM }) => stationAt(name, atM)),
    zone: zonesNear(start)[0] ?? null,
  };
}

async function readTableSource(
  raw: RawFile,
  distanceM: number | null,
  units: UnitSystem,
  options: Options,
  notes: Notes,
): Promise<StarterSource | null> {
  const source = await tableNoted(raw, 'results', notes);
  if (!source) return null;
  const { kindOfText } = await import('../input/table-kinds.js');
  const kind = kindOfText(source.text);
  return kind === 'stations'
    ? readStationSource(source, distanceM, units, notes)
    : readEditionSource(raw.file, kind, distanceM, options, notes);
}

/** A table of stations from start to finish. */
async function readStationSource(
  source: Source,
  distanceM: number | null,
  units: UnitSystem,
  notes: Notes,
): Promise<StarterSource | null> {
  const { parseStationTable } = await import('../input/results/station-table.js');
  const { value, diagnostics } = parseStationTable(source, units);
  notes.problems.push(...diagnostics);
  const last = value?.at(-1);
  if (!value || !last) return null;
  const isFinish = isFinishName(last.name) || distanceM === null || last.atM >= distanceM;
  const isStart = value[0]!.atM === 0 || isStartName(value[0]!.name);
  const legs = isStart ? value.slice(1) : value;
  return {
    ...NO_SOURCE,
    distanceM: distanceM ?? last.atM,
    totals: {
      gainM: isFinish ? totalOf(legs.map(({ gainM }) => gainM)) : null,
      lossM: isFinish ? totalOf(legs.map(({ lossM }) => lossM)) : null,
      elevationM: isStart ? value[0]!.elevationM : null,
      cutoffS: isFinish ? last.cutoffS : null,
    },
    stations: value
      .filter((row) => row.atM > 0 && !isStartName(row.name) && !(isFinish && row === last))
      .map((row) => ({ ...row, crew: null })),
  };
}

/** `null` where any is unknown. */
const totalOf = (valuesM: readonly (number | null)[]): number | null =>
  valuesM.every((valueM) => valueM !== null) ? sum(valuesM) : null;

/** Results or splits of past editions: the stations of the last. */
async function readEditionSource(
  file: string,
  kind: TableKind | null,
  distanceM: number | null,
  options: Options,
  notes: Notes,
): Promise<StarterSource | null> {
  const found: Notes = { problems: [], sources: notes.sources };
  const editions = await loadEditions(namedFile(file), null, options, found);
  // how they were read is told by `field`
  notes.problems.push(...found.problems.filter(({ severity }) => severity !== 'note'));
  const last = editions.at(-1);
  if (!last) return null;
  // its rows would be taken for runners
  const isOfOne = [...last.results].every(({ bib }) => bib === null);
  if (kind !== null && kind !== 'results' && isOfOne) {
    notes.problems.push(error('WRONG_TABLE', { is: kind, wanted: 'results' }, { file }));
    return null;
  }
  const columns = last.splits?.stations ?? [];
  const timesS = [...last.results].flatMap(({ status, timeS }) =>
    status === 'finished' && timeS !== null ? [timeS] : [],
  );
  return {
    ...NO_SOURCE,
    distanceM,
    stations: columns.flatMap(({ name, atM }) => (atM === null ? [] : [stationAt(name, atM)])),
    unplaced: columns.flatMap(({ name, atM }) => (atM === null ? [name] : [])),
    isHistory: true,
    medianS: timesS.length === 0 ? null : median(timesS),
  };
}
