import { describe, expect, it } from 'vitest';
import { buildCourse } from '../../src/engine/course/course.js';
import { parsePlan } from '../../src/input/plan.js';

const H = 3600;

/** Six laps of 10 km from 06:00. */
function courseOf(stations: string, laps = 'laps: 6') {
  const { value, diagnostics } = parsePlan({
    file: 'race.yaml',
    text: `race: { name: Six, start: 2024-06-15 06:00, timezone: Europe/Paris, cutoff: 14 h }
course:
  distance: 60 km
  ${laps}
  stations: ${stations}
goals: [finish, under 12h]
`,
  });
  if (!value || diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics));
  return buildCourse(value, null);
}

const closings = (stations: string) =>
  courseOf(stations).value?.legs.map(({ to }) => to.cutoffS && to.cutoffS / H);

describe('a station passed every lap', () => {
  it('closes on each lap when its list says', () => {
    expect(
      closings('[{ name: Mill, at: 5 km, cutoffs: [2 h, none, "12:00", 8 h, none, 12 h] }]'),
    ).toEqual([2, null, null, null, 6, null, 8, null, null, null, 12, 14]);
  });

  it('where laps begin, closes at the end of each but the last, which is the race’s', () => {
    expect(closings('[{ name: Start, at: 0 km, cutoffs: [2 h, 4 h, 6 h, 8 h, "16:00"] }]')).toEqual(
      [2, 4, 6, 8, 10, 14],
    );
  });

  it.each([
    ['[{ name: Mill, at: 5 km, cutoff: 2 h }]', 'CUTOFF_OF_WHICH_LAP'],
    ['[{ name: Mill, at: 5 km, cutoffs: [2 h, 4 h] }]', 'CUTOFFS_NOT_ONE_A_LAP'],
  ])('with %s is refused: %s', (stations, code) => {
    const { value, diagnostics } = courseOf(stations);
    expect(value).toBeNull();
    expect(diagnostics).toMatchObject([{ code, severity: 'error', args: { visits: 6 } }]);
    expect(diagnostics[0]?.span?.line).toBe(5);
  });
});

it('a visit written on its own row has its own cutoff', () => {
  expect(
    closings('[{ name: Mill, at: 5 km, cutoff: 2 h }, { name: Mill, at: 15 km, cutoff: 4 h }]'),
  ).toEqual([2, 4, 14]);
});

it('a list of cutoffs where there are no laps is refused', () => {
  const { diagnostics } = courseOf('[{ name: Mill, at: 5 km, cutoffs: [2 h] }]', 'gain: 10 m');
  expect(diagnostics).toMatchObject([{ code: 'CUTOFFS_WITHOUT_LAPS' }]);
});
