/** What a file is, told by its first bytes, whatever it is called; and which of them serve what is wanted. */
import { extname } from 'node:path';
import type { FileKind, FileUse } from '../domain/problems/usage.js';

/** So many bytes tell. */
export const TELLING_BYTES = 4096;

/** By their first bytes, as the `file` command knows them; FIT (Garmin's FIT protocol) has its name behind 8 bytes. */
const SIGNATURES: readonly (readonly [FileKind, from: number, bytes: readonly number[]])[] = [
  ['fit', 8, [0x2e, 0x46, 0x49, 0x54]],
  ['gzip', 0, [0x1f, 0x8b]],
  ['zip', 0, [0x50, 0x4b, 0x03, 0x04]],
  ['xls', 0, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['pdf', 0, [0x25, 0x50, 0x44, 0x46]],
  ['image', 0, [0x89, 0x50, 0x4e, 0x47]],
  ['image', 0, [0xff, 0xd8, 0xff]],
  ['image', 0, [0x47, 0x49, 0x46, 0x38]],
];

/** The first parts of an Excel workbook, and of an OpenDocument sheet, have these names. */
const WORKBOOK = /\[Content_Types\]\.xml|_rels\/|xl\/|docProps\//;
const OPEN_DOCUMENT = /mimetypeapplication\/vnd\.oasis\.opendocument\.spreadsheet/;

const ROOTS: Readonly<Record<string, FileKind>> = {
  gpx: 'gpx',
  trainingcenterdatabase: 'tcx',
  kml: 'kml',
  html: 'html',
};

/** What a plan may begin with. */
const PLAN_KEY = /^(?:race|course|athlete|goals|pacing|nutrition|history|crew|units|weather)\s*:/;

/**
 * @param bytes the file's beginning, or all of it
 * @param path its name, which tells a plan from other text
 */
export function kindOf(bytes: Uint8Array, path: string): FileKind {
  const head = bytes.subarray(0, TELLING_BYTES);
  const signed = SIGNATURES.find(([, from, sign]) => sign.every((b, i) => head[from + i] === b));
  if (signed) return signed[0] === 'zip' ? kindOfZip(head) : signed[0];
  const isWide = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  if (!isWide && isNoText(head)) return 'binary';
  return kindOfText(new TextDecoder(encodingOf(head, isWide)).decode(head), path);
}

/** Signs that no text has, beside blanks and the sign that ended files of DOS; more than one in a hundred. */
const isNoText = (head: Uint8Array): boolean => {
  const isSign = (byte: number) => byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1a;
  return head.includes(0) || 100 * head.filter(isSign).length > head.length;
};

const encodingOf = (head: Uint8Array, isWide: boolean): string =>
  isWide ? (head[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8';

function kindOfZip(head: Uint8Array): FileKind {
  const names = new TextDecoder('latin1').decode(head);
  if (OPEN_DOCUMENT.test(names)) return 'ods';
  return WORKBOOK.test(names) ? 'xlsx' : 'zip';
}

function kindOfText(head: string, path: string): FileKind {
  const text = head.trimStart();
  if (/^<(?:[?!a-z])/i.test(text)) return kindOfMarkup(text);
  if (/\.ya?ml$/i.test(extname(path))) return 'plan';
  if (/^(?:\{\s*["}]|\[\s*[[{\]])/.test(text)) return 'json';
  const [first = ''] = text.split('\n').filter((line) => !/^\s*(?:#.*|---.*)?$/.test(line));
  return PLAN_KEY.test(first) ? 'plan' : 'text';
}

/** By the root element. */
function kindOfMarkup(text: string): FileKind {
  if (/^<!doctype html/i.test(text)) return 'html';
  const unprefaced = text.replace(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<![\s\S]*?>/g, '');
  const root = /<(?:\w+:)?(\w+)/.exec(unprefaced)?.[1]?.toLowerCase() ?? '';
  return ROOTS[root] ?? 'xml';
}

/** Kinds that hold what is wanted. */
const SERVES: Readonly<Record<FileUse, readonly FileKind[]>> = {
  plan: ['plan', 'text', 'json'],
  log: ['text', 'xlsx', 'json', 'gpx', 'tcx', 'fit'],
  activity: ['gpx', 'tcx', 'fit'],
  table: ['text', 'xlsx', 'json'],
  results: ['text', 'xlsx', 'json'],
  course: ['gpx', 'tcx', 'kml', 'fit'],
  starter: ['gpx', 'tcx', 'kml', 'fit', 'text', 'xlsx', 'json'],
};

export const serves = (kind: FileKind, use: FileUse): boolean => SERVES[use].includes(kind);
