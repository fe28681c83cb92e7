import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PastEdition } from '../../src/engine/history/edition.js';
import { computePacePlan } from '../../src/engine/pacing/pace-plan.js';
import { hundred, learn, randoms, STATIONS } from './support.js';

const race = hundred();

/** Editions as wild as files allow: any increasing times, missing ones, stations anywhere, either way round. */
const anyEdition: fc.Arbitrary<PastEdition> = fc
  .record({
    seed: fc.nat(),
    runners: fc.integer({ min: 1, max: 40 }),
    stations: fc.integer({ min: 1, max: 9 }),
    reversed: fc.boolean(),
    highC: fc.option(fc.integer({ min: -5, max: 40 })),
  })
  .map(({ seed, runners, stations, reversed, highC }) => {
    const random = randoms(seed);
    const increasing = (count: number) =>
      Array.from({ length: count }, random).toSorted((a, b) => a - b);
    const names = STATIONS.map(({ name }) => name).slice(0, stations);
    const atRatios = increasing(stations);
    return {
      name: 'Any',
      year: null,
      distanceM: 90_000,
      highC,
      dropped: 0,
      stations: (reversed ? names.toReversed() : names).map((name, i) => ({
        name,
        atM: 1 + 89_998 * atRatios[i]!,
      })),
      finishers: Array.from({ length: runners }, (_, i) => {
        const finishS = 3600 * (6 + 24 * random());
        const ratios = increasing(stations);
        const arriveS = ratios.map((ratio) => (random() < 0.2 ? null : finishS * ratio));
        return { runner: String(i), finishS, arriveS };
      }),
    };
  });

const anyEditions = fc.array(anyEdition, { maxLength: 4 });
const anyTargetS = fc.integer({ min: 5 * 3600, max: 40 * 3600 });

describe('whatever past editions hold', () => {
  it('arrivals increase, windows hold them, stops stay, and the finish is the target', () => {
    fc.assert(
      fc.property(anyEditions, anyTargetS, (editions, targetS) => {
        const { plan, course } = race;
        const target = { kind: 'time', targetS } as const;
        const alone = computePacePlan(plan, course, null, target);
        const pace = computePacePlan(plan, course, null, target, learn(race, editions));
        if ('kind' in pace || 'kind' in alone) throw new Error('unsolvable');
        let departedS = 0;
        for (const [i, { arriveS, departS, movingS, stopS, window }] of pace.legs.entries()) {
          expect(movingS).toBeGreaterThan(0);
          expect(arriveS).toBeCloseTo(departedS + movingS, 6);
          expect(stopS).toBe(alone.legs[i]!.stopS);
          departedS = departS;
          if (!window) continue;
          expect(window.earlyS).toBeLessThanOrEqual(arriveS);
          expect(window.lateS).toBeGreaterThanOrEqual(arriveS);
        }
        expect(pace.legs.at(-1)!.arriveS).toBeCloseTo(targetS, 3);
      }),
      { numRuns: 40 },
    );
  });

  it('forecasts during the race never lie behind the runner, nor cross', () => {
    const anyPassages = fc
      .tuple(fc.integer({ min: 1, max: 9 }), fc.nat(), fc.integer({ min: 1800, max: 9000 }))
      .map(([last, seed, perLegS]) => {
        const random = randoms(seed);
        let arriveS = 0;
        return Array.from({ length: last }, (_, i) => {
          arriveS += perLegS * (0.5 + random());
          return { place: i + 1, arriveS };
        }).filter(({ place }) => place === last || random() < 0.7);
      });
    fc.assert(
      fc.property(anyEditions, anyPassages, (editions, passages) => {
        const history = learn(race, editions);
        if (!history) return;
        const ahead = history.inRace(passages);
        expect(ahead).toHaveLength(10 - passages.at(-1)!.place);
        let before = passages.at(-1)!.arriveS;
        for (const { medianS, earlyS, lateS } of ahead) {
          expect(earlyS).toBeLessThanOrEqual(medianS);
          expect(medianS).toBeLessThanOrEqual(lateS);
          expect(medianS).toBeGreaterThanOrEqual(before);
          before = medianS;
        }
      }),
      { numRuns: 40 },
    );
  });
});
