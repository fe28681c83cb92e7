/** `raceplan help logs`: the tables that are read, and what their columns may be called. */
import type { TableWords } from '../../domain/table-words.js';
import type { Report, Section } from '../report.js';
import { say } from '../value.js';

/** So many names of a column show what others would do. */
const MOST_NAMES = 4;

export const logsHelp = (tables: readonly TableWords[]): Report => ({
  command: 'help',
  title: 'Logs and other tables',
  subtitle: say`CSV with commas, semicolons or tabs, text in columns, Excel workbooks (.xlsx), JSON lists; packed with gzip or not. Order, case and punctuation of columns do not matter, and a unit may stand in the header: fluid_oz, Climb (ft).`,
  sections: [
    ...tables.map(
      ({ name, says, columns }): Section => ({
        kind: 'table',
        id: name,
        title: name,
        columns: [
          { id: 'names', label: 'Column', align: 'left' },
          { id: 'says', label: 'What it holds', align: 'left' },
        ],
        rows: columns.map((column) => ({
          cells: [[namesOf(column.names)], [column.says]],
        })),
        notes: [[says]],
      }),
    ),
    HOW_TIMES_ARE_WRITTEN,
  ],
  verdicts: [],
  data: {},
});

const namesOf = (names: readonly string[]): string =>
  names.slice(0, MOST_NAMES).join(', ') + (names.length > MOST_NAMES ? ' …' : '');

const HOW_TIMES_ARE_WRITTEN: Section = {
  kind: 'list',
  title: 'How times are written',
  tone: 'plain',
  items: [
    [
      'By the clock (17:30, 5:30 PM, Sat 17:30) or from the start (10:30, 10:30:15, 10h30): all times of a column the same way, which is found out and said.',
    ],
    ['--times clock|elapsed|leg says it where two readings are nearly as likely.'],
    ['Names of columns are known in English, German, French, Spanish, Italian and Dutch.'],
    [
      'A column that is not used is named in a note; what cannot be read is an error with its line and column.',
    ],
    ['A file of many runners is a log too: --bib 25, --runner NAME, --all.'],
    [
      'A recording of a watch (FIT, GPX, TCX) does in place of a log, or beside it with --activity.',
    ],
  ],
};
