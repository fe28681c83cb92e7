import { expect, it } from 'vitest';
import { distanceOfName } from '../../src/input/results/distance-names.js';

it.each([
  ['5k', 5000],
  ['km 20', 20_000],
  ['Km20', 20_000],
  ['12,5 km', 12_500],
  ['Mile 13.1', 13.1 * 1609.344],
  ['half', 21_097.5],
  ['Marathon', 42_195],
  ['Mill 10k', null],
  ['VP 3', null],
  ['km 5 mi', null],
  ['100M', null],
  ['Halfway', null],
])('a station called %s lies at %s m', (name, atM) => {
  expect(distanceOfName(name)).toBe(atM);
});
