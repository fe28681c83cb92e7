/** A text file as read: what every parser of `input` begins with. */

export interface Source {
  /** The file's name as the user wrote it; `-` is standard input. */
  file: string;
  /** Decoded, with `\n` for every line end. */
  text: string;
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
