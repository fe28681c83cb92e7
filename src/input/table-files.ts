/** Tables in files of any kind: text, workbooks, lists in JSON. */
import { error, type Parsed, type ProblemPlace } from '../domain/problems/problem.js';
import type { FileUse } from '../domain/problems/usage.js';
import { openChunks, readRaw, STDIN, wanted } from './files.js';
import { kindOf } from './kinds.js';
import { lineTooLong } from './long-words.js';
import {
  blocksOf,
  decodeBlocks,
  type RawFile,
  type Source,
  type TextBlocks,
  textOf,
} from './source.js';
import { readJsonList } from './table/json-list.js';

/** A use that tables have. */
export type TableUse = Extract<FileUse, 'log' | 'results' | 'table'>;

/**
 * Reads a table whole: text, a workbook, or a list in JSON; standard input for `-`.
 * @param use what is wanted of it
 * @param at where a plan names it
 */
export async function readTable(
  path: string,
  use: TableUse,
  at: ProblemPlace = {},
): Promise<Parsed<Source>> {
  const { value: raw, diagnostics } = readRaw(path, use, at);
  return raw ? tableOf(raw, use, at) : { value: null, diagnostics };
}

/** The table in a file that has been read. */
export async function tableOf(
  raw: RawFile,
  use: TableUse,
  at: ProblemPlace = {},
): Promise<Parsed<Source>> {
  const tooLong = raw.kind === 'text' ? lineTooLong(raw) : null;
  if (tooLong) return { value: null, diagnostics: [tooLong] };
  if (raw.kind === 'json') return jsonTable(raw, use);
  if (raw.kind !== 'xlsx') return { value: textOf(raw), diagnostics: [] };
  // only workbooks pay for unpacking them
  const { readWorkbook } = await import('./table/workbook.js');
  const sheets = readWorkbook(raw.bytes);
  const { file: path } = raw;
  if (Array.isArray(sheets)) return { value: { file: path, text: '', sheets }, diagnostics: [] };
  const { reason } = sheets;
  return { value: null, diagnostics: [error('FILE_UNREADABLE', { path, reason }, at)] };
}

function jsonTable(raw: RawFile, use: TableUse): Parsed<Source> {
  const source = textOf(raw);
  const list = readJsonList(source.text);
  if (list) return { value: { ...source, sheets: [list] }, diagnostics: [] };
  const { file, kind } = raw;
  return { value: null, diagnostics: [error('WRONG_KIND', { kind, use }, { file })] };
}

/**
 * Opens a table of any length, to be read block by block, once; standard input for `-`.
 * @param use what is wanted of it
 * @param at where a plan names it
 */
export async function openTable(
  path: string,
  use: TableUse,
  at: ProblemPlace = {},
): Promise<Parsed<TextBlocks>> {
  const whole = async (): Promise<Parsed<TextBlocks>> => {
    const { value, diagnostics } = await readTable(path, use, at);
    return { value: value && blocksOf(value), diagnostics };
  };
  if (path === STDIN) return whole();
  const { value: chunks, diagnostics } = openChunks(path, at);
  if (chunks === null) return { value: null, diagnostics };
  const first = chunks.next().value ?? new Uint8Array();
  const kind = kindOf(first, path);
  if (kind === 'gzip' || kind === 'xlsx' || kind === 'json') {
    chunks.return(undefined);
    return whole();
  }
  const found = wanted({ file: path, kind, blocks: decodeBlocks(resumed(first, chunks)) }, use);
  if (!found.value) chunks.return(undefined);
  return found;
}

function* resumed(first: Uint8Array, rest: Iterable<Uint8Array>): Generator<Uint8Array> {
  yield first;
  yield* rest;
}
