import type { CourseProblemArgs } from '../../domain/problems/course.js';
import { say, words } from '../../report/value.js';
import type { Sentences } from './sentence.js';

export const courseSentences: Sentences<CourseProblemArgs> = {
  COURSE_SYNTAX: ({ reason }) => ({ text: say`cannot be read as a course: ${words(reason)}` }),
  COURSE_EMPTY: () => ({
    text: say`the file holds no track or route with at least two points`,
  }),
  COURSE_NO_ELEVATION: () => ({
    text: say`the track has no elevation: climbs are taken from the stations' gain and loss`,
  }),
};
