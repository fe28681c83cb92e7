/** What is asked before the race. */
import type { CommandRow } from '../command.js';
import {
  ALL_LAPS,
  BIB,
  EVERY,
  EXPLAIN,
  FOR,
  LOG,
  PLAN_ARGUMENT,
  RACE,
  TABLES,
  TARGET,
  TODAY,
} from '../option-rows.js';
import { GOALS, LENIENT, PLAN, STRICT, TIMES } from '../options.js';

export const BEFORE: readonly CommandRow[] = [
  {
    name: 'check',
    phase: 'before',
    summary: 'is the plan valid and complete, and what is left to do before the race?',
    arguments: [PLAN_ARGUMENT],
    options: [PLAN, TODAY, STRICT, LENIENT],
    formats: ['terminal', 'markdown', 'json', 'junit'],
    examples: [
      { command: 'raceplan check', says: 'the plan in this folder, and what is due this week' },
      { command: 'raceplan check --today 2018-08-30', says: 'count down from that day' },
      {
        command: 'raceplan check race.yaml --strict',
        says: 'exit 1 also where the plan is unsafe or preparation is overdue: for CI',
      },
    ],
    load: () => import('../commands/check.js'),
  },
  {
    name: 'build',
    phase: 'before',
    summary: 'goals, pace chart, fuel, dark legs, warnings',
    arguments: [PLAN_ARGUMENT],
    options: [PLAN, STRICT, GOALS, TARGET, EXPLAIN, EVERY, ALL_LAPS, LENIENT],
    formats: ['terminal', 'markdown', 'json', 'junit'],
    examples: [
      { command: 'raceplan build', says: 'the plan in this folder' },
      { command: 'raceplan build -o plan.md', says: 'the same as Markdown, to be read on a phone' },
      { command: 'raceplan build --target 11:30,12:00', says: 'two finish times side by side' },
      {
        command: 'raceplan build race.yaml --every 5mi --explain',
        says: 'a row every 5 miles, and what each factor adds to each leg',
      },
    ],
    load: () => import('../commands/build.js'),
  },
  {
    name: 'crew',
    phase: 'before',
    summary: 'crew sheet and drop bags, by station and by person',
    arguments: [PLAN_ARGUMENT],
    options: [PLAN, FOR, LOG, BIB, TIMES, LENIENT, ALL_LAPS],
    formats: ['terminal', 'markdown', 'json'],
    examples: [
      { command: 'raceplan crew -o crew.md', says: "all pages: the chief's, each person's, bags" },
      { command: 'raceplan crew --for Alex', says: 'one page, with all that Alex needs' },
      {
        command: 'raceplan crew --log splits.csv',
        says: 'during the race: what lies ahead, as forecast from the log',
      },
    ],
    load: () => import('../commands/crew.js'),
  },
  {
    name: 'field',
    phase: 'before',
    summary: 'what the past editions say: what wins, top 5, top 10, the age group',
    arguments: [
      {
        usage: '[files...]',
        summary: 'the plan or its folder; or results, else the history of the plan',
        files: TABLES,
      },
    ],
    options: [PLAN, RACE, TIMES, LENIENT],
    formats: ['terminal', 'markdown', 'json'],
    examples: [
      { command: 'raceplan field', says: 'the editions that the plan names as its history' },
      { command: 'raceplan field results-2016.csv results-2017.csv', says: 'no plan is needed' },
    ],
    load: () => import('../commands/field.js'),
  },
];
