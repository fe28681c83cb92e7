import { describe, expect, it } from 'vitest';
import type { Finisher } from '../../src/engine/history/edition.js';
import {
  type InRaceForecast,
  type Passage,
  prepareInRace,
} from '../../src/engine/pacing/in-race.js';
import { describeSolve } from '../../src/engine/pacing/solve-input.js';
import { mean } from '../../src/kernel/stats.js';
import { historyOf, hundred, inventEdition, STATIONS } from './support.js';

const race = hundred();
const withoutHistory = prepareInRace(describeSolve(race.plan, race.course, null));
const finishOf = (forecast: InRaceForecast, passages: readonly Passage[]) =>
  forecast(passages).at(-1)!;

/** Who starts fast for the finish time fades, and who starts slow does not. */
const years = [1, 2, 3].map((seed) =>
  inventEdition(race, () => 0, { seed, runners: 200, noiseRatio: 0.05 }),
);
const history = historyOf(race, years.slice(0, 2));

const passagesOf = ({ arriveS }: Finisher, upTo: number): Passage[] =>
  arriveS.slice(0, upTo).map((timeS, i) => ({ place: i + 1, arriveS: timeS! }));

const finishErrorS = (forecast: InRaceForecast, upTo: number): number =>
  mean(
    years[2]!.finishers.map((finisher) =>
      Math.abs(finishOf(forecast, passagesOf(finisher, upTo)).medianS - finisher.finishS),
    ),
  )!;

describe('a forecast during the race that learns from past editions', () => {
  it('sees in the way so far what the rest will be', () => {
    expect(finishErrorS(history.inRace, 4)).toBeLessThan(0.6 * finishErrorS(withoutHistory, 4));
  });

  it('gets better as the race goes on', () => {
    const errors = [2, 5, 8].map((upTo) => finishErrorS(history.inRace, upTo));
    expect(errors).toEqual(errors.toSorted((a, b) => b - a));
  });

  it('covers 8 in 10 finishes', () => {
    const inside = years[2]!.finishers.filter((finisher) => {
      const { earlyS, lateS } = finishOf(history.inRace, passagesOf(finisher, 5));
      return earlyS <= finisher.finishS && finisher.finishS <= lateS;
    });
    expect(inside.length / 200).toBeGreaterThan(0.75);
  });

  it('bridges a station that was not logged', () => {
    const passages = passagesOf(years[2]!.finishers[77]!, 5);
    const whole = finishOf(history.inRace, passages).medianS;
    const gappy = finishOf(
      history.inRace,
      passages.filter(({ place }) => place !== 3),
    ).medianS;
    expect(Math.abs(gappy - whole)).toBeLessThan(0.01 * whole);
  });

  it('goes over to the forecast without history where nobody was as slow', () => {
    const passages = [{ place: 1, arriveS: 4 * 3600 }];
    const alone = finishOf(withoutHistory, passages).medianS;
    expect(finishOf(history.inRace, passages).medianS / alone).toBeCloseTo(1, 1);
  });

  it('is the forecast without history while past runners are too few to ask', () => {
    const few = historyOf(race, [inventEdition(race, () => 0, { runners: 5 })]);
    const passages = [{ place: 2, arriveS: 2 * 3600 }];
    expect(finishOf(few.inRace, passages)).toEqual(finishOf(withoutHistory, passages));
  });

  it('is not misled by a station that is new this year', () => {
    const withNew = hundred(
      [...STATIONS, { name: 'New', atM: 35_000 }].toSorted((a, b) => a.atM - b.atM),
    );
    const now = historyOf(withNew, years.slice(0, 2));
    const before = passagesOf(years[2]!.finishers[120]!, 4);
    const moved = before.map(({ place, arriveS }) => ({
      place: place > 3 ? place + 1 : place,
      arriveS,
    }));
    const newS = before[2]!.arriveS + 0.48 * (before[3]!.arriveS - before[2]!.arriveS);
    const passages = [...moved.slice(0, 3), { place: 4, arriveS: newS }, ...moved.slice(3)];
    const then = finishOf(history.inRace, before).medianS;
    expect(Math.abs(finishOf(now.inRace, passages).medianS - then)).toBeLessThan(0.02 * then);
  });
});
