import { expect, it } from 'vitest';
import { readSource } from '../../src/input/files.js';
import { parsePlan } from '../../src/input/plan.js';
import { tell } from '../../src/render/problems/index.js';

it('tells every mistake of a plan at once, each at its line and column', () => {
  const source = readSource('fixtures/plan/ten-mistakes/race.yaml', 'plan').value!;
  const told = parsePlan(source).diagnostics;
  expect(told.map((d) => `${d.span?.line}:${d.span?.column} ${d.code}`)).toEqual([
    '3:10 BAD_DATE',
    '4:13 UNKNOWN_ZONE',
    '8:3 UNKNOWN_KEY',
    '13:11 STATION_OUT_OF_ORDER',
    '17:15 CUTOFF_BACKWARDS',
    '18:34 STATION_BEYOND_FINISH',
    '20:11 BAD_QUANTITY',
    '23:5 BAD_GOAL',
    '24:17 WEATHER_BACKWARDS',
    '27:26 UNKNOWN_STATION',
  ]);
  expect(told.map(tell).flatMap((s) => (s.help ? [s.help[0]] : []))).toContain('did you mean ');
  expect(told[3]?.related).toEqual([
    { span: { line: 11, column: 11, length: 7 }, label: 'Robinson Flat, listed before it' },
  ]);
});
