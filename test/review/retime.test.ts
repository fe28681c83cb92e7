import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reachedS } from '../../src/engine/course/ending.js';
import { replanRace } from '../../src/engine/review/replan.js';
import { retimePlan } from '../../src/engine/review/retime.js';
import { sum } from '../../src/kernel/stats.js';
import { type AnyRace, anyLogOf, anyRace } from '../support/any-race.js';
import { flatFifty, logOf, visit } from '../support/race.js';

/** A race on its way, forecast to go on `ratio` times as long as planned. */
const onTheWay = anyRace
  .chain((race) =>
    fc.tuple(fc.constant(race), anyLogOf(race), fc.double({ min: 0.8, max: 1.5, noNaN: true })),
  )
  .filter(([, log]) => log.status === 'open');

function retimed(
  { plan, course, pace, sun }: AnyRace,
  log: Parameters<typeof retimePlan>[1],
  ratio: number,
) {
  const last = log.visits.at(-1);
  const from = last?.place ?? 0;
  let medianS = last?.arriveS ?? 0;
  const forecastAhead = pace.legs.slice(from).map(({ movingS }, i) => {
    medianS += (pace.legs[from + i - 1]?.stopS ?? 0) + movingS * ratio;
    return { medianS, earlyS: medianS * 0.95, lateS: medianS * 1.1 };
  });
  const replan = replanRace({ plan, course, pace, log, field: null, results: null, forecastAhead });
  return { replan, legs: retimePlan(replan, log, sun).legs };
}

describe('the plan as the race goes', () => {
  it('has what is logged as logged, and what lies ahead as forecast', () => {
    fc.assert(
      fc.property(onTheWay, ([race, log, ratio]) => {
        const { replan, legs } = retimed(race, log, ratio);
        for (const seen of log.visits) {
          expect(legs[seen.place - 1]!.arriveS).toBe(reachedS(seen));
        }
        replan.ahead.forEach(({ forecast }, i) => {
          expect(legs[replan.review.ending.place + i]!.arriveS).toBe(forecast.medianS);
        });
      }),
      { numRuns: 100 },
    );
  });

  it('goes forward, and every second of it is run or stood', () => {
    fc.assert(
      fc.property(onTheWay, ([race, log, ratio]) => {
        const { legs } = retimed(race, log, ratio);
        let leftS = 0;
        for (const { arriveS, departS, movingS, stopS, lightS, cells } of legs) {
          expect(movingS).toBeGreaterThanOrEqual(0);
          expect(stopS).toBeGreaterThanOrEqual(0);
          expect(leftS + movingS).toBeCloseTo(arriveS, 6);
          expect(arriveS + stopS).toBeCloseTo(departS, 6);
          expect(lightS.day + lightS.twilight + lightS.dark).toBeCloseTo(movingS, 3);
          expect(sum(cells.map((cell) => cell.movingS))).toBeCloseTo(movingS, 3);
          leftS = departS;
        }
      }),
      { numRuns: 100 },
    );
  });

  it('puts a place that was not logged between its neighbours, as the plan does', () => {
    const { plan, course, pace } = flatFifty();
    const log = logOf([visit(1, 4000, 4200), visit(3, 13_000, 13_100)]);
    const [first, second, third, fourth] = pace.legs;
    const race = { plan, course, pace, sun: null };
    const { legs } = retimed(race, log, 1);
    const share = (second!.arriveS - first!.departS) / (third!.arriveS - first!.departS);
    expect(legs[1]!.arriveS).toBeCloseTo(4200 + share * (13_000 - 4200), 6);
    expect(legs[1]!.departS).toBeCloseTo(legs[1]!.arriveS + 120, 6);
    expect(legs[3]!.arriveS).toBeCloseTo(13_100 + fourth!.movingS, 6);
    expect(legs[3]!.window!.lateS).toBeGreaterThan(legs[3]!.arriveS);
  });
});
