/** Every command: one row each. */
import type { CommandRow } from './command.js';
import { GOALS, LENIENT, type OptionRow, PLAN, STRICT, TIMES } from './options.js';

const EXPLAIN = { flags: '--explain', summary: 'show what each factor adds to each leg' };
const TARGET = {
  flags: '--target <times>',
  summary: 'what if: this finish time instead, or several side by side: 11:30,12:00',
};
const EVERY = {
  flags: '--every <distance>',
  summary: 'a row every so far, such as 5km or 10mi (default: only where there is no station)',
};
const ALL_LAPS = { flags: '--all-laps', summary: 'a row a lap, however many laps there are' };
const LOG_ARGUMENT = {
  usage: '<splits.csv>',
  summary: 'the log of the race, or the activity of a watch (FIT, GPX, TCX); - for standard input',
};
const LOG_ARGUMENTS = {
  usage: '<splits.csv...>',
  summary: `${LOG_ARGUMENT.summary}; several, each judged by the plan beside it`,
};
const ACTIVITY = {
  flags: '--activity <file>',
  summary: 'what a watch recorded (FIT, GPX, TCX): fills what the log leaves out, and checks it',
};
const INTAKE = {
  flags: '--intake <file>',
  summary: 'what was eaten and drunk (default: intake.csv beside the splits)',
};
const WEATHER = {
  flags: '--weather <temperatures>',
  summary:
    'how warm it was, such as "low 58 °F, high 84 °F" (default: by the notes of the log, else the plan)',
};
const RACE = { flags: '--race <name>', summary: 'which race, when a results file holds several' };
const BIB = {
  flags: '--bib <number>',
  summary: 'whose log, when the file holds the splits of many runners',
};
const RUNNER = {
  flags: '--runner <name>',
  summary: 'the same by the name in the file, which is not kept',
};
const ALL = { flags: '--all', summary: 'judge every runner of the file by the plan' };
const BIBS = {
  flags: '--bib <numbers>',
  summary: 'runners of one race instead, out of one file of many: 12,40',
};
const BRIEF = {
  flags: '--brief',
  summary: 'three lines, to read aloud; a cutoff that is near before them',
};
const TODAYS_FIELD = {
  flags: '--field <file>',
  summary: "others' splits of this very day, with wave starts: how they fare corrects the forecast",
};
const FOR = { flags: '--for <name>', summary: 'the page of one person of the crew' };
const LOG = {
  flags: '--log <splits.csv>',
  summary: 'the log of the race so far: what lies ahead, as forecast from it',
};
const MODE = {
  flags: '--mode <mode>',
  summary:
    'what forecasts may learn from: no-history (default), leave-one-out, earlier or one-prior editions',
};
const IN_RACE = {
  flags: '--in-race',
  summary: 'only the forecasts during the race, and those alone in --predictions',
};
const AMID = {
  flags: '--field',
  summary:
    "score the forecasts during the race once more with today's field: what others did by then",
};
const STATIONS = {
  flags: '--stations <file>',
  summary: "stations of the editions, where not the plan's; YYYY in the name stands for the year",
};
const PREDICTIONS: OptionRow = {
  flags: '--predictions <file>',
  summary: 'write every forecast beside what happened, as CSV',
  writes: true,
};
const WRITE_LESSONS: OptionRow = {
  flags: '--write-lessons <file>',
  summary: 'add the lessons of the race to a file of them, or to the next plan; nothing twice',
  writes: 'adds',
};
const TODAY = {
  flags: '--today <date>',
  summary: 'the day to count down from, such as 2018-08-30 (default: today)',
};
const BEGINS_WITH: readonly OptionRow[] = [
  {
    flags: '--from <file>',
    summary:
      'a course (GPX, FIT, TCX, KML), whose waypoints are the stations; a table of stations; or splits of past editions',
  },
  { flags: '--distance <distance>', summary: 'official distance, such as 100k or "100 mi"' },
  { flags: '--target <time>', summary: 'finish time, such as 24h or 11:45' },
  { flags: '--name <name>', summary: 'what the race is called (default: as the folder)' },
  { flags: '--start <time>', summary: 'date and time of the start: "2030-06-29 06:00"' },
  {
    flags: '--timezone <zone>',
    summary: 'of the race, such as Europe/Paris (default: where the course lies, else here)',
  },
];
const PLAN_ARGUMENT = { usage: '[plan]', summary: 'the race plan, or its folder' };

const FINISH = {
  flags: '--finish',
  summary:
    'the files are results (runner, date, distance, climb, status, time): forecast each from the same runner’s earlier ones',
};

export const COMMANDS: readonly CommandRow[] = [
  {
    name: 'init',
    summary: 'a plan and a log to begin with; on a terminal it asks for what is not said',
    arguments: [{ usage: '[dir]', summary: 'the folder to write to, made when it is missing' }],
    writesFolder: true,
    options: BEGINS_WITH,
    formats: ['terminal', 'markdown', 'json'],
    load: () => import('./commands/init.js'),
  },
  {
    name: 'build',
    summary: 'before the race: goals, pace chart, fuel, dark legs, warnings',
    arguments: [PLAN_ARGUMENT],
    options: [PLAN, STRICT, GOALS, TARGET, EXPLAIN, EVERY, ALL_LAPS, LENIENT],
    formats: ['terminal', 'markdown', 'html', 'json', 'junit', 'csv', 'ics', 'gpx'],
    load: () => import('./commands/build.js'),
  },
  {
    name: 'analyze',
    summary: 'after the race: verdicts, KPIs, where the time went',
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
      STRICT,
      GOALS,
      ALL_LAPS,
      LENIENT,
    ],
    formats: ['terminal', 'markdown', 'html', 'json', 'jsonl', 'junit', 'csv'],
    load: () => import('./commands/analyze.js'),
  },
  {
    name: 'replan',
    summary: 'during the race: where am I, what now, which goals are alive',
    arguments: [LOG_ARGUMENT],
    options: [PLAN, BIB, INTAKE, TIMES, TODAYS_FIELD, BRIEF, STRICT, GOALS, ALL_LAPS, LENIENT],
    formats: ['terminal', 'markdown', 'html', 'json', 'csv', 'ics'],
    load: () => import('./commands/replan.js'),
  },
  {
    name: 'crew',
    summary: 'crew sheet and drop bags, by station and by person',
    arguments: [PLAN_ARGUMENT],
    options: [PLAN, FOR, LOG, BIB, TIMES, LENIENT, ALL_LAPS],
    formats: ['terminal', 'markdown', 'html', 'json', 'ics'],
    load: () => import('./commands/crew.js'),
  },
  {
    name: 'field',
    summary: 'what the past editions say: what wins, top 5, top 10, the age group',
    arguments: [
      {
        usage: '[files...]',
        summary: 'the plan or its folder; or results, else the history of the plan',
      },
    ],
    options: [PLAN, RACE, TIMES, LENIENT],
    formats: ['terminal', 'markdown', 'html', 'json', 'csv'],
    load: () => import('./commands/field.js'),
  },
  {
    name: 'compare',
    summary: 'races side by side, and the lessons between them',
    arguments: [
      {
        usage: '<plans...>',
        summary: 'two to four races: plans or their folders, the log beside each, or logs',
      },
    ],
    options: [PLAN, BIBS, TIMES, RACE, STRICT, GOALS, LENIENT],
    formats: ['terminal', 'markdown', 'html', 'json', 'junit', 'csv'],
    load: () => import('./commands/compare.js'),
  },
  {
    name: 'backtest',
    summary: 'how well the model would have predicted these splits',
    arguments: [
      {
        usage: '<splits...>',
        summary: 'splits of past editions, one or more; results with --finish',
      },
    ],
    options: [PLAN, FINISH, IN_RACE, AMID, MODE, STATIONS, PREDICTIONS, TIMES, RACE, LENIENT],
    formats: ['terminal', 'markdown', 'html', 'json'],
    load: () => import('./commands/backtest.js'),
  },
  {
    name: 'check',
    summary: 'is the plan valid and complete, and what is left to do before the race?',
    arguments: [PLAN_ARGUMENT],
    options: [PLAN, TODAY, STRICT, LENIENT],
    formats: ['terminal', 'markdown', 'html', 'json', 'junit'],
    load: () => import('./commands/check.js'),
  },
  {
    name: 'schema',
    summary: 'the JSON Schema of the plan, for editors',
    arguments: [],
    options: [],
    formats: [],
    load: () => import('./commands/schema.js'),
  },
];
