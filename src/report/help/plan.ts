/** `raceplan help plan`: the words of a plan. */
import type { PlanWord } from '../../domain/plan-word.js';
import type { Report, Section } from '../report.js';
import { say, type Text } from '../value.js';

/** @param asked the part of the plan asked for; `null` for all */
export function planHelp(vocabulary: readonly PlanWord[], asked: string | null): Report {
  const parts = vocabulary.filter(({ path, part }) => path === '' && (asked ?? part) === part);
  const singles = parts.filter(({ part }) => !below(vocabulary, part).length);
  const groups = parts.filter((part) => !singles.includes(part));
  return {
    command: 'help',
    title: asked === null ? 'What a plan may say' : `Words of a plan: ${asked}`,
    subtitle:
      asked === null
        ? say`A text file in YAML, race.yaml. Only the name of the race, and how far or how long it is, have to be told; the report says what was taken for the rest.`
        : null,
    sections: [
      ...(singles.length > 0 ? [tableOf('At the top', singles, ({ part }) => part)] : []),
      ...groups.map((part) =>
        tableOf(
          `${part.part}: ${part.isList ? 'a list; ' : ''}${uncapitalized(part.says)}`,
          below(vocabulary, part.part),
          ({ path }) => path,
          part.alone,
        ),
      ),
      ...(asked === null ? [HOW_VALUES_ARE_WRITTEN] : []),
    ],
    verdicts: [],
    data: {},
  };
}

/** Abbreviations stay as they are. */
const uncapitalized = (text: string): string =>
  /^.[A-Z]/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);

const below = (vocabulary: readonly PlanWord[], part: string): PlanWord[] =>
  vocabulary.filter((word) => word.part === part && word.path !== '');

const tableOf = (
  title: string,
  listed: readonly PlanWord[],
  nameOf: (word: PlanWord) => string,
  alone: string | null = null,
): Section => ({
  kind: 'table',
  id: title,
  title,
  columns: [
    { id: 'word', label: 'Word', align: 'left' },
    { id: 'written', label: 'Written like', align: 'left' },
    { id: 'says', label: 'What it says', align: 'left' },
  ],
  rows: listed.map((word) => ({ cells: [[nameOf(word)], [writtenLike(word)], meaningOf(word)] })),
  notes: alone === null ? [] : [[`Or a text alone: ${uncapitalized(alone)}.`]],
});

/** So many ways to write it show how. */
const MOST_WRITTEN = 3;

function writtenLike({ written, isList }: PlanWord): string {
  const shown = written.slice(0, MOST_WRITTEN).join(' | ');
  return isList ? (shown ? `[${shown}]` : '[ … ]') : shown;
}

const meaningOf = ({ says, alone, isRequired }: PlanWord): Text => [
  says +
    (alone === null ? '' : `; or a text alone: ${uncapitalized(alone)}`) +
    (isRequired ? ' (must be there)' : ''),
];

const HOW_VALUES_ARE_WRITTEN: Section = {
  kind: 'list',
  title: 'How values are written',
  tone: 'plain',
  items: [
    [
      'Quantities carry their unit: 62 mi, 100 km, 900 ft, 20 oz, 500 ml, 75 °F, 160 lb; a bare number takes the unit of units:.',
    ],
    [
      'Durations are hours first: 11:45, 11:45:00, 6 h, 90 min, 1h 30m. Paces are minutes first: 11:15 /mi, 7:00 /km.',
    ],
    ['Times of day: 07:00, 2:30 PM, Sun 7:00, 2018-09-09 10:00.'],
    ['Goals are plain words: raceplan help goals.'],
    ['A word that the plan does not know is an error, with the nearest one that it does.'],
    ['raceplan schema prints the same for editors, which then complete and check as you type.'],
  ],
};
