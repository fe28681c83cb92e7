/** The only room that reads the disk. What cannot be read is a problem, not an exception. */
import {
  closeSync,
  fstatSync,
  openSync,
  readFileSync,
  readSync,
  type Stats,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { error, type Parsed, type Problem, type ProblemPlace } from '../domain/problems/problem.js';
import type { FileKind, FileUse } from '../domain/problems/usage.js';
import { isFileFault, reasonOf } from './file-faults.js';
import { kindOf, serves, TELLING_BYTES } from './kinds.js';
import { lineTooLong } from './long-words.js';
import { type RawFile, type Source, textOf } from './source.js';

const PLAN_NAMES = ['race.yaml', 'race.yml', 'raceplan.yaml'];

/** Standard input, as a file name. */
export const STDIN = '-';

/** A file by what it is, whatever it is called: links and hard links of it are the same. */
export type FileIdentity = Pick<Stats, 'dev' | 'ino'>;

export interface FileRead extends FileIdentity {
  /** As the plan or the user names it. */
  path: string;
}

/** Of this run: what was named on the command line, and what has been read. */
const run: { named: ReadonlySet<string>; read: FileRead[] } = { named: new Set(), read: [] };

/**
 * Begins a run with nothing read.
 * @param named what stands on the command line: there a pipe, such as `<(…)`, is meant
 */
export function beginReading(named: readonly string[]): void {
  run.named = new Set(named);
  run.read = [];
}

/** Every file read since the run began; no output may replace one. */
export const filesRead = (): readonly FileRead[] => run.read;

/** What stands at `path`; `null` when nothing does, or when it cannot be told. */
export function statOf(path: string): Stats | null {
  try {
    return statSync(path);
  } catch {
    return null;
  }
}

const isFolder = (path: string) => statOf(path)?.isDirectory() ?? false;
const isThere = (path: string) => statOf(path) !== null;

const unreadable = (path: string, cause: unknown, at: ProblemPlace): Problem => {
  if (!isFileFault(cause)) throw cause;
  return cause.code === 'ENOENT'
    ? error('FILE_NOT_FOUND', { path }, at)
    : error('FILE_UNREADABLE', { path, reason: reasonOf(cause) }, at);
};

/** The files named on the command line that are not there, or cannot be reached: said before anything else. */
export function checkNamedFiles(paths: readonly string[]): Problem[] {
  return paths.flatMap((path) => {
    try {
      if (path !== STDIN) statSync(path);
      return [];
    } catch (cause) {
      return [unreadable(path, cause, {})];
    }
  });
}

/** Why what stands at `path` is not to be read: a device may never end, a pipe never begin. */
function refusal(path: string, stat: Stats): string | null {
  if (stat.isFile()) return null;
  if (stat.isDirectory()) return 'it is a folder';
  const isPipe = stat.isFIFO() || stat.isSocket();
  if (!isPipe) return 'it is a device, not a file';
  return run.named.has(path) ? null : 'it is a pipe, and only the command line may name one';
}

/** Opens a regular file, or a pipe named on the command line, and remembers that it was. */
function open(path: string, at: ProblemPlace): Parsed<number> {
  try {
    const reason = refusal(path, statSync(path));
    if (reason) {
      return { value: null, diagnostics: [error('FILE_UNREADABLE', { path, reason }, at)] };
    }
    const descriptor = openSync(path, 'r');
    remember(path, descriptor);
    return { value: descriptor, diagnostics: [] };
  } catch (cause) {
    return { value: null, diagnostics: [unreadable(path, cause, at)] };
  }
}

function remember(path: string, descriptor: number): void {
  const { dev, ino } = fstatSync(descriptor);
  run.read.push({ path, dev, ino });
}

/**
 * Reads a file, or standard input for `-`, and unpacks it when it is packed with gzip.
 * @param use what is wanted of it: what cannot serve is `WRONG_KIND`
 * @param at where a plan names it
 */
export function readRaw(path: string, use: FileUse, at: ProblemPlace = {}): Parsed<RawFile> {
  const { value: descriptor, diagnostics } =
    path === STDIN ? { value: 0, diagnostics: [] } : open(path, at);
  if (descriptor === null) return { value: null, diagnostics };
  try {
    if (path === STDIN) remember(path, descriptor);
    const bytes = unpacked(readFileSync(descriptor));
    return wanted({ file: path, kind: kindOf(bytes, plainPath(path)), bytes }, use);
  } catch (cause) {
    return { value: null, diagnostics: [unreadable(path, cause, at)] };
  } finally {
    if (path !== STDIN) closeSync(descriptor);
  }
}

/** A file of a kind that serves its use; of another a problem. */
export function wanted<F extends { file: string; kind: FileKind }>(
  found: F,
  use: FileUse,
): Parsed<F> {
  const { file, kind } = found;
  if (serves(kind, use)) return { value: found, diagnostics: [] };
  return { value: null, diagnostics: [error('WRONG_KIND', { kind, use }, { file })] };
}

/** Nobody packs more than this into one file that is meant to be read. */
const MOST_UNPACKED_BYTES = 1 << 30;

/** What was packed with gzip, else the bytes as they are. */
const unpacked = (bytes: Uint8Array): Uint8Array =>
  kindOf(bytes, '') === 'gzip'
    ? gunzipSync(bytes, { maxOutputLength: MOST_UNPACKED_BYTES })
    : bytes;

/** `race.yaml` of `race.yaml.gz`. */
const plainPath = (path: string): string => path.replace(/\.gz$/i, '');

/**
 * Reads and decodes a text file, or standard input for `-`.
 * @param use what is wanted of it
 * @param at where a plan names it
 */
export function readSource(path: string, use: FileUse, at: ProblemPlace = {}): Parsed<Source> {
  const { value, diagnostics } = readRaw(path, use, at);
  const tooLong = value && use !== 'course' ? lineTooLong(value) : null;
  if (tooLong) return { value: null, diagnostics: [tooLong] };
  return { value: value && textOf(value), diagnostics };
}

const CHUNK_BYTES = 1 << 15;

/** Opens a file, to be read piece by piece, once. */
export function openChunks(path: string, at: ProblemPlace): Parsed<Chunks> {
  const { value: descriptor, diagnostics } = open(path, at);
  return { value: descriptor === null ? null : readChunks(descriptor), diagnostics };
}

/** To be returned from, when the rest is not wanted. */
type Chunks = Generator<Uint8Array, undefined, undefined>;

function* readChunks(descriptor: number): Chunks {
  try {
    for (;;) {
      const chunk = Buffer.alloc(CHUNK_BYTES);
      const bytes = readSync(descriptor, chunk);
      if (bytes === 0) return undefined;
      yield chunk.subarray(0, bytes);
    }
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Finds the plan: `plan` when named (a folder is looked inside), else `race.yaml`, `race.yml` or
 * `raceplan.yaml` beside the first file argument (inside it, when it is a folder), then in the
 * working folder.
 * @returns its path as a user would write it
 */
export function findPlan(plan: string | null, firstFile: string | null): Parsed<string> {
  if (plan != null && !isFolder(plan)) return { value: plan, diagnostics: [] };
  const folders = plan != null ? [plan] : [...(firstFile ? [folderOf(firstFile)] : []), '.'];
  const lookedIn = [...new Set(folders.flatMap((f) => PLAN_NAMES.map((name) => join(f, name))))];
  const value = lookedIn.find(isThere) ?? null;
  return { value, diagnostics: value ? [] : [error('PLAN_NOT_FOUND', { lookedIn })] };
}

/** Whether a path names a plan or its folder, told without reading a pipe. */
export function isPlanPath(path: string): boolean {
  const stat = path === STDIN ? null : statOf(path);
  if (stat === null || !stat.isFile()) return stat?.isDirectory() ?? /\.ya?ml$/i.test(path);
  return kindOf(headOf(path), path) === 'plan';
}

/** The first bytes of a regular file; none when it cannot be read. */
function headOf(path: string): Uint8Array {
  try {
    const descriptor = openSync(path, 'r');
    const head = Buffer.alloc(TELLING_BYTES);
    const bytes = readSync(descriptor, head);
    closeSync(descriptor);
    return head.subarray(0, bytes);
  } catch (cause) {
    if (!isFileFault(cause)) throw cause;
    return new Uint8Array();
  }
}

const folderOf = (path: string) => (isFolder(path) ? path : dirname(path));
