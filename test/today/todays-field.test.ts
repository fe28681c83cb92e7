import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TimeForecast } from '../../src/domain/forecast.js';
import type { InRaceForecast } from '../../src/engine/pacing/in-race.js';
import type { FieldRunner } from '../../src/engine/today/field-runners.js';
import { prepareTodaysField } from '../../src/engine/today/todays-field.js';

/** A race of ten legs, an hour each for whom is forecast to go on as so far. */
const FINISH = 10;
const asSoFar: InRaceForecast = (passages) => {
  const here = passages.at(-1)!;
  const perLegS = here.arriveS / here.place;
  return Array.from({ length: FINISH - here.place }, (_, i): TimeForecast => {
    const aheadS = perLegS * (i + 1);
    const medianS = here.arriveS + aheadS;
    return { medianS, earlyS: medianS - 0.1 * aheadS, lateS: medianS + 0.12 * aheadS };
  });
};

/** A runner of so many seconds a leg, slower by a factor after each place. */
const runner = (
  perLegS: number,
  factorAfter: (place: number) => number = () => 1,
  waveS = 0,
): FieldRunner => {
  const arriveS = [0];
  for (let place = 0; place < FINISH; place += 1) {
    arriveS.push(arriveS[place]! + perLegS * factorAfter(place));
  }
  return { runner: `of ${perLegS}`, waveS, arriveS };
};

/** Forty runners, all quicker than an hour a leg: they are through the next place by the time of `HERE`. */
const ahead = (factorAfter?: (place: number) => number, waveS = 0): FieldRunner[] =>
  Array.from({ length: 40 }, (_, i) => runner(2450 + 12 * i, factorAfter, waveS));

const HERE = { place: 5, arriveS: 5 * 3600 };
const alone = asSoFar([HERE]);
const amid = (field: readonly FieldRunner[], clockS = HERE.arriveS) =>
  prepareTodaysField(field, asSoFar)(HERE, clockS, alone);
const mediansOf = (forecasts: readonly TimeForecast[]) => forecasts.map(({ medianS }) => medianS);

describe('today’s field', () => {
  it('of nobody changes nothing', () => {
    expect(amid([])).toMatchObject({ ahead: alone, last: -1 });
  });

  it('that runs as forecast changes nothing but the doubt', () => {
    const { ahead: told, signs, last } = amid(ahead());
    expect(signs[0]!.runners).toBeGreaterThan(10);
    expect(last).toBeGreaterThanOrEqual(0);
    told.forEach(({ medianS }, i) => {
      expect(medianS).toBeCloseTo(alone[i]!.medianS, 6);
    });
    expect(told[0]!.lateS).toBeLessThan(alone[0]!.lateS);
  });

  it('that was 10 % slower on the next leg makes this runner slower there, by no more', () => {
    const slow = ahead((place) => (place === 5 ? 1.1 : 1));
    const [next] = amid(slow).ahead;
    const factor = (next!.medianS - HERE.arriveS) / (alone[0]!.medianS - HERE.arriveS);
    expect(factor).toBeGreaterThan(1.05);
    expect(factor).toBeLessThanOrEqual(1.1);
  });

  it('keeps the seconds, and fewer of them, for places it says nothing of', () => {
    const slow = ahead((place) => (place === 5 ? 1.2 : 1));
    const { ahead: told, last } = amid(slow);
    expect(last).toBeLessThan(FINISH - HERE.place - 1);
    const laterS = told.map(({ medianS }, i) => medianS - alone[i]!.medianS);
    expect(laterS.at(-1)!).toBeGreaterThan(0);
    expect(laterS.at(-1)!).toBeLessThan(laterS[last]!);
  });

  it('is believed the more, the more of them there are', () => {
    const slow = ahead((place) => (place === 5 ? 1.1 : 1));
    const laterS = [4, 10, 40].map(
      (count) => amid(slow.slice(0, count)).ahead[0]!.medianS - alone[0]!.medianS,
    );
    expect(laterS).toEqual(laterS.toSorted((a, b) => a - b));
    expect(laterS[2]!).toBeGreaterThan(laterS[0]!);
  });

  it('counts who is like the runner more than who is not', () => {
    const like = Array.from({ length: 10 }, (_, i) => runner(2800 + i, (p) => (p < 5 ? 1 : 1.04)));
    const unlike = Array.from({ length: 10 }, (_, i) => runner(1400 + i, (p) => (p < 5 ? 1 : 1.3)));
    const [sign] = amid([...like, ...unlike]).signs;
    expect(sign!.deviation).toBeLessThan(0.05);
  });

  it('narrows a window to its own spread, and widens it', () => {
    const scattered = Array.from({ length: 40 }, (_, i) =>
      runner(2700 + 10 * i, (place) => (place === 5 ? 0.8 + 0.05 * (i % 9) : 1)),
    );
    const widthS = ({ earlyS, lateS }: TimeForecast) => lateS - earlyS;
    expect(widthS(amid(ahead()).ahead[0]!)).toBeLessThan(widthS(alone[0]!));
    expect(widthS(amid(scattered).ahead[0]!)).toBeGreaterThan(widthS(alone[0]!));
  });

  it('that started after the runner was here has passed nothing yet', () => {
    expect(amid(ahead(() => 2, 6 * 3600)).ahead).toEqual(alone);
  });

  it('tells as well where nobody’s time is taken, by the times before and after', () => {
    const slow = ahead((place) => (place >= 4 ? 1.1 : 1));
    const untimed = slow.map((other) => ({
      ...other,
      arriveS: other.arriveS.map((timeS, place) => (place === HERE.place ? null : timeS)),
    }));
    const [next] = amid(untimed).ahead;
    expect(next!.medianS).toBeGreaterThan(alone[0]!.medianS + 60);
    expect(next!.medianS).toBeLessThan(alone[0]!.medianS + 360);
  });

  it('is seen by the clock: a later wave sees more of the same field', () => {
    const field = ahead();
    const seen = [-2400, -1200, 0].map(
      (waveS) => amid(field, HERE.arriveS + waveS).signs[0]!.runners,
    );
    expect(seen[1]!).toBeGreaterThan(seen[0]!);
    expect(seen[2]!).toBeGreaterThanOrEqual(seen[1]!);
  });

  it('does not call a day quick because only the quick are through', () => {
    // half of them take twice as long as the others from here, and half as long is forecast for nobody
    const field = Array.from({ length: 200 }, (_, i) =>
      runner(3300 + i, (place) => (place < 5 ? 1 : i % 2 === 0 ? 0.5 : 1.5)),
    );
    const justSeen = 5 * 3600 + 600;
    expect(amid(field, justSeen).signs[0]!.runners).toBe(0);
  });
});

const anyRunner: fc.Arbitrary<FieldRunner> = fc
  .record({
    waveS: fc.integer({ min: 0, max: 3600 }),
    legsS: fc.array(fc.integer({ min: 60, max: 9000 }), { minLength: FINISH, maxLength: FINISH }),
    known: fc.array(fc.boolean(), { minLength: FINISH, maxLength: FINISH }),
  })
  .map(({ waveS, legsS, known }) => {
    let timeS = 0;
    const later = legsS.map((legS, i) => {
      timeS += legS;
      return known[i] ? timeS : null;
    });
    return { runner: 'any', waveS, arriveS: [0, ...later] };
  });
const anyField = fc.array(anyRunner, { maxLength: 60 });

describe('any field', () => {
  it('leaves arrivals in order, after here, inside their windows', () => {
    fc.assert(
      fc.property(anyField, (field) => {
        let before = { medianS: HERE.arriveS, earlyS: HERE.arriveS, lateS: HERE.arriveS };
        for (const forecast of amid(field).ahead) {
          expect(forecast.earlyS).toBeLessThanOrEqual(forecast.medianS);
          expect(forecast.medianS).toBeLessThanOrEqual(forecast.lateS);
          expect(forecast.earlyS).toBeGreaterThanOrEqual(before.earlyS);
          expect(forecast.medianS).toBeGreaterThanOrEqual(before.medianS);
          expect(forecast.lateS).toBeGreaterThanOrEqual(before.lateS);
          before = forecast;
        }
      }),
    );
  });

  it('says nothing of what is later than the clock: those times may be any, or none', () => {
    fc.assert(
      fc.property(anyField, fc.double({ min: 1.001, max: 3, noNaN: true }), (field, factor) => {
        const future = (
          { waveS, arriveS }: FieldRunner,
          change: (timeS: number) => number | null,
        ) => ({
          runner: 'any',
          waveS,
          arriveS: arriveS.map((timeS) =>
            timeS !== null && waveS + timeS > HERE.arriveS ? change(timeS) : timeS,
          ),
        });
        const later = field.map((other) => future(other, (timeS) => timeS * factor));
        const unknown = field.map((other) => future(other, () => null));
        expect(mediansOf(amid(later).ahead)).toEqual(mediansOf(amid(field).ahead));
        expect(mediansOf(amid(unknown).ahead)).toEqual(mediansOf(amid(field).ahead));
      }),
    );
  });
});
