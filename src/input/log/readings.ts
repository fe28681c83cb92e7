/** Elapsed, clock or leg times, on a dial of 12 or of 24 hours: each reading of a log's times as a race. */
import { interpolate } from '../../kernel/interpolate.js';
import { plainName } from '../../kernel/text.js';
import { S_PER_DAY } from '../../kernel/units.js';
import type { StationMatch } from '../places/match.js';
import type { TimeCell } from '../times/cell.js';
import { isBeyondTwelve, isWritten, oddityOfReading } from '../times/choice.js';
import {
  type ClockMoment,
  momentsOfClock,
  type RaceStart,
  READINGS,
  readTimes,
  type TimeReading,
} from '../times/reading.js';
import type { LogContext } from './context.js';
import type { LogEvent } from './events.js';
import { type Candidate, dueAt, expectationOf } from './likelihood.js';
import { kindSaid, SUGGESTS_CLOCK, usualStart } from './reading.js';
import type { LogRow } from './rows.js';
import { type OpenEvent, settleEvents } from './settle.js';

/** What one cell is under a reading. */
export interface ReadEvent {
  /** Everything it may be; empty when it is no time, or none under that reading. */
  possible: readonly ClockMoment[];
  /** What it is in the likeliest race; `null` also when it fits nowhere. */
  moment: ClockMoment | null;
  /** When that was due; `null` where that is not known. */
  dueS: number | null;
  /** The others, and by how much the likeliest race with them is less likely. */
  others: readonly { moment: ClockMoment; margin: number }[];
}

export interface Reading {
  reading: TimeReading;
  /** Negative logarithm of the likelihood of the likeliest race under it. */
  cost: number;
  /** One an event. */
  read: readonly ReadEvent[];
}

/** A time written wrongly, and that of the same row as well; one that needs no day to be told, or has its own. */
const WRONG = 10;
const WRONG_ALONG = 4;
const WRONG_THOUGH_PLAIN = 16;
/** A header says what the times are, and is wrong. */
const HEADER_WRONG = 12;
/** Who writes 17:30 once means the morning by 5:30, mostly. */
const MIXED = 6;
/** A leg time after a gap tells nothing: a reading is not to win by leaving most of a log out. */
const UNUSED = 2;

/** A date of the wrong year makes no race of a year. */
const LONGEST_RACE_S = 10 * S_PER_DAY;
const HALF_DAY_S = S_PER_DAY / 2;
/** Nobody takes so many times as long as planned. */
const SLOWEST_RATIO = 3;

/**
 * Reads a log's times in every way that comes into question.
 * @param matches where each row fits by name and distance
 * @param column the header of the times
 * @param hasOwnColumns whether arrivals or departures have columns of their own, which hold no times of legs
 * @returns the likeliest first
 */
export function judgeReadings(
  events: readonly LogEvent[],
  rows: readonly LogRow[],
  matches: readonly (StationMatch | null)[],
  column: string,
  hasOwnColumns: boolean,
  context: LogContext,
): Reading[] {
  const cells = events.map(({ cell }) => cell);
  const start = { startAt: context.startAt ?? usualStart(cells, context.zone), zone: context.zone };
  const header = plainName(column);
  const said = context.times ? null : kindSaid(header);
  const expected = SUGGESTS_CLOCK.test(header) ? 'clock' : null;
  const isMixed = cells.some(isBeyondTwelve);
  const spots = spotsOfRows(rows, matches, context);
  const known = expectationOf(context);
  const untilS = longestS(context);
  const open = READINGS.filter(({ kind }) =>
    context.times ? kind === context.times : kind !== 'leg' || !hasOwnColumns,
  ).map((reading) => ({ reading, possible: possibleMoments(cells, reading, start, untilS) }));
  // Of readings that are one, such as 12 and 24 hours where all times have AM or PM, the first is the usual one
  const meanings = open.map(({ possible }) => JSON.stringify(possible));
  return open
    .filter((_, i) => meanings.indexOf(meanings[i]!) === i)
    .map(({ reading, possible }): Reading => {
      const gap = reading.kind === 'leg' ? cells.findIndex((cell) => !isWritten(cell)) : -1;
      const isUnused = (i: number) => !isWritten(cells[i]!) || (gap >= 0 && i > gap);
      const settling = events.map((event, i): OpenEvent => {
        const isPlain = reading.kind !== 'clock' || hasDay(event.cell);
        const wrong = isPlain ? WRONG_THOUGH_PLAIN : WRONG;
        return {
          row: event.index,
          candidates: possible[i]!.flatMap(({ s }) =>
            candidatesAt(s, event, spots[event.index]!).filter(
              (candidate) => isPlain || isInReach(candidate),
            ),
          ),
          wrong: isUnused(i) ? 0 : wrong,
          wrongAlong: isUnused(i) ? 0 : WRONG_ALONG,
        };
      });
      const { cost, chosen, margins } = settleEvents(settling, known);
      const prior =
        oddityOfReading(reading, expected) +
        (isMixed && reading.kind === 'clock' && reading.dial === 12 ? MIXED : 0) +
        (said && said !== reading.kind ? HEADER_WRONG : 0);
      const unused = UNUSED * cells.filter((cell, i) => isWritten(cell) && isUnused(i)).length;
      return {
        reading,
        cost: cost + prior + unused,
        read: possible.map((moments, i) =>
          readEvent(moments, settling[i]!.candidates, chosen[i]!, margins[i]!),
        ),
      };
    })
    .sort((a, b) => a.cost - b.cost);
}

function readEvent(
  possible: readonly ClockMoment[],
  candidates: readonly Candidate[],
  chosen: number | null,
  margins: readonly number[],
): ReadEvent {
  const candidate = chosen === null ? null : candidates[chosen]!;
  const s = candidate?.s ?? null;
  return {
    possible,
    moment: possible.find((moment) => moment.s === s) ?? null,
    dueS: candidate?.dueS ?? null,
    others: possible
      .filter((moment) => moment.s !== s)
      .map((moment) => ({
        moment,
        margin: Math.min(...margins.filter((_, k) => candidates[k]!.s === moment.s)),
      })),
  };
}

/** Whether a cell tells the day of its time. */
export const hasDay = (cell: TimeCell): boolean =>
  cell.kind === 'time' &&
  (cell.time.kind === 'instant' || (cell.time.kind === 'clock' && cell.time.day !== null));

/** What each cell may be under a reading. */
function possibleMoments(
  cells: readonly TimeCell[],
  reading: TimeReading,
  start: RaceStart,
  untilS: number,
): ClockMoment[][] {
  if (reading.kind === 'clock') {
    return cells.map((cell) => {
      if (!isWritten(cell)) return [];
      return momentsOfClock(
        cell.kind === 'range' ? (cell.in ?? cell.out) : cell.time,
        reading.dial,
        start,
        untilS,
      );
    });
  }
  return readTimes(cells, reading, start).map(({ inS }): ClockMoment[] =>
    inS === null ? [] : [{ s: inS, shown: 'once' }],
  );
}

/** Whether a moment comes into question where a day, or half of one, is to be told. */
const isInReach = ({ s, dueS }: Candidate): boolean =>
  dueS === null || (s >= dueS / SLOWEST_RATIO && s <= SLOWEST_RATIO * dueS + HALF_DAY_S / 2);

/** When a race of this plan is over, at the latest. */
function longestS({ places, plannedS, limitS }: LogContext): number {
  const dueS = plannedS?.at(-1) ?? dueAt(places.at(-1)!.atM);
  const longestS = limitS === null ? SLOWEST_RATIO * dueS : limitS;
  return Math.min(longestS + S_PER_DAY, LONGEST_RACE_S);
}

/** Where a row may be, and when its arrival and departure there are due. */
type Spot = Pick<Candidate, 'place' | 'atM'> & {
  arriveDueS: number | null;
  departDueS: number | null;
};

function spotsOfRows(
  rows: readonly LogRow[],
  matches: readonly (StationMatch | null)[],
  { places, plannedS, plannedDepartS }: LogContext,
): Spot[][] {
  const atPlace = (place: number): Spot => {
    const { atM } = places[place]!;
    const arriveDueS = plannedS?.[place] ?? dueAt(atM);
    return { place, atM, arriveDueS, departDueS: plannedDepartS?.[place] ?? arriveDueS };
  };
  const knots = places.map(({ atM }, i) => [atM, plannedS?.[i] ?? dueAt(atM)] as const);
  return rows.map(({ station: { atM } }, i) => {
    const match = matches[i];
    if (match) return [match.place, ...match.alternatives].map(atPlace);
    const dueS = atM === null ? null : interpolate(knots, atM);
    return [{ place: null, atM, arriveDueS: dueS, departDueS: dueS }];
  });
}

const candidatesAt = (s: number, { index, field }: LogEvent, spots: readonly Spot[]): Candidate[] =>
  spots.map(({ place, atM, arriveDueS, departDueS }) => ({
    s,
    row: index,
    place,
    atM,
    dueS: field === 'arriveS' ? arriveDueS : departDueS,
  }));
