import { describe, expect, it } from 'vitest';
import { ageAtRace, parseAge } from '../../src/input/results/ages.js';
import {
  isRelay,
  parseAgeGroup,
  parseSex,
  sexOfCategory,
  stepOfGroups,
} from '../../src/input/results/people.js';

describe('sex', () => {
  it.each([
    ['M', 'M'],
    ['F', 'F'],
    ['W', 'F'],
    ['H', 'M'],
    ['X', 'X'],
    ['male', 'M'],
    ['female', 'F'],
    ['women', 'F'],
    ['Senioren', 'M'],
    ['Seniorinnen', 'F'],
    ['Männer', 'M'],
    ['Frauen', 'F'],
    ['', null],
    ['Masters', null],
  ])('%s is %s', (written, sex) => {
    expect(parseSex(written)).toBe(sex);
  });
  it.each([
    ['M45', 'M'],
    ['W30', 'F'],
    ['SEH', 'M'],
    ['V1 F', 'F'],
    ['M2F', 'F'],
    ['Seniorinnen W35 (35-39 Jahre)', 'F'],
    ['20-34', null],
  ])('of category %s is %s', (written, sex) => {
    expect(sexOfCategory(written)).toBe(sex);
  });
});

describe('age groups', () => {
  it.each([
    ['20-34', 20, 34],
    ['Senioren M35 (35-39 Jahre)', 35, 39],
    ['Senioren M75 (75 und älter)', 75, null],
    ['60+', 60, null],
    ['U23', null, 22],
    ['M45', 45, 49],
    ['V1 H', 40, 49],
    ['M2F', 45, 49],
  ])('%s', (written, minYears, maxYears) => {
    expect(parseAgeGroup(written, 5)).toEqual({ minYears, maxYears });
  });
  it('are as wide as the file’s others', () => {
    expect(stepOfGroups(['M40', 'M50', 'W60'])).toBe(10);
    expect(stepOfGroups(['M40', 'M45', 'W60'])).toBe(5);
    expect(parseAgeGroup('M40', 10)).toEqual({ minYears: 40, maxYears: 49 });
  });
  it('are not made up', () => {
    expect(parseAgeGroup('Open', 5)).toBeNull();
  });
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
