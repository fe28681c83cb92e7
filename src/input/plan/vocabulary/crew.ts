/** How a plan writes the crew, the gear, and what to do when it goes another way. */
import { z } from 'zod';
import type { UnitSystem } from '../../../kernel/units.js';
import { condition } from '../condition-leaf.js';
import { item, keys, list } from '../group.js';
import { flag, text } from '../leaf.js';
import { quantitiesIn } from '../quantities.js';
import { trigger } from '../trigger-leaf.js';

/** @param units of bare numbers */
export function crewKeys(units: UnitSystem) {
  const some = quantitiesIn(units);
  const crewMember = item(
    { name: text().describe('Name') },
    {
      role: text().describe('crew, pacer, driver …'),
      at: list(text()).describe(
        'The stations where they wait: every visit, or one (`Camp Ten Bear 2nd visit`)',
      ),
    },
  );
  const drive = item(
    {
      from: text().describe('Station'),
      to: text().describe('Station'),
      takes: some
        .stop()
        .describe('How long; the same back, unless that is listed too')
        .meta({ examples: ['30 min'] }),
    },
    {},
  );
  return keys({
    chief: text().describe('Who decides'),
    people: list(crewMember).describe('Who is where'),
    do: list(text()).describe('What to do at every stop'),
    ask: list(text()).describe('What to ask at every stop'),
    check: list(text()).describe('What to look at, at every stop'),
    drives: list(drive).describe('How long the crew drives from place to place'),
    emergency: text().describe('Whom to call, and what to do'),
    stop_if: list(text()).describe('When it is not safe to go on'),
  }).describe('The crew');
}

/** @param units of bare numbers */
export const gearItem = (units: UnitSystem) =>
  item(
    { item: text().describe('What to carry') },
    {
      when: z
        .union([
          condition(units).describe(
            '`dark`, `cold`, `hot`, `rain`, `altitude > 2500 m`, `after 8 h`',
          ),
          keys({ at: text().describe('Station from which it is needed') }),
        ])
        .describe('When it is needed; always when left out'),
      spare: flag().describe('Carry a second one'),
      lasts: quantitiesIn(units).battery().describe('How long its battery lasts'),
    },
  );

export const contingency = () =>
  item(
    // biome-ignore lint/suspicious/noThenProperty: the plan's own word, on nothing that is awaited
    { if: trigger().describe('What may happen'), then: text().describe('What to do about it') },
    {},
  );
