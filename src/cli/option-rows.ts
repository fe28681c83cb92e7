/** The options and arguments of single commands; `options.ts` has those that all, or most, take. */
import { BACKTEST_MODES } from '../engine/backtest/modes.js';
import type { ArgumentRow } from './command.js';
import { type OptionRow, PLANS } from './options.js';

/** Extensions of the files that each is, for completion. */
export const TABLES = ['csv', 'tsv', 'txt', 'xlsx', 'json', 'gz'];
const ACTIVITIES = ['fit', 'gpx', 'tcx', 'gz'];
const LOGS = [...TABLES, ...ACTIVITIES.slice(0, -1)];

export const EXPLAIN: OptionRow = {
  flags: '--explain',
  summary: 'show what each factor adds to each leg',
};
export const TARGET: OptionRow = {
  flags: '--target <times>',
  summary: 'a finish time to try instead, such as 11:30; several side by side: 11:30,12:00',
};
export const EVERY: OptionRow = {
  flags: '--every <distance>',
  summary: 'a row every so far, such as 5km or 10mi (default: only where there is no station)',
};
export const ALL_LAPS: OptionRow = {
  flags: '--all-laps',
  summary: 'a row a lap, however many laps there are',
};
export const LOG_ARGUMENT: ArgumentRow = {
  usage: '<splits.csv>',
  summary: 'the log of the race, or the activity of a watch (FIT, GPX, TCX); - for standard input',
  files: LOGS,
};
export const LOG_ARGUMENTS: ArgumentRow = {
  usage: '<splits.csv...>',
  summary: `${LOG_ARGUMENT.summary}; several, each judged by the plan beside it`,
  files: LOGS,
};
export const ACTIVITY: OptionRow = {
  flags: '--activity <file>',
  summary: 'what a watch recorded (FIT, GPX, TCX): fills what the log leaves out, and checks it',
  files: ACTIVITIES,
};
export const INTAKE: OptionRow = {
  flags: '--intake <file>',
  summary: 'what was eaten and drunk (default: intake.csv beside the splits)',
  files: TABLES,
};
export const WEATHER: OptionRow = {
  flags: '--weather <temperatures>',
  summary:
    'how warm it was, such as "low 58 °F, high 84 °F" (default: by the notes of the log, else the plan)',
};
export const RACE: OptionRow = {
  flags: '--race <name>',
  summary: 'which race, when a results file holds several',
};
export const BIB: OptionRow = {
  flags: '--bib <number>',
  summary: 'whose log, when the file holds the splits of many runners',
};
export const RUNNER: OptionRow = {
  flags: '--runner <name>',
  summary: 'whose log, by the name in the file, which is matched and never printed',
};
export const ALL: OptionRow = {
  flags: '--all',
  summary: 'judge every runner of the file by the plan',
};
export const BIBS: OptionRow = {
  flags: '--bib <numbers>',
  summary: 'instead of races, two to four runners of one file of many: 12,40',
};
export const BRIEF: OptionRow = {
  flags: '--brief',
  summary: 'three lines, to read aloud; a cutoff that is near before them',
};
export const TODAYS_FIELD: OptionRow = {
  flags: '--field <file>',
  summary: "others' splits of this very day, with wave starts: how they fare corrects the forecast",
  files: TABLES,
};
export const FOR: OptionRow = {
  flags: '--for <name>',
  summary: 'the page of this person of the crew, or their calendar',
};
export const LOG: OptionRow = {
  flags: '--log <splits.csv>',
  summary: 'the log of the race so far: what lies ahead, as forecast from it',
  files: LOGS,
};
export const MODE: OptionRow = {
  flags: '--mode <mode>',
  summary:
    'what forecasts may learn from: no-history (default), leave-one-out, earlier or one-prior editions',
  choices: BACKTEST_MODES,
};
export const IN_RACE: OptionRow = {
  flags: '--in-race',
  summary: 'only the forecasts during the race, and those alone in --predictions',
};
export const AMID: OptionRow = {
  flags: '--field',
  summary:
    "score the forecasts during the race once more with today's field: what others did by then",
};
export const STATIONS: OptionRow = {
  flags: '--stations <file>',
  summary: "stations of the editions, where not the plan's; YYYY in the name stands for the year",
  files: TABLES,
};
export const PREDICTIONS: OptionRow = {
  flags: '--predictions <file>',
  summary: 'write every forecast beside what happened, as CSV',
  writes: true,
  files: ['csv'],
};
export const WRITE_LESSONS: OptionRow = {
  flags: '--write-lessons <file>',
  summary: 'add the lessons of the race to a file of them, or to the next plan; nothing twice',
  writes: 'adds',
  files: PLANS,
};
export const TODAY: OptionRow = {
  flags: '--today <date>',
  summary: 'the day to count down from, such as 2018-08-30 (default: today)',
};
export const PLAN_ARGUMENT: ArgumentRow = {
  usage: '[plan]',
  summary: 'the race plan, or its folder',
  files: PLANS,
};

export const FINISH: OptionRow = {
  flags: '--finish',
  summary:
    'the files are results (runner, date, distance, climb, status, time): forecast each from the earlier ones of the same runner',
};
export const BEGINS_WITH: readonly OptionRow[] = [
  {
    flags: '--from <file>',
    summary:
      'a course (GPX, FIT, TCX, KML), whose waypoints are the stations; a table of stations; or splits of past editions',
    files: [...ACTIVITIES, 'kml', ...TABLES],
  },
  { flags: '--distance <distance>', summary: 'official distance, such as 100k or "100 mi"' },
  { flags: '--target <time>', summary: 'finish time, such as 24h or 11:45' },
  { flags: '--name <name>', summary: 'what the race is called (default: as the folder)' },
  {
    flags: '--start <time>',
    summary: 'date and local time of the start, such as "2030-06-29 06:00"',
  },
  {
    flags: '--timezone <zone>',
    summary: 'of the race, such as Europe/Paris (default: where the course lies, else here)',
  },
];
