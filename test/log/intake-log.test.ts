import { describe, expect, it } from 'vitest';
import { UNKNOWN_INTAKE } from '../../src/domain/nutrition.js';
import type { LogContext } from '../../src/input/log/context.js';
import { parseIntakeLog } from '../../src/input/log/intake-log.js';
import { product } from '../support/plan.js';
import { fixture, pineCreek, vermont } from './support.js';

const products: LogContext['products'] = [
  product('gel', { carbG: 25, energyKcal: 100, sodiumMg: 60 }),
  product(
    'drink mix',
    { carbG: 20, energyKcal: 80, sodiumMg: 300, fluidMl: 480 },
    { servingMl: 480 },
  ),
  product('salt cap', { sodiumMg: 215, fluidMl: null }),
  product('banana', { carbG: 27, fluidMl: null }),
  product('cola', { carbG: 26, fluidMl: 240, caffeineMg: 24 }, { servingMl: 240 }),
];
const pineCreekPantry = { ...pineCreek, products };
const read = (name: string, endS: number | null = 40740) =>
  parseIntakeLog(fixture(name), pineCreekPantry, endS);
const readText = (text: string, context: LogContext = pineCreekPantry) =>
  parseIntakeLog({ file: 'intake.csv', text }, context, null);
const codes = (text: string) =>
  readText(text).diagnostics.map(({ code, span }) => [code, span?.line, span?.column]);

describe('an intake log', () => {
  it('holds what the items of the plan hold, by the clock', () => {
    const { value, diagnostics } = read('intake');
    expect(value?.map(({ atS, item, intake }) => [atS, item, intake.carbG])).toEqual([
      [1500, 'Gels', 50],
      [5400, 'drink mix', expect.closeTo(29.57, 2)],
      [5400, 'salt cap', null],
      [16800, 'soup', null],
      [39600, 'gel', 12.5],
    ]);
    expect(value?.[1]?.intake).toMatchObject({ fluidMl: expect.closeTo(709.76, 2) });
    expect(value?.[3]?.intake).toEqual({ ...UNKNOWN_INTAKE, fluidMl: expect.closeTo(236.59, 2) });
    expect(diagnostics).toMatchObject([
      { code: 'INTAKE_BEFORE_START', severity: 'warning', span: { line: 2, column: 1, length: 4 } },
      { code: 'UNKNOWN_PRODUCT', severity: 'warning', span: { line: 6, column: 7, length: 4 } },
      { code: 'INTAKE_AFTER_FINISH', severity: 'warning', span: { line: 8, column: 1 } },
      {
        code: 'CSV_READ_AS',
        args: { rows: 7, shape: 'intake, clock, America/New_York', emptyCells: 1 },
      },
    ]);
  });

  it('may say where instead of when; what a row says itself comes before the product', () => {
    const { value, diagnostics } = read('intake-by-place');
    expect(value?.map(({ place, intake }) => [place, intake.carbG, intake.energyKcal])).toEqual([
      [1, 25, 100],
      [2, 50, 200],
      [2, 30.5, 140],
      [3, expect.closeTo(9.86, 2), expect.closeTo(39.43, 2)],
      [4, 25, 100],
    ]);
    expect(diagnostics.at(-1)).toMatchObject({ args: { shape: 'intake by place' } });
  });

  it('may give the mile: the intake counts up to the next station', () => {
    const { value } = readText('mile,item\n5.4,gel\n6,gel\n61.5,gel\n63,gel\n');
    expect(value?.map(({ place }) => place)).toEqual([1, 2, 10, 10]);
  });

  it('is read as elapsed where that falls into the race, past midnight where the race goes on', () => {
    const atS = (text: string, context: LogContext) =>
      readText(`time,item\n${text}`, context).value?.map((entry) => entry.atS);
    expect(atS('0:25,gel\n1:30,gel\n11:00,gel\n', pineCreekPantry)).toEqual([1500, 5400, 39600]);
    expect(atS('4:40,gel\n11:00,gel\n18:30,gel\n1:10,gel\n', { ...vermont, products })).toEqual([
      2400, 25200, 52200, 76200,
    ]);
  });

  it('has every mistake reported where it stands', () => {
    expect(
      codes(
        [
          'time,station,item,amount,carbs_g',
          '7:30,,gel,some,',
          '25:99,,gel,1,',
          ',,gel,1,',
          '8:00,Nowhere,gel,1,',
          '8:30,,gel,1,-4',
          '8:40,,gel,1,lots',
          '9:00,,gel,12,',
        ].join('\n'),
      ),
    ).toEqual([
      ['BAD_AMOUNT', 2, 11],
      ['BAD_TIME', 3, 1],
      ['NO_TIME_OR_PLACE', 4, 1],
      ['ROW_NOT_PLACED', 5, 6],
      ['NUTRIENT_NEGATIVE', 6, 13],
      ['BAD_NUMBER', 7, 13],
      ['NUTRIENT_ABSURD', 8, 11],
      ['NUTRIENT_ABSURD', 8, 11],
      ['CSV_READ_AS', undefined, undefined],
    ]);
  });

  it('needs columns for what was taken, and for when or where', () => {
    expect(codes('item,amount\ngel,1\n')).toEqual([['NO_COLUMN', 1, 1]]);
    expect(codes('time,mood\n7:30,good\n')).toEqual([
      ['NO_COLUMN', 1, 1],
      ['UNKNOWN_COLUMN', 1, 6],
    ]);
  });
});

describe('an amount of a drink', () => {
  const fluid = (text: string) => readText(text).value?.map(({ intake }) => intake.fluidMl);

  it('may have its unit in the header', () => {
    expect(fluid('time,item,amount (ml)\n7:30,cola,120\n8:30,cola,480 ml\n')).toEqual([120, 480]);
    expect(fluid('Zeit;Was;Menge (ml)\n7:30;cola;120\n')).toEqual([120]);
  });

  it('is no number of drinks nobody drinks at once', () => {
    expect(codes('time,item,amount\n7:30,cola,250\n')).toContainEqual(['BAD_AMOUNT', 2, 11]);
    expect(fluid('time,item,amount\n7:30,cola,2\n')).toEqual([480]);
  });
});

describe('an amount in a unit that says nothing of pieces', () => {
  it('is refused at its header: without it every row would count as one', () => {
    const { diagnostics } = readText('time,item,amount (g)\n8:30,gel,40');
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toMatchObject([
      { code: 'UNKNOWN_COLUMN', args: { column: 'amount (g)' }, span: { line: 1, column: 11 } },
    ]);
  });
});
