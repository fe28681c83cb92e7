/** The sentence of every problem. */
import type { Problem, ProblemArgs } from '../../domain/problems/problem.js';
import { activitySentences } from './activity.js';
import { courseSentences } from './course.js';
import { exportsSentences } from './exports.js';
import { lessonsSentences } from './lessons.js';
import { logSentences } from './log.js';
import { planSentences } from './plan.js';
import { raceFormatSentences } from './race-format.js';
import { resultsSentences } from './results.js';
import { runnersSentences } from './runners.js';
import type { Sentence, Sentences } from './sentence.js';
import { trainingSentences } from './training.js';
import { usageSentences } from './usage.js';

const SENTENCES: Sentences<ProblemArgs> = {
  ...planSentences,
  ...raceFormatSentences,
  ...activitySentences,
  ...logSentences,
  ...lessonsSentences,
  ...courseSentences,
  ...resultsSentences,
  ...runnersSentences,
  ...trainingSentences,
  ...exportsSentences,
  ...usageSentences,
};

/** Tells one problem, values not yet rounded or in anyone's units. */
export function tell({ code, args }: Problem): Sentence {
  const sentence = SENTENCES[code] as (args: Problem['args']) => Sentence;
  return sentence(args);
}
