import { describe, expect, it } from 'vitest';
import { quantitiesIn } from '../../src/input/plan/quantities.js';

/** What a value written `text` reads as, or the code of what is wrong with it. */
const read = (kind: keyof ReturnType<typeof quantitiesIn>, text: string) => {
  const parsed = quantitiesIn('metric')[kind]().safeParse(text);
  return parsed.success ? parsed.data : 'refused';
};

describe.each(Object.entries(quantitiesIn('imperial')))('%s', (_, quantity) => {
  it('accepts its own example', () => {
    const example = quantity().meta()?.examples as string[];
    expect(quantity().safeParse(example[0]).success).toBe(true);
  });
});

it.each([
  ['raceDistance', '0 km'],
  ['raceDistance', '20000 km'],
  ['distance', '-1 km'],
  ['raceTime', '12'],
  ['stop', '25 h'],
  ['pace', '1:00 /km'],
  ['bodyWeight', '16 lb'],
  ['temperature', '75 °C'],
  ['fade', '15'],
  ['sweatRate', '24 ml'],
  ['carbs', '45 kg'],
  ['sodium', '-1 mg'],
] as const)('no %s is %s', (kind, text) => {
  expect(read(kind, text)).toBe('refused');
});

it('takes either end of a range', () => {
  expect(read('distance', '0 km')).toBe(0);
  expect(read('temperature', '60 °C')).toBe(60);
});
