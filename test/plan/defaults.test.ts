import { describe, expect, it } from 'vitest';
import { parseTerrain } from '../../src/domain/terrain.js';
import { parsePlan } from '../../src/input/plan.js';

const read = (text: string, file = 'race.yaml') => parsePlan({ file, text });
const SMALLEST = `race:
  name: Loop
course:
  distance: 62 mi
goals: [under 12h]
`;

describe('the smallest plan', () => {
  const { value: plan, diagnostics } = read(SMALLEST);

  it('is five lines', () => {
    expect(diagnostics).toEqual([]);
  });

  it('runs for its time goal', () => {
    expect(plan?.pacing).toMatchObject({
      target: { kind: 'time', targetS: 12 * 3600 },
      targetSource: 'goal',
    });
  });

  it('leaves unknown what it does not say', () => {
    expect(plan?.race).toMatchObject({ startAt: null, cutoffS: null, location: null });
    expect(plan?.athlete).toMatchObject({ ageYears: null, weightKg: null, past: [] });
    expect(plan?.weather).toEqual({ lowC: null, highC: null });
    expect(plan?.nutrition).toMatchObject({ standard: 'ISSN 2019', carryFluidMl: null });
    expect(plan?.pacing.fadeRatio).toBeNull();
    expect(plan?.defaultStopS).toBeNull();
  });
});

describe('the target', () => {
  it.each([
    ['target: "11:45"', { kind: 'time', targetS: 11.75 * 3600 }],
    ['target: 11:45', { kind: 'time', targetS: 11.75 * 3600 }],
    ['target: 11h45', { kind: 'time', targetS: 11.75 * 3600 }],
    ['pace: 7:00 /km', { kind: 'pace', paceSPerKm: 420 }],
    ['effort: 6:00 /km', { kind: 'effort', effortSPerKm: 360 }],
  ])('%s comes before the goal', (written, target) => {
    const { value } = read(`${SMALLEST}pacing: { ${written} }\n`);
    expect(value?.pacing).toMatchObject({ target, targetSource: 'pacing' });
  });

  it('is the first time goal of the highest priority', () => {
    const goals = '[{ goal: under 13h, priority: B }, top 10, under 12h, under 11h]';
    const { value } = read(SMALLEST.replace('[under 12h]', goals));
    expect(value?.pacing.target).toEqual({ kind: 'time', targetS: 12 * 3600 });
  });
});

describe('a bare number', () => {
  const weigh = (units: string) =>
    read(`${SMALLEST}units: ${units}\nathlete: { weight: 160 }\nweather: { high: 20 }\n`).value;

  it('is kilograms and Celsius in a metric plan', () => {
    expect(weigh('metric')).toMatchObject({ athlete: { weightKg: 160 }, weather: { highC: 20 } });
  });

  it('is pounds and Fahrenheit in an imperial plan', () => {
    expect(weigh('imperial')?.athlete.weightKg).toBeCloseTo(72.57, 2);
    expect(weigh('imperial')?.weather.highC).toBeCloseTo(-6.67, 2);
  });
});

it('finds files from where the plan is, as the user would write them', () => {
  const text = `${SMALLEST}results: results.csv\nhistory: [../2017/splits.csv, /data/2016.csv]\n`;
  const plan = read(text, 'races/2018/race.yaml').value;
  expect(plan?.resultsFile).toBe('races/2018/results.csv');
  expect(plan?.history).toMatchObject([
    { file: 'races/2017/splits.csv', year: null },
    { file: '/data/2016.csv', year: 2016 },
  ]);
});

it('takes what anchors repeat', () => {
  const text = `${SMALLEST.replace('goals', '  stations:\n    - { name: A, at: 5 km, fare: &fare [soup] }\n    - { name: B, at: 9 km, fare: *fare }\ngoals')}`;
  expect(read(text).value?.course.stations[1]?.fare).toEqual(['soup']);
});

it('keeps names that look like something else', () => {
  const plan = read(SMALLEST.replace('Loop', '007')).value;
  expect(plan?.race.name).toBe('007');
});

describe('terrain', () => {
  it.each([
    ['paved', 0],
    ['Rail Trail', 0.02],
    ['gravel', 0.04],
    ['double-track', 0.08],
    ['singletrack', 0.125],
    ['technical', 0.2],
    ['8%', 0.08],
  ])('%s is slower than road by %d', (name, slowdownRatio) => {
    expect(parseTerrain(name)).toEqual({ name, slowdownRatio });
  });

  it.each(['lava', '8', '-5%', '%'])('%s is none', (name) => {
    expect(parseTerrain(name)).toBeNull();
  });
});

it.each([
  ['carbz >= 40 g/h', 'carbs >= 40 g/h'],
  ['aid staton time <= 45 min', 'aid station time <= 45 min'],
  ['udner 12h', 'under 12h'],
  ['tpo 10', 'top 10'],
  ['something else', null],
  ['top 0', null],
])('the goal %s: did you mean %s?', (goal, suggestion) => {
  const { diagnostics } = read(SMALLEST.replace('under 12h', goal));
  expect(diagnostics).toMatchObject([{ code: 'BAD_GOAL', args: { suggestion } }]);
});

it.each([
  ['Wellsboro Jct', []],
  ['Wellsborough Junction', [{ code: 'UNKNOWN_STATION', severity: 'error' }]],
  ['the church car park', [{ code: 'UNKNOWN_STATION', severity: 'warning' }]],
])('crew may wait at %s: %j', (place, told) => {
  const station = '  stations: [{ name: Wellsboro Junction, at: 5.4 mi }]\n';
  const crew = `crew: { people: [{ name: Alex, at: [${place}] }] }\n`;
  const { diagnostics } = read(SMALLEST.replace('goals', `${station}goals`) + crew);
  expect(diagnostics).toMatchObject(told);
  expect(diagnostics).toHaveLength(told.length);
});
