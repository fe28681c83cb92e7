/** What there is to say of every problem, without its particulars: by what it is about. */
import type { ProblemArgs } from '../../domain/problems/problem.js';
import type { Abouts } from './about.js';
import { ABOUT_ACTIVITY } from './activity.js';
import { ABOUT_COURSE } from './course.js';
import { ABOUT_EXPORTS } from './exports.js';
import { ABOUT_LESSONS } from './lessons.js';
import { ABOUT_LOG } from './log.js';
import { ABOUT_PLAN } from './plan.js';
import { ABOUT_RACE_FORMAT } from './race-format.js';
import { ABOUT_RESULTS } from './results.js';
import { ABOUT_RUNNERS } from './runners.js';
import { ABOUT_TRAINING } from './training.js';
import { ABOUT_USAGE } from './usage.js';

/** The kinds of problems, in the order of `help errors`. */
export const PROBLEM_KINDS = {
  usage: { title: 'The command line, and files as such', about: ABOUT_USAGE },
  exports: { title: 'Calendars, watches, spreadsheets', about: ABOUT_EXPORTS },
  plan: { title: 'The plan', about: ABOUT_PLAN },
  formats: { title: 'Timed events, loops, backyards, stages', about: ABOUT_RACE_FORMAT },
  course: { title: 'The course', about: ABOUT_COURSE },
  logs: { title: 'Logs and other tables', about: ABOUT_LOG },
  activities: { title: 'Recordings of a watch', about: ABOUT_ACTIVITY },
  results: { title: 'Results and past races', about: ABOUT_RESULTS },
  runners: { title: 'Files of many runners', about: ABOUT_RUNNERS },
  training: { title: 'Training', about: ABOUT_TRAINING },
  lessons: { title: 'Lessons and earlier races', about: ABOUT_LESSONS },
} as const;

export type ProblemKind = keyof typeof PROBLEM_KINDS;

/** Every code once: a new one does not compile without being told of here. */
export const ABOUT: Abouts<ProblemArgs> = {
  ...ABOUT_USAGE,
  ...ABOUT_EXPORTS,
  ...ABOUT_PLAN,
  ...ABOUT_RACE_FORMAT,
  ...ABOUT_COURSE,
  ...ABOUT_LOG,
  ...ABOUT_ACTIVITY,
  ...ABOUT_RESULTS,
  ...ABOUT_RUNNERS,
  ...ABOUT_TRAINING,
  ...ABOUT_LESSONS,
};
