import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCourse } from '../../src/engine/course/course.js';
import { parsePlan } from '../../src/input/plan.js';
import { hasErrors } from '../../src/kernel/diagnostic.js';
import { writeStarterPlan } from '../../src/render/starter/plan.js';
import { starterBlocks } from '../../src/report/starter/blocks.js';
import type { Starter, StarterStation } from '../../src/report/starter/starter.js';

const UNKNOWN = { gainM: null, lossM: null, elevationM: null, cutoffS: null };

const station = (name: string, atM: number): StarterStation => ({
  ...UNKNOWN,
  name,
  atM,
  crew: null,
});

const STARTER: Starter = {
  name: 'Ridge 50',
  units: 'metric',
  start: null,
  zone: null,
  distanceM: 50_000,
  distanceWritten: null,
  laps: 1,
  trackFile: null,
  hasClimb: false,
  historyFile: null,
  stations: [],
  totals: UNKNOWN,
  unplaced: [],
  targetS: 7 * 3600,
  targetWritten: null,
  targetFrom: 'nobody',
};

const write = (starter: Starter) => writeStarterPlan(starterBlocks(starter), starter.units);
const read = (text: string) => parsePlan({ file: 'race.yaml', text });

/** The plan with all that is commented out taken in; lines of prose stay. */
const takenIn = (text: string): string => {
  // prose begins with a capital letter and holds no key, or ends like a sentence
  const isProse = (line: string) => /^# [A-Z].*[.]$|^# (?:chances|[a-z ,:]+\.$)/.test(line);
  return text
    .split('\n')
    .map((line) => (isProse(line) ? line : line.replace(/^(\s*)# (?=\s*(?:-|[a-z_]+:))/, '$1')))
    .join('\n');
};

/** Names as they come from files: on one line, with all that YAML could stumble over. */
const anyName = fc
  .oneof(
    fc.constantFrom(
      ...[
        ': #',
        '- a',
        '"',
        "it's",
        '<script>alert(1)</script>',
        '# no comment',
        '{ a: b }',
        '[x]',
      ],
      ...['null', '~', 'true', '12', '1e3', '&a', '*a', '!tag', '%YAML', '@', '`', '|', '>', '? x'],
      ...['a: b', 'a #b', '---', '...', '2030-01-01', '5:30', 'Hütte «Süd»', '山小屋', '\\n'],
    ),
    fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' }),
    fc.string({ minLength: 1, maxLength: 30 }),
  )
  .map((name) => name.replace(/\s+/g, ' ').trim())
  .filter((name) => name !== '');

/** Stations at least as far from each other as those of a track. */
const anyStations = fc
  .array(fc.record({ name: anyName, gapM: fc.double({ min: 200, max: 20_000, noNaN: true }) }), {
    maxLength: 12,
  })
  .map((drawn) => {
    let atM = 300;
    return drawn.map(({ name, gapM }) => {
      atM += gapM;
      return station(name, atM);
    });
  });

const anyStarter = fc
  .record({
    name: anyName,
    stations: anyStations,
    unplaced: fc.array(anyName, { maxLength: 4 }),
    units: fc.constantFrom('metric' as const, 'imperial' as const),
    zone: fc.constantFrom(null, 'Europe/Vienna'),
    start: fc.constantFrom(null, '2030-06-29 05:00'),
    historyFile: fc.option(anyName, { nil: null }),
    lastM: fc.double({ min: 1000, max: 20_000, noNaN: true }),
    targetS: fc.integer({ min: 8, max: 200 }).map((quarters) => quarters * 4 * 900),
  })
  .map(({ lastM, ...drawn }): Starter => {
    const distanceM = (drawn.stations.at(-1)?.atM ?? 1000) + lastM;
    return { ...STARTER, ...drawn, distanceM };
  });

describe('a starter plan', () => {
  it('is a plan without a problem, whatever its names and distances, that says them as they were', () => {
    fc.assert(
      fc.property(anyStarter, (starter) => {
        const { value: plan, diagnostics } = read(write(starter));
        const zoneless = starter.start !== null && starter.zone === null;
        const told = diagnostics.filter(({ code }) => !(zoneless && code === 'NO_ZONE'));
        expect(told).toEqual([]);
        expect(plan!.race.name).toBe(starter.name);
        expect(plan!.course.stations.map(({ name }) => name)).toEqual(
          starter.stations.map(({ name }) => name),
        );
        const stepM = starter.units === 'metric' ? 100 : 161;
        plan!.course.stations.forEach(({ atM }, i) => {
          expect(Math.abs(atM! - starter.stations[i]!.atM)).toBeLessThanOrEqual(stepM / 2 + 1);
        });
        expect(plan!.goals[0]!.target).toEqual({ kind: 'time', targetS: starter.targetS });
        expect(plan!.history.map(({ file }) => file)).toEqual(
          starter.historyFile === null ? [] : [expect.stringContaining(starter.historyFile)],
        );
        expect(hasErrors(buildCourse(plan!, null).diagnostics)).toBe(false);
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    ['with nothing known', STARTER],
    ['with stations', { ...STARTER, stations: [station('Mill: "old" #1', 20_000)] }],
    [
      'in miles, with its day',
      { ...STARTER, units: 'imperial' as const, start: '2031-05-01 05:00', zone: 'Europe/Vienna' },
    ],
    ['with past editions', { ...STARTER, historyFile: 'splits.csv' }],
    [
      'with totals',
      { ...STARTER, totals: { gainM: 900, lossM: 800, elevationM: 300, cutoffS: 36_000 } },
    ],
  ])('is a plan as well when all its examples are taken in, %s', (_, starter) => {
    const text = takenIn(write(starter));
    const { value: plan, diagnostics } = read(text);
    expect(diagnostics.map(({ code }) => code)).toEqual([]);
    expect(plan!.athlete.past).toHaveLength(2);
    expect(plan!.crew.people).toHaveLength(1);
    expect(plan!.contingencies).toHaveLength(1);
    expect(plan!.prep).toHaveLength(1);
    expect(plan!.gear).toHaveLength(2);
    expect(plan!.history).toHaveLength(1);
    expect(plan!.course.stations.length).toBeGreaterThan(0);
    expect(plan!.weather.highC).not.toBeNull();
    expect(plan!.race.cutoffS).not.toBeNull();
    expect(plan!.race.startAt).not.toBeNull();
  });

  it('leaves the place of a station open that nothing tells, and asks for it once it is taken in', () => {
    const starter = { ...STARTER, unplaced: ['Chapel', '# Mill'] };
    expect(read(write(starter)).value!.course.stations).toEqual([]);
    const { diagnostics } = read(takenIn(write(starter)));
    expect(diagnostics.map(({ code }) => code)).toEqual([
      'STATION_NOT_PLACED',
      'STATION_NOT_PLACED',
    ]);
    const mixed = { ...starter, stations: [station('20 km', 20_000)] };
    expect(read(write(mixed)).value!.course.stations).toHaveLength(1);
    expect(read(takenIn(write(mixed))).value!.course.stations).toHaveLength(3);
  });

  it('says the distance and the time in the words of who told them', () => {
    const starter = {
      ...STARTER,
      distanceM: 42_195,
      distanceWritten: '42.195 km',
      targetWritten: '4:30',
      targetFrom: 'user' as const,
    };
    const text = write(starter);
    expect(text).toContain('distance: 42.195 km\n');
    expect(text).toContain('- under 4:30\n');
    expect(text).not.toContain('put it in');
  });

  it('says distances to the metre, so that none falls on another', () => {
    const stations = [station('Hut', 49_960), station('Bridge', 49_990)];
    for (const units of ['metric', 'imperial'] as const) {
      const { course } = read(write({ ...STARTER, units, distanceM: 50_040, stations })).value!;
      const atM = course.stations.map((told) => told.atM!);
      expect(atM).toHaveLength(2);
      for (const [i, told] of [...atM, course.distanceM!].entries()) {
        expect(Math.abs(told - [49_960, 49_990, 50_040][i]!)).toBeLessThan(1);
      }
    }
  });
});
