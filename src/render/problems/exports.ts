import type { ExportFormat, ExportsProblemArgs } from '../../domain/problems/exports.js';
import { say, words } from '../../report/value.js';
import type { Sentences } from './sentence.js';

const TAKES: Readonly<Record<ExportFormat, string>> = {
  ics: 'a calendar holds one race',
  gpx: 'a watch takes one course',
  csv: 'a CSV file is one table',
};

const ONE: Readonly<Record<ExportsProblemArgs['EXPORT_OF_SEVERAL']['several'], string>> = {
  targets: 'ask for one target at a time',
  stages: 'name the plan of one stage',
  logs: 'name one log at a time',
};

export const exportsSentences: Sentences<ExportsProblemArgs> = {
  CALENDAR_WITHOUT_TIME: ({ lacks }) =>
    lacks === 'start'
      ? {
          text: say`a calendar needs the day and the time of the start, and the plan has none`,
          help: say`add start: 2024-05-04 06:00 to race, and timezone`,
        }
      : {
          text: say`a calendar needs the time zone of the race, and the plan has none`,
          help: say`add timezone: Europe/Berlin to race`,
        },
  CALENDAR_EMPTY: ({ name, isOver }) => {
    const whose = name === null ? [] : say` for ${words(name)}`;
    return isOver
      ? {
          text: say`the calendar would be empty: nothing lies ahead${whose} any more`,
          help: say`raceplan build and raceplan crew without a log have what was planned`,
        }
      : {
          text: say`the calendar would be empty: there is nowhere to be${whose}`,
          help: say`say in the plan where crew may come (crew: true), and who waits where`,
        };
  },
  TRACK_WITHOUT_COURSE: () => ({
    text: say`a watch needs the course on the ground, and the plan names no file of it`,
    help: say`add gpx: course.gpx to course in the plan (GPX, TCX, FIT or KML)`,
  }),
  EXPORT_OF_SEVERAL: ({ format, several }) => ({
    text: say`${TAKES[format]}, and here are several ${several}`,
    help: say`${ONE[several]}`,
  }),
};
