/** What the name of a place says of a race that ended: `DNF`, `DNF at 27 km`, `DNF (Weir)`. */
import type { FinishStatus } from '../../domain/record.js';
import { parseQuantity } from '../../kernel/quantity.js';
import type { WrittenStation } from '../places/match.js';
import { finishStatusOf } from '../times/status.js';

/** `DNF` where a station should stand; `Finish` is a place. */
export function namedStatus(name: string): FinishStatus | null {
  const status = finishStatusOf(/^dn[fs]\b/i.exec(name)?.[0] ?? name);
  return status === 'finished' ? null : status;
}

/** The place beside the word, if any. */
export const placeOfEnd = (name: string): string | null =>
  name.replace(/^dn[fs]\b[\s:,(@]*(?:(?:at|in)\s)?/i, '').replace(/\)$/, '') || null;

const DISTANCE = /\b(\d+(?:[.,]\d+)?) ?(km|mi(?:les?)?)\b/i;
const DISTANCE_AFTER_UNIT = /\b(km|mile) ?(\d+(?:[.,]\d+)?)\b/i;

/** The row with how far its name says that the race went, where no column does. */
export function withEndTold(station: WrittenStation): WrittenStation {
  const { name, atM } = station;
  if (name === null || atM !== null || !namedStatus(name)) return station;
  const [, number, unit] = DISTANCE.exec(name) ?? [];
  const [, before, after] = DISTANCE_AFTER_UNIT.exec(name) ?? [];
  const written = number ?? after;
  if (written === undefined) return station;
  const quantity = `${written.replace(',', '.')} ${unit ?? before}`;
  return { name, atM: parseQuantity(quantity, 'distance', 'metric') };
}
