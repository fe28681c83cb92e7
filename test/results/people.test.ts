import { describe, expect, it } from 'vitest';
import { ageAtRace, parseAge } from '../../src/input/results/ages.js';
import { isRelay, parseAgeGroup, schemeOfGroups } from '../../src/input/results/people.js';

describe('age groups', () => {
  const fives = schemeOfGroups(['M35', 'M40']);
  it.each([
    ['20-34', 20, 34],
    ['Senioren M35 (35-39 Jahre)', 35, 39],
    ['Senioren M75 (75 und älter)', 75, null],
    ['60+', 60, null],
    ['60 & over', 60, null],
    ['70 ans et plus', 70, null],
    ['Over 60', 60, null],
    ['19 & under', null, 19],
    ['U23', null, 22],
    ['MU20', null, 19],
    ['Sub-23', null, 22],
    ['M45', 45, 49],
    ['H40-49', 40, 49],
    ['MA30H', 30, 34],
    ['M40 F', 40, 44],
    ['SM35', 35, 39],
    ['V1 H', 40, 49],
    ['V2M', 50, 59],
    ['M2F', 45, 49],
    ['M10', 85, null],
    ['40代', 40, 49],
    ['女子50歳以上', 50, null],
  ])('%s', (written, minYears, maxYears) => {
    expect(parseAgeGroup(written, fives)).toEqual({ minYears, maxYears });
  });
  it('are as wide as the file’s others', () => {
    const tens = schemeOfGroups(['M40', 'M50', 'W60']);
    expect(tens.stepYears).toBe(10);
    expect(schemeOfGroups(['M40', 'M45', 'W60']).stepYears).toBe(5);
    expect(parseAgeGroup('M40', tens)).toEqual({ minYears: 40, maxYears: 49 });
    expect(schemeOfGroups(['M40', '40-49']).stepYears).toBe(10);
  });
  it('are not taken for five or ten years where nothing tells', () => {
    const few = schemeOfGroups(['MA30H', 'MA40F']);
    expect(parseAgeGroup('MA30H', few)).toBeNull();
    expect(parseAgeGroup('M35', few)).toEqual({ minYears: 35, maxYears: 39 });
  });
  it('of French seniors end where the file’s veterans or masters begin', () => {
    expect(parseAgeGroup('SE H', schemeOfGroups(['V1 H']))).toEqual({ minYears: 23, maxYears: 39 });
    expect(parseAgeGroup('SEH', schemeOfGroups(['M0F']))).toEqual({ minYears: 23, maxYears: 34 });
    expect(parseAgeGroup('SEH', schemeOfGroups(['ESF']))).toBeNull();
  });
  it('may be the first years alone; other numbers are ages', () => {
    const firsts = schemeOfGroups(['40', '50', '60']);
    expect(parseAgeGroup('40', firsts)).toEqual({ minYears: 40, maxYears: 49 });
    expect(schemeOfGroups(['41', '50', '60']).isFirstYears).toBe(false);
  });
  it.each(['Open', 'Masters', 'VET A', 'Senior', '50 M', '60-40', 'D21'])(
    'are not made up: %s',
    (name) => {
      expect(parseAgeGroup(name, fives)).toBeNull();
    },
  );
});

describe('ages', () => {
  const september = { startAt: Date.UTC(2018, 8, 8, 11), zone: 'America/New_York' };
  it('are numbers of years', () => {
    expect(['57', '0', '', 'NA', '57.0'].map(parseAge)).toEqual([57, null, null, null, 57]);
  });
  it('come from a date of birth and the day of the race', () => {
    expect(ageAtRace('1961-09-08', 2018, september)).toBe(57);
    expect(ageAtRace('1961-09-09', 2018, september)).toBe(56);
    expect(ageAtRace('1961-12-31', 2018, { startAt: null, zone: 'UTC' })).toBe(57);
  });
  it('come from a year of birth, two digits enough', () => {
    expect(['1961', '61', '02', ''].map((born) => ageAtRace(born, 2018, september))).toEqual([
      57,
      57,
      16,
      null,
    ]);
    expect(ageAtRace('1961', null, september)).toBeNull();
  });
});

it('tells relay teams', () => {
  expect(['2er-Staffel / 2-person relay', 'Relay', 'Mixed Team'].every(isRelay)).toBe(true);
  expect(['M45', '100 Miles', 'Seniorinnen'].some(isRelay)).toBe(false);
});
