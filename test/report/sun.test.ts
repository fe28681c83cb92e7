import { expect, it } from 'vitest';
import { computeSun } from '../../src/engine/course/daylight.js';
import { renderText } from '../../src/render/values.js';
import { raceFacts } from '../../src/report/race-facts.js';
import { flatFifty } from '../support/race.js';

const H = 3600;
const LONGYEARBYEN = { lat: 78.2, lon: 15.6 };

const sunOn = (start: string): string => {
  const { plan, course, pace } = flatFifty();
  const startAt = Date.parse(start);
  const dated = { ...plan, race: { ...plan.race, startAt } };
  const sun = computeSun(LONGYEARBYEN, startAt, 'UTC', 6 * H);
  const fact = raceFacts(dated, course, pace, sun).facts.find(({ label }) => label === 'Sun');
  return renderText(fact?.text ?? [], { units: 'metric' });
};

it.each([
  ['2024-06-20T18:00Z', 'does not go down; no lamp needed'],
  ['2024-12-20T08:00Z', 'does not come up'],
])('in the far north the sun of %s %s', (start, told) => {
  expect(sunOn(start)).toBe(told);
});
