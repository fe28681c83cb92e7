import type {
  FileKind,
  FileUse,
  Handwritten,
  TableKind,
  UsageProblemArgs,
} from '../../domain/problems/usage.js';
import { SMALLEST_PLAN } from '../../report/starter/smallest-plan.js';
import { count, say, words } from '../../report/value.js';
import { allOf, didYouMean, oneOf, type Sentences, someOf } from './sentence.js';

const HELD: Readonly<Record<Handwritten, string>> = {
  plan: 'a plan',
  course: 'a course',
  table: 'a table such as a log or results',
  calendar: 'a calendar',
};

/** What a file is, and what to do with it. */
const KINDS: Readonly<Record<FileKind, readonly [what: string, help: string]>> = {
  text: [
    'text without a table',
    'raceplan analyze reads the log of a race, raceplan field results: a table each',
  ],
  plan: ['a race plan', 'name it with --plan; raceplan build and raceplan check read it alone'],
  json: ['JSON', 'a table in JSON is a list of objects, one for each row'],
  gpx: [
    'a GPX track',
    'raceplan analyze reads it as the activity of a race; a plan names a course: { gpx: FILE }',
  ],
  tcx: [
    'a TCX file of a watch',
    'raceplan analyze reads it as the activity of a race; a plan names a course: { gpx: FILE }',
  ],
  kml: ['a KML map', 'a plan names it as its course: { gpx: FILE }'],
  fit: [
    'a FIT file of a watch',
    'raceplan analyze reads it as the activity of a race; a plan names a course: { gpx: FILE }',
  ],
  xlsx: ['an Excel workbook', 'raceplan analyze reads the log of a race, raceplan field results'],
  xls: ['an Excel 97 workbook', 'save it as .xlsx or CSV'],
  ods: ['an OpenDocument spreadsheet', 'save it as .xlsx or CSV'],
  zip: ['a zip archive', 'unpack it, and name a file in it'],
  gzip: ['packed with gzip', 'unpack it'],
  html: ['a web page', 'save the table in it as CSV'],
  xml: ['XML of a kind that raceplan does not know', 'export it as GPX, TCX or CSV'],
  pdf: ['a PDF', 'copy the table in it to a spreadsheet, and save that as CSV'],
  image: ['a picture', 'type what it shows into a CSV'],
  binary: ['no text', 'export it as CSV, GPX, TCX or FIT'],
};

const WANTED: Readonly<Record<FileUse, string>> = {
  plan: 'a race plan (YAML)',
  log: 'the log of a race (CSV, or a recording of a watch)',
  activity: 'the recording of a watch (FIT, GPX or TCX)',
  results: 'a table of results or splits (CSV or the like)',
  table: 'a table (CSV or the like)',
  course: 'a course (GPX, TCX, FIT or KML)',
  starter: 'a course (GPX, TCX, FIT or KML), or a table of stations or of past results',
};

/** What a table holds, and which command wants it. */
const TABLES: Readonly<Record<TableKind, readonly [what: string, help: string]>> = {
  log: ['the log of one runner', 'raceplan analyze judges it, raceplan replan during the race'],
  laps: ['the laps of a watch', 'raceplan analyze reads them as the log of a race'],
  intake: ['a log of what was eaten and drunk', 'name it with --intake, beside the splits'],
  results: [
    'results of many runners',
    'raceplan field and raceplan backtest read them; a plan names them as its history',
  ],
  careers: [
    'a list of past races',
    'raceplan backtest --finish reads it; a plan names it as the past of its athlete',
  ],
  stations: [
    'a table of stations',
    "a plan's history names it beside its results: { file: …, stations: … }",
  ],
  training: ['a training log', 'a plan names it: training: { log: FILE }'],
};

export const usageSentences: Sentences<UsageProblemArgs> = {
  WRONG_KIND: ({ kind, use }) => {
    const [what, help] = KINDS[kind];
    return { text: say`this is ${what}; wanted is ${WANTED[use]}`, help: say`${help}` };
  },
  MORE_ALIKE: ({ code, more }) => ({ text: say`… and ${count(more)} more ${words(code)}` }),
  WRONG_TABLE: ({ is, wanted }) => {
    const [what, help] = TABLES[is];
    const wants = wanted === 'plan' ? WANTED.plan : TABLES[wanted][0];
    return { text: say`this holds ${what}; wanted is ${wants}`, help: say`${help}` };
  },
  FILE_NOT_FOUND: ({ path }) => ({ text: say`there is no file ${words(path)}` }),
  FILE_UNREADABLE: ({ path, reason }) => ({
    text: say`${words(path)} cannot be read: ${words(reason)}`,
  }),
  FILE_NOT_WRITTEN: ({ path, reason }) => ({
    text: say`${words(path)} cannot be written: ${words(reason)}`,
  }),
  TOO_LONG: ({ what, characters }) => ({
    text:
      what === 'argument'
        ? say`an argument of ${count(characters)} characters is too long to be read`
        : say`a ${what} of more than ${count(characters)} characters is too long to be read`,
  }),
  OUTPUT_IS_INPUT: ({ path, input }) => ({
    text:
      path === input
        ? say`${words(path)} is read here, and is never written over`
        : say`${words(path)} is the same file as ${words(input)}, which is read here: it is never written over`,
    help: say`name another file to write to`,
  }),
  OUTPUT_HOLDS_WORK: ({ path, holds }) => ({
    text: say`${words(path)} holds ${HELD[holds]}: it is not written over`,
    help: say`name another file, or add --force`,
  }),
  OUTPUTS_SAME: ({ path, options }) => ({
    text: say`${words(options.join(' and '))} both write to ${words(path)}`,
    help: say`name two files`,
  }),
  FILES_THERE: ({ paths }) => ({
    text: say`${words(allOf(paths))} ${paths.length === 1 ? 'is' : 'are'} there already, and what is there is not written over`,
    help: say`name another folder, or add --force`,
  }),
  NOT_ANSWERED: () => ({
    text: say`there was no answer: no plan is begun`,
    help: say`options answer beforehand, and nothing is asked without a terminal: raceplan init --help`,
  }),
  STARTER_NO_DISTANCE: ({ file }) => ({
    text: say`nothing in ${words(file)} tells how long the race is`,
    help: say`add it, as in --distance 100k or --distance "100 mi"`,
  }),
  WAYPOINTS_LEFT_OUT: ({ names, why }) => ({
    text: {
      'off course': say`the track does not pass ${words(someOf(names))}: left out of the stations`,
      'beside another': say`${words(someOf(names))} ${names.length === 1 ? 'is' : 'are'} beside another station: left out`,
      'at an end': say`${words(someOf(names))} ${names.length === 1 ? 'is' : 'are'} taken for the start or the finish, and for no station`,
    }[why],
  }),
  TURNS_LEFT_OUT: ({ count: turns }) => ({
    text: say`${count(turns)} ${turns === 1 ? 'waypoint only tells' : 'waypoints only tell'} where to turn: no stations`,
  }),
  PLAN_NOT_FOUND: ({ lookedIn }) => ({
    text: say`there is no plan in ${words(oneOf(lookedIn))}`,
    help: say`name it race.yaml, or say where it is: --plan FILE; raceplan init writes one, and these five lines are one`,
    lines: SMALLEST_PLAN,
  }),
  UNKNOWN_COMMAND: ({ written, isFile, meant }) => ({
    text: isFile
      ? say`"${words(written)}" is a file or a folder, and a command has to come first`
      : say`there is no command "${words(written)}"`,
    help:
      meant === null
        ? say`raceplan --help lists the commands`
        : isFile
          ? say`write ${words(meant)}`
          : say`did you mean ${words(meant)}?`,
  }),
  UNKNOWN_TOPIC: ({ written, topics, suggestion }) => ({
    text: say`there is no help on "${words(written)}"`,
    ...didYouMean(suggestion, say`there is help on ${words(oneOf(topics))}, and on every command`),
  }),
  BAD_ARGUMENT: ({ argument, value, expected, suggestion }) => ({
    text: say`${words(argument)} takes ${words(expected)}, not "${words(value)}"`,
    ...didYouMean(suggestion),
  }),
  ASKED_TOGETHER: ({ asked }) => ({
    text: say`${words(asked.join(' and '))} make no sense together`,
    help: say`ask for one of them at a time`,
  }),
  UNKNOWN_PERSON: ({ name, names, suggestion }) => ({
    text:
      names.length === 0
        ? say`the plan names no crew, and so nobody called "${words(name)}"`
        : say`nobody of the crew is called "${words(name)}": there is ${words(names.join(', '))}`,
    ...didYouMean(suggestion, say`add ${words(name)} to the people of crew in the plan`),
  }),
  UNKNOWN_EXTENSION: ({ path, command, formats }) => ({
    text: say`the extension of ${words(path)} names no format ${words(command)} can print`,
    help: say`add --format ${words(formats.join('|'))}`,
  }),
  NO_HISTORY: () => ({
    text: say`the plan names no past editions`,
    help: say`add history: [results-2017.csv] to the plan, or name the files`,
  }),
};
