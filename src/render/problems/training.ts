import type { TrainingProblemArgs } from '../../domain/problems/training.js';
import { count, say, words } from '../../report/value.js';
import type { Sentences } from './sentence.js';

const FAULTS: Readonly<
  Record<TrainingProblemArgs['BAD_WORKLOAD']['fault'], readonly [string, string]>
> = {
  unreadable: ['cannot be read as training', 'write it like 10 mi, 2 h, 1:30, rest, or 10 mi easy'],
  several: ['holds several amounts', 'write the sum first, as in 10 mi with 4 mi fast'],
  'miles or metres': ['may be miles, metres or minutes', 'write mi, km, or min'],
  'no answer': ['does not say how much was done', 'write yes, no, rest, or how much, as in 10 mi'],
};

export const trainingSentences: Sentences<TrainingProblemArgs> = {
  BAD_WORKLOAD: ({ written, fault }) => {
    const [what, help] = FAULTS[fault];
    return { text: say`"${words(written)}" ${what}`, help: say`${help}` };
  },
  DONE_TWICE: ({ written, column, other, otherColumn }) => ({
    text: say`"${words(column)}" says ${words(written)} was done, "${words(otherColumn)}" ${words(other)}`,
    help: say`keep the one that is right`,
  }),
  TRAINING_READ_AS: ({ sessions, assumed }) => ({
    text: say`read ${count(sessions)} ${sessions === 1 ? 'session' : 'sessions'} of training: ${words(assumed.join(', '))}`,
  }),
};
