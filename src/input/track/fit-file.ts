/** FIT files: messages of numbered fields (Garmin's FIT protocol and profile). */
import type { FitRawMessage } from 'fit-file-parser/raw';
import { FitMessageReaderError, readFitMessages } from 'fit-file-parser/raw';
import { error, type Parsed, warning } from '../../domain/problems/problem.js';
import type { RawFile } from '../source.js';

/** Numbers of the messages that are read, as in Garmin's profile. */
export const FIT_MESSAGES = { record: 20, event: 21, course: 31, coursePoint: 32 } as const;
const READ = Object.values(FIT_MESSAGES);

/** The field that holds the time, in every message. */
const TIMESTAMP = 253;
/** Seconds from 1970 to the beginning of FIT's time, 1989-12-31T00:00Z. */
const FIT_EPOCH_S = 631_065_600;

export interface FitMessage {
  number: number;
  /** Seconds since 1970; `null` without a time. */
  atS: number | null;
  /** An integer field as stored, without scale and offset; `null` when absent, empty or of another type. */
  integer: (field: number) => number | null;
  text: (field: number) => string | null;
}

type Message = Pick<FitRawMessage, 'globalMessageNumber' | 'littleEndian' | 'timestamp'> & {
  fields: readonly { fieldNumber: number; baseType: number; bytes: Uint8Array }[];
};

/**
 * Reads the records, timer events and course points of a FIT file. A file that breaks the protocol is read as far as
 * the lenient parser goes, loaded only then, and this is said; where that fails too, it is refused.
 */
export async function readFit({ file, bytes }: RawFile): Promise<Parsed<readonly FitMessage[]>> {
  try {
    const { messages } = readFitMessages(bytes, { messageNumbers: READ });
    return { value: messages.map(decode), diagnostics: [] };
  } catch (cause) {
    if (!(cause instanceof FitMessageReaderError)) throw cause;
    const missing = missingBytes(bytes);
    const isCutOff = missing > CHECKSUM_BYTES;
    const reason = isCutOff ? `the file ends ${missing} bytes too early` : faultOf(cause);
    const messages = isCutOff ? null : await readLeniently(bytes);
    return messages
      ? { value: messages.map(decode), diagnostics: [warning('FIT_FAULTY', { reason }, { file })] }
      : { value: null, diagnostics: [error('FIT_BROKEN', { reason }, { file })] };
  }
}

/** At the end of a file. */
const CHECKSUM_BYTES = 2;

/** How much shorter a file is than its header says. */
function missingBytes(bytes: Uint8Array): number {
  if (bytes.length < 8) return 0;
  const { buffer, byteOffset } = bytes;
  const contentBytes = new DataView(buffer, byteOffset).getUint32(4, true);
  return bytes[0]! + contentBytes + CHECKSUM_BYTES - bytes.length;
}

function faultOf({ code }: FitMessageReaderError): string {
  if (code === 'invalid_crc') return 'its checksum does not fit what is in it';
  if (code === 'invalid_header') {
    return 'its header is damaged, its checksum is missing, or more follows after its end';
  }
  return 'its records do not follow the FIT protocol';
}

/** @returns `null` when nothing can be read */
async function readLeniently(bytes: Uint8Array): Promise<readonly Message[] | null> {
  const { default: FitParser } = await import('fit-file-parser');
  try {
    const options = { force: true, includeRawMessages: READ, rawMessagesOnly: true };
    const { raw_messages: messages = [] } = await new FitParser(options).parseAsync(
      Uint8Array.from(bytes).buffer,
    );
    return messages.map((message) => ({
      globalMessageNumber: message.global_message_number,
      littleEndian: message.little_endian,
      ...(message.compressed_timestamp !== undefined && {
        timestamp: message.compressed_timestamp,
      }),
      fields: message.fields.map((field) => ({
        fieldNumber: field.field_definition_number,
        baseType: field.base_type,
        bytes: Uint8Array.from(field.raw_value),
      })),
    }));
  } catch {
    return null;
  }
}

function decode({ globalMessageNumber, littleEndian, timestamp, fields }: Message): FitMessage {
  const find = (field: number) => fields.find(({ fieldNumber }) => fieldNumber === field);
  const integer = (field: number) => integerOf(find(field), littleEndian);
  const atS = timestamp ?? integer(TIMESTAMP);
  return {
    number: globalMessageNumber,
    atS: atS === null ? null : FIT_EPOCH_S + atS,
    integer,
    text: (field) => textOf(find(field)),
  };
}

type Field = Message['fields'][number] | undefined;

/** Base types of the FIT protocol: size, whether signed, and whether 0 means empty. */
const INTEGERS: Readonly<Record<number, readonly [bytes: 1 | 2 | 4, signed: boolean, z?: true]>> = {
  0: [1, false],
  1: [1, true],
  2: [1, false],
  10: [1, false, true],
  13: [1, false],
  3: [2, true],
  4: [2, false],
  11: [2, false, true],
  5: [4, true],
  6: [4, false],
  12: [4, false, true],
};

function integerOf(field: Field, littleEndian: boolean): number | null {
  const [size, signed, isZeroEmpty] = INTEGERS[(field?.baseType ?? 255) & 0x1f] ?? [];
  if (!field || size === undefined || field.bytes.length !== size) return null;
  const view = new DataView(field.bytes.buffer, field.bytes.byteOffset, size);
  const unsigned =
    size === 1
      ? view.getUint8(0)
      : size === 2
        ? view.getUint16(0, littleEndian)
        : view.getUint32(0, littleEndian);
  const most = 2 ** (8 * size) - 1;
  // empty: all bits set, of signed numbers all but the sign's
  if (unsigned === (isZeroEmpty ? 0 : signed ? (most - 1) / 2 : most)) return null;
  return signed && unsigned > most / 2 ? unsigned - most - 1 : unsigned;
}

const STRING = 7;

function textOf(field: Field): string | null {
  if (!field || (field.baseType & 0x1f) !== STRING) return null;
  const end = field.bytes.indexOf(0);
  return new TextDecoder().decode(end < 0 ? field.bytes : field.bytes.subarray(0, end)) || null;
}
