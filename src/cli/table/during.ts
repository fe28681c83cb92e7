/** What is asked while the race goes on. */
import type { CommandRow } from '../command.js';
import { ALL_LAPS, BIB, BRIEF, INTAKE, LOG_ARGUMENT, TODAYS_FIELD } from '../option-rows.js';
import { GOALS, LENIENT, PLAN, STRICT, TIMES } from '../options.js';

export const DURING: readonly CommandRow[] = [
  {
    name: 'replan',
    phase: 'during',
    summary: 'where am I, what now, which goals are alive',
    arguments: [LOG_ARGUMENT],
    options: [PLAN, BRIEF, TODAYS_FIELD, BIB, INTAKE, TIMES, ALL_LAPS, STRICT, GOALS, LENIENT],
    formats: ['terminal', 'markdown', 'html', 'json', 'csv', 'ics'],
    examples: [
      {
        command: 'raceplan replan splits.csv',
        says: 'by the plan beside the log, as far as it goes',
      },
      { command: 'raceplan replan splits.csv --brief', says: 'three lines, to read aloud' },
      {
        command: 'raceplan replan splits.csv --field live.csv',
        says: 'with how others fare today, from the timing page',
      },
    ],
    load: () => import('../commands/replan.js'),
  },
];
