import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Course, placesOf } from '../../src/domain/course.js';
import type { Condition } from '../../src/domain/gear.js';
import { lampWarnings } from '../../src/engine/advice/warnings/lamp.js';
import type { Sun } from '../../src/engine/course/daylight.js';
import { describeRaceDay, temperatureOn } from '../../src/engine/course/race-day.js';
import { computeGearMoves, type GearMove } from '../../src/engine/crew/gear.js';
import { type AnyRace, anyRace } from '../support/any-race.js';
import { NO_CREW } from '../support/plan.js';
import { gear, H, hundred, sunOf } from './support.js';

/** Any race, with crew and drop bags anywhere, and a crew that waits at some of the places or is not told. */
const anySupported = anyRace.chain((race) => {
  const isOften = fc.integer({ min: 0, max: 3 }).map((n) => n > 0);
  const flags = fc.array(fc.record({ crew: isOften, dropBag: fc.boolean() }), {
    minLength: race.course.legs.length + 1,
    maxLength: race.course.legs.length + 1,
  });
  return fc
    .record({
      flags,
      waits: fc.option(fc.array(fc.nat(race.course.legs.length)), { nil: null }),
      night: fc.option(fc.array(fc.double({ min: 0, max: 1.1, noNaN: true }), { minLength: 3 }), {
        nil: null,
      }),
    })
    .map(({ flags: has, waits, night }) => {
      const places = placesOf(race.course).map((place, i) => ({ ...place, ...has[i]! }));
      const course: Course = {
        ...race.course,
        start: places[0]!,
        finish: places.at(-1)!,
        legs: race.course.legs.map((leg, i) => ({ ...leg, from: places[i]!, to: places[i + 1]! })),
      };
      const at = waits?.map((i) => places[i]!.name) ?? [];
      const crew = { ...NO_CREW, people: waits ? [{ name: 'Sam', role: 'crew', at }] : [] };
      const sun = night ? nightsOf(night, race.pace.targetS) : race.sun;
      return { race: { ...race, plan: { ...race.plan, crew }, course, sun }, waits: at };
    });
});

/** Nights that begin and end anywhere in the race. */
function nightsOf(changes: readonly number[], targetS: number) {
  const changesH = [...changes].sort((a, b) => a - b).map((share) => (share * targetS) / H);
  return sunOf(
    ...changesH.flatMap((fromH, i): [number, number][] =>
      i % 2 === 0 ? [[fromH, changesH[i + 1] ?? Number.POSITIVE_INFINITY]] : [],
    ),
  );
}

const anyWhen = fc.oneof(
  fc.constant<Condition>({ kind: 'dark' }),
  fc.constantFrom<Condition>({ kind: 'dark' }, { kind: 'rain' }, { kind: 'always' }),
  fc.integer({ min: 0, max: 35 }).map((fromC): Condition => ({ kind: 'hot', fromC })),
  fc.integer({ min: 0, max: 20 }).map((h): Condition => ({ kind: 'after', elapsedS: h * 3600 })),
);

/** Whether it is needed then; where nobody knows, always. */
function isNeeded(when: Condition, { plan, sun }: AnyRace, elapsedS: number): boolean {
  if (when.kind === 'dark') return sun === null || sun.lightAt(elapsedS) !== 'day';
  if (when.kind === 'after') return elapsedS >= when.elapsedS;
  if (when.kind !== 'hot') return true;
  const tempC = temperatureOn(describeRaceDay(plan, null), elapsedS);
  return tempC === null || tempC >= when.fromC;
}

/** When each place is reached by somebody inside the windows, at `shares` of them: 0 the earliest, 1 the latest. */
function arrivalsOf({ pace }: AnyRace, shares: readonly number[]): number[] {
  const latenessS = Math.max(...pace.legs.map((l) => (l.window?.lateS ?? l.arriveS) - l.arriveS));
  let beforeS = 0;
  return [
    0,
    ...pace.legs.map(({ arriveS, window }, i) => {
      const { earlyS, lateS } = window ?? { earlyS: arriveS, lateS: arriveS + latenessS };
      beforeS = Math.max(beforeS, earlyS + shares[i % shares.length]! * (lateS - earlyS));
      return beforeS;
    }),
  ];
}

const lastMove = (moves: readonly GearMove[], place: number) =>
  moves.findLast((move) => move.place <= place)?.action ?? null;

it('is at hand in every moment in which it is needed, for the early, the late and any between', () => {
  let needed = 0;
  fc.assert(
    fc.property(
      anySupported,
      anyWhen,
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 14 }),
      ({ race }, when, between) => {
        const moves = computeGearMoves({
          ...race,
          plan: { ...race.plan, gear: [gear('thing', when)] },
        });
        for (const shares of [[0], [1], between]) {
          const arrivals = arrivalsOf(race, shares);
          race.course.legs.forEach((_, leg) => {
            for (let share = 0; share <= 1; share += 0.05) {
              const atS = arrivals[leg]! + share * (arrivals[leg + 1]! - arrivals[leg]!);
              if (!isNeeded(when, race, atS)) continue;
              needed += 1;
              expect(lastMove(moves, leg)).toBe('take');
            }
          });
        }
      },
    ),
    { seed: 11, numRuns: 1000 },
  );
  expect(needed).toBeGreaterThan(100_000);
});

it('changes hands only where somebody waits, or a bag stands', () => {
  fc.assert(
    fc.property(anySupported, anyWhen, ({ race, waits }, when) => {
      const plan = { ...race.plan, gear: [gear('thing', when)] };
      const places = placesOf(race.course);
      for (const { place, source } of computeGearMoves({ ...race, plan })) {
        const { name, crew, dropBag } = places[place]!;
        if (source === 'start') expect(place).toBe(0);
        if (source === 'drop bag') expect(dropBag).toBe(true);
        if (source === 'crew') {
          expect(waits.length === 0 ? crew : waits.includes(name)).toBe(true);
        }
      }
    }),
    { seed: 12, numRuns: 300 },
  );
});

it('is taken, then given back, in turn; and what was left is taken where it was left', () => {
  fc.assert(
    fc.property(anySupported, anyWhen, fc.boolean(), ({ race }, when, spare) => {
      const plan = { ...race.plan, gear: [gear('thing', when, { spare })] };
      const all = computeGearMoves({ ...race, plan });
      const moves = all.filter(({ isSpare }) => !isSpare);
      expect(all).toHaveLength(moves.length * (spare ? 2 : 1));
      moves.forEach(({ action, place, source }, i) => {
        expect(action).toBe(i % 2 === 0 ? 'take' : 'give back');
        const before = moves[i - 1];
        if (!before) return;
        expect(place).toBeGreaterThan(before.place);
        // the places of these races have different names: a bag is never passed again
        if (action === 'take') expect([before.source, source]).toEqual(['crew', 'crew']);
      });
    }),
    { seed: 13, numRuns: 300 },
  );
});

/** Tens of seconds: what nights are told to. */
const anyTenS = (hours: number) => fc.integer({ min: 0, max: hours * 360 }).map((n) => n * 10);

it('is empty when it has burned through all it had, lamp and spare, and not before', () => {
  let died = 0;
  fc.assert(
    fc.property(
      fc.uniqueArray(anyTenS(19), { minLength: 2, maxLength: 6 }),
      anyTenS(12).filter((s) => s > 0),
      fc.boolean(),
      (changesS, lastsS, spare) => {
        const edges = [...changesS].sort((a, b) => a - b);
        const nights = edges.flatMap((fromS, i) =>
          i % 2 === 0 ? [[fromS, edges[i + 1] ?? 20 * H] as const] : [],
        );
        const darkUntil = (s: number) =>
          nights.reduce((sum, [fromS, toS]) => sum + Math.max(0, Math.min(toS, s) - fromS), 0);
        const isDark = (s: number) => nights.some(([fromS, toS]) => s >= fromS && s < toS);
        const sun: Sun = { days: [], lightAt: (s) => (isDark(s) ? 'dark' : 'day') };
        const race = hundred(
          {},
          { sun, gear: [gear('lamp', { kind: 'always' }, { lastsS, spare })] },
        );
        const dies = lampWarnings(race).find((w) => w.kind === 'lamp dies' && !w.ifLate);
        const burnsS = lastsS * (spare ? 2 : 1);
        const darkS = darkUntil(20 * H);
        if (darkS <= burnsS) {
          expect(dies).toBeUndefined();
          return;
        }
        died += 1;
        if (dies?.kind !== 'lamp dies') throw new Error('it outlasts its battery');
        expect(dies.darkS).toBeCloseTo(darkS - burnsS, 3);
        expect(darkUntil(dies.atS)).toBeCloseTo(burnsS, 3);
      },
    ),
    { seed: 14, numRuns: 300 },
  );
  expect(died).toBeGreaterThan(50);
});
