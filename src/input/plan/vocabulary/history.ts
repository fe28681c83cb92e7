/** How a plan writes the past editions of its race. */
import type { UnitSystem } from '../../../kernel/units.js';
import { item } from '../group.js';
import { flag, text, year } from '../leaf.js';
import { quantitiesIn } from '../quantities.js';

/** @param units of bare numbers */
export function edition(units: UnitSystem) {
  const some = quantitiesIn(units);
  return item(
    { file: text().describe('CSV of results or splits, beside the plan') },
    {
      year: year().describe('Else taken from the name of the file'),
      stations: text().describe('CSV of its stations, when they are not those of the plan'),
      high: some.temperature().describe('Highest of that day: heat makes runners fade'),
      comparable: flag().describe('Forces it into averages, or out of them'),
    },
  );
}
