import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TrainingProblemArgs } from '../../src/domain/problems/training.js';
import { parseTraining } from '../../src/input/training/training.js';
import { parseWorkload } from '../../src/input/training/workload.js';
import type { UnitSystem } from '../../src/kernel/units.js';
import { readMarked } from '../support/marked.js';

const MI = 1609.344;
const read = (text: string, units: UnitSystem = 'imperial') =>
  parseTraining({ file: 'training.csv', text }, units);
const codesOf = (text: string, units: UnitSystem = 'imperial') =>
  read(text, units).diagnostics.map(({ severity, code, span }) =>
    span ? `${span.line}:${span.column} ${severity} ${code}` : code,
  );

describe('how much training a cell says', () => {
  it.each([
    ['10 mi', 10 * MI, null],
    ['16 km', 16_000, null],
    ['16,5 km', 16_500, null],
    ['10k', 10_000, null],
    ['2 h', null, 7200],
    ['1,5 h', null, 5400],
    ['90 min', null, 5400],
    ['90 Minuten', null, 5400],
    ['2 Std', null, 7200],
    ['1:30', null, 5400],
    ['1:45:30', null, 6330],
    ['1h30', null, 5400],
    ['1 h 30 min', null, 5400],
    ['10 mi easy', 10 * MI, null],
    ['10 mi with 4 mi fast', 10 * MI, null],
    ['10 mi @ 9:30/mi', 10 * MI, null],
    ['3 h 5 x hill', null, 10_800],
    ['long run 20 mi in 3:30', 20 * MI, 12_600],
    ['core 30 min', null, 1800],
    ['12', 12 * MI, null],
    ['easy', null, null],
  ])('%s', (written, distanceM, durationS) => {
    const found = parseWorkload(written, null, 'mi');
    if (typeof found === 'string') throw new Error(found);
    expect(found.isRest).toBe(false);
    expect(found.distanceM ?? -1).toBeCloseTo(distanceM ?? -1, 6);
    expect(found.durationS).toBe(durationS);
  });

  it.each(['rest', 'Rest day', 'off', 'Ruhetag', 'repos'])('is none: %s', (written) => {
    expect(parseWorkload(written, null, 'mi')).toMatchObject({ isRest: true });
  });

  it.each([
    ['10 mk', 'unreadable'],
    ['-5 mi', 'unreadable'],
    ['5x1 furlong', 'unreadable'],
    ['10-12', 'unreadable'],
    ['4 mi slow + 6 mi fast', 'several'],
    ['10 m', 'miles or metres'],
    ['12:30', 'minutes or hours'],
  ])('cannot be told: %s', (written, fault) => {
    expect(parseWorkload(written, null, 'mi')).toBe(fault);
  });
});

describe('whatever is written', () => {
  it('an amount comes back as it was, in whatever words', () => {
    const words = fc.constantFrom('', 'easy', 'long run', 'on trails');
    fc.assert(
      fc.property(
        fc.option(fc.integer({ min: 1, max: 999 }).map((tenths) => tenths / 10)),
        fc.option(fc.integer({ min: 1, max: 9 * 60 + 59 })),
        fc.constantFrom('mi', 'km'),
        fc.constantFrom('in', ',', '/'),
        words,
        words,
        (far, minutes, unit, between, before, behind) => {
          const time = `${Math.floor((minutes ?? 0) / 60)}:${String((minutes ?? 0) % 60).padStart(2, '0')}`;
          const amounts = [
            far === null ? [] : `${far} ${unit}`,
            minutes === null ? [] : time,
          ].flat();
          const written = [before, amounts.join(` ${between} `), behind].filter(Boolean).join(' ');
          const found = parseWorkload(written, null, 'mi');
          if (typeof found === 'string') throw new Error(`${written}: ${found}`);
          const metres = far === null ? null : far * (unit === 'mi' ? MI : 1000);
          expect(found.distanceM ?? -1).toBeCloseTo(metres ?? -1, 6);
          expect(found.durationS).toBe(minutes === null ? null : minutes * 60);
        },
      ),
      { numRuns: 500, seed: 14 },
    );
  });

  it('is read in finite numbers that are not below 0, or told to be wrong', () => {
    const token = fc.constantFrom(
      ...[
        '10',
        '1:30',
        '0',
        '-5',
        'mi',
        'km',
        'h',
        'min',
        'm',
        'x',
        'yes',
        'no',
        'rest',
        '+',
        ',',
        ' ',
      ],
      ...['1e9', '99999999999', '∞', 'NaN', '"', '\t', '2018-09-01', '9.9', '1,5', 'ü'],
    );
    const cell = fc
      .array(token, { maxLength: 4 })
      .map((tokens) => JSON.stringify(tokens.join(' ')));
    const row = fc
      .tuple(cell, cell, cell, cell, cell)
      .map((cells) => `2018-09-01,${cells.join(',')}`);
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
        const { value, diagnostics } = read(
          `date,planned,done,distance,time,climb\n${rows.join('\n')}\n`,
        );
        const isBroken = diagnostics.some(({ severity }) => severity === 'error');
        expect(value === null).toBe(isBroken);
        for (const { planned, done, gainM } of value ?? []) {
          const numbers = [
            planned?.distanceM,
            planned?.durationS,
            done?.distanceM,
            done?.durationS,
            gainM,
          ];
          for (const n of numbers) expect(n == null || (Number.isFinite(n) && n >= 0)).toBe(true);
        }
      }),
      { numRuns: 500, seed: 15 },
    );
  });
});

describe('a training log', () => {
  it('says what was planned and what was done, in rows of any order, several a day', () => {
    const { value, diagnostics } = read(`date,planned,done,distance,time,climb,terrain,fuel,notes
2018-09-01,20 mi long,yes,20.2 mi,3:30,400 ft,rail trail,4 gels,even, and calm
2018-08-30,rest,,,,,,,
2018-08-30,core 30 min,no,,,,,,
2018-08-29,6 mi,4 mi,,,,,,
2018-09-02,8 mi,,,,,,,
2018-08-28,,5 mi,,,,,,
`);
    expect(diagnostics).toEqual([]);
    const told = value?.map(({ day, isRun, planned, done }) => [
      day,
      isRun,
      planned && (planned.isRest ? 'rest' : (planned.distanceM ?? planned.durationS)),
      done && (done.isDone ? done.distanceM : 'left out'),
    ]);
    expect(told).toEqual([
      ['2018-08-28', true, null, 5 * MI],
      ['2018-08-29', true, 6 * MI, 4 * MI],
      ['2018-08-30', true, 'rest', null],
      ['2018-08-30', false, 1800, 'left out'],
      ['2018-09-01', true, 20 * MI, 20.2 * MI],
      ['2018-09-02', true, 8 * MI, null],
    ]);
    expect(value?.[4]).toMatchObject({
      done: { durationS: 12_600 },
      gainM: 400 * 0.3048,
      terrain: 'rail trail',
      fuel: '4 gels',
      notes: 'even, and calm',
      line: 2,
    });
  });

  it('is read in German, with semicolons and decimal commas', () => {
    const { value, diagnostics } = read(
      `Datum;geplant;erledigt;Strecke (km);Zeit;Hm;Notizen
01.09.2018;16,5 km;ja;16,4;1:45:10;1.200;Gel
02.09.2018;Ruhetag;;;;;
03.09.2018;2 Std;nein;;;;
`,
      'metric',
    );
    expect(value).toMatchObject([
      { day: '2018-09-01', done: { distanceM: 16_400, durationS: 6310 }, gainM: 1200 },
      { day: '2018-09-02', planned: { isRest: true }, done: null },
      { day: '2018-09-03', planned: { durationS: 7200 }, done: { isDone: false } },
    ]);
    expect(diagnostics).toMatchObject([
      { code: 'TRAINING_READ_AS', args: { assumed: ['Hm in m'] } },
    ]);
  });

  it('takes units from its headers, and says what it takes for granted', () => {
    const told = read('day,planned (km),done (km)\n2018-09-01,10,8\n');
    expect(told.value?.[0]).toMatchObject({
      planned: { distanceM: 10_000 },
      done: { distanceM: 8000 },
    });
    expect(told.diagnostics).toEqual([]);
    const timed = read('date,planned (min),done (min)\n2018-09-01,90,80\n');
    expect(timed.value?.[0]).toMatchObject({
      planned: { durationS: 5400 },
      done: { durationS: 4800 },
    });
    expect(read('date,planned\n2018-09-01,10\n').diagnostics).toMatchObject([
      { severity: 'note', args: { assumed: ['planned in miles'] } },
    ]);
  });

  it('reads the times of a watch as minutes and seconds where others have hours', () => {
    const { value, diagnostics } = read(
      'date,distance,time\n2018-09-01,5 mi,45:10\n2018-09-02,12 mi,1:55:30\n',
    );
    expect(value?.map(({ done }) => done?.durationS)).toEqual([2710, 6930]);
    expect(diagnostics).toMatchObject([{ code: 'TRAINING_READ_AS' }]);
    expect(read('date,time\n2018-09-01,0:45\n2018-09-02,1:55\n').value?.[1]?.done?.durationS).toBe(
      6900,
    );
  });

  it('takes no hour for a minute: nobody runs 10 km in one', () => {
    const { value } = read(
      'date,distance,time\n2018-09-01,10 km,1:00\n2018-09-02,32 km,3:30:00\n',
      'metric',
    );
    expect(value?.map(({ done }) => done?.durationS)).toEqual([3600, 12_600]);
    const done = read('date,done,time\n2018-09-01,10 km,1:00\n2018-09-02,32 km,3:30:00\n');
    expect(done.value?.[0]?.done?.durationS).toBe(3600);
  });

  it('refuses a time that may be minutes in one row and hours in another', () => {
    expect(
      codesOf('date,distance,time\n2018-09-01,10 km,1:00\n2018-09-02,10 km,52:30\n', 'metric'),
    ).toEqual(['2:18 error DURATION_UNCLEAR']);
  });

  it('knows what was run in German', () => {
    const { value, diagnostics } = read(
      'Datum;geplant;gelaufen\n05.05.2025;10 km;10,5 km\n',
      'metric',
    );
    expect(
      diagnostics.filter(({ args }) => 'column' in args && args.column === 'gelaufen'),
    ).toEqual([]);
    expect(value?.[0]?.done?.distanceM).toBeCloseTo(10_500, 6);
  });

  it('has every mistake told, at its place', () => {
    expect(
      codesOf(`date,planned,done,distance
2018-02-30,10 mk,9,
soon,5x1 furlong,maybe,
2018-03-01,12:30,no,
2018-03-01,10 m,10 mi,12 mi
,10 mi,,
2018,10 mi,,
2018-03-02,rest,rest,5 mi
2018-03-03,600 km,,
2018-03-04,5 mi,no,5 mi
`),
    ).toEqual([
      '2:1 error BAD_DATE',
      '2:12 error BAD_WORKLOAD',
      '3:1 error BAD_DATE',
      '3:6 error BAD_WORKLOAD',
      '3:18 error BAD_WORKLOAD',
      '4:12 error DURATION_UNCLEAR',
      '5:12 error BAD_WORKLOAD',
      '5:23 error DONE_TWICE',
      '6:1 error MISSING_CELL',
      '7:1 error BAD_DATE',
      '8:22 error DONE_TWICE',
      '9:12 error OUT_OF_RANGE',
      '10:20 error DONE_TWICE',
    ]);
  });

  it('takes an amount behind a yes or a no for what was done', () => {
    const { value } = read(`date,planned,done
2018-09-01,20 mi,"yes, in 3:30"
2018-09-02,20 mi,"no, only 8 mi"
2018-09-03,20 mi,0
2018-09-04,20 mi,"no, ill"
2018-09-05,,x
`);
    expect(value?.map(({ done }) => done)).toMatchObject([
      { distanceM: 20 * MI, durationS: 12_600, isDone: true },
      { distanceM: 8 * MI, durationS: null, isDone: true },
      { distanceM: 0, isDone: false },
      { distanceM: 0, isDone: false },
      { distanceM: null, durationS: null, isDone: true },
    ]);
  });

  it('adds up repetitions, and counts a range by its lower end, which it says', () => {
    const { value, diagnostics } = read(`date,planned,done
2018-09-01,10-12 mi,11 mi
2018-09-02,5 x 1 km,5x1 km
2018-09-03,6 × 800 m easy,yes
2018-09-04,10 mi with 4x1 mi,10 mi
2018-09-05,1.5 to 2 h,90 min
2018-09-06,3x10 min,30 min
`);
    expect(value?.map(({ planned }) => [planned?.distanceM, planned?.durationS])).toEqual([
      [10 * MI, null],
      [5000, null],
      [4800, null],
      [10 * MI, null],
      [null, 5400],
      [null, 1800],
    ]);
    expect(value?.[1]?.done).toMatchObject({ distanceM: 5000 });
    expect(diagnostics).toMatchObject([
      { code: 'TRAINING_READ_AS', args: { assumed: ['a range by its lower end (2)'] } },
    ]);
  });

  it('needs a date, and something planned or done', () => {
    expect(codesOf('planned,done\n10 mi,yes\n')).toEqual(['1:1 error NO_COLUMN']);
    expect(codesOf('date,shoes\n2018-09-01,red\n')).toContain('1:1 error NO_COLUMN');
  });
});

/** Every problem of its own that a training log can have. A code without an example does not compile. */
const EXAMPLES: Record<keyof TrainingProblemArgs, readonly string[]> = {
  BAD_WORKLOAD: [
    'date,planned\n2018-09-01,«10 mk»\n',
    'date,planned\n2018-09-01,«4 mi slow + 6 mi fast»\n',
    'date,planned\n2018-09-01,«10 m»\n',
    'date,planned,done\n2018-09-01,10 mi,«ill»\n',
  ],
  DONE_TWICE: ['date,done,distance\n2018-09-01,10 mi,«12 mi»\n'],
  TRAINING_READ_AS: ['date,planned\n2018-09-01,10\n'],
};

describe.each(Object.entries(EXAMPLES))('%s', (code, examples) => {
  it.each(examples)('is told once, and nothing else is: %j', (marked) => {
    const { text, span } =
      code === 'TRAINING_READ_AS' ? { text: marked, span: null } : readMarked(marked);
    const told = read(text).diagnostics.map((d) => ({ code: d.code, span: d.span }));
    expect(told).toEqual([{ code, span }]);
  });
});
