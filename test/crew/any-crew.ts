/** Races with crews that could be: any of the places passed again, some closed, drives listed or not. */
import fc from 'fast-check';
import type { Course, Place } from '../../src/domain/course.js';
import type { CrewPlan } from '../../src/domain/crew.js';
import type { Plan } from '../../src/domain/plan.js';
import { type AnyRace, anyRace } from '../support/any-race.js';
import { NO_CREW } from '../support/plan.js';

export interface AnyCrewRace extends AnyRace {
  plan: Plan;
  course: Course;
}

const NAMES = ['Mill', 'Ford', 'Gorge'];

/** What a plan's rules would let through: nobody is sent to the Gorge, which is closed. */
const anyCrew: fc.Arbitrary<CrewPlan> = fc
  .record({
    people: fc.array(
      fc.record({
        name: fc.constantFrom('Alex', 'Sam', 'Robin', 'Kim'),
        role: fc.constantFrom('crew', 'pacer', 'driver'),
        at: fc.uniqueArray(
          fc.constantFrom('Mill', 'Ford', 'Mill 2nd visit', 'Ford 1st visit', 'Start', 'Finish'),
        ),
      }),
      { maxLength: 4 },
    ),
    drives: fc.uniqueArray(
      fc.record({
        from: fc.constantFrom('Start', 'Mill', 'Ford'),
        to: fc.constantFrom('Mill', 'Ford', 'Finish'),
        takesS: fc.integer({ min: 0, max: 4 }).map((n) => n * 1500),
      }),
      { selector: ({ from, to }) => `${from} ${to}` },
    ),
  })
  .map((crew) => ({ ...NO_CREW, ...crew }));

export const anyCrewRace: fc.Arbitrary<AnyCrewRace> = fc
  .record({
    race: anyRace,
    crew: anyCrew,
    walkS: fc.array(fc.option(fc.integer({ min: 0, max: 1800 }), { nil: null }), {
      minLength: 14,
      maxLength: 14,
    }),
    pacers: fc.boolean(),
  })
  .map(({ race, crew, walkS, pacers }) => {
    const { legs } = race.course;
    const named = (place: Place, i: number): Place => {
      if (i === legs.length) return { ...place, crew: true };
      const name = NAMES[i % NAMES.length]!;
      const isOpen = name !== 'Gorge';
      return {
        ...place,
        name,
        crew: isOpen,
        dropBag: i % 2 === 0,
        pacer: isOpen && pacers && i > 3,
        access: { walkS: walkS[i - 1] ?? null, parking: null, place: null },
      };
    };
    const course: Course = {
      ...race.course,
      legs: legs.map((leg, i) => ({
        ...leg,
        from: i === 0 ? leg.from : named(leg.from, i),
        to: named(leg.to, i + 1),
      })),
    };
    return { ...race, plan: { ...race.plan, crew }, course };
  });
