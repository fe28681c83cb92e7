import type { UsageProblemArgs } from '../../domain/problems/usage.js';
import type { Abouts } from './about.js';

export const ABOUT_USAGE: Abouts<UsageProblemArgs> = {
  WRONG_TABLE: [
    'A table holds something else than is wanted, by its columns.',
    'Use the command that the message names, or name another file.',
  ],
  WRONG_KIND: [
    'A file is something else than is wanted of it.',
    'Use the command that the message names, or export the file as it says.',
  ],
  MORE_ALIKE: ['Of many problems of one kind the first are told, these are the rest.', null],
  FILE_NOT_FOUND: [
    'There is no such file.',
    'Correct the path; it counts from this folder, in a plan from the plan.',
  ],
  FILE_UNREADABLE: [
    'A file cannot be read, with why.',
    'Mend what it says, such as its permissions.',
  ],
  FILE_NOT_WRITTEN: ['A file cannot be written, with why.', 'Name another file or folder.'],
  TOO_LONG: ['An argument, a word or a line is longer than anyone means.', 'Name the right file.'],
  OUTPUT_IS_INPUT: [
    'A file to be written is read in the same run, and is never written over.',
    'Name another file to write to.',
  ],
  OUTPUT_HOLDS_WORK: [
    'A file to be written holds what people write: a plan, a course, a table or a calendar.',
    'Name another file, or add --force.',
  ],
  OUTPUTS_SAME: ['Two options write to one file.', 'Name two files.'],
  FILES_THERE: [
    'Files that init would write are there already.',
    'Name another folder, or add --force.',
  ],
  NOT_ANSWERED: [
    'A question of init was not answered, and nothing was written.',
    'Answer, or say it with options; without a terminal nothing is asked.',
  ],
  STARTER_NO_DISTANCE: [
    'The file that init begins with does not tell how long the race is.',
    'Add it, as in --distance 100k.',
  ],
  WAYPOINTS_LEFT_OUT: ['Waypoints of a course are not taken for stations, with why.', null],
  TURNS_LEFT_OUT: ['Waypoints that only tell where to turn are no stations.', null],
  PLAN_NOT_FOUND: [
    'There is no plan in the folders looked into.',
    'Name it race.yaml, or say where it is: --plan FILE; raceplan init writes one.',
  ],
  UNKNOWN_COMMAND: [
    'The first word is no command.',
    'raceplan --help lists them; a file comes after the command.',
  ],
  UNKNOWN_TOPIC: ['There is no help on that word.', 'raceplan help lists what there is.'],
  BAD_ARGUMENT: [
    'An option has a value that it does not take.',
    'The message says what it takes; so does --help after the command.',
  ],
  ASKED_TOGETHER: ['Two options make no sense together.', 'Ask for one of them at a time.'],
  UNKNOWN_PERSON: [
    'Nobody of the crew is called so.',
    'Write the name as the plan has it, or add it to the people of crew.',
  ],
  UNKNOWN_EXTENSION: [
    'The extension of the file to write names no format that the command has.',
    'Add --format, or name the file with another extension.',
  ],
  NO_HISTORY: [
    'The plan names no past editions, and the command needs some.',
    'Add history: [results-2017.csv] to the plan, or name the files.',
  ],
};
