/** How long after the first wave a runner started, where a results file tells. */
import { S_PER_H } from '../../kernel/units.js';
import type { TableRow } from '../table/whole.js';
import { parseTimeCell } from '../times/cell.js';
import { type RaceStart, readTimes, type TimeReading } from '../times/reading.js';

export interface WaveColumn {
  index: number;
  /** `null`: the waves are named or numbered, and nothing tells when they started. */
  reading: TimeReading | null;
}

/** `waveS` is `null` where the cell tells none; `unreadable` is what stands there and is no such time. */
export interface WaveCell {
  waveS: number | null;
  unreadable: string | null;
}

/** No race sends its last wave later than this after the first. */
export const LATEST_WAVE_S = 3 * S_PER_H;
/** Of the cells that hold something, as a share: a column where more of them fit no reading holds no times. */
const MOST_UNREADABLE = 0.2;
/** Waves are numbered 1, 2, 3; of bare seconds at least one is above this. */
const MOST_WAVES = 30;

/** The first that fits is taken: `0:10` is ten minutes, `7:10` a time of day, `10:00` again ten minutes. */
const READINGS: readonly TimeReading[] = [
  { kind: 'elapsed', form: 'h:mm' },
  { kind: 'clock', dial: 24 },
  { kind: 'elapsed', form: 'm:ss' },
  { kind: 'elapsed', form: 'seconds' },
];

/** Finds what the cells of a column of waves mean: offsets, or the times of day of the starts. */
export function readWaveColumn(
  index: number,
  sample: readonly TableRow[],
  start: RaceStart,
): WaveColumn {
  const written = sample.map((row) => row.cells[index] ?? '');
  const told = written.filter((cell) => parseTimeCell(cell).kind !== 'missing');
  const isNumbered =
    told.every((cell) => /^\d+$/.test(cell)) && told.every((cell) => Number(cell) <= MOST_WAVES);
  const isRead = (reading: TimeReading) => {
    const lost = told.filter((cell) => readWave(cell, reading, start).unreadable !== null);
    return lost.length <= MOST_UNREADABLE * told.length;
  };
  if (told.length > 0 && isNumbered) return { index, reading: null };
  return { index, reading: READINGS.find(isRead) ?? null };
}

/** Reads one cell: seconds after the first wave, 0 … 3 h. */
export function readWave(written: string, reading: TimeReading, start: RaceStart): WaveCell {
  // a bare 0 is the first wave, though elsewhere it stands for a time that is missing
  if (/^0+$/.test(written)) return { waveS: 0, unreadable: null };
  const cell = parseTimeCell(written);
  if (cell.kind === 'missing' || cell.kind === 'status') return { waveS: null, unreadable: null };
  const waveS = cell.kind === 'time' ? (readTimes([cell], reading, start)[0]?.inS ?? null) : null;
  return waveS === null || waveS < 0 || waveS > LATEST_WAVE_S
    ? { waveS: null, unreadable: written }
    : { waveS, unreadable: null };
}
