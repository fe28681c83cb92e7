import type { LessonsProblemArgs } from '../../domain/problems/lessons.js';
import type { Abouts } from './about.js';

export const ABOUT_LESSONS: Abouts<LessonsProblemArgs> = {
  FROM_NOT_EARLIER: [
    'A race under from: was not before this one, so nothing can be learned from it.',
    'Name a race that was run before, or correct its start.',
  ],
  EARLIER_STOPS: [
    'The plan names no stops: the median of those of an earlier race is taken.',
    'Add stops: { default: 3 min } to have your own.',
  ],
  EARLIER_FADE: [
    'The plan names no fade: your own of an earlier race is taken.',
    'Add pacing: { fade: 15% } to have your own.',
  ],
  EARLIER_PAST: ['An earlier race counts among the past ones of the athlete.', null],
  LESSONS_NOT_ADDED: [
    'A file holds something to which lessons cannot be added without changing what is there.',
    'Name another file, or paste the lessons that are printed.',
  ],
  LESSONS_ADDED: ['How many lessons were added to a file, and how many it had.', null],
  COMPARE_COUNT: [
    'Races are compared two to four at a time.',
    'Name their plans or folders, or one table of many runners and --bib 12,40.',
  ],
};
