/** Drop bags: one block each, to be cut out and put on the bag. */
import type { Plan } from '../../domain/plan.js';
import type { DropBag } from '../../engine/crew/crew-sheet.js';
import { servedText } from '../fuel/portion.js';
import type { BlockSection, Page } from '../report.js';
import { say, type Text, words } from '../value.js';
import { gearTexts, pointTitle, standingOrders } from './words.js';

/** Whether anything goes into it, or is left in it. */
export const isUsed = ({ supplies, take, leave }: DropBag): boolean =>
  supplies.length + take.length + leave.length > 0;

export const bagsPage = (plan: Plan, bags: readonly DropBag[]): Page => ({
  title: ['Drop bags'],
  subtitle: [words(plan.race.name)],
  sections: [...bags.map((bag) => bagBlock(plan, bag)), standingOrders(plan)],
});

/** `Runner, bib 23`. */
const runnerText = ({ athlete: { name, bib } }: Plan): Text =>
  say`${words(name ?? 'Runner')}${bib === null ? [] : say`, bib ${words(bib)}`}`;

const bagBlock = (plan: Plan, { point, supplies, take, leave }: DropBag): BlockSection => {
  const contents = [...supplies.map(servedText), ...gearTexts(take)];
  return {
    kind: 'block',
    title: say`${runnerText(plan)}: ${pointTitle(point)}`,
    lines: [
      { label: 'Race', items: [[words(plan.race.name)]] },
      ...(contents.length > 0 ? [{ label: 'In it', items: contents }] : []),
      ...(leave.length > 0 ? [{ label: 'Left in it', items: gearTexts(leave) }] : []),
    ],
  };
};
