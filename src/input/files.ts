/** The only room that touches the disk. What cannot be read is a problem, not an exception. */
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { error, type Parsed, type Problem } from '../domain/problems/problem.js';
import { decodeBlocks, decodeText, type Source, type TextBlocks } from './source.js';

const PLAN_NAMES = ['race.yaml', 'race.yml', 'raceplan.yaml'];

/** Standard input, as a file name. */
export const STDIN = '-';

const isFolder = (path: string) =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** Reads a file, or standard input for `-`. */
function readBytes(path: string): Parsed<Uint8Array> {
  try {
    return { value: readFileSync(path === STDIN ? 0 : path), diagnostics: [] };
  } catch (cause) {
    return { value: null, diagnostics: [unreadable(path, cause as NodeJS.ErrnoException)] };
  }
}

const unreadable = (path: string, { code, message }: NodeJS.ErrnoException): Problem =>
  code === 'ENOENT'
    ? error('FILE_NOT_FOUND', { path })
    : error('FILE_UNREADABLE', { path, reason: isFolder(path) ? 'it is a folder' : message });

/** Reads and decodes a text file, or standard input for `-`. */
export function readSource(path: string): Parsed<Source> {
  const { value, diagnostics } = readBytes(path);
  return { value: value && { file: path, text: decodeText(value) }, diagnostics };
}

/** Opens a text file of any length, to be read block by block, once; standard input for `-`. */
export function openBlocks(path: string): Parsed<TextBlocks> {
  if (path === STDIN || isFolder(path)) {
    const { value, diagnostics } = readSource(path);
    return { value: value && { file: path, blocks: [value.text] }, diagnostics };
  }
  try {
    const blocks = decodeBlocks(readChunks(openSync(path, 'r')));
    return { value: { file: path, blocks }, diagnostics: [] };
  } catch (cause) {
    return { value: null, diagnostics: [unreadable(path, cause as NodeJS.ErrnoException)] };
  }
}

const CHUNK_BYTES = 1 << 15;

function* readChunks(descriptor: number): Generator<Uint8Array> {
  try {
    for (;;) {
      const chunk = Buffer.alloc(CHUNK_BYTES);
      const bytes = readSync(descriptor, chunk);
      if (bytes === 0) return;
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
  const value = lookedIn.find((path) => existsSync(path)) ?? null;
  return { value, diagnostics: value ? [] : [error('PLAN_NOT_FOUND', { lookedIn })] };
}

const folderOf = (path: string) => (isFolder(path) ? path : dirname(path));

/**
 * Writes a whole file or nothing: a reader never sees half of it. A link keeps pointing where it
 * did; a device or pipe is written to, not replaced.
 * @returns the problem, if it could not be written
 */
export function writeAtomically(path: string, content: string): Problem | null {
  const before = statSync(path, { throwIfNoEntry: false });
  const target = before ? realpathSync(path) : path;
  const draft = before && !before.isFile() ? null : `${target}.${process.pid}.tmp`;
  try {
    writeFileSync(draft ?? target, content, before ? { mode: before.mode } : {});
    if (draft) renameSync(draft, target);
    return null;
  } catch (cause) {
    if (draft) rmSync(draft, { force: true });
    const reason = (cause as Error).message.replaceAll(draft ?? target, path);
    return error('FILE_NOT_WRITTEN', { path, reason });
  }
}
