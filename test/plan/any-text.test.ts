import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readSource } from '../../src/input/files.js';
import { parsePlan } from '../../src/input/plan.js';

const whole = readSource('fixtures/plan/whole-vocabulary/race.yaml', 'plan').value!.text;

/** A plan after an accident: some of it cut out, something else put there. */
const damaged = fc
  .tuple(
    fc.nat(whole.length),
    fc.nat(40),
    fc.oneof(fc.string(), fc.constantFrom('\n', ': ', '- ', '{', ']', '"', '*', '&a ', '\t', '~')),
  )
  .map(([from, length, put]) => whole.slice(0, from) + put + whole.slice(from + length));

it('never throws, whatever happens to a plan, and points into the text', () => {
  fc.assert(
    fc.property(fc.oneof(damaged, fc.string()), (text) => {
      const lines = text.split('\n');
      for (const { span, related } of parsePlan({ file: 'race.yaml', text }).diagnostics) {
        for (const { line, column } of [span!, ...related.map((r) => r.span)]) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(lines.length);
          expect(column).toBeGreaterThanOrEqual(1);
          expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1);
        }
      }
    }),
    { numRuns: 200 },
  );
});

/** Names that every object of JavaScript answers to. */
it.each(['constructor', '__proto__', 'toString'])(
  'takes "%s" for a word like any other',
  (word) => {
    const text = `
race: { name: A race, ${word}: 1 }
course:
  distance: 100 km
  gain: 900 ${word}
  stations:
    - { name: ${word}, at: 20 km, crew: ${word}, stop: 3 ${word} }
athlete: { sex: ${word} }
goals: [under 12h, ${word}]
${word}: 1
`;
    const { diagnostics } = parsePlan({ file: 'race.yaml', text });
    expect(diagnostics.map(({ code }) => code)).toEqual([
      'UNKNOWN_KEY',
      'BAD_QUANTITY',
      'BAD_CHOICE',
      'BAD_QUANTITY',
      'BAD_CHOICE',
      'BAD_GOAL',
      'UNKNOWN_KEY',
    ]);
  },
);
