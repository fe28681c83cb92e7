import { describe, expect, it } from 'vitest';
import { sexReader } from '../../src/input/results/sexes.js';

/** What each cell of a column of sexes turns out to say. */
function sexesIn(header: string, ...cells: string[]) {
  const { say, sexOf } = sexReader(header);
  const said = cells.map((cell) => say(cell, ''));
  return said.map(sexOf);
}
function sexesOfCategories(...cells: string[]) {
  const { say, sexOf } = sexReader('');
  const said = cells.map((cell) => say('', cell));
  return said.map(sexOf);
}

describe('a word', () => {
  it.each([
    ['male', 'M'],
    ['female', 'F'],
    ['women', 'F'],
    ['Männer', 'M'],
    ['Frauen', 'F'],
    ['Hombre', 'M'],
    ['mujer', 'F'],
    ['Kvinnor', 'F'],
    ['Žena', 'F'],
    ['男', 'M'],
    ['女', 'F'],
    ['男子', 'M'],
    ['女子の部', 'F'],
    ['non-binary', 'X'],
    ['', null],
    ['Masters', null],
    ['Senior', null],
    ['unknown', null],
    ['Men and Women', null],
  ])('%s is %s', (written, sex) => {
    expect(sexesIn('sex', written)).toEqual([sex]);
  });
});

describe('a letter', () => {
  it.each([
    ['M', 'M'],
    ['F', 'F'],
    ['W', 'F'],
    ['H', 'M'],
    ['X', 'X'],
    ['S', null],
    ['D', null],
    ['V', null],
    ['K', null],
    ['N', null],
  ])('alone: %s is %s', (written, sex) => {
    expect(sexesIn('gender', written)).toEqual([sex]);
  });
  it.each([
    ['homme, femme', 'HF', 'MF'],
    ['Herren, Damen', 'HD', 'MF'],
    ['hombre, mujer', 'HM', 'MF'],
    ['man, vrouw', 'MV', 'MF'],
    ['mann, kvinne', 'MK', 'MF'],
    ['mies, nainen', 'MN', 'MF'],
    ['muž, žena', 'MŽ', 'MF'],
    ['мужчина, женщина', 'МЖ', 'MF'],
    ['Mann, Weib, divers', 'MWD', 'MFX'],
    ['male, female, unsaid', 'MFS', 'MF?'],
    ['male, female, open', 'MFX', 'MFX'],
    ['male, female, and what else', 'MFN', 'MF?'],
  ])('beside others: %s', (_, letters, sexes) => {
    const expected = [...sexes].map((sex) => (sex === '?' ? null : sex));
    expect(sexesIn('sex', ...letters)).toEqual(expected);
    expect(sexesIn('sex', ...[...letters].reverse())).toEqual(expected.toReversed());
  });
  it('is told by all of the column, even where one sex comes first', () => {
    const men = Array.from({ length: 300 }, () => 'M');
    expect(new Set(sexesIn('sex', ...men))).toEqual(new Set(['M']));
    expect(sexesIn('sexo', ...men, 'H').slice(-2)).toEqual(['F', 'M']);
  });
  it('is Spanish where the column is: varón and mujer', () => {
    expect(sexesIn('Género', 'V', 'M')).toEqual(['M', 'F']);
  });
});

describe('a category', () => {
  it.each([
    ['M45', 'M'],
    ['W30', 'F'],
    ['SEH', 'M'],
    ['SE H', 'M'],
    ['V1 F', 'F'],
    ['M2F', 'F'],
    ['M2', null],
    ['MA30H', 'M'],
    ['MA40F', 'F'],
    ['M40 F', 'F'],
    ['SES', null],
    ['H40-49', 'M'],
    ['40-49 F', 'F'],
    ['MU20', 'M'],
    ['FV40', 'F'],
    ['Seniorinnen W35 (35-39 Jahre)', 'F'],
    ['Senioren M35 (35-39 Jahre)', 'M'],
    ['Senioren', null],
    ['Senior Women', 'F'],
    ['Master 40 Femenino', 'F'],
    ['Women Open', 'F'],
    ['男子40代', 'M'],
    ['VET A', null],
    ['MHK', 'M'],
    ['WHK', 'F'],
    ['WJU20', 'F'],
    ['F-Masters', 'F'],
    ['M Open', 'M'],
    ['SENF', 'F'],
    ['VETM A', 'M'],
    ['MM45', 'M'],
    ['MF50', 'F'],
    ['PF', 'F'],
    ['50 M', null],
    ['M', null],
    ['20-34', null],
    ['60 & over', null],
  ])('%s is of %s', (written, sex) => {
    expect(sexesOfCategories(written)).toEqual([sex]);
  });
  it('M40 is Masters where the sex stands behind it, or other classes have no letter', () => {
    expect(sexesOfCategories('M40', 'M40 F', 'SE H')).toEqual([null, 'F', 'M']);
    expect(sexesOfCategories('M40', 'Open', 'M50')).toEqual([null, null, null]);
    expect(sexesOfCategories('M40', 'Open', 'W50')).toEqual(['M', null, 'F']);
  });
  it('V40 are women beside Vsen, and veterans of unknown sex elsewhere', () => {
    expect(sexesOfCategories('Msen', 'Vsen', 'M40', 'V40')).toEqual(['M', 'F', 'M', 'F']);
    expect(sexesOfCategories('M40', 'V40')).toEqual(['M', null]);
  });
  it('of a series A to F has no women in F', () => {
    expect(sexesOfCategories('VET A', 'VET B', 'VET F')).toEqual([null, null, null]);
  });
  it('Senioren are men beside Seniorinnen, and everybody else', () => {
    expect(sexesOfCategories('Senioren', 'Seniorinnen')).toEqual(['M', 'F']);
  });
  it('that names distances names no sex', () => {
    expect(sexesOfCategories('50 M', '50 K', '100 K')).toEqual([null, null, null]);
  });
});
