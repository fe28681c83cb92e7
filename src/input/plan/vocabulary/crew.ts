/** How a plan writes the crew, the gear, and what to do when it goes another way. */
import { item, keys, list } from '../group.js';
import { flag, text } from '../leaf.js';

export function crewKeys() {
  const crewMember = item(
    { name: text().describe('Name') },
    {
      role: text().describe('crew, pacer, driver …'),
      at: list(text()).describe('The stations where they wait'),
    },
  );
  return keys({
    chief: text().describe('Who decides'),
    people: list(crewMember).describe('Who is where'),
    do: list(text()).describe('What to do at every stop'),
    stop_if: list(text()).describe('When it is not safe to go on'),
  }).describe('The crew');
}

export const gearItem = () =>
  item(
    { item: text().describe('What to carry') },
    { when: text().describe('`dark`, `rain` …'), spare: flag().describe('Carry a second one') },
  );

export const contingency = () =>
  item(
    // biome-ignore lint/suspicious/noThenProperty: the plan's own word, on nothing that is awaited
    { if: text().describe('What may happen'), then: text().describe('What to do about it') },
    {},
  );
