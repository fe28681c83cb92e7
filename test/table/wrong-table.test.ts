import { describe, expect, it } from 'vitest';
import { kindOfTable } from '../../src/input/table-kinds.js';
import { raceplan } from '../support/cli.js';
import { raceFolder } from '../support/folder.js';

const TABLES = {
  log: 'station,arrive,depart\nMill,7:00,7:05\nFinish,11:50,\n',
  laps: 'Laps,Time,Cumulative Time,Distance km\n1,55:00,55:00,10\n2,58:00,1:53:00,10\n',
  intake: 'time,item,amount\n7:20,gel,1\n',
  results: 'place,bib,name,time,Mill\n1,12,A,4:10:00,0:55:00\n2,7,B,4:30:00,1:00:00\n',
  careers: 'runner,date,distance,time\nA,2023-05-01,50 km,5:00:00\nA,2024-05-01,50 km,5:10:00\n',
  training: 'date,planned,done,notes\n2024-03-01,10 km,yes,\n2024-03-02,rest,,\n',
  stations: 'station,km,cutoff\nStart,0,\nMill,10,2:00\nFinish,50,9:00\n',
} as const;
type Table = keyof typeof TABLES;

const SAID: Readonly<Record<Table, string>> = {
  log: 'this holds the log of one runner',
  laps: 'this holds the laps of a watch',
  intake: 'this holds a log of what was eaten and drunk',
  results: 'this holds results of many runners',
  careers: 'this holds a list of past races',
  training: 'this holds a training log',
  stations: 'this holds a table of stations',
};

it.each(Object.keys(TABLES) as Table[])('a table is known by its columns: %s', (kind) => {
  expect(kindOfTable(TABLES[kind].split('\n', 1)[0]!.split(','))).toBe(kind);
});

it.each(['a,b,c', 'alpha', '# Results of my race'])('of others nothing is said: %s', (header) => {
  expect(kindOfTable(header.split(','))).toBeNull();
});

const PLAN =
  'race: { name: Long Day, start: 2024-05-04 06:00, timezone: Europe/Berlin }\ncourse: { distance: 50 km, stations: [{ name: Mill, at: 10 km }] }\ngoals: [under 6h]\n';

/** What each command makes of every table but those it reads. */
const COMMANDS: readonly (readonly [
  string,
  readonly Table[],
  (file: string, log: string) => string[],
])[] = [
  ['field', ['results', 'careers'], (file) => ['field', file]],
  ['backtest', ['results', 'careers'], (file) => ['backtest', file]],
  [
    '--intake',
    ['intake', 'log', 'laps', 'stations'],
    (file, log) => ['analyze', log, '--intake', file],
  ],
  ['backtest --finish', ['careers'], (file) => ['backtest', '--finish', file]],
  ['build', [], (file) => ['build', file]],
];

describe.each(COMMANDS)('%s', (_, reads, argv) => {
  const others = (Object.keys(TABLES) as Table[]).filter((kind) => !reads.includes(kind));
  it.each(others)('says what it is given: %s', async (kind) => {
    const files = raceFolder({
      'race.yaml': PLAN,
      'given.txt': TABLES[kind],
      'log.csv': TABLES.log,
    });
    const { status, stderr } = await raceplan(...argv(files['given.txt'], files['log.csv']));
    expect(stderr.replace(/\s+/g, ' ')).toContain(`${SAID[kind]}; wanted is`);
    expect(status).toBe(2);
  });
});

describe('analyze', () => {
  it.each([
    ['results', 'this holds 2 runners'],
    ['careers', 'this holds 2 runners'],
    ['intake', 'this holds a log of what was eaten and drunk'],
    ['stations', 'this holds a table of stations'],
  ] as const)('says what it is given: %s', async (kind, said) => {
    const files = raceFolder({ 'race.yaml': PLAN, 'given.csv': TABLES[kind] });
    const { status, stderr } = await raceplan('analyze', files['given.csv']);
    expect(stderr.replace(/\s+/g, ' ')).toContain(said);
    expect(status).toBe(2);
  });
});

describe('text that is no table', () => {
  const TEXT = '# My race\n\nIt was a long day, and a good one.\n\n- Mill: 7:00\n- Finish: 11:50\n';
  it.each([
    ['field', 'wanted is a table of results'],
    ['backtest', 'wanted is a table of results'],
    ['analyze', 'wanted is the log of a race'],
  ])('is called so: %s', async (command, wanted) => {
    const files = raceFolder({ 'race.yaml': PLAN, 'notes.txt': TEXT });
    const { status, stderr } = await raceplan(command, files['notes.txt']);
    expect(stderr.replace(/\s+/g, ' ')).toContain(`this is text without a table; ${wanted}`);
    expect(status).toBe(2);
  });
});
