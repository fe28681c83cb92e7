import { describe, expect, it } from 'vitest';
import type { RaceFormatProblemArgs } from '../../src/domain/problems/race-format.js';
import { parsePlan } from '../../src/input/plan.js';
import { readMarked } from '../support/marked.js';

const DAY = 'race: { name: Day, duration: 24 h }\n';
const YARD = `race: { name: Yard }
backyard: { loop: 4.167 mi, every: 1 h, lap: 50 min }
`;

/** Every problem of races over a time and in loops, where it is told. A code without an example does not compile. */
/** Found in a log, or by a command: `test/log/loops.test.ts`, `test/races/three-stages.test.ts`. */
type Later =
  | 'STAGES_ONE_BY_ONE'
  | 'LOGS_NOT_STAGES'
  | 'LOOPS_COUNTED'
  | 'LOOP_BEFORE_BELL'
  | 'LOOP_TIMED_OUT';

const EXAMPLES: Record<Exclude<keyof RaceFormatProblemArgs, Later>, readonly string[]> = {
  RACE_KINDS_CONFLICT: [
    `race: { name: Yard, duration: «24 h» }
backyard: { loop: 4.167 mi, lap: 50 min }
goals: [at least 24 loops]\n`,
    `${YARD}course: { distance: «100 mi» }\ngoals: [at least 24 loops]\n`,
    `${YARD}course: { loop: «4 mi» }\ngoals: [at least 24 loops]\n`,
    `race: { name: Three Days }\nstages: [a.yaml, b.yaml]\ncourse: «{ distance: 50 km }»\n`,
  ],
  DURATION_NOT_CUTOFF: [
    `race: { name: Day, duration: 24 h, cutoff: «30 h» }\ngoals: [at least 100 km]\n`,
  ],
  NOT_WHOLE_LOOPS: [
    'race: { name: Loops }\ncourse: { distance: 50 km, loop: «3 km» }\ngoals: [under 6h]\n',
    'race: { name: Loops }\ncourse: { distance: 50 km, loop: «5 km», laps: 9 }\ngoals: [under 6h]\n',
    `${DAY}course: { distance: 200 km, loop: «2 km», laps: 90 }\ngoals: [at least 100 km]\n`,
  ],
  NO_PLANNED_DISTANCE: [`${DAY}«goals»: [top 10]\n`, `${YARD}«goals»: [win]\n`],
  LOOP_UNKNOWN: [`${DAY}goals: [at least 100 km, «at least 60 loops»]\n`],
  GOAL_OF_OTHER_RACE: [
    `${DAY}goals: [at least 100 km, «under 20h»]\n`,
    `${YARD}goals: [at least 24 loops, { goal: «finish», priority: B }]\n`,
    'race: { name: Three Days }\nstages: [a.yaml, b.yaml]\ngoals: [under 13h, «top 10»]\n',
  ],
  TARGET_OF_OTHER_RACE: [
    `${DAY}goals: [at least 100 km]\npacing: { target: «20 h» }\n`,
    `${DAY}course: { distance: 100 km }\npacing: { pace: «8:00 /km» }\n`,
    `${YARD}goals: [at least 24 loops]\npacing: { pace: «8:00 /km» }\n`,
  ],
  NO_LAP_TIME: [
    'race: { name: Yard }\n«backyard»: { loop: 4.167 mi }\ngoals: [at least 24 loops]\n',
  ],
  LOOP_AFTER_BELL: [
    `race: { name: Yard }
backyard: { loop: 4.167 mi, every: 1 h, lap: «61 min» }
goals: [at least 24 loops]\n`,
    `race: { name: Yard }
backyard: { loop: 4.167 mi }
goals: [at least 24 loops]
pacing: { pace: «9:30 /km» }\n`,
  ],
};

describe.each(Object.entries(EXAMPLES))('%s', (code, examples) => {
  it.each(examples)('is told once, and nothing else is: %j', (marked) => {
    const { text, span } = readMarked(marked);
    const told = parsePlan({ file: 'race.yaml', text }).diagnostics;
    expect(told.map((d) => ({ code: d.code, span: d.span }))).toEqual([{ code, span }]);
  });
});

/** What is planned of a race that is written so. */
const planned = (text: string) => {
  const { value, diagnostics } = parsePlan({ file: 'race.yaml', text });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const { course, pacing, race } = value!;
  return { distanceM: course.distanceM, laps: course.laps, target: pacing.target, race };
};

describe('a race over a time', () => {
  it('is planned for the furthest A goal, in whole loops, and for all of its time', () => {
    const plan = planned(
      `${DAY}course: { loop: 1.7 km }\ngoals: [at least 180 km, { goal: at least 200 km, priority: B }]\n`,
    );
    expect(plan).toMatchObject({ laps: 106, target: { kind: 'time', targetS: 86_400 } });
    expect(plan.distanceM).toBeCloseTo(180_200, 6);
    expect(plan.race).toMatchObject({ durationS: 86_400, cutoffS: 86_400 });
  });

  it('counts a whole number of loops as such, whatever the last digit says', () => {
    expect(planned(`${DAY}course: { loop: 0.4 km }\ngoals: [at least 100 km]\n`).laps).toBe(250);
  });

  it('goes as far as its pace in whole loops, never further', () => {
    const plan = planned(`${DAY}course: { loop: 2 km }\npacing: { pace: 7:30 /km }\n`);
    expect(plan).toMatchObject({ laps: 96, distanceM: 192_000 });
    expect(planned(`${DAY}pacing: { pace: 7:31 /km }\ncourse: { loop: 2 km }\n`).laps).toBe(95);
  });

  it('may be asked for in loops', () => {
    const plan = planned(`${DAY}course: { loop: 2 km }\ngoals: [at least 60 laps]\n`);
    expect(plan.distanceM).toBe(120_000);
  });

  it('without loops is as long as what is asked for', () => {
    expect(planned(`${DAY}goals: [at least 120 km]\n`)).toMatchObject({
      distanceM: 120_000,
      laps: 1,
    });
  });
});

describe('a fixed distance in loops', () => {
  it('may tell two of distance, loop and laps', () => {
    const goals = 'goals: [under 6h]\n';
    const race = 'race: { name: Loops }\n';
    expect(planned(`${race}course: { loop: 5 km, laps: 10 }\n${goals}`).distanceM).toBe(50_000);
    expect(planned(`${race}course: { loop: 5 km, distance: 50 km }\n${goals}`).laps).toBe(10);
  });
});

describe('a backyard', () => {
  it('is planned for the loops asked for, one a bell', () => {
    const plan = planned(`${YARD}goals: [at least 24 loops]\n`);
    expect(plan).toMatchObject({ laps: 24, target: { targetS: 23 * 3600 + 50 * 60 } });
  });

  it('for as many loops as a distance takes', () => {
    expect(planned(`${YARD}goals: [at least 100 mi]\n`).laps).toBe(24);
  });

  it('rings every hour when nothing else is said, and takes the pace for its loops', () => {
    const plan = planned(
      'race: { name: Yard }\nbackyard: { loop: 6 km }\ngoals: [at least 10 loops]\npacing: { pace: 8:00 /km }\n',
    );
    expect(plan.target).toEqual({ kind: 'time', targetS: 9 * 3600 + 48 * 60 });
  });
});
