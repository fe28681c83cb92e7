/** Writes FIT files by hand, as Garmin's FIT protocol and profile describe them: header, definitions, data, checksum. */

const FIT_EPOCH_S = 631_065_600;
const SEMICIRCLES = 2 ** 31 / 180;

/** Base types: the code of each, and how many bytes. */
const TYPES = {
  enum: [0x00, 1],
  uint8: [0x02, 1],
  string: [0x07, 16],
  uint16: [0x84, 2],
  sint32: [0x85, 4],
  uint32: [0x86, 4],
} as const;
type Type = keyof typeof TYPES;

interface Field {
  number: number;
  type: Type;
  /** `null`: stored as empty. */
  value: number | string | null;
}

/** Each bit of the checksum's polynomial over each byte (CRC-16/ARC), without a table. */
export function crcOf(bytes: Uint8Array): number {
  let crc = 0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xa001 : crc >>> 1;
  }
  return crc;
}

function encode({ type, value }: Field, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(TYPES[type][1]);
  const view = new DataView(bytes.buffer);
  if (type === 'string') bytes.set(new TextEncoder().encode(String(value ?? '')).subarray(0, 15));
  const n = Number(value);
  if (type === 'enum' || type === 'uint8') view.setUint8(0, value === null ? 0xff : n);
  if (type === 'uint16') view.setUint16(0, value === null ? 0xffff : n, littleEndian);
  if (type === 'sint32') view.setInt32(0, value === null ? 0x7fffffff : n, littleEndian);
  if (type === 'uint32') view.setUint32(0, value === null ? 0xffffffff : n, littleEndian);
  return bytes;
}

/** A definition message and its data message. */
function message(global: number, fields: readonly Field[], littleEndian = true): Uint8Array[] {
  const number = littleEndian ? [global & 0xff, global >> 8] : [global >> 8, global & 0xff];
  const definition = [0x40, 0, littleEndian ? 0 : 1, ...number, fields.length];
  const described = fields.flatMap(({ number: n, type }) => [n, TYPES[type][1], TYPES[type][0]]);
  return [
    Uint8Array.from([...definition, ...described]),
    Uint8Array.from([0]),
    ...fields.map((field) => encode(field, littleEndian)),
  ];
}

const uint32 = (number: number, value: number | null): Field => ({ number, type: 'uint32', value });
const sint32 = (number: number, value: number | null): Field => ({ number, type: 'sint32', value });
const stamp = (at: number): Field => uint32(253, Math.round(at / 1000) - FIT_EPOCH_S);
const angle = (number: number, degrees: number | null): Field =>
  sint32(number, degrees === null ? null : Math.round(degrees * SEMICIRCLES));

export interface WrittenRecord {
  /** Milliseconds since 1970. */
  at: number;
  lat: number | null;
  lon: number | null;
  elevationM?: number | null;
  distanceM?: number | null;
  heartRateBpm?: number | null;
  powerW?: number | null;
}

const scaled = (value: number | null | undefined, scale: number, offset = 0): number | null =>
  value == null ? null : Math.round((value + offset) * scale);

export const record = (r: WrittenRecord, littleEndian = true): Uint8Array[] =>
  message(
    20,
    [
      stamp(r.at),
      angle(0, r.lat),
      angle(1, r.lon),
      { number: 2, type: 'uint16', value: scaled(r.elevationM, 5, 500) },
      { number: 3, type: 'uint8', value: r.heartRateBpm ?? null },
      uint32(5, scaled(r.distanceM, 100)),
      { number: 7, type: 'uint16', value: r.powerW ?? null },
    ],
    littleEndian,
  );

/** @param type 4: stops the timer; 0: starts it */
export const timerEvent = (at: number, type: 0 | 4): Uint8Array[] =>
  message(21, [
    stamp(at),
    { number: 0, type: 'enum', value: 0 },
    { number: 1, type: 'enum', value: type },
  ]);

export const coursePoint = (at: number, lat: number, lon: number, name: string): Uint8Array[] =>
  message(32, [
    uint32(1, Math.round(at / 1000) - FIT_EPOCH_S),
    angle(2, lat),
    angle(3, lon),
    { number: 6, type: 'string', value: name },
  ]);

export const lap = (at: number): Uint8Array[] =>
  message(19, [stamp(at), uint32(2, Math.round(at / 1000) - FIT_EPOCH_S)]);

/** @param type 4: an activity; 6: a course */
export const fileId = (type: 4 | 6, at: number): Uint8Array[] =>
  message(0, [
    { number: 0, type: 'enum', value: type },
    { number: 1, type: 'uint16', value: 255 },
    uint32(4, Math.round(at / 1000) - FIT_EPOCH_S),
  ]);

/** A whole file of messages. */
export function fitFile(...messages: readonly Uint8Array[][]): Uint8Array {
  const content = Buffer.concat(messages.flat());
  const header = new Uint8Array(14);
  const view = new DataView(header.buffer);
  header.set([14, 0x20, 0x54, 0x08]);
  view.setUint32(4, content.length, true);
  header.set(new TextEncoder().encode('.FIT'), 8);
  view.setUint16(12, crcOf(header.subarray(0, 12)), true);
  const body = Buffer.concat([header, content]);
  const crc = crcOf(body);
  return Uint8Array.from([...body, crc & 0xff, crc >> 8]);
}
