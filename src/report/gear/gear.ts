/** What the runner takes where, and what is not known of it. */
import { type Course, type Place, placesOf } from '../../domain/course.js';
import { COLD_C, type GearItem, HOT_C } from '../../domain/gear.js';
import type { Plan } from '../../domain/plan.js';
import type { UnknownNeed } from '../../engine/crew/conditions.js';
import type { GearStop, GearUse } from '../../engine/crew/gear.js';
import { isLampItem } from '../../engine/crew/lamps.js';
import { left } from '../columns.js';
import { moment } from '../moment.js';
import { placeName } from '../place-name.js';
import type { Json, Section } from '../report.js';
import { listText, say, span, type Text, temperature, words } from '../value.js';

/** `Gear`: an item a row, and a row more for each time it is taken again; `null` without any. */
export function gearTable(plan: Plan, course: Course, gear: readonly GearUse[]): Section | null {
  if (gear.length === 0) return null;
  const places = placesOf(course);
  return {
    kind: 'table',
    id: 'gear',
    title: 'Gear',
    columns: [
      left('item', 'Item'),
      left('when', 'When', 1),
      left('take', 'Take'),
      left('giveBack', 'Give back'),
    ],
    rows: gear.flatMap((use) => rowsOf(plan, places, use)),
    notes: notesOf(gear),
  };
}

function rowsOf(plan: Plan, places: readonly Place[], { item, need, carries }: GearUse) {
  const name = say`${words(item.item)}${item.spare ? ' and a spare' : ''}`;
  const lasts = item.lastsS === null ? [] : say`; lasts ${span(item.lastsS)}`;
  const when = say`${item.whenText === null ? 'always' : words(item.whenText)}${lasts}`;
  if (carries.length === 0) {
    const why = need.atFinish
      ? ['have it at the finish']
      : need.laterFromS === null
        ? ['not needed']
        : say`only after ${moment(plan, need.laterFromS)}`;
    return [{ cells: [name, when, why, ['']] }];
  }
  return carries.map(({ take, giveBack }, i) => ({
    cells: [
      i === 0 ? name : [''],
      i === 0 ? when : [''],
      stopText(places, take),
      giveBack ? stopText(places, giveBack) : [need.atFinish ? '' : 'finish'],
    ],
  }));
}

const stopText = (places: readonly Place[], { place, source }: GearStop): Text =>
  source === 'start' ? ['start'] : say`${placeName(places, place)}, ${source}`;

const UNKNOWN: Readonly<Record<UnknownNeed, string>> = {
  sun: 'when it is dark is not known: race needs start, timezone and location',
  weather: 'no temperature is known: weather needs high, race needs start',
  low: 'weather gives no low',
  elevations: 'the course has no elevations',
  place: 'no station is called so',
  words: 'these words are not understood',
};

/** Gear whose `when` is printed as it is written; none where all is understood. */
export function unreadGear(gear: readonly GearItem[]): Text[] {
  const unread = gear.filter(({ when }) => when.kind === 'unread');
  return unread.length === 0
    ? []
    : [
        ...unread.map(
          ({ item, whenText }) =>
            say`${words(item)}, ${words(whenText)}: ${UNKNOWN.words}. So all the way.`,
        ),
        KNOWN_WORDS,
      ];
}

/** The grammar of `when`, as a plan may write it. */
const KNOWN_WORDS = say`Understood: dark, hot (from ${temperature(HOT_C)}), cold (up to ${temperature(COLD_C)}), rain, altitude > 2500 m, after 8 h, at and a station.`;

function notesOf(gear: readonly GearUse[]): Text[] {
  const unknown = gear.filter(({ need }) => need.unknown !== null);
  const isAgainFromCrew = gear.some(
    ({ item, carries }) =>
      item.lastsS !== null && carries.slice(1).some(({ take }) => take.source === 'crew'),
  );
  return [
    ...unknown.map(
      ({ item, need }) =>
        say`${words(item.item)}, ${words(item.whenText)}: ${UNKNOWN[need.unknown!]}. So all the way.`,
    ),
    ...(unknown.some(({ need }) => need.unknown === 'words') ? [KNOWN_WORDS] : []),
    ...(gear.some(({ item }) => item.when.kind === 'rain') ? [['Rain may come at any time.']] : []),
    ...(isAgainFromCrew
      ? [['The crew puts fresh batteries in before handing a lamp out again.']]
      : []),
    ...(gear.some(({ carries }) => carries.some(({ take }) => take.place > 0))
      ? [['Taken at the last place that even a late runner leaves before it may be needed.']]
      : []),
  ];
}

/** ` Take it at the start and at Camp Ten Bear (2nd).`, of the lamps; empty without any. */
export function lampStops(course: Course, gear: readonly GearUse[]): Text {
  const places = placesOf(course);
  const taken = gear
    .filter(({ item }) => isLampItem(item))
    .flatMap(({ carries }) => carries.map(({ take }) => take.place));
  const stops = [...new Set(taken)]
    .sort((a, b) => a - b)
    .map((place) => (place === 0 ? ['at the start'] : say`at ${placeName(places, place)}`));
  return stops.length === 0 ? [] : say`. Take it ${listText(stops)}`;
}

export const gearJson = (course: Course, gear: readonly GearUse[]): Json => {
  const places = placesOf(course);
  const stopJson = ({ place, source }: GearStop) => ({
    at: places[place]!.name,
    atM: places[place]!.atM,
    source,
  });
  return gear.map(({ item, need, carries }) => ({
    item: item.item,
    when: item.whenText,
    spare: item.spare,
    lastsS: item.lastsS,
    neededS: need.spans.map((span) => ({ ...span })),
    unknown: need.unknown,
    carries: carries.map(({ take, giveBack }) => ({
      take: stopJson(take),
      giveBack: giveBack && stopJson(giveBack),
    })),
  }));
};
