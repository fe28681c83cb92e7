/** How a plan writes what is done and learned before the race. */
import { item, keys, list } from '../group.js';
import { flag, text } from '../leaf.js';
import { day } from '../time-leaf.js';

export const milestone = () =>
  item(
    { do: text().describe('What to get done') },
    {
      owner: text().describe('Who does it'),
      by: day().describe('Until when'),
      done: flag().describe('Whether it is done'),
    },
  );

export const lesson = () =>
  item(
    { lesson: text().describe('What was learned') },
    { from: text().describe('The race it was learned at') },
  );

export const swotKeys = () =>
  keys({
    strengths: list(text()).describe('What speaks for you'),
    weaknesses: list(text()).describe('What speaks against you'),
    opportunities: list(text()).describe('What the race offers'),
    threats: list(text()).describe('What may go wrong'),
  });
