import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Goal } from '../../src/domain/goal.js';
import type { Edition, RaceResult } from '../../src/domain/record.js';
import { reviewField } from '../../src/engine/field/field.js';
import { computeChances } from '../../src/engine/goals/probability.js';
import { replanRace } from '../../src/engine/review/replan.js';
import { reviewRace } from '../../src/engine/review/review.js';
import {
  anyChances,
  anyEdition,
  EDITION,
  editionOf,
  FINISH,
  goalOf,
} from '../support/any-chances.js';
import { anyLogOf } from '../support/any-race.js';
import { outlookOf } from '../support/outlook.js';
import { flatFifty, resultOf } from '../support/race.js';

const RUNS = { numRuns: 1000, seed: 8 };

/** Chances of the goals in order: the finish first, then ladder by ladder. */
function expectLaws(chances: readonly (number | null)[], ladders: readonly (readonly Goal[])[]) {
  const [finish, ...others] = chances;
  for (const chance of chances) {
    if (chance == null) continue;
    expect(chance).toBeGreaterThanOrEqual(0);
    expect(chance).toBeLessThanOrEqual(1);
  }
  if (finish != null) {
    for (const chance of others) expect(chance ?? 0).toBeLessThanOrEqual(finish + 1e-12);
  }
  let from = 0;
  for (const ladder of ladders) {
    const steps = others.slice(from, from + ladder.length);
    from += ladder.length;
    const known = steps.flatMap((chance) => chance ?? []);
    // what makes one place of a field known makes every lesser one known
    expect(steps.slice(0, steps.length - known.length).every((chance) => chance == null)).toBe(
      true,
    );
    for (const [i, chance] of known.entries()) {
      expect(chance).toBeGreaterThanOrEqual((known[i - 1] ?? 0) - 1e-12);
    }
  }
  return finish != null && others.some((chance) => chance != null);
}

describe('nothing is likelier than to finish, and what takes more is no likelier', () => {
  it('before the race', () => {
    let seen = 0;
    fc.assert(
      fc.property(anyChances, ({ plan, course, field, ladders }) => {
        const outlook = outlookOf(plan, course, field);
        const chances = computeChances(plan.goals, plan.athlete, field, outlook);
        if (
          expectLaws(
            chances.map(({ probability }) => probability),
            ladders,
          )
        )
          seen += 1;
      }),
      RUNS,
    );
    expect(seen).toBeGreaterThan(200);
  }, 120_000);

  it('during the race, wherever the log ends', () => {
    const raced = anyChances.chain((race) =>
      anyLogOf(race).chain((log) =>
        fc.double({ min: 0, max: 0.3, noNaN: true }).map((spread) => ({ race, log, spread })),
      ),
    );
    let seen = 0;
    fc.assert(
      fc.property(raced, ({ race, log, spread }) => {
        const { plan, course, pace, field, ladders } = race;
        const last = log.visits.at(-1)!;
        const here = pace.legs[last.place - 1]!;
        const slower = last.arriveS! / here.arriveS;
        const forecastAhead = pace.legs.slice(last.place).map(({ arriveS }) => {
          const medianS = last.arriveS! + slower * (arriveS - here.arriveS);
          return { medianS, earlyS: medianS * (1 - spread), lateS: medianS * (1 + spread) };
        });
        const { goals } = replanRace({
          plan,
          course,
          pace,
          log,
          field,
          results: null,
          forecastAhead,
        });
        if (
          expectLaws(
            goals.map(({ probability }) => probability),
            ladders,
          )
        )
          seen += 1;
      }),
      RUNS,
    );
    expect(seen).toBeGreaterThan(200);
  }, 120_000);

  it('after the race: who has met a time or a place has finished', () => {
    const raced = anyChances.chain((race) =>
      anyLogOf(race).chain((log) => anyEdition.map((results) => ({ race, log, results }))),
    );
    let seen = 0;
    fc.assert(
      fc.property(raced, ({ race, log, results: drawn }) => {
        const { plan, course, pace, ladders } = race;
        const { results } = editionOf(drawn, race, 0);
        const { judgements } = reviewRace(plan, course, pace, log, results);
        const [finish, ...others] = judgements.map(({ status }) => status);
        if (others.includes('met')) {
          seen += 1;
          expect(finish).toBe('met');
        }
        const times = others.slice(0, ladders[0]!.length);
        expect(times.lastIndexOf('missed')).toBeLessThan(
          times.includes('met') ? times.indexOf('met') : times.length,
        );
      }),
      RUNS,
    );
    expect(seen).toBeGreaterThan(100);
  }, 120_000);
});

it('the share of finishers is one, before the race, in the field and in it', () => {
  fc.assert(
    fc.property(anyChances, ({ plan, course, field }) => {
      // whose past tells nothing
      const stranger = { ...plan, athlete: { ...plan.athlete, past: [] } };
      const outlook = outlookOf(stranger, course, field);
      const [finish] = computeChances([FINISH], plan.athlete, field, outlook);
      const shares = field.editions.flatMap(({ comparability, finishRatio }) =>
        comparability.counts && finishRatio != null ? [finishRatio] : [],
      );
      const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
      if (shares.length > 0) expect(finish?.probability).toBeCloseTo(mean, 12);
      else expect(finish?.probability).toBeNull();
    }),
    { numRuns: 200, seed: 8 },
  );
}, 60_000);

it('top 5 is no likelier than top 10 where one edition tells only who the first five were', () => {
  const { plan, course } = flatFifty();
  const hours = (h: number, sex: 'F' | null = 'F') => resultOf(h * 3600, { sex });
  const edition = (year: number, results: RaceResult[]): Edition => ({
    ...EDITION,
    year,
    results,
    comparable: true,
  });
  const quick = edition(
    2020,
    [4, 4.1, 4.2, 4.3, 4.4, 4.5, 4.6, 4.7, 4.8, 4.9].map((h) => hours(h)),
  );
  const slow = edition(2021, [
    ...[7, 7.1, 7.2, 7.3, 7.4].map((h) => hours(h)),
    hours(7.5, null),
    ...[7.6, 7.7, 7.8, 7.9, 8, 8.1].map((h) => hours(h)),
  ]);
  const athlete = {
    ...plan.athlete,
    past: [
      {
        race: 'Spring',
        distanceM: 50_000,
        gainM: null,
        timeS: 6 * 3600,
        outcome: { kind: 'finished' as const },
        dayAt: null,
        isYearAlone: false,
      },
    ],
  };
  const goals = [goalOf('women top 5'), goalOf('women top 10')];
  const field = reviewField([quick, slow], { ...plan, goals, athlete });
  const outlook = outlookOf({ ...plan, athlete }, course, field);
  const [five, ten] = computeChances(goals, athlete, field, outlook);
  expect(five!.probability).toBeGreaterThan(0.4);
  expect(ten!.probability).toBeGreaterThanOrEqual(five!.probability!);
});
