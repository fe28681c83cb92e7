import { describe, expect, it } from 'vitest';
import { PLACE_COLUMNS } from '../../src/input/places/columns.js';
import { findColumns, parseCellQuantity } from '../../src/input/table/columns.js';

const VOCABULARY = {
  station: { names: ['station', 'aid station'] },
  distance: { names: ['', 'distance'], dimension: 'distance' },
  fluid: { names: ['fluid', 'drink'], dimension: 'volume' },
  carbs: { names: ['carbs'], dimension: 'gram' },
  energy: { names: ['', 'calories'], dimension: 'energy' },
  sodium: { names: ['sodium'], dimension: 'milligram' },
} as const;

const find = (...header: string[]) => findColumns(header, VOCABULARY);

describe('the columns of a log', () => {
  it.each([
    ['Aid_Station', 'station', null],
    ['AID STATION', 'station', null],
    ['aidStation', 'station', null],
    ['mile', 'distance', 'mile'],
    ['Distance (km)', 'distance', 'km'],
    ['fluid_oz', 'fluid', 'oz'],
    ['Fluid (fl. oz)', 'fluid', 'fl oz'],
    ['Fluid (ml)', 'fluid', 'ml'],
    ['carbs_g', 'carbs', 'g'],
    ['carbs', 'carbs', null],
    ['sodium mg', 'sodium', 'mg'],
    ['kcal', 'energy', 'kcal'],
    ['Calories', 'energy', null],
  ])('%s is the %s', (header, role, unit) => {
    expect(find('x', header).found).toEqual({ [role]: { index: 1, header, unit } });
  });

  it('that nothing is known about are named, with what may be meant', () => {
    expect(find('mood', '', 'sodum', 'station', 'station').unknown).toEqual([
      { column: { index: 0, header: 'mood', unit: null }, suggestion: null },
      { column: { index: 2, header: 'sodum', unit: null }, suggestion: 'sodium' },
      { column: { index: 4, header: 'station', unit: null }, suggestion: null },
    ]);
  });
});

it('calls a place a CP or a control as well', () => {
  for (const header of ['CP', 'Control point', 'Station name']) {
    expect(findColumns([header], PLACE_COLUMNS).found.station?.index).toBe(0);
  }
});

describe('a quantity in a cell', () => {
  it.each([
    ['20', 'volume', 'oz', ',', 591.47],
    ['500 ml', 'volume', 'oz', ',', 500],
    ['5,4', 'distance', 'km', ';', 5400],
    ['5,4', 'distance', 'km', ',', 5400],
    ['5,514', 'distance', 'm', ',', 5514],
    ['5,514', 'distance', 'km', ';', 5514],
    ['1.234,5', 'distance', 'm', ';', 1234.5],
    ['1.200', 'milligram', 'mg', ';', 1200],
    ['1.200', 'milligram', null, ';', 1200],
    ['1.000', 'volume', 'ml', ';', 1000],
    ['1.000 ml', 'volume', null, ';', 1000],
    ['10.000', 'distance', 'm', ';', 10_000],
    ['1.000', 'volume', 'l', ';', 1000],
    ['1.609', 'distance', 'km', ';', 1609],
    ['0.045', 'milligram', null, ';', 0.05],
    ['473.176', 'volume', 'ml', ',', 473.18],
    ['-40', 'gram', null, ',', -40],
    ['some', 'gram', null, ',', null],
  ] as const)(
    '%s of %s, header %s, in a file of %s',
    (text, dimension, unit, delimiter, expected) => {
      const value = parseCellQuantity(text, dimension, unit, 'metric', delimiter);
      expect(value === null ? null : Math.round(value * 100) / 100).toBe(expected);
    },
  );
});
