import type { UsageProblemArgs } from '../../domain/problems/usage.js';
import { say, words } from '../../report/value.js';
import { didYouMean, oneOf, type Sentences } from './sentence.js';

export const usageSentences: Sentences<UsageProblemArgs> = {
  FILE_NOT_FOUND: ({ path }) => ({ text: say`there is no file ${words(path)}` }),
  FILE_UNREADABLE: ({ path, reason }) => ({
    text: say`${words(path)} cannot be read: ${words(reason)}`,
  }),
  FILE_NOT_WRITTEN: ({ path, reason }) => ({
    text: say`${words(path)} cannot be written: ${words(reason)}`,
  }),
  PLAN_NOT_FOUND: ({ lookedIn }) => ({
    text: say`there is no plan in ${words(oneOf(lookedIn))}`,
    help: say`name it race.yaml, or say where it is: --plan FILE`,
  }),
  BAD_ARGUMENT: ({ argument, value, expected, suggestion }) => ({
    text: say`${words(argument)} takes ${words(expected)}, not "${words(value)}"`,
    ...didYouMean(suggestion),
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
