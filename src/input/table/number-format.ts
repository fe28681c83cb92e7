/** What a number of a workbook means by its format: a time is a fraction of a day, a date a count of days. */
import { S_PER_DAY, S_PER_H, S_PER_MIN } from '../../kernel/units.js';

export interface NumberFormat {
  hasDate: boolean;
  hasTime: boolean;
  /** With AM and PM: a time of day. */
  isHalfDay: boolean;
}

const PLAIN: NumberFormat = { hasDate: false, hasTime: false, isHalfDay: false };

/** The formats that every workbook knows by number (ECMA-376, 18.8.30), as far as they are dates or times. */
const KNOWN: Readonly<Record<number, string>> = {
  14: 'm/d/yy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm am/pm',
  19: 'h:mm:ss am/pm',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yy h:mm',
  // in China, Japan and Korea, as far as they agree
  ...Object.fromEntries(
    [27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id) => [id, 'm/d/yy']),
  ),
  32: 'h:mm',
  33: 'h:mm:ss',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
};

/** Of a format by its number, and its code where the workbook has one. */
export const numberFormat = (id: number, code: string | undefined): NumberFormat =>
  formatOf(code ?? KNOWN[id] ?? 'general');

/** By the letters of its first part, which is that of positive numbers; what is quoted or coloured says nothing. */
function formatOf(code: string): NumberFormat {
  const plain = code
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi, '')
    .split(';', 1)[0]!
    .toLowerCase();
  // digits other than tenths of a second
  if (/general|[0#?@]/.test(plain.replace(/s[.,]0+/g, 's'))) return PLAIN;
  // Excel's own time format shows AM and PM only where people write so
  const isHalfDay = /am\/pm|a\/p/.test(plain) && !/\[\$-f400\]/i.test(code);
  const hasTime = isHalfDay || /[hs]|\[m/.test(plain);
  return { hasDate: /[dy]/.test(plain) || (!hasTime && /m/.test(plain)), hasTime, isHalfDay };
}

/** Days from 30 December 1899, from which Excel counts since March 1900, to 1 January 1970; and from 1904. */
const EPOCH_DAYS = { '1900': 25_569, '1904': 24_107 } as const;
export type Epoch = keyof typeof EPOCH_DAYS;

/** A time of so many days is a length, shown without its days; of more it is a moment of some date. */
const LONGEST_DAYS = 1000;

/** A number as a person would have written it: `26:45:18`, `5:30:00 PM`, `2018-09-08 07:52:00`, `26.75`. */
export function writeNumber(value: number, format: NumberFormat, epoch: Epoch): string {
  const { hasDate, hasTime, isHalfDay } = format;
  if (!hasDate && !hasTime) return String(Number(value.toPrecision(12)));
  const seconds = roundSeconds(value * S_PER_DAY);
  const isMoment = value >= 1 && hasDate;
  if (isMoment) {
    const at = new Date((seconds - EPOCH_DAYS[epoch] * S_PER_DAY) * 1000);
    if (Number.isNaN(at.getTime())) return String(value);
    const [day = '', time = ''] = at.toISOString().split('T');
    return hasTime ? `${day} ${time.slice(0, 8)}` : day;
  }
  const ofDay = ((seconds % S_PER_DAY) + S_PER_DAY) % S_PER_DAY;
  if (isHalfDay) {
    const hour = Math.floor(ofDay / S_PER_H);
    const onDial = (hour % 12 || 12) * S_PER_H + (ofDay % S_PER_H);
    return `${writeLength(onDial)} ${hour < 12 ? 'AM' : 'PM'}`;
  }
  if (value > LONGEST_DAYS) return writeLength(ofDay);
  return `${seconds < 0 ? '-' : ''}${writeLength(Math.abs(seconds))}`;
}

/** A fraction of a day is no more exact than this. */
const roundSeconds = (seconds: number): number => {
  const whole = Math.round(seconds);
  return Math.abs(seconds - whole) < 0.005 ? whole : Math.round(seconds * 100) / 100;
};

function writeLength(seconds: number): string {
  const [hours, minutes] = [Math.floor(seconds / S_PER_H), Math.floor(seconds / S_PER_MIN) % 60];
  const rest = (seconds % S_PER_MIN).toFixed(2).replace(/\.00$/, '');
  const two = (part: string | number) => String(part).padStart(2, '0');
  return `${hours}:${two(minutes)}:${/^\d(?:\.|$)/.test(rest) ? `0${rest}` : rest}`;
}
