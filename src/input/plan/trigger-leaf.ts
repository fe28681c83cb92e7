/**
 * What may happen, in plain words:
 *
 * ```
 * behind        = duration ( "behind" | "late" ) [ "at" place ]
 * stops over    = "stops" "run over by" duration
 * not there     = "before" place "after" time | "not at" place "by" time | "reach" place "after" time
 * forecast past = "forecast past" duration
 * ```
 *
 * Case-blind. Other words are kept as they are.
 */
import type { Trigger } from '../../domain/contingency.js';
import { parseDuration } from '../../kernel/quantity.js';
import { parseCutoff } from './cutoff-leaf.js';
import { leaf } from './leaf.js';

export interface WrittenTrigger {
  text: string;
  trigger: Trigger | null;
}

const BEHIND =
  /^(.+?) (?:behind|late)(?: (?:plan|schedule|pace))?(?: (?:at|by|leaving|out of) (.+))?$/i;
const STOPS =
  /^(?:stops?|breaks?) (?:(?:run|ran|are|is) )?(?:over|long|late)(?: plan)?(?: by)? (.+)$/i;
const STOPS_BY = /^(?:stops?|breaks?) (?:(?:run|ran|are|is) )?(.+?) (?:over|longer)(?: plan)?$/i;
const BEFORE = /^(?:still )?before (.+) after (.+)$/i;
const NOT_THERE = /^not (?:yet )?(?:at|in|past|through) (.+) (?:by|before) (.+)$/i;
const REACHED = /^(?:arriv(?:e|es|ing|al) (?:at|in)|reach(?:es|ing)?|gets? to) (.+) after (.+)$/i;
const FORECAST =
  /^(?:(?:the )?finish )?forecast (?:is )?(?:past|over|beyond|after|later than|slower than|above) (.+)$/i;

export function parseTrigger(written: string): Trigger | null {
  const words = written.replace(/\s+/g, ' ').trim();
  const stops = STOPS.exec(words) ?? STOPS_BY.exec(words);
  if (stops) {
    const byS = spanOf(stops[1]!);
    return byS === null ? null : { kind: 'stops over', byS };
  }
  const behind = BEHIND.exec(words);
  if (behind) {
    const byS = spanOf(behind[1]!);
    return byS === null ? null : { kind: 'behind', byS, place: behind[2] ?? null };
  }
  const [, place, time] = BEFORE.exec(words) ?? NOT_THERE.exec(words) ?? REACHED.exec(words) ?? [];
  if (place !== undefined && time !== undefined) {
    const moment = parseCutoff(time);
    return moment?.kind === 'clock' && moment.day === null
      ? { kind: 'not there', place, tod: moment.tod }
      : null;
  }
  const [, limit] = FORECAST.exec(words) ?? [];
  const finishS = limit === undefined ? null : spanOf(limit);
  return finishS === null ? null : { kind: 'forecast past', finishS };
}

const NUMBERS = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const NUMBER = new RegExp(`^(${NUMBERS.join('|')}) `);

/** `20 min`, `1:30 h`, `an hour`, `two hours`, `half an hour`; a bare number is none. */
function spanOf(written: string): number | null {
  const told = written
    .trim()
    .toLowerCase()
    .replace(/^(?:more than|over|at least) /, '')
    .replace(/^half an hour$/, '30 min')
    .replace(/^(?:a )?quarter of an hour$/, '15 min')
    .replace(/^an? /, '1 ')
    .replace(NUMBER, (_, number: string) => `${NUMBERS.indexOf(number) + 2} `);
  const seconds = /[a-z]/.test(told) ? parseDuration(told) : null;
  return seconds !== null && seconds > 0 ? seconds : null;
}

export const trigger = () =>
  leaf(
    { examples: ['20 min behind at Blackwell', 'stops run over by 5 min', 'forecast past 24 h'] },
    (written): WrittenTrigger => ({ text: written, trigger: parseTrigger(written) }),
  );
