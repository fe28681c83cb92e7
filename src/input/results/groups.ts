/** The runners of one race in one year, gathered row by row. */
import type { Edition, RunnerSplits } from '../../domain/record.js';
import { yearIn } from '../../kernel/text.js';
import type { TableRow } from '../table/whole.js';
import { type CompactResults, compactResults, type ReadResult } from './compact-results.js';
import type { ResultsContext } from './context.js';
import type { EditionDay } from './editions-by-day.js';
import type { RunnerRow } from './row.js';
import type { SexReader } from './sexes.js';
import type { ResultsShape } from './shape.js';
import type { SplitTimes } from './split-times.js';
import { emptyTally, type Tally } from './tally.js';

interface EndingsByBib {
  get: (bib: string | number) => number | undefined;
  /** @param ending above 0 */
  set: (bib: string | number, ending: number) => void;
}

const PAGE_BIBS = 1 << 12;
const MOST_PAGES = 1 << 10;

/** Most bibs count on from 1: pages of numbers take a tenth of the room of a map. */
function endingsByBib(): EndingsByBib {
  const pages: (Float64Array | undefined)[] = [];
  const others = new Map<string | number, number>();
  const pageOf = (bib: string | number): number | null =>
    typeof bib === 'number' && bib >= 0 && bib < PAGE_BIBS * MOST_PAGES ? bib >> 12 : null;
  return {
    get: (bib) => {
      const page = pageOf(bib);
      if (page === null) return others.get(bib);
      return pages[page]?.[Number(bib) % PAGE_BIBS] || undefined;
    },
    set: (bib, ending) => {
      const page = pageOf(bib);
      if (page === null) others.set(bib, ending);
      else {
        pages[page] ??= new Float64Array(PAGE_BIBS);
        pages[page][Number(bib) % PAGE_BIBS] = ending;
      }
    },
  };
}

interface KeptSplits extends Omit<RunnerSplits, 'result'> {
  result: ReadResult;
}

export interface Group {
  race: string | null;
  edition: string | null;
  day: EditionDay | null;
  list: CompactResults;
  runners: KeptSplits[];
  /** Runners with splits, of whom the first, and every `every`th after them, is in `runners`. */
  withSplits: number;
  every: number;
  tally: Tally;
  /** The latest finish, seconds; 0 before the first. */
  latestS: number;
  /** How the race of each bib went, as one number or word to compare. */
  byBib: EndingsByBib;
}

export interface Groups {
  of: (runner: RunnerRow) => Group;
  all: () => readonly Group[];
}

export function newGroups(sexes: SexReader): Groups {
  const groups = new Map<string, Group>();
  return {
    all: () => [...groups.values()],
    of: ({ race, edition, day }) => {
      const key = `${race}\n${edition}\n${day?.label}`;
      const known = groups.get(key);
      if (known) return known;
      const group = {
        race,
        edition,
        day,
        list: compactResults(sexes.sexOf),
        runners: [],
        withSplits: 0,
        every: 1,
        tally: emptyTally(),
        latestS: 0,
        byBib: endingsByBib(),
      };
      groups.set(key, group);
      return group;
    },
  };
}

/** Bibs that stand for none. */
const NO_BIB = /^(?:0+|[-–—.?]+|n\/?a|x+|tba|tbd)$/i;

/**
 * What is known of a runner already: nothing, this very result, or another. Without a bib only a finisher whose whole
 * row is the same is known, where it has a name.
 * @param name hashed with the rest of the row, and not kept
 */
export function seenRunner(
  { byBib }: Group,
  result: ReadResult,
  row: TableRow,
  name: string,
): 'new' | 'same' | 'other' {
  const { bib, status } = result;
  const mark = result.timeS ?? result.distanceM;
  const hasBib = bib != null && !NO_BIB.test(bib);
  if (!hasBib && (name === '' || mark === null)) return 'new';
  const key = !hasBib ? -hashOf(row.raw) : /^[1-9]\d{0,8}$/.test(bib) ? Number(bib) : bib;
  const ending = ((mark ?? -1) + 2) * ENDINGS.length + ENDINGS.indexOf(status);
  const known = byBib.get(key);
  if (known === undefined) byBib.set(key, ending);
  return known === undefined ? 'new' : known === ending ? 'same' : 'other';
}

/** Two FNV-1a hashes of 26 bits as one: among a million rows two differing ones meet once in ten thousand files. */
function hashOf(text: string): number {
  let [a, b] = [0x811c9dc5, 0x01234567];
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x01000197);
  }
  return (a >>> 6) * 2 ** 26 + (b >>> 6) + 1;
}

const ENDINGS: readonly ReadResult['status'][] = ['finished', 'dnf', 'dns', 'dq'];

/**
 * So many runners tell all that splits can tell: of more, every second, then every fourth is kept, unless each of them
 * is asked about.
 */
const MOST_SPLITS = 20_000;

export function addRunner(
  group: Group,
  runner: RunnerRow,
  { stations }: ResultsShape,
  keepsAll: boolean,
): void {
  group.list.add(runner.result);
  group.latestS = Math.max(group.latestS, runner.result.timeS ?? 0);
  if (runner.splits) addSplits(group, runner, runner.splits, stations.length, keepsAll);
}

function addSplits(
  group: Group,
  { result, wave: { waveS } }: RunnerRow,
  splits: SplitTimes,
  stations: number,
  keepsAll: boolean,
): void {
  const arriveS = splits.arriveS.slice(0, stations);
  const departS = splits.departS.slice(0, stations);
  if (![...arriveS, ...departS].some((s) => s != null)) return;
  group.withSplits += 1;
  if ((group.withSplits - 1) % group.every !== 0) return;
  const runner = result.bib ?? `line ${result.line}`;
  group.runners.push({ runner, result, waveS, arriveS, departS });
  if (group.runners.length > MOST_SPLITS && !keepsAll) {
    group.runners = group.runners.filter((_, i) => i % 2 === 0);
    group.every *= 2;
  }
}

/** What to call an edition among others of the file; `null` when nothing of the file does. */
export const editionLabel = ({ edition, day }: Group): string | null =>
  edition ?? day?.label ?? null;

/** @param isAlone whether the file has no other edition of the race, so that its day tells it from none */
export function editionOf(
  group: Group,
  file: string,
  { stations }: ResultsShape,
  { raceName, year }: ResultsContext,
  sexes: SexReader,
  isAlone: boolean,
): Edition {
  const { race, edition, day, list } = group;
  const ownYear = yearIn(edition ?? '') ?? day?.year ?? null;
  const ownNumber = edition != null && yearIn(edition) == null ? ` ${edition}` : '';
  const runners = group.runners.map(({ result, ...times }): RunnerSplits => {
    const { sexSaid, ...told } = result;
    return { ...times, result: { ...told, sex: sexes.sexOf(sexSaid) } };
  });
  return {
    name: `${race ?? raceName ?? file}${ownNumber}${day && !isAlone ? ` ${day.label}` : ''}`,
    year: ownYear ?? year,
    day: day?.label ?? null,
    file,
    results: list.results,
    splits: stations.length > 0 ? { stations, runners } : null,
    faults: group.tally.faults,
    distanceM: null,
    highC: null,
    comparable: null,
  };
}
