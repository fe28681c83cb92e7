import type { Handwritten, UsageProblemArgs } from '../../domain/problems/usage.js';
import { count, say, words } from '../../report/value.js';
import { didYouMean, oneOf, type Sentences } from './sentence.js';

const HELD: Readonly<Record<Handwritten, string>> = {
  plan: 'a plan',
  course: 'a course',
  table: 'a table such as a log or results',
};

export const usageSentences: Sentences<UsageProblemArgs> = {
  FILE_NOT_FOUND: ({ path }) => ({ text: say`there is no file ${words(path)}` }),
  FILE_UNREADABLE: ({ path, reason }) => ({
    text: say`${words(path)} cannot be read: ${words(reason)}`,
  }),
  FILE_NOT_WRITTEN: ({ path, reason }) => ({
    text: say`${words(path)} cannot be written: ${words(reason)}`,
  }),
  TOO_LONG: ({ what, characters }) => ({
    text: say`${what === 'argument' ? 'an' : 'a'} ${what} of ${count(characters)} characters is too long to be read`,
  }),
  OUTPUT_IS_INPUT: ({ path, input }) => ({
    text:
      path === input
        ? say`${words(path)} is read here, and is never written over`
        : say`${words(path)} is the same file as ${words(input)}, which is read here: it is never written over`,
    help: say`name another file to write to`,
  }),
  OUTPUT_HOLDS_WORK: ({ path, holds }) => ({
    text: say`${words(path)} holds ${HELD[holds]}: it is not written over`,
    help: say`name another file, or add --force`,
  }),
  OUTPUTS_SAME: ({ path, options }) => ({
    text: say`${words(options.join(' and '))} both write to ${words(path)}`,
    help: say`name two files`,
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
