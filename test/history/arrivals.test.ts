import { describe, expect, it } from 'vitest';
import type { SplitHistory } from '../../src/engine/history/history.js';
import { computePacePlan, type PacePlan } from '../../src/engine/pacing/pace-plan.js';
import { mean, sum } from '../../src/kernel/stats.js';
import {
  type Hundred,
  historyOf,
  hundred,
  inventEdition,
  learn,
  type Shape,
  STATIONS,
} from './support.js';

const TARGET_S = 13 * 3600;

function planOf({ plan, course }: Hundred, history: SplitHistory | null): PacePlan {
  const pace = computePacePlan(plan, course, null, { kind: 'time', targetS: TARGET_S }, history);
  if ('kind' in pace) throw new Error(pace.kind);
  return pace;
}

/** How much later than by the model alone, as a share of the target. */
const shiftsOf = (race: Hundred, history: SplitHistory | null): number[] => {
  const alone = planOf(race, null);
  return planOf(race, history)
    .legs.slice(0, -1)
    .map((leg, i) => (leg.arriveS - alone.legs[i]!.arriveS) / TARGET_S);
};

/** Largest distance between two lists. */
const apart = (a: readonly number[], b: readonly number[]): number =>
  Math.max(...a.map((value, i) => Math.abs(value - b[i]!)));

/** Everyone is late at 30 km, by 2 % of the finish time. */
const steepStart: Shape = (ratio) => 0.02 * Math.sin(Math.PI * Math.min(1, ratio / 0.6));
const atStations = (shape: Shape) => STATIONS.map(({ atM }) => shape(atM / 100_000));

describe('a plan that learns from past editions', () => {
  const race = hundred();

  it('is the model alone without editions, and with editions nobody finished', () => {
    expect(learn(race, [])).toBeNull();
    expect(learn(race, [inventEdition(race, steepStart, { runners: 0 })])).toBeNull();
    expect(planOf(race, null).evidence).toBeNull();
  });

  it('finds the shape of the course that the model does not know', () => {
    const found = shiftsOf(
      race,
      historyOf(race, [inventEdition(race, steepStart, { runners: 300 })]),
    );
    // a third of the 300 are neighbours, and the model counts as 5 more
    expect(apart(found, atStations(steepStart))).toBeLessThan(0.0015);
  });

  it('learns from one edition with a few runners already, and from more runners more', () => {
    const missedBy = (runners: number) =>
      mean(
        [1, 2, 3, 4, 5].map((seed) => {
          const edition = inventEdition(race, steepStart, { runners, noiseRatio: 0.06, seed });
          return apart(shiftsOf(race, historyOf(race, [edition])), atStations(steepStart));
        }),
      )!;
    expect(missedBy(5)).toBeLessThan(0.015);
    const missed = [3, 20, 300].map(missedBy);
    expect(missed).toEqual(missed.toSorted((a, b) => b - a));
  });

  it('tells fast runners from slow ones where they differ', () => {
    const { finishers, ...edition } = inventEdition(race, () => 0, { runners: 200 });
    // nobody of 9 h is late half way, everybody of 19 h is, by 40 min
    const bent = finishers.map((finisher) => ({
      ...finisher,
      arriveS: finisher.arriveS.map(
        (timeS, i) =>
          timeS! + ((finisher.finishS - 9 * 3600) / 15) * Math.sin((Math.PI * (i + 1)) / 10),
      ),
    }));
    const history = historyOf(race, [{ ...edition, finishers: bent }]);
    const halfwayLateS = (hours: number) =>
      history.deviations(hours * 3600)[4]!.ratio * hours * 3600;
    expect(halfwayLateS(12) / 60).toBeCloseTo(12, -1);
    expect(halfwayLateS(18) / 60).toBeCloseTo(36, -1);
  });

  it('carries over the deviation, not the share of time, where no station stood', () => {
    const sparse = STATIONS.filter((_, i) => i % 2 === 1);
    const found = shiftsOf(
      race,
      historyOf(race, [inventEdition(race, steepStart, { stations: sparse })]),
    );
    const truth = atStations(steepStart);
    expect(found[2]).toBeCloseTo((truth[1]! + truth[3]!) / 2, 2);
  });

  it('trusts the distances where the names are shifted along the table', () => {
    const shifted = STATIONS.map(({ atM }, i) => ({ name: STATIONS[(i + 1) % 9]!.name, atM }));
    const [right, wrong] = [STATIONS, shifted].map((stations) =>
      shiftsOf(race, historyOf(race, [inventEdition(race, steepStart, { stations })])),
    );
    expect(wrong).toEqual(right);
  });

  it('knows a station by its name when it was moved by a kilometre', () => {
    const moved = STATIONS.map(({ name, atM }, i) => ({ name, atM: i === 4 ? atM + 1000 : atM }));
    const jump: Shape = (ratio) => (ratio > 0.505 && ratio < 0.55 ? 0.02 : 0);
    const found = shiftsOf(race, historyOf(race, [inventEdition(race, jump, { stations: moved })]));
    expect(found[4]).toBeCloseTo(0.02, 2);
  });

  it('turns editions run the other way round: fade stays with the runner, the ground does not', () => {
    const fade: Shape = (ratio) => -0.02 * Math.sin(Math.PI * ratio);
    const roadworks: Shape = (ratio) => (ratio > 0.65 && ratio < 0.75 ? 0.01 : 0);
    const stations = STATIONS.map(({ atM }, i) => ({ name: STATIONS[8 - i]!.name, atM }));
    const found = shiftsOf(
      race,
      historyOf(race, [
        inventEdition(race, (ratio) => fade(ratio) + roadworks(ratio), { stations, runners: 300 }),
      ]),
    );
    expect(apart(found, atStations(fade))).toBeLessThan(0.005);
  });

  it('expects runners early at first, and late after the heat, on a day hotter than it learned from', () => {
    const edition = inventEdition(race, () => 0, { highC: 20 });
    const lateAt = (station: number, highC: number | null) =>
      historyOf(race, [edition], highC).deviations(TARGET_S)[station]!.ratio;
    expect(lateAt(2, 35)).toBeLessThan(-0.005);
    expect(lateAt(7, 35)).toBeGreaterThan(0.002);
    expect(lateAt(2, 20)).toBeCloseTo(0, 6);
    expect(lateAt(2, null)).toBeCloseTo(0, 6);
  });

  it('says on how many it rests, and what they changed', () => {
    const editions = [1, 2].map((seed) => inventEdition(race, steepStart, { seed }));
    const { legs, basePaceSPerKm, evidence } = planOf(race, historyOf(race, editions));
    expect(evidence).toEqual({ editions: 2, runners: 200 });
    for (const { factorS, movingS, leg } of legs) {
      const baseS = (basePaceSPerKm * leg.distanceM) / 1000;
      expect(baseS + sum(Object.values(factorS))).toBeCloseTo(movingS, 6);
    }
  });

  it('covers 8 in 10 of runners like those it learned from', () => {
    const [first, second, next] = [1, 2, 3].map((seed) =>
      inventEdition(race, steepStart, { seed, noiseRatio: 0.03 }),
    );
    const history = historyOf(race, [first!, second!]);
    const usual = race.model.effortRatioAt(50_000);
    const inside = next!.finishers.filter(({ finishS, arriveS }) => {
      const { earlyRatio, lateRatio } = history.deviations(finishS)[4]!;
      const late = arriveS[4]! / finishS - race.model.timeRatioAt(usual)(finishS);
      return late >= earlyRatio && late <= lateRatio;
    });
    // of a hundred or so runners, two standard deviations
    expect(Math.abs(inside.length / next!.finishers.length - 0.8)).toBeLessThan(0.08);
  });
});
