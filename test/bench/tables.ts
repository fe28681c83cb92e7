/** How long tables of absurd size take to be read or refused: `npx tsx test/bench/tables.ts`. */
import { raceplan } from '../support/cli.js';
import { raceFolder } from '../support/folder.js';

const PLAN = `race: { name: Long Day, start: 2024-05-04 06:00, timezone: Europe/Berlin }
course: { distance: 50 km, stations: [{ name: Mill, at: 10 km }, { name: Hill, at: 40 km }] }
goals: [under 6h]
`;

const many = (count: number, of: (i: number) => string, by = '\n'): string =>
  Array.from({ length: count }, (_, i) => of(i)).join(by);
const clock = (i: number): string =>
  `${4 + Math.floor(i / 3600)}:${String(Math.floor(i / 60) % 60).padStart(2, '0')}:${String(i % 60).padStart(2, '0')}`;

/** What each holds, and which command it is given to. */
const TABLES: readonly (readonly [what: string, command: string, text: () => string])[] = [
  [
    '20,000 columns of results',
    'field',
    () => `place,name,time,${many(20_000, (i) => `c${i}`, ',')}\n1,A,4:10:00\n`,
  ],
  [
    '20,000 columns of a log',
    'analyze',
    () => `station,arrive,${many(20_000, (i) => `c${i}`, ',')}\nMill,7:00\n`,
  ],
  [
    '100,000 bad quotes',
    'field',
    () => `place,name,time\n${many(100_000, (i) => `${i},"a" b,${clock(i % 9000)}`)}\n`,
  ],
  [
    '100,000 quotes in a cell',
    'field',
    () => `place,name,time\n1,a,4:00:00\n2,${'"'.repeat(100_000)}x,4:10:00\n`,
  ],
  [
    'a log of 50,000 rows',
    'analyze',
    () => `station,arrive\n${many(50_000, (i) => `Mill,${clock(i % 9000)}`)}\n`,
  ],
  [
    'a log of 5,000 rows that fit nowhere',
    'analyze',
    () => `station,arrive\n${many(5000, (i) => `Mill,${clock(i)}`)}\n`,
  ],
  ['a line of 200 MB', 'field', () => 'abcd efg,'.repeat(22_000_000)],
  ['a log of one line of 200 MB', 'analyze', () => 'abcd efg,'.repeat(22_000_000)],
  [
    '100,000 results',
    'field',
    () => `place,name,time\n${many(100_000, (i) => `${i + 1},A,${clock(i % 9000)}`)}\n`,
  ],
  [
    '100,000 results in JSON',
    'field',
    () => `[${many(100_000, (i) => `{"place":${i + 1},"time":"${clock(i % 9000)}"}`, ',\n')}]`,
  ],
];

for (const [what, command, text] of TABLES) {
  const files = raceFolder({ 'race.yaml': PLAN, 'table.csv': text() });
  const startedAt = performance.now();
  const { status, stderr } = await raceplan(command, files['table.csv']);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  const said = /error (\w+)/.exec(stderr)?.[1] ?? '';
  process.stdout.write(`${seconds.padStart(6)} s  status ${status}  ${what}  ${said}\n`);
}
