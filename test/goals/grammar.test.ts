import { describe, expect, it } from 'vitest';
import { parseGoal } from '../../src/domain/goal-grammar.js';

describe('the goal grammar', () => {
  it.each([
    ['under 12h', { kind: 'time', targetS: 43_200 }],
    ['Sub-12', { kind: 'time', targetS: 43_200 }],
    ['sub 24', { kind: 'time', targetS: 86_400 }],
    ['below 11:45', { kind: 'time', targetS: 42_300 }],
    ['under 3h30', { kind: 'time', targetS: 12_600 }],
    ['top 10', { kind: 'place', field: 'overall', top: 10 }],
    ['WIN', { kind: 'place', field: 'overall', top: 1 }],
    ['podium', { kind: 'place', field: 'overall', top: 3 }],
    ['age group win', { kind: 'place', field: 'ageGroup', top: 1 }],
    ['women podium', { kind: 'place', field: 'women', top: 3 }],
    ['men top 5', { kind: 'place', field: 'men', top: 5 }],
    ['gender win', { kind: 'place', field: 'gender', top: 1 }],
    ['finish', { kind: 'finish' }],
    ['at least 100 km', { kind: 'distance', targetM: 100_000 }],
    ['carbs >= 40 g/h', { kind: 'kpi', metric: 'carbsPerHour', bounds: { min: 40, max: null } }],
    [
      'aid station time <= 45 min',
      { kind: 'kpi', metric: 'aidStationTime', bounds: { min: null, max: 2700 } },
    ],
    [
      'carbs between 40 and 60 g/h',
      { kind: 'kpi', metric: 'carbsPerHour', bounds: { min: 40, max: 60 } },
    ],
    ['fluid ≥ 500 ml/h', { kind: 'kpi', metric: 'fluidPerHour', bounds: { min: 500, max: null } }],
    ['fade <= 15%', { kind: 'kpi', metric: 'fade', bounds: { min: null, max: 0.15 } }],
    [
      'average pace <= 7:00 /km',
      { kind: 'kpi', metric: 'averagePace', bounds: { min: null, max: 420 } },
    ],
  ])('reads "%s"', (text, target) => {
    expect(parseGoal(text, 'metric')).toEqual(target);
  });

  it.each([
    ['be happy', 'unknown form'],
    ['under noon', 'bad duration'],
    ['top 0', 'unknown form'],
    ['crabs >= 40 g/h', 'unknown metric'],
    ['carbs >= lots', 'bad quantity'],
    ['carbs between 60 and 40 g/h', 'empty range'],
    ['at least far', 'bad quantity'],
    ['under 9999999999h', 'beyond sense'],
    [`under ${'9'.repeat(310)}h`, 'bad duration'],
    [`sub-${'9'.repeat(400)}`, 'beyond sense'],
    ['under 1 s', 'beyond sense'],
    ['at least 1e400 km', 'bad quantity'],
    [`at least ${'9'.repeat(400)} km`, 'bad quantity'],
    ['at least 99999999 km', 'beyond sense'],
    ['top 99999999999', 'beyond sense'],
    [`women top ${'9'.repeat(400)}`, 'beyond sense'],
    ['average pace <= 0:01 /km', 'beyond sense'],
    ['average pace <= 99999999:00 /km', 'beyond sense'],
    ['carbs >= 99999999999999999 g/h', 'beyond sense'],
    ['fade <= 100000%', 'beyond sense'],
    ['fluid between 1 ml and 999999999 ml', 'beyond sense'],
    ['aid station time <= 45:00', 'minutes or hours'],
    ['stops over plan <= 2:30', 'minutes or hours'],
  ])('refuses "%s": %s', (text, why) => {
    expect(parseGoal(text, 'metric')).toBe(why);
  });
});
