/** How a plan writes what is done and learned before the race. */
import { z } from 'zod';
import type { UnitSystem } from '../../../kernel/units.js';
import { item, keys, list } from '../group.js';
import { flag, text } from '../leaf.js';
import { goal } from '../race-leaf.js';
import { day } from '../time-leaf.js';
import { weaknessPlace } from '../weakness-leaf.js';

export const milestone = () =>
  item(
    { do: text().describe('What to get done') },
    {
      owner: text().describe('Who does it'),
      by: day().describe('Until when'),
      done: flag().describe('Whether it is done'),
      needs: list(text()).describe('What has to be done before: others of these'),
    },
  );

/** @param units of bare numbers */
export const lesson = (units: UnitSystem) =>
  item(
    { lesson: text().describe('What was learned') },
    {
      from: text().describe('The race it was learned at'),
      goal: goal(units).describe(
        'What will show that it was acted on, like a goal: `stops over plan <= 5 min`',
      ),
    },
  );

const PLAN_PATH = 'The plan of an earlier race of yours, or its folder; its log is beside it';

/** One earlier race, or several. */
export const earlierPlans = () => {
  const named = item(
    { plan: text().describe(PLAN_PATH) },
    { log: text().describe('Its log, beside that plan; `splits.csv` when left out') },
  );
  return z.union([
    text().describe(PLAN_PATH),
    named,
    list(z.union([text().describe(PLAN_PATH), named])),
  ]);
};

/** @param units of bare numbers */
export const swotKeys = (units: UnitSystem) =>
  keys({
    strengths: list(text()).describe('What speaks for you'),
    weaknesses: list(z.union([text(), z.record(z.string(), weaknessPlace(units))])).describe(
      'What speaks against you; `lower back: after 60 mi` says where',
    ),
    opportunities: list(text()).describe('What the race offers'),
    threats: list(text()).describe('What may go wrong'),
  });
