/** A file as read: what every parser of `input` begins with. */
import type { FileKind } from '../domain/problems/usage.js';
import type { Sheet } from './table/row.js';

export interface Source {
  /** The file's name as the user wrote it; `-` is standard input. */
  file: string;
  /** Decoded, with `\n` for every line end; empty where it is none. */
  text: string;
  /** Of a workbook, or of a list in JSON, whose rows no text tells apart. */
  sheets?: readonly Sheet[];
}

/** A file as read, unpacked where it was packed. */
export interface RawFile {
  /** The file's name as the user wrote it; `-` is standard input. */
  file: string;
  kind: FileKind;
  bytes: Uint8Array;
}

/** The text of a file that is text. */
export const textOf = ({ file, bytes }: RawFile): Source => ({ file, text: decodeText(bytes) });

/** A text of any length, in pieces that end with a line; a short one is one piece. */
export interface TextBlocks {
  /** The file's name as the user wrote it; `-` is standard input. */
  file: string;
  blocks: Iterable<string>;
  /** As of a `Source`; there are no blocks then. */
  sheets?: readonly Sheet[];
}

/** A file read whole, as one that is read in pieces. */
export const blocksOf = ({ text, ...source }: Source): TextBlocks => ({
  ...source,
  blocks: [text],
});

/**
 * Decodes a text file: UTF-8 with or without a byte order mark, UTF-16 with one;
 * bytes that are no UTF-8 are read as windows-1252. Line ends become `\n`.
 */
export function decodeText(bytes: Uint8Array): string {
  return decode(bytes).replace(/\r\n?/g, '\n');
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** No line is as long as this: nothing behind it is read. */
export const MOST_LINE_BYTES = 1 << 22;

/**
 * Decodes a long file chunk by chunk, in pieces that end with a line; UTF-16 is one piece. Ends with the beginning
 * of a line that is too long.
 */
export function* decodeBlocks(chunks: Iterable<Uint8Array>): Generator<string> {
  let open: Uint8Array[] = [];
  let openBytes = 0;
  let wide: boolean | null = null;
  for (const chunk of chunks) {
    wide ??= chunk[0] === 0xff || chunk[0] === 0xfe;
    const end = wide ? 0 : endOfLines(chunk);
    if (end > 0) {
      yield decodeText(Buffer.concat([...open, chunk.subarray(0, end)]));
      [open, openBytes] = [[], 0];
    }
    open.push(chunk.subarray(end));
    openBytes += chunk.length - end;
    if (!wide && openBytes > MOST_LINE_BYTES) break;
  }
  yield decodeText(Buffer.concat(open));
}

/** Where the last whole line of a piece ends; one that ends with CR may go on with LF. */
const endOfLines = (chunk: Uint8Array): number =>
  chunk.lastIndexOf(LINE_FEED) + 1 || chunk.subarray(0, -1).lastIndexOf(CARRIAGE_RETURN) + 1;

/** The line, 1-based, that is longer than any is; `null` without one. */
export function findLongLine(bytes: Uint8Array): number | null {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let line = 1;
  for (let from = 0; bytes.length - from > MOST_LINE_BYTES; line += 1) {
    const within = text.subarray(from, from + MOST_LINE_BYTES);
    const feed = within.indexOf(LINE_FEED);
    const end = feed < 0 ? within.indexOf(CARRIAGE_RETURN) : feed;
    if (end < 0) return line;
    from += end + 1;
  }
  return null;
}
