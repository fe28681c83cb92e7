import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Milestone } from '../../src/domain/preparation.js';
import { computeReadiness } from '../../src/engine/readiness/countdown.js';
import { findRings } from '../../src/input/plan/milestone-rules.js';

const RACE_DAY = '2018-09-08';

const milestone = (what: string, rest: Partial<Milestone> = {}): Milestone => ({
  do: what,
  owner: null,
  by: null,
  done: false,
  needs: [],
  ...rest,
});

/** Gels are bought before the bags are packed, and ordered before they are bought. */
const PREP: readonly Milestone[] = [
  milestone('pack the drop bags', { owner: 'Runner', by: '2018-09-06', needs: ['buy gels'] }),
  milestone('buy gels', { owner: 'Sam', by: '2018-09-07', needs: ['Choose'] }),
  milestone('choose the gels', { owner: 'Alex', by: '2018-08-20' }),
  milestone('drive the crew route', { owner: 'Alex', by: '2018-08-25', done: true }),
  milestone('sleep'),
];

const statesOn = (today: string | null, prep = PREP) =>
  computeReadiness(prep, today, RACE_DAY).tasks.map(({ milestone: m, state }) => [m.do, state]);

describe('the countdown', () => {
  it.each([
    // 19 days to the first that waits; one week is seven days, both ends in it
    ['2018-08-18', 'this week', 'later', 'later'],
    ['2018-08-20', 'this week', 'later', 'later'],
    ['2018-08-21', 'overdue', 'later', 'later'],
    ['2018-08-29', 'overdue', 'later', 'later'],
    ['2018-08-30', 'overdue', 'this week', 'this week'],
    ['2018-09-06', 'overdue', 'this week', 'this week'],
    ['2018-09-07', 'overdue', 'overdue', 'overdue'],
    ['2018-09-08', 'overdue', 'overdue', 'overdue'],
  ])('on %s', (today, choose, buy, pack) => {
    expect(statesOn(today)).toEqual([
      ['drive the crew route', 'done'],
      ['choose the gels', choose],
      ['buy gels', buy],
      ['pack the drop bags', pack],
      ['sleep', 'open'],
    ]);
  });

  it('counts the days to the race, on the day itself none', () => {
    const days = (today: string) => computeReadiness(PREP, today, RACE_DAY).daysToGo;
    expect(['2018-08-30', '2018-09-07', '2018-09-08'].map(days)).toEqual([9, 1, 0]);
    expect(computeReadiness(PREP, '2018-08-30', null).daysToGo).toBeNull();
  });

  it('judges a race that is past as of its start: what had its day before is overdue, the rest open', () => {
    const later = [...PREP, milestone('thank the crew', { by: '2018-09-10' })];
    const readiness = computeReadiness(later, '2026-01-01', RACE_DAY);
    expect(readiness).toMatchObject({ onDay: RACE_DAY, isPast: true, daysToGo: 0 });
    expect(readiness.tasks.map(({ state }) => state)).toEqual([
      ...['done', 'overdue', 'overdue', 'overdue', 'open', 'open'],
    ]);
    expect(statesOn('2018-09-09')).toEqual(statesOn('2030-01-01'));
  });

  it('hands the day of what waits down to what it waits for, where that is due later', () => {
    const { tasks } = computeReadiness(PREP, null, RACE_DAY);
    const due = tasks.map(({ milestone: m, dueBy, dueFor }) => [m.do, dueBy, dueFor?.do ?? null]);
    expect(due).toEqual([
      ['drive the crew route', '2018-08-25', null],
      ['choose the gels', '2018-08-20', null],
      ['buy gels', '2018-09-06', 'pack the drop bags'],
      ['pack the drop bags', '2018-09-06', null],
      ['sleep', null, null],
    ]);
  });

  it('names all that is in the way, and whose it is, what comes first first', () => {
    const { tasks } = computeReadiness(PREP, null, RACE_DAY);
    const pack = tasks.find((task) => task.milestone.do === 'pack the drop bags');
    expect(pack?.blockedBy.map(({ do: what, owner }) => [what, owner])).toEqual([
      ['choose the gels', 'Alex'],
      ['buy gels', 'Sam'],
    ]);
  });

  it('sees what is said to be done while what it needs is not', () => {
    const { tasks } = computeReadiness(
      [milestone('pack', { done: true, needs: ['buy'] }), milestone('buy')],
      null,
      null,
    );
    expect(tasks[0]).toMatchObject({ state: 'done', blockedBy: [{ do: 'buy' }] });
  });

  it('what is done waits for nothing, and hands down no day', () => {
    const prep = [
      milestone('pack', { by: '2018-09-01', done: true, needs: ['buy'] }),
      milestone('load', { by: '2018-09-05', needs: ['pack'] }),
      milestone('buy', { by: '2018-09-07' }),
    ];
    const [, load, buy] = computeReadiness(prep, null, RACE_DAY).tasks;
    expect(load).toMatchObject({ milestone: { do: 'load' }, blockedBy: [] });
    expect(buy).toMatchObject({ dueBy: '2018-09-07', dueFor: null });
  });

  it('knows a day after the race', () => {
    const { tasks } = computeReadiness(
      [milestone('pack', { by: '2018-09-09' }), milestone('buy', { by: '2018-09-08' })],
      null,
      RACE_DAY,
    );
    expect(tasks.map(({ isAfterRace }) => isAfterRace)).toEqual([false, true]);
  });
});

/** Milestones that need any of each other, with days or without; `isChain`: only of those before them, so no ring. */
const anyNeeds = (isChain: boolean) =>
  fc.integer({ min: 1, max: 12 }).chain((n) =>
    fc.tuple(
      ...Array.from({ length: n }, (_, i) =>
        fc.record({
          needs: fc.uniqueArray(fc.nat(isChain ? Math.max(0, i - 1) : n - 1), {
            maxLength: isChain && i === 0 ? 0 : 3,
          }),
          day: fc.option(fc.integer({ min: 1, max: 30 }), { nil: null }),
          done: fc.boolean(),
        }),
      ),
    ),
  );

type Drawn = { needs: number[]; day: number | null; done: boolean }[];
const name = (i: number) => `task ${String.fromCharCode(97 + i)}`;
const prepOf = (drawn: Drawn): Milestone[] =>
  drawn.map(({ needs, day, done }, i) =>
    milestone(name(i), {
      needs: needs.map(name),
      by: day === null ? null : `2018-09-${String(day).padStart(2, '0')}`,
      done,
    }),
  );

describe('the order to do things in', () => {
  it('never has anything open before what it needs, nor a later day before an earlier', () => {
    fc.assert(
      fc.property(anyNeeds(true), fc.nat(), (drawn, seed) => {
        // as listed in any order
        const prep = prepOf(drawn as Drawn).sort(
          (a, b) =>
            ((a.do.charCodeAt(5) * (seed + 7)) % 31) - ((b.do.charCodeAt(5) * (seed + 7)) % 31),
        );
        const { tasks } = computeReadiness(prep, '2018-09-10', '2018-09-20');
        expect(tasks).toHaveLength(prep.length);
        const placeOf = new Map(tasks.map((task, i) => [task.milestone.do, i]));
        tasks.forEach((task, i) => {
          for (const needed of task.milestone.needs) {
            const other = tasks[placeOf.get(needed)!]!;
            const isMissing = task.milestone.done && !other.milestone.done;
            if (!isMissing) expect(placeOf.get(needed)!).toBeLessThan(i);
            if (!other.milestone.done) expect(task.blockedBy).toContain(other.milestone);
          }
        });
        const dates = tasks
          .filter(({ state }) => state !== 'done')
          .map(({ dueBy }) => dueBy ?? '9');
        expect(dates).toEqual([...dates].sort());
      }),
      { numRuns: 500, seed: 11 },
    );
  });

  it('is looked for only where no ring is: every ring is found, and each is one', () => {
    fc.assert(
      fc.property(anyNeeds(false), (drawn) => {
        const needs = (drawn as Drawn).map((each) => each.needs);
        const rings = findRings(needs);
        for (const ring of rings) {
          expect(new Set(ring).size).toBe(ring.length);
          for (const [k, i] of ring.entries()) {
            expect(needs[i]).toContain(ring[(k + 1) % ring.length]);
          }
        }
        // what is left when leaves are taken off again and again lies on rings, or leads to them
        let left = new Set(needs.keys());
        for (;;) {
          const kept = new Set([...left].filter((i) => needs[i]!.some((other) => left.has(other))));
          if (kept.size === left.size) break;
          left = kept;
        }
        expect(rings.length > 0).toBe(left.size > 0);
        // no milestone of one ring is told again in another
        expect(new Set(rings.flat()).size).toBe(rings.flat().length);
      }),
      { numRuns: 500, seed: 12 },
    );
  });
});
