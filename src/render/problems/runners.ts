import type { RunnersProblemArgs, WhyLeftOut } from '../../domain/problems/runners.js';
import type { NamedRow } from '../../domain/record.js';
import { count, joinText, say, type Text, words } from '../../report/value.js';
import { didYouMean, type Sentences } from './sentence.js';

const LEFT_OUT: Readonly<Record<WhyLeftOut, string>> = {
  'finish unreadable': 'the finish cannot be read',
  'finish impossible': 'the finish cannot be true',
  'wave unreadable': 'the wave start cannot be read',
  'not started': 'this runner did not start',
  'no finish time': 'the row says finished, and no time',
  'no distance': 'nothing says how far this runner got',
};

/** `line 4 (bib 25), line 9`. */
const rowsText = (rows: readonly NamedRow[]): Text =>
  joinText(
    rows.map(
      ({ line, bib }) => say`line ${String(line)}${bib === null ? '' : say` (bib ${words(bib)})`}`,
    ),
    ', ',
  );

export const runnersSentences: Sentences<RunnersProblemArgs> = {
  LOG_OF_MANY: ({ runners, bib, isOver }) => {
    const named = bib === null ? say`--bib` : say`--bib ${words(bib)}`;
    return {
      text: say`this holds ${count(runners)} runners`,
      help: isOver
        ? say`name one with ${named}${bib === null ? '' : ', say'}, or --runner NAME; --all judges each of them`
        : say`name one${bib === null ? ' with' : ', such as'} ${named}`,
    };
  },
  NO_LOG_OF_DISTANCE: ({ bib, why }) =>
    why === 'no distance'
      ? {
          text: say`${bib === null ? 'this runner' : say`the runner with the bib ${words(bib)}`} has no distance in these results`,
        }
      : {
          text: say`these are distances of a timed event, and the plan is of a race over a distance`,
          help: say`a goal such as "at least 100 km" makes it a timed event, and the race's cutoff is its time`,
        },
  BIB_NOT_FOUND: ({ bib, suggestion }) => ({
    text: say`no runner has the bib ${words(bib)}`,
    ...didYouMean(suggestion),
  }),
  NAME_NOT_FOUND: ({ name, near }) => ({
    text: say`no runner is called "${words(name)}"`,
    ...(near.length === 0 ? {} : { help: say`near it: ${rowsText(near)}` }),
  }),
  NAME_AMBIGUOUS: ({ name, rows }) => ({
    text: say`${count(rows.length)} runners are called "${words(name)}": ${rowsText(rows)}`,
    help: say`name one with --bib`,
  }),
  RUNNER_LEFT_OUT: ({ why }) => ({ text: say`not judged: ${LEFT_OUT[why]}` }),
  EDITION_TAKEN: ({ taken, of }) => ({
    text: say`the file holds ${count(of)} editions; judged is ${words(taken)}`,
  }),
  CUTOFFS_BY_WAVE: ({ runners }) => ({
    text: say`${count(runners)} ${runners === 1 ? 'runner' : 'runners'} started after the first wave, or may have: cutoffs count from each runner's own start`,
  }),
};
