/** What a starter plan says, block by block: what holds, and examples to be taken in. */
import { S_PER_H } from '../../kernel/units.js';
import { grams, mass, milligrams, say, span, temperature, volume } from '../value.js';
import { courseBlock } from './course-block.js';
import { block, example, given, type PlanBlock, said, spanExactly } from './plan-block.js';
import type { Starter } from './starter.js';

/** Any summer, so that nobody takes it for the day of their race. */
const SOME_START = '2030-06-29 06:00';
const SOME_DAY = '2030-06-15';

/** Lines at the head of the file. */
export const STARTER_HEAD: readonly string[] = [
  'The plan of a race. Change what does not fit; take the # away from lines that you want.',
  'Numbers have their unit: km, mi, m, ft, h, min, g, mg, ml, oz. Durations are hours first: 11:45.',
  'Then: raceplan check, raceplan build, raceplan crew. All words of a plan: raceplan help plan.',
];

export function starterBlocks(starter: Starter): readonly PlanBlock[] {
  const [first] = starter.stations;
  const place = first?.name ?? 'Finish';
  const { start, historyFile } = starter;
  return [
    raceBlock(starter),
    block('units', ['Of bare numbers, and of what is printed: metric or imperial.'], starter.units),
    courseBlock(starter),
    goalsBlock(starter),
    example(
      'athlete',
      [
        'Who runs. Past races tell how likely the goals are: without any, and without history,',
        'chances are unknown, and with --strict raceplan build ends with status 1 for it.',
      ],
      {
        name: 'Runner',
        age: 40,
        weight: said(mass(70)),
        past: [
          { race: 'Spring 50', date: '2029-04-14', distance: '50 km', time: '5:40:00' },
          { race: 'Lake 100', date: '2028-09-02', distance: '100 km', result: 'DNF at 80 km' },
        ],
      },
    ),
    example('pacing', ['How you want to run it, instead of the first time goal.'], {
      target: said(span(starter.targetS)),
      fade: '15%',
    }),
    example('weather', ['Heat slows; what you expect.'], {
      low: said(temperature(10)),
      high: said(temperature(24)),
    }),
    example('stops', ['Where a station has no stop of its own.'], { default: '3 min' }),
    nutritionBlock(),
    {
      key: 'gear',
      comment: ['What to carry, and when.'],
      holds: [{ item: 'headlamp', when: 'dark', spare: true }],
      examples: [{ item: 'rain jacket', when: 'rain' }],
    },
    example(
      'crew',
      ['Who helps, and where: names of stations as above. Their pages: raceplan crew.'],
      {
        chief: 'Sam',
        people: [{ name: 'Alex', at: [place] }],
        do: ['swap bottles'],
        stop_if: ['confused or not drinking'],
        emergency: 'call 112, then Sam',
      },
    ),
    example(
      'contingencies',
      ['What may go wrong, and what then.'],
      // biome-ignore lint/suspicious/noThenProperty: the plan's own word, on nothing that is awaited
      [{ if: `20 min behind at ${place}`, then: 'walk every climb' }],
    ),
    example(
      'prep',
      ['What is left to do, by whom, until when.'],
      [
        {
          do: 'test the headlamp',
          owner: 'Sam',
          ...(start === null ? { by: SOME_DAY } : {}),
          done: false,
        },
      ],
    ),
    historyFile === null
      ? example(
          'history',
          ['Results or splits of past editions: they sharpen the forecast.'],
          ['results-2029.csv'],
        )
      : block('history', ['Past editions: they sharpen the forecast.'], [historyFile]),
  ];
}

function raceBlock({ name, start, zone, targetS, totals }: Starter): PlanBlock {
  const limitS = Math.ceil((1.25 * targetS) / S_PER_H) * S_PER_H;
  return {
    key: 'race',
    comment: [
      'With its start the plan has times of day; with a track, or location: 41.77, -77.42, the sun.',
    ],
    holds: {
      name,
      ...(start === null ? {} : { start }),
      ...(zone === null ? {} : { timezone: zone }),
      ...given('cutoff', totals.cutoffS, spanExactly),
    },
    examples: {
      ...(start === null ? { start: SOME_START } : {}),
      ...(zone === null ? { timezone: 'Europe/Paris' } : {}),
      ...(totals.cutoffS === null ? { cutoff: said(span(limitS)) } : {}),
      power_phrase: 'Run your own race',
    },
  };
}

function goalsBlock({ targetS, targetWritten, targetFrom }: Starter): PlanBlock {
  const time =
    targetWritten === null
      ? { text: say`under ${spanExactly(targetS)}` }
      : `under ${targetWritten}`;
  const from = {
    user: [],
    'past editions': [
      'The time is that of the middle finisher of the past edition: put in your own.',
    ],
    nobody: ['The time only stands for yours, guessed by the distance and the climb: put it in.'],
  };
  return block(
    'goals',
    [
      ...from[targetFrom],
      'A goal in plain words: under 12h, top 10, age group win, finish. The plan is paced for the first time.',
    ],
    [time, { goal: 'finish', priority: 'B' }],
  );
}

/** Every product of an example has what an hour of it is asked for. */
const nutritionBlock = (): PlanBlock => ({
  key: 'nutrition',
  comment: ['What you take in an hour, and what of: put in what your stomach is used to.'],
  holds: {
    per_hour: { carbs: said(grams(45)), fluid: said(volume(500)), sodium: said(milligrams(300)) },
    products: [
      { name: 'gel', carbs: said(grams(25)), sodium: said(milligrams(50)) },
      {
        name: 'drink mix',
        per: said(volume(500)),
        carbs: said(grams(30)),
        sodium: said(milligrams(300)),
      },
    ],
  },
  examples: { carry: { fluid: said(volume(1500)) }, standard: 'ISSN 2019' },
});
