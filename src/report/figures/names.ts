/** What places are called in a sentence about all of them. */
import { stationKey } from '../../kernel/station-name.js';
import { distance, say, type Text, words } from '../value.js';

export interface Named {
  name: string;
  /** Distance from the start, metres. */
  atM: number;
}

/** `Blackwell`; where several have the name, `Asaph (10.8 mi)`. */
export function nameAmong(all: readonly Named[], { name, atM }: Named): Text {
  const key = stationKey(name);
  return all.filter((one) => stationKey(one.name) === key).length > 1
    ? say`${words(name)} (${distance(atM)})`
    : [words(name)];
}
