import type { RunnersProblemArgs } from '../../domain/problems/runners.js';
import type { Abouts } from './about.js';

export const ABOUT_RUNNERS: Abouts<RunnersProblemArgs> = {
  LOG_OF_MANY: [
    'The log of one runner is wanted, and the file holds many.',
    'Name one with --bib, or --runner; analyze --all judges each.',
  ],
  NO_LOG_OF_DISTANCE: [
    'The file tells how far runners got in a timed event, and no log can be made of that: the plan is of a race over a distance, or the runner has no distance.',
    'Give the plan a goal such as at least 100 km, or its duration.',
  ],
  BIB_NOT_FOUND: ['No runner of the file has that bib.', 'Look it up in the file.'],
  NAME_NOT_FOUND: [
    'No runner of the file is called so.',
    'Write the name as the file has it, or use --bib.',
  ],
  NAME_AMBIGUOUS: ['Several runners of the file are called so.', 'Name one with --bib.'],
  RUNNER_LEFT_OUT: [
    'One runner of many cannot be judged, for the row does not tell the finish, or cannot be true.',
    'Correct the row; the others are judged.',
  ],
  EDITION_TAKEN: ['Of several editions in a file, the one that is judged.', null],
  CUTOFFS_BY_WAVE: ['Runners started in waves: cutoffs count from the own start of each.', null],
};
