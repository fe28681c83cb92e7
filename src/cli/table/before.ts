/** What is asked before the race. */
import type { CommandRow } from '../command.js';
import {
  ALL_LAPS,
  BEGINS_WITH,
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
    name: 'init',
    phase: 'before',
    summary: 'a plan and a log to begin with; on a terminal it asks for what is not said',
    arguments: [{ usage: '[dir]', summary: 'the folder to write to, made when it is missing' }],
    writesFolder: true,
    options: BEGINS_WITH,
    formats: ['terminal', 'markdown', 'json'],
    examples: [
      { command: 'raceplan init my-race', says: 'asks on a terminal, else an example to change' },
      {
        command: 'raceplan init ridge --from course.gpx --target 24h',
        says: 'stations, climb and time zone of a course',
      },
      {
        command: 'raceplan init hundred --distance 100k --target 14h',
        says: 'a distance and a time will do',
      },
    ],
    load: () => import('../commands/init.js'),
  },
  {
    name: 'check',
    phase: 'before',
    summary: 'is the plan valid and complete, and what is left to do before the race?',
    arguments: [PLAN_ARGUMENT],
    options: [PLAN, TODAY, STRICT, LENIENT],
    formats: ['terminal', 'markdown', 'html', 'json', 'junit'],
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
    options: [PLAN, TARGET, EVERY, EXPLAIN, ALL_LAPS, STRICT, GOALS, LENIENT],
    formats: ['terminal', 'markdown', 'html', 'json', 'junit', 'csv', 'ics', 'gpx'],
    examples: [
      { command: 'raceplan build', says: 'the plan in this folder' },
      {
        command: 'raceplan build -o plan.html',
        says: 'a page to look at and to print, with a band for the wrist',
      },
      {
        command: 'raceplan build -o race.ics',
        says: 'the arrivals for a calendar; with -o race.gpx the course for a watch',
      },
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
    options: [PLAN, FOR, LOG, BIB, TIMES, ALL_LAPS, LENIENT],
    formats: ['terminal', 'markdown', 'html', 'json', 'ics'],
    examples: [
      {
        command: 'raceplan crew -o crew.html',
        says: "to be printed: who is where, each station, each person's page, the drop bags",
      },
      { command: 'raceplan crew --for Alex', says: 'one page, with all that Alex needs' },
      { command: 'raceplan crew --for Alex -o alex.ics', says: "Alex's duties for a calendar" },
      {
        command: 'raceplan crew --log splits.csv',
        says: 'during the race: what lies ahead, as forecast from the log; -o as above',
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
    formats: ['terminal', 'markdown', 'html', 'json', 'csv'],
    examples: [
      { command: 'raceplan field', says: 'the editions that the plan names as its history' },
      { command: 'raceplan field results-2016.csv results-2017.csv', says: 'no plan is needed' },
    ],
    load: () => import('../commands/field.js'),
  },
];
