import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RaceLog } from '../../src/domain/record.js';
import type { LogContext } from '../../src/input/log/context.js';
import { addSeconds, timeOfDay } from '../../src/kernel/clock.js';
import { pineCreek, readText, vermont } from './support.js';

/** A race as someone may run it: whole minutes, a pace of their own, slower by and by, with stops. */
interface Race {
  context: LogContext;
  /** Elapsed minutes at the places after the start. */
  visits: readonly { place: number; arriveMin: number; departMin: number }[];
}

const raceOn = (context: LogContext): fc.Arbitrary<Race> => {
  const legs = context.places.length - 1;
  return fc
    .record({
      speedKmH: fc.double({ min: 4.5, max: 12, noNaN: true }),
      fade: fc.double({ min: 0, max: 0.5, noNaN: true }),
      unevenness: fc.array(fc.double({ min: 0.9, max: 1.1, noNaN: true }), {
        minLength: legs,
        maxLength: legs,
      }),
      stopsMin: fc.array(fc.integer({ min: 0, max: 20 }), { minLength: legs, maxLength: legs }),
      logged: fc.integer({ min: 1, max: legs }),
    })
    .map(({ speedKmH, fade, unevenness, stopsMin, logged }) => {
      let min = 0;
      const visits = context.places.slice(1, logged + 1).map(({ atM }, i) => {
        const distanceM = atM - context.places[i]!.atM;
        const slower = (1 + (fade * i) / legs) * unevenness[i]!;
        min += Math.ceil((distanceM / 1000 / speedKmH) * 60 * slower);
        const arriveMin = min;
        min += stopsMin[i]!;
        return { place: i + 1, arriveMin, departMin: min };
      });
      return { context, visits };
    });
};

const two = (n: number) => String(n).padStart(2, '0');
const elapsed = (min: number) => `${Math.floor(min / 60)}:${two(min % 60)}`;
const clockOf =
  ({ startAt, zone }: LogContext) =>
  (min: number) =>
    elapsed(timeOfDay(addSeconds(startAt!, min * 60), zone) / 60);

const write = (
  { context, visits }: Race,
  time: (min: number) => string,
  header = 'station,arrive,depart',
) =>
  [
    header,
    ...visits.map(({ place, arriveMin, departMin }) =>
      [context.places[place]!.name, time(arriveMin), time(departMin)].join(','),
    ),
  ].join('\n');

const expected = ({ context, visits }: Race) =>
  visits.map(({ place, arriveMin, departMin }) => [
    place,
    arriveMin * 60,
    place === context.places.length - 1 ? null : departMin * 60,
  ]);
const timesOf = (log: RaceLog) =>
  log.visits.map(({ place, arriveS, departS }) => [place, arriveS, departS]);

describe('any race, logged', () => {
  it.each([
    ['by the clock', 'clock'],
    ['elapsed', 'elapsed'],
  ] as const)('%s, is read as it was run when the runner says which', (_, times) => {
    fc.assert(
      fc.property(fc.oneof(raceOn(pineCreek), raceOn(vermont)), (race) => {
        const context: LogContext = { ...race.context, times };
        const time = times === 'clock' ? clockOf(context) : elapsed;
        const { value } = readText(write(race, time), context);
        expect(timesOf(value!)).toEqual(expected(race));
      }),
    );
  });

  it('is read as it was run without being told, or asked about: never as another race', () => {
    const header = 'station,time,out';
    fc.assert(
      fc.property(fc.oneof(raceOn(pineCreek), raceOn(vermont)), fc.boolean(), (race, byClock) => {
        const text = write(race, byClock ? clockOf(race.context) : elapsed, header);
        const { value, diagnostics } = readText(text, race.context);
        if (value) expect(timesOf(value)).toEqual(expected(race));
        else expect(diagnostics.map(({ code }) => code)).toContain('TIMES_AMBIGUOUS');
      }),
    );
  });

  it('has no problems: at most a visit placed by a guess, or twice the time planned, which is said, and is right', () => {
    fc.assert(
      fc.property(raceOn(pineCreek), (race) => {
        const { value, diagnostics } = readText(write(race, clockOf(pineCreek)), pineCreek);
        const codes = new Set(diagnostics.map(({ code }) => code));
        codes.delete('ROW_PLACED_BY_GUESS');
        codes.delete('FAR_FROM_PLAN');
        expect([...codes]).toEqual(['CSV_READ_AS']);
        expect(timesOf(value!)).toEqual(expected(race));
      }),
    );
  });
});

describe('any text', () => {
  it('is read or refused, never a crash', () => {
    const cell = fc.oneof(
      fc.constantFrom('station', 'arrive', 'depart', 'mile', 'Asaph', '7:52', '52:00', 'DNF', '-5'),
      fc.string({ maxLength: 8 }),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 8 }), (rows) => {
        const text = ['station,arrive,carbs,status', ...rows.map((row) => row.join(','))].join(
          '\n',
        );
        const { diagnostics } = readText(text, pineCreek);
        const lines = text.split('\n');
        for (const { span } of diagnostics) {
          if (!span) continue;
          expect(span.line).toBeLessThanOrEqual(lines.length);
          expect(span.column).toBeLessThanOrEqual(lines[span.line - 1]!.length + 1);
        }
      }),
    );
  });
});
