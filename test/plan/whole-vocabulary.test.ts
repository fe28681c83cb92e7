import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/domain/plan.js';
import { readSource } from '../../src/input/files.js';
import { parsePlan } from '../../src/input/plan.js';

const FILE = 'fixtures/plan/whole-vocabulary/race.yaml';
const parsed = parsePlan(readSource(FILE, 'plan').value!);
const plan = parsed.value as Plan;

describe('a plan that uses every key', () => {
  it('has nothing wrong', () => {
    expect(parsed.diagnostics).toEqual([]);
  });

  it('starts when the clock at the race says so', () => {
    expect(plan.race).toMatchObject({
      name: 'Pine Creek Challenge 100K',
      startAt: Date.parse('2018-09-08T07:00:00-04:00'),
      zone: 'America/New_York',
      zoneGiven: true,
      location: { lat: 41.77, lon: -77.42 },
      cutoffS: 29 * 3600,
    });
  });

  it('holds every quantity in SI', () => {
    expect(plan.course.distanceM).toBeCloseTo(99779.3, 0);
    expect(plan.course.stations[0]).toMatchObject({
      name: 'Wellsboro Junction',
      atM: 5.4 * 1609.344,
      elevationM: 1300 * 0.3048,
      gainM: 80 * 0.3048,
      terrain: { slowdownRatio: 0.01 },
      crew: true,
      dropBag: false,
      fare: ['water', 'sports drink', 'pretzels'],
      stopS: 120,
    });
    expect(plan.athlete.weightKg).toBeCloseTo(72.57, 2);
    expect(plan.weather.lowC).toBeCloseTo(10.56, 2);
    expect(plan.pacing.runWalk).toEqual({ runS: 720, walkS: 180 });
  });

  it('reads a station cutoff as a time of day: 10:00 is three hours after the start', () => {
    expect(plan.course.stations[0]?.cutoffS).toBe(3 * 3600);
  });

  it('knows when past races were: their day, or the middle of their year', () => {
    const told = plan.athlete.past.map(({ dayAt, isYearAlone }) => [dayAt, isYearAlone]);
    expect(told).toEqual([
      [Date.parse('2017-07-15T12:00Z'), false],
      [Date.parse('2016-07-01T12:00Z'), true],
      [Date.parse('2017-10-07T12:00Z'), false],
    ]);
  });

  it('takes yes and no as a person means them', () => {
    expect(plan.course.stations.find((s) => s.name === 'Darling Run')?.crew).toBe(true);
    expect(plan.history[1]?.comparable).toBe(false);
  });

  it('puts the A goals first, and keeps their words', () => {
    expect(plan.goals.map((g) => [g.priority, g.text])).toEqual([
      ['A', 'under 12h'],
      ['A', 'top 10'],
      ['A', 'age group win'],
      ['B', 'carbs >= 40 g/h'],
      ['B', 'aid station time <= 45 min'],
    ]);
  });

  it('counts the serving of a drink as its fluid, and no fluid in a pill', () => {
    const fluidMl = plan.nutrition.products.map((p) => Math.round(p.perServing.fluidMl ?? -1));
    expect(fluidMl).toEqual([10, 473, 0, 0]);
    expect(plan.nutrition.products[2]?.perServing.caffeineMg).toBeNull();
  });

  it('looks for other files beside the plan, and knows the year from the name', () => {
    expect(plan.course.trackFile).toBe('fixtures/plan/whole-vocabulary/course.gpx');
    expect(plan.history).toMatchObject([
      { file: 'fixtures/plan/whole-vocabulary/results-2013.csv', year: 2013, comparable: null },
      {
        year: 2014,
        stationsFile: 'fixtures/plan/whole-vocabulary/old/stations.csv',
        highC: expect.closeTo(28.9, 1),
      },
    ]);
    expect(plan.resultsFile).toBe('fixtures/plan/whole-vocabulary/results-2018.csv');
  });
});
