/** `raceplan help errors`: what every problem means, and how to mend it. */
import type { ProblemCode } from '../../domain/problems/problem.js';
import type { About } from '../problems/about.js';
import { ABOUT, PROBLEM_KINDS, type ProblemKind } from '../problems/index.js';
import type { Report, Section } from '../report.js';
import { say, type Text } from '../value.js';

export const PROBLEM_CODES = Object.keys(ABOUT) as readonly ProblemCode[];
export const KIND_NAMES = Object.keys(PROBLEM_KINDS) as readonly ProblemKind[];

/** Of all problems, or of one kind. */
export const errorsHelp = (kind: ProblemKind | null): Report => ({
  command: 'help',
  title: 'Problems',
  subtitle: say`What is wrong stops the command, and all of it is said at once; warnings and notes say what was left out or assumed. raceplan help CODE explains one, raceplan help errors KIND those of one kind: ${KIND_NAMES.join(', ')}.`,
  sections: (kind === null ? KIND_NAMES : [kind]).map(sectionOf),
  verdicts: [],
  data: {},
});

const sectionOf = (kind: ProblemKind): Section => {
  const { title, about } = PROBLEM_KINDS[kind];
  return {
    kind: 'facts',
    title,
    facts: Object.entries<About>(about).map(([label, told]) => ({ label, text: textOf(told) })),
  };
};

const textOf = ([means, mend]: About): Text => [mend === null ? means : `${means} ${mend}`];

/** One problem. */
export function problemHelp(code: ProblemCode): Report {
  const [means, mend] = ABOUT[code];
  return {
    command: 'help',
    title: code,
    subtitle: null,
    sections: [
      {
        kind: 'facts',
        title: null,
        facts: [
          { label: 'Means', text: [means] },
          {
            label: 'To mend',
            text: [mend ?? 'Nothing: it is said so that you know what was done.'],
          },
        ],
      },
    ],
    verdicts: [],
    data: {},
  };
}
