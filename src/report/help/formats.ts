/** `raceplan help formats`: how reports are printed, and which command prints them so. */
import type { Report } from '../report.js';
import { say } from '../value.js';

export interface FormatWords {
  name: string;
  /** Of `-o FILE`. */
  extensions: readonly string[];
  says: string;
  commands: readonly string[];
}

export const formatsHelp = (formats: readonly FormatWords[]): Report => ({
  command: 'help',
  title: 'Formats',
  subtitle: say`--format NAME, or -o FILE, whose extension picks the format. A file is written whole or not at all.`,
  sections: [
    {
      kind: 'table',
      id: 'formats',
      title: 'How reports are printed',
      columns: [
        { id: 'format', label: 'Format', align: 'left' },
        { id: 'file', label: 'File', align: 'left' },
        { id: 'says', label: 'What it is for', align: 'left' },
        { id: 'commands', label: 'Commands', align: 'left' },
      ],
      rows: formats.map(({ name, extensions, says, commands }) => ({
        cells: [
          [name],
          [extensions.map((extension) => `.${extension}`).join(' ')],
          [says],
          [commands.join(', ')],
        ],
      })),
      notes: [],
    },
    {
      kind: 'list',
      title: 'What each is like',
      tone: 'plain',
      items: [
        [
          'html: one file with its charts, without a network; prints on A4 or Letter, a crew sheet a page; build ends with a band for the wrist, 5 cm wide.',
        ],
        [
          'ics: alarms 30 min before; the plan has to say start and timezone. A newer file has the names of the older one within, so that a calendar may replace it.',
        ],
        ['gpx: the plan has to name a track, as in course: { gpx: course.gpx }.'],
        [
          'csv: the head of a column names its unit, durations are h:mm:ss, what would be a formula has an apostrophe before it.',
        ],
        [
          'json: times are seconds, distances metres, names end in their unit, and what is unknown is null.',
        ],
      ],
    },
    {
      kind: 'list',
      title: 'How they look',
      tone: 'plain',
      items: [
        [
          '--units metric or imperial changes what is printed; what a plan or a log says stays as it is.',
        ],
        [
          'Colour is for terminals, and never carries meaning alone; --no-color and NO_COLOR turn it off.',
        ],
        ['--width COLUMNS; without it the width of the terminal, 80 elsewhere.'],
        [
          '--quiet prints only verdicts, or errors. Reports go to standard output, problems to standard error.',
        ],
        ['Charts stand in html, in markdown, and in a terminal of 100 columns or more.'],
      ],
    },
  ],
  verdicts: [],
  data: {},
});
