/** What is asked when the race is over. */
import type { CommandRow } from '../command.js';
import {
  ACTIVITY,
  ALL,
  ALL_LAPS,
  AMID,
  BIB,
  BIBS,
  FINISH,
  IN_RACE,
  INTAKE,
  LOG_ARGUMENTS,
  MODE,
  PREDICTIONS,
  RACE,
  RUNNER,
  STATIONS,
  TABLES,
  WEATHER,
  WRITE_LESSONS,
} from '../option-rows.js';
import { GOALS, LENIENT, PLAN, PLANS, STRICT, TIMES } from '../options.js';

export const AFTER: readonly CommandRow[] = [
  {
    name: 'analyze',
    phase: 'after',
    summary: 'verdicts, KPIs, where the time went',
    arguments: [LOG_ARGUMENTS],
    options: [
      PLAN,
      BIB,
      RUNNER,
      ALL,
      ACTIVITY,
      INTAKE,
      WEATHER,
      TIMES,
      RACE,
      WRITE_LESSONS,
      ALL_LAPS,
      STRICT,
      GOALS,
      LENIENT,
    ],
    formats: ['terminal', 'markdown', 'html', 'json', 'jsonl', 'junit', 'csv'],
    examples: [
      { command: 'raceplan analyze splits.csv', says: 'by the plan beside the log' },
      {
        command: 'raceplan analyze splits.csv -o report.html',
        says: 'a page with charts, to be read, sent or printed',
      },
      {
        command: 'raceplan analyze splits.csv --weather "low 58 °F, high 84 °F"',
        says: 'tells what the heat of the day cost',
      },
      {
        command: 'raceplan analyze club-50k/all.csv --bib 23',
        says: 'one runner of a file of many',
      },
      {
        command: 'raceplan analyze athletes/*/splits.csv --goals A -o goals.xml',
        says: 'several athletes, each by the plan beside the log, as JUnit for CI',
      },
    ],
    load: () => import('../commands/analyze.js'),
  },
  {
    name: 'compare',
    phase: 'after',
    summary: 'races side by side, and the lessons between them',
    arguments: [
      {
        usage: '<plans...>',
        summary: 'two to four races: plans or their folders, the log beside each, or logs',
        files: [...PLANS, ...TABLES],
      },
    ],
    options: [PLAN, BIBS, TIMES, RACE, STRICT, GOALS, LENIENT],
    formats: ['terminal', 'markdown', 'html', 'json', 'junit', 'csv'],
    examples: [
      { command: 'raceplan compare vermont-100 pine-creek-100k', says: 'two folders, a race each' },
      { command: 'raceplan compare club-50k/all.csv --bib 23,11', says: 'two runners of one race' },
    ],
    load: () => import('../commands/compare.js'),
  },
  {
    name: 'backtest',
    phase: 'after',
    summary: 'how well the model would have predicted these splits',
    arguments: [
      {
        usage: '<splits...>',
        summary: 'splits of past editions, one or more; results with --finish',
        files: TABLES,
      },
    ],
    options: [PLAN, FINISH, IN_RACE, AMID, MODE, STATIONS, PREDICTIONS, TIMES, RACE, LENIENT],
    formats: ['terminal', 'markdown', 'html', 'json'],
    examples: [
      { command: 'raceplan backtest club-50k/all.csv', says: 'told nothing but the finish times' },
      {
        command: 'raceplan backtest club-50k/all.csv --in-race --field',
        says: 'the forecasts during the race, without and with the field of the day',
      },
      {
        command: 'raceplan backtest --finish careers.csv --predictions finishes.csv',
        says: 'each result of many runners from their earlier ones',
      },
    ],
    load: () => import('../commands/backtest.js'),
  },
];
