/** What notes on the way say of gear and of weaknesses that the plan knows: quoted, and no more is claimed. */
import { type Place, placesOf } from '../../domain/course.js';
import type { GearItem } from '../../domain/gear.js';
import { productKey } from '../../domain/nutrition.js';
import type { Weakness } from '../../domain/preparation.js';
import { isLamp, isLampItem } from '../crew/lamps.js';
import type { RaceRun } from './race-run.js';

export interface NoteAt {
  place: Place;
  note: string;
}

export const notesOf = ({ course, log }: RaceRun): NoteAt[] => {
  const places = placesOf(course);
  return log.visits.flatMap(({ place, notes }) => {
    const at = places[place];
    return notes && at ? [{ place: at, note: notes }] : [];
  });
};

/** What gear does that it should not. */
const FAILED =
  /\b(?:dead|die[ds]?|dying|broke\w*|fail\w*|lost|losing|missing|forg[eo]t\w*|empty|leak\w*|wet|soaked|torn|ripped|flat)\b/i;

/** A clause is as far as a word of failure reaches. */
const clausesOf = (note: string): string[] => note.split(/[,;.]|\b(?:and|but)\b/i);

/** The things an item is of, each by its last word: `dry shirt and socks` is a shirt, and socks. */
export const nounsOf = (item: string): string[] =>
  item.split(/[,;/&+()]|\b(?:and|with|plus)\b/i).flatMap((thing) => {
    const last = productKey(thing).split(' ').at(-1);
    return last ? [last] : [];
  });

const saysWord = (text: string, word: string): boolean =>
  ` ${productKey(text)} `.includes(` ${word} `);

/** The first note that names the item together with a word of failure. */
export function noteOfFailure(item: GearItem, notes: readonly NoteAt[]): NoteAt | null {
  const names = (clause: string) =>
    nounsOf(item.item).some((noun) => saysWord(clause, noun)) ||
    (isLampItem(item) && isLamp(clause));
  const told = ({ note }: NoteAt) =>
    clausesOf(note).some((clause) => FAILED.test(clause) && names(clause));
  return notes.find(told) ?? null;
}

/** The first note in which a weakness is called by its name. */
export const noteOfWeakness = ({ text }: Weakness, notes: readonly NoteAt[]): NoteAt | null =>
  notes.find(({ note }) => saysWord(note, productKey(text))) ?? null;
