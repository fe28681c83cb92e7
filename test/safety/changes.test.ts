import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/engine/advice/changes.js';
import { jsonOf, planWith } from './calm.js';

type Kind = Change['kind'];
type Said = readonly [kind: Kind, text: string];

/** A log so far, what the calm plan is changed by, and all the advice that is then given. */
interface Row {
  plan?: string;
  log: string;
  says: readonly Said[];
}

const TIMES = 'station,arrive,depart';
/** At Bridge, km 20, 2:22 into the race, and off again at 2:24: the finish is then forecast in 6:21:50. */
const AS_USUAL = `${TIMES}\nMill,8:10,8:12\nBridge,9:22,9:24`;
/** 40 min later at Bridge: the finish is then forecast in about 8 h. */
const LATE = `${TIMES}\nMill,8:30,8:32\nBridge,10:00,10:02`;
const PACE: Said = ['pace', 'For under 7h: 9:04 /km moving is enough; 7:48 /km is forecast.'];

/** The same, with what was taken up to Mill and up to Bridge. */
const taken = (column: string, atMill: number, atBridge: number) =>
  `${TIMES},${column}\nMill,8:10,8:12,${atMill}\nBridge,9:22,9:24,${atBridge}`;

/** Each kind of advice, where it begins and just before. A kind without a row does not compile. */
const CHANGES = {
  cutoff: [
    // 30 min and 29 min 59 s after the finish that is forecast
    { plan: 'race: { cutoff: 6h 51m 50s }', log: AS_USUAL, says: [['pace', '']] },
    {
      plan: 'race: { cutoff: 6h 51m 49s }',
      log: AS_USUAL,
      says: [
        [
          'cutoff',
          'At this pace the race closes at 13:51, 30 min after you would finish. Keep moving.',
        ],
        ['pace', 'For under 7h: 8:48 /km moving is enough; 7:48 /km is forecast.'],
      ],
    },
    {
      plan: 'race: { cutoff: 6:10 h }\ngoals: [finish]',
      log: AS_USUAL,
      says: [
        [
          'cutoff',
          'At this pace the race closes at 13:10, 12 min before you would finish. Speed up or skip the stops.',
        ],
      ],
    },
  ],
  'stops over': [
    { log: `${TIMES}\nMill,8:10:00,8:12:30\nBridge,9:22:00,9:24:29`, says: [['pace', '']] },
    {
      log: `${TIMES}\nMill,8:10:00,8:12:30\nBridge,9:22:00,9:24:30`,
      says: [
        ['stops over', 'Stops ran 1 min over plan. Keep the 2 ahead to 4 min in all.'],
        ['pace', ''],
      ],
    },
    {
      log: `${TIMES}\nMill,8:10,8:12\nBridge,9:22,9:24\nSchool,10:35,10:37\nChapel,11:50,11:57`,
      says: [
        ['stops over', 'Stops ran 5 min over plan. No stops are left: run it in.'],
        ['pace', ''],
      ],
    },
  ],
  gone: [
    {
      plan: 'goals: [under 5h, { goal: under 7h, priority: B }]\npacing: { target: "4:59:30" }',
      log: AS_USUAL,
      says: [['gone', 'Gone: under 5h. Still worth running for: under 7h.'], PACE],
    },
    {
      plan: 'goals: [under 5h]\npacing: { target: "4:59:30" }',
      log: AS_USUAL,
      says: [['gone', 'Gone: under 5h. No goal of a time or a place is left.']],
    },
    // a dream that the plan never met is no news while a time before it is alive
    { plan: 'goals: [under 7h, { goal: under 5h, priority: C }]', log: AS_USUAL, says: [PACE] },
    // one that the plan met is
    {
      plan: 'goals: [under 9h, { goal: under 6:10, priority: B }]',
      log: LATE,
      says: [
        ['gone', 'Gone: under 6:10. Still worth running for: under 9h.'],
        ['pace', ''],
      ],
    },
    // the next one written, not the first
    {
      plan: 'goals: [finish, under 6:10, { goal: under 9h, priority: B }]',
      log: LATE,
      says: [
        ['gone', 'Gone: under 6:10. Still worth running for: under 9h.'],
        ['pace', ''],
      ],
    },
  ],
  pace: [
    { log: AS_USUAL, says: [PACE] },
    { plan: 'goals: [finish]', log: AS_USUAL, says: [] },
  ],
  // 45 g/h planned; less than 90 % of it, 40.5 g/h, in 2:22 is less than 95.9 g
  'eat more': [
    { log: taken('carbs_g', 48, 48), says: [PACE] },
    {
      log: taken('carbs_g', 48, 47),
      says: [PACE, ['eat more', 'Carbs: 40 g/h so far; 48 g/h from here makes up for it.']],
    },
    // 36.8 g/h for 2:22 takes 49.9 g/h over the 3:57:50 that are left
    {
      log: taken('carbs_g', 43, 44),
      says: [PACE, ['eat more', 'Carbs: 37 g/h so far; 50 g/h from here makes up for it.']],
    },
    // 400 mg/h planned; 360 mg/h in 2:22 are 852 mg
    { log: taken('sodium_mg', 452, 400), says: [PACE] },
    {
      log: taken('sodium_mg', 451, 400),
      says: [PACE, ['eat more', 'Sodium: 360 mg/h so far; 424 mg/h from here makes up for it.']],
    },
  ],
  'too far behind': [
    {
      log: taken('carbs_g', 43, 43),
      says: [
        PACE,
        ['too far behind', 'Carbs: 36 g/h so far. Do not try to make up for it: 50 g/h at most.'],
      ],
    },
    // what is drunk, 0.6 l/h, may hold 1,500 mg a litre: none for 2:22 would take 639 mg/h, for 4:57 1,808 mg/h
    {
      log: taken('sodium_mg', 0, 0),
      says: [PACE, ['eat more', 'Sodium: 0 mg/h so far; 639 mg/h from here makes up for it.']],
    },
    {
      log: `${TIMES},sodium_mg\nMill,8:10,8:12,0\nBridge,9:22,9:24,0\nSchool,10:35,10:37,0\nChapel,11:57,11:59,0`,
      says: [
        ['pace', ''],
        [
          'too far behind',
          'Sodium: 0 mg/h so far. Do not try to make up for it: 900 mg/h at most.',
        ],
      ],
    },
  ],
  // 750 ml/h in 2:22 are 1,775 ml
  'drink less': [
    { log: taken('fluid_ml', 875, 900), says: [PACE] },
    {
      log: taken('fluid_ml', 876, 900),
      says: [PACE, ['drink less', 'Drinking 750 ml/h, above 750 ml/h: drink to thirst only.']],
    },
    {
      plan: 'athlete: { sweat_rate: 700 ml/h }',
      log: taken('fluid_ml', 875, 900),
      says: [PACE, ['drink less', 'Drinking 750 ml/h, above 700 ml/h: drink to thirst only.']],
    },
  ],
} satisfies { readonly [K in Kind]: readonly [Row, ...Row[]] };

const rows = Object.entries(CHANGES).flatMap(([kind, list]) =>
  (list as readonly Row[]).map((row, i) => [kind, i + 1, row] as const),
);

describe('what to change during a race', () => {
  it.each(rows)('%s, row %i', async (_, __, { plan = '', log, says }) => {
    const file = planWith(plan, { 'splits.csv': log });
    const { changes } = await jsonOf('replan', join(dirname(file), 'splits.csv'));
    const said = (changes as readonly { kind: Kind; text: string }[]).map(
      ({ kind, text }): Said => [kind, text],
    );
    expect(said.map(([kind]) => kind)).toEqual(says.map(([kind]) => kind));
    says.forEach(([, text], i) => {
      if (text !== '') expect(said[i]).toEqual(says[i]);
    });
  });

  it('has every kind said by a row of its own', () => {
    for (const [kind, list] of Object.entries(CHANGES)) {
      expect((list as readonly Row[]).flatMap(({ says }) => says.map(([k]) => k))).toContain(kind);
    }
  });
});
