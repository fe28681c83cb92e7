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
      title: 'How they look',
      tone: 'plain',
      items: [
        ['--units metric or imperial changes what is printed, not what is read.'],
        [
          'Colour is for terminals, and never carries meaning alone; --no-color and NO_COLOR turn it off.',
        ],
        ['--width COLUMNS; without it the width of the terminal, 80 elsewhere.'],
        [
          '--quiet prints only verdicts, or errors. Reports go to standard output, problems to standard error.',
        ],
        [
          'In JSON times are seconds, distances metres, names end in their unit, and what is unknown is null.',
        ],
      ],
    },
  ],
  verdicts: [],
  data: {},
});
