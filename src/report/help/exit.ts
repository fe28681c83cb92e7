/** What the exit status says, in words: for help, and for whoever reads it in CI. */
import type { Report } from '../report.js';

/** One row each of `EXIT`, in its order. */
export const EXIT_MEANINGS: readonly { status: number; when: string }[] = [
  { status: 0, when: 'done, and nothing below' },
  {
    status: 1,
    when: 'a goal was missed; with --strict also a goal unknown or (replan) no longer alive, an A goal unlikely, or a plan that build or check calls unsafe or unrealistic, check also one it warns of or whose preparation is overdue',
  },
  {
    status: 2,
    when: 'bad usage, or a file that cannot be used: nothing computed, nothing written',
  },
  { status: 3, when: 'a bug' },
];

export const exitHelp = (): Report => ({
  command: 'help',
  title: 'Exit status',
  subtitle: null,
  sections: [
    {
      kind: 'table',
      id: 'exit',
      title: 'What the exit status says',
      columns: [
        { id: 'status', label: 'Status', align: 'left' },
        { id: 'when', label: 'When', align: 'left' },
      ],
      rows: EXIT_MEANINGS.map(({ status, when }) => ({ cells: [[String(status)], [when]] })),
      notes: [],
    },
    {
      kind: 'list',
      title: 'What counts',
      tone: 'plain',
      items: [
        ['--goals A judges only goals of that priority.'],
        [
          'JUnit fails on the same: goals that are not judged are skipped there, and so are those unknown or unlikely that do not fail.',
        ],
        [
          'What build and check find in a plan has a case each: objections fail with --strict and are skipped without, advice passes.',
        ],
        [
          'Of several logs, one that cannot be used makes the exit status 2; the others are judged.',
        ],
      ],
    },
  ],
  verdicts: [],
  data: {},
});
