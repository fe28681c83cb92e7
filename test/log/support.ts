/** Logs from `fixtures/log`, and the two courses they were kept on. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LogContext } from '../../src/input/log/context.js';
import { parseRaceLog } from '../../src/input/log/race-log.js';
import { decodeText } from '../../src/input/source.js';
import { instantOf } from '../../src/kernel/clock.js';
import { M_PER_MI, S_PER_H } from '../../src/kernel/units.js';

const ZONE = 'America/New_York';
const at = (day: number, month: number, year: number, hour: number) =>
  instantOf({ year, month, day, hour, minute: 0, second: 0 }, ZONE);

const places = (...stations: [string, number][]) =>
  stations.map(([name, mile]) => ({ name, atM: mile * M_PER_MI }));

/** A plan that is run evenly, without stops. */
const planned = (context: LogContext, hours: number): LogContext => {
  const finishM = context.places.at(-1)!.atM;
  const plannedS = context.places.map(({ atM }) => (atM / finishM) * hours * S_PER_H);
  return { ...context, plannedS, plannedDepartS: plannedS };
};

/** 62 miles from 7:00; every station but one is passed twice or more. */
export const pineCreek = planned(
  {
    places: places(
      ['Start', 0],
      ['Wellsboro Junction', 5.4],
      ['Asaph', 10.8],
      ['Wellsboro Junction', 16.2],
      ['Asaph', 21.6],
      ['Darling Run', 25.6],
      ['Tiadaghton', 33.7],
      ['Blackwell', 41.7],
      ['Tiadaghton', 49.8],
      ['Darling Run', 58],
      ['Finish', 62],
    ),
    startAt: at(8, 9, 2018, 7),
    zone: ZONE,
    units: 'imperial',
    products: [],
    plannedS: null,
    plannedDepartS: null,
    limitS: null,
    timedS: null,
    times: null,
    goesOn: false,
  },
  11.75,
);

/** 100 miles from 4:00, until 10:00 the next morning. */
export const vermont = planned(
  {
    ...pineCreek,
    places: places(
      ['Start', 0],
      ['Pretty House', 21.3],
      ['Stage Road', 30.3],
      ['Camp Ten Bear', 47.2],
      ['Margaritaville', 58.5],
      ['Camp Ten Bear', 69.4],
      ["Spirit of '76", 76.2],
      ["Bill's", 88.6],
      ["Polly's", 95.5],
      ['Finish', 100],
    ),
    startAt: at(15, 7, 2017, 4),
  },
  25,
);

export const fixture = (name: string) => {
  const file = `${name}.csv`;
  const bytes = readFileSync(join(import.meta.dirname, '../../fixtures/log', file));
  return { file, text: decodeText(bytes) };
};

export const readLog = (name: string, context: LogContext) => parseRaceLog(fixture(name), context);

export const readText = (text: string, context: LogContext) =>
  parseRaceLog({ file: 'log.csv', text }, context);
