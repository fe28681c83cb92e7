/** A file as read: what every parser of `input` begins with. */
import type { FileKind } from '../domain/problems/usage.js';

export interface Source {
  /** The file's name as the user wrote it; `-` is standard input. */
  file: string;
  /** Decoded, with `\n` for every line end. */
  text: string;
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
}

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

/** Decodes a long file chunk by chunk, in pieces that end with a line; UTF-16 is one piece. */
export function* decodeBlocks(chunks: Iterable<Uint8Array>): Generator<string> {
  let open: Uint8Array[] = [];
  let wide: boolean | null = null;
  for (const chunk of chunks) {
    wide ??= chunk[0] === 0xff || chunk[0] === 0xfe;
    const end = wide ? 0 : chunk.lastIndexOf(LINE_FEED) + 1;
    if (end > 0) yield decodeText(Buffer.concat([...open, chunk.subarray(0, end)]));
    open = end > 0 ? [chunk.subarray(end)] : [...open, chunk];
  }
  yield decodeText(Buffer.concat(open));
}
