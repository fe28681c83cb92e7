import type { LessonsFault, LessonsProblemArgs } from '../../domain/problems/lessons.js';
import { count, ratio, say, span, words } from '../../report/value.js';
import type { Sentences } from './sentence.js';

const FAULTS: Readonly<Record<LessonsFault, string>> = {
  'not YAML': 'it is no YAML of keys and values',
  'not UTF-8': 'it is not UTF-8',
  'no list': 'its lessons are no list of one entry a line',
  'not last': 'something stands after its lessons',
};

export const lessonsSentences: Sentences<LessonsProblemArgs> = {
  FROM_NOT_EARLIER: ({ race }) => ({
    text: say`${words(race)} was not before this race: nothing can be learned from it`,
    help: say`name a race that was run before, or correct its start`,
  }),
  EARLIER_STOPS: ({ race, stopS, stops }) => ({
    text: say`stops of ${span(stopS, 1)} where the plan names none, the median of ${count(stops)}: your ${words(race)}`,
  }),
  EARLIER_FADE: ({ race, fadeRatio }) => ({
    text: say`a fade of ${ratio(fadeRatio, 1)} by tiring, as the plan names none: your ${words(race)}`,
  }),
  EARLIER_PAST: ({ race }) => ({ text: say`among the past races: your ${words(race)}` }),
  LESSONS_NOT_ADDED: ({ path, why }) => ({
    text: say`no lessons can be added to ${words(path)}: ${FAULTS[why]}`,
    help: say`name another file, or paste the lessons that are printed`,
  }),
  LESSONS_ADDED: ({ path, added, kept }) => ({
    text:
      added + kept === 0
        ? say`the race taught no lesson to add to ${words(path)}`
        : added === 0
          ? say`nothing to add to ${words(path)}: it has all ${count(kept)}`
          : say`lessons new to ${words(path)}: ${count(added)}${kept === 0 ? '' : say`; there already: ${count(kept)}`}`,
  }),
  COMPARE_COUNT: ({ races }) => ({
    text: say`two to four races are compared, not ${count(races)}`,
    help: say`name their plans or folders, or one table of many runners and --bib 12,40`,
  }),
};
