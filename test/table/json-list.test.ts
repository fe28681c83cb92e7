import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readJsonList } from '../../src/input/table/json-list.js';
import { askJson, raceFolder } from '../support/folder.js';

const LIST = readFileSync(
  join(import.meta.dirname, '../../fixtures/results/sources/list.json'),
  'utf8',
);
const cellsOf = (value: unknown) => {
  const list = readJsonList(JSON.stringify(value));
  return list && [list.header!.cells, ...list.rows.map(({ cells }) => cells)];
};

describe('a list of objects', () => {
  it('has a column for each key, in the order in which they come', () => {
    expect(
      cellsOf([
        { b: 1, a: 'x' },
        { c: true, a: null },
      ]),
    ).toEqual([
      ['b', 'a', 'c'],
      ['1', 'x', ''],
      ['', '', 'true'],
    ]);
  });

  it('may lie in an object, and hold objects', () => {
    const list = readJsonList(LIST)!;
    expect(list.header!.cells).toEqual([
      ...['place', 'bib', 'name', 'gender', 'age'],
      ...['splits Mill Green', 'splits Ridge Road', 'time', 'status'],
    ]);
    expect(list.rows.map(({ line }) => line)).toEqual([5, 6, 7]);
    expect(list.rows[0]!.spanOf!(list.rows[0]!, 2)).toEqual({ line: 5, column: 5, length: 1 });
  });

  it('is found whatever its texts hold', () => {
    const list = readJsonList('[{"a":"{ \\" [","b":[{"c":1}]},\n\n {"a":"}"}]')!;
    expect(list.rows.map(({ line, cells }) => [line, ...cells])).toEqual([
      [1, '{ " [', '[{"c":1}]'],
      [3, '}', ''],
    ]);
  });

  it.each([
    ['no JSON', '[{"a": 1'],
    ['an empty list', '[]'],
    ['a list of numbers', '[1, 2]'],
    ['an object', '{"a": 1}'],
    ['an object with two lists', '{"a": [{"b": 1}], "c": [{"d": 1}]}'],
  ])('is none in %s', (_, text) => {
    expect(readJsonList(text)).toBeNull();
  });

  it('is read as results', async () => {
    const files = raceFolder({
      'race.yaml':
        'race: { name: Mill Green, start: 2018-09-08 06:00, timezone: America/New_York }\ncourse: { distance: 50 km, stations: [{ name: Mill Green, at: 10 km }, { name: Ridge Road, at: 35 km }] }\ngoals: [under 6h]\n',
      'results.json': LIST,
    });
    const { editions } = await askJson('field', files['results.json']);
    expect(editions).toMatchObject([{ starters: 3, finishers: 2, winnerS: 17_970 }]);
  });
});
