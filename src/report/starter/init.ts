/** `raceplan init`: what was written, what was taken for granted, and what comes next. */
import type { Report, Section } from '../report.js';
import { count, distance, say, span, type Text, words } from '../value.js';
import type { Starter } from './starter.js';

export interface InitInput {
  starter: Starter;
  planFile: string;
  logFile: string;
  /** Places of the log. */
  rows: number;
  /** As the commands name the plan; `null`: where they look by themselves. */
  folder: string | null;
  /** What to write the crew's pages to, for the printer. */
  crewFile: string;
  /** Nobody told the distance: it only stands for one. */
  isExample: boolean;
  /** The zone is the one of this computer. */
  isZoneTaken: boolean;
}

export function initReport(input: InitInput): Report {
  const { starter, planFile, logFile, rows, folder, crewFile } = input;
  const plan = folder === null ? '' : ` ${folder}`;
  const next: readonly (readonly [command: string, what: string])[] = [
    [`raceplan check${plan}`, 'what is understood, and what is left to defaults'],
    [`raceplan build${plan}`, 'goals, pace chart, fuel'],
    [`raceplan crew${plan} -o ${crewFile}`, 'the pages of the crew, to be printed'],
  ];
  return {
    command: 'init',
    title: starter.name,
    subtitle: null,
    sections: [
      labelled('Written', [
        [planFile, say`the plan, to be gone through`],
        [
          logFile,
          say`the log, ${count(rows)} rows, to be filled in on the day, for raceplan analyze`,
        ],
      ]),
      { kind: 'list', title: 'Taken for granted', tone: 'plain', items: taken(input) },
      labelled(
        'Next',
        next.map(([command, what]) => [command, say`${what}`]),
      ),
    ],
    verdicts: [],
    data: { planFile, logFile, next: next.map(([command]) => command) },
  };
}

/** Longer labels would be broken, and then not be what they are any more. */
const LONGEST_LABEL = 36;

/** Paths and commands, to be copied as they stand. */
const labelled = (
  title: string,
  rows: readonly (readonly [label: string, text: Text])[],
): Section =>
  rows.every(([label]) => label.length <= LONGEST_LABEL)
    ? { kind: 'facts', title, facts: rows.map(([label, text]) => ({ label, text })) }
    : {
        kind: 'list',
        title,
        tone: 'plain',
        items: rows.map(([label, text]) => say`${words(label)}: ${text}`),
      };

/** A path as one word of a command line. */
export const quoted = (path: string): string =>
  /^[\p{L}\p{N}_./\\:-]+$/u.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`;

function taken({ starter, isExample, isZoneTaken }: InitInput): Text[] {
  const { distanceM, distanceWritten, trackFile, stations, unplaced, laps, start, zone } = starter;
  const items: Text[] = [];
  if (isExample) {
    items.push(say`The race: ${distance(distanceM)} with one station only stand for yours.`);
  } else if (distanceWritten === null) {
    const by = trackFile === null ? 'the stations tell' : 'the track measures';
    items.push(say`The distance is as ${by}: ${distance(distanceM)}.`);
  }
  if (laps > 1) items.push(say`The track is of one lap, run ${count(laps)} times.`);
  if (unplaced.length > 0) {
    const are = unplaced.length === 1 ? 'station of the splits is' : 'stations of the splits are';
    items.push(
      say`${count(unplaced.length)} ${are} in the plan as a comment: nothing tells the distance.`,
    );
  } else if (stations.length === 0) {
    items.push(say`No station is known: the plan shows how to put them in.`);
  }
  if (starter.targetFrom === 'past editions') {
    items.push(say`The time, ${span(starter.targetS)}, is that of the middle finisher.`);
  } else if (starter.targetFrom === 'nobody') {
    items.push(
      say`The time, ${span(starter.targetS)}, only stands for yours: guessed by distance and climb.`,
    );
  }
  if (start === null) items.push(say`No start: no times of day, no sun.`);
  else if (isZoneTaken) items.push(say`The time zone is that of this computer: ${words(zone)}.`);
  items.push(
    say`No past races: how likely the time is stays unknown until some stand under athlete, and --strict ends with status 1 for it.`,
  );
  return items;
}
