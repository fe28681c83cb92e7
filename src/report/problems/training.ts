import type { TrainingProblemArgs } from '../../domain/problems/training.js';
import type { Abouts } from './about.js';

export const ABOUT_TRAINING: Abouts<TrainingProblemArgs> = {
  BAD_WORKLOAD: [
    'A cell of a training log does not say plainly what was planned or done.',
    'Write it like 10 mi, 2 h, 1:30, rest, or 10 mi easy; done also yes or no.',
  ],
  DONE_TWICE: [
    'Two columns of a training log tell differently what was done.',
    'Keep the one that is right.',
  ],
  TRAINING_READ_AS: ['What was found in a training log, and what was taken for granted.', null],
};
