import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { error, note, type Problem, warning } from '../../src/domain/problems/problem.js';
import { displayWidth } from '../../src/render/characters.js';
import { renderProblems } from '../../src/render/problems/frame.js';
import type { Style } from '../../src/render/style.js';
import { PLAIN } from '../support/plain-style.js';

const IMPERIAL: Style = { ...PLAIN, units: 'imperial' };
const MI = 1609.344;

const PLAN = `race:
  name: Pine Creek
stations:
  - name: Robinson Flat
    at: 30.3 mi

  - name: Duncan Canyon
    at: 24.4 mi
`;
const LOG = `station,arrive,depart
Devil's Thumb,16:00,17:43
Michigan Bluff,17:02,17:09
`;
const SOURCES = new Map([
  ['race.yaml', PLAN],
  ['splits.csv', LOG],
]);

const outOfOrder = error(
  'STATION_OUT_OF_ORDER',
  { station: 'Duncan Canyon', atM: 24.4 * MI, before: 'Robinson Flat', beforeAtM: 30.3 * MI },
  {
    file: 'race.yaml',
    span: { line: 8, column: 9, length: 7 },
    related: [
      { span: { line: 5, column: 9, length: 7 }, label: 'Robinson Flat, listed before it' },
    ],
  },
);
const goesBack = error(
  'SPLIT_GOES_BACK',
  {
    column: 'arrive',
    written: '17:02',
    station: 'Michigan Bluff',
    byS: 2460,
    before: "Devil's Thumb",
    event: 'departure',
  },
  { file: 'splits.csv', span: { line: 3, column: 16, length: 5 } },
);

const badNumber = (source: string, column: number, length: number) => ({
  problem: error(
    'BAD_NUMBER',
    { written: 'x', column: 'carbs_g' },
    { file: 'x.csv', span: { line: 1, column, length } },
  ),
  sources: new Map([['x.csv', source]]),
});

/** The excerpt of a problem on a one-line file: the line, and the marks under it. */
function excerpt(source: string, column: number, length: number, width = 80): string[] {
  const { problem, sources } = badNumber(source, column, length);
  const lines = renderProblems([problem], sources, { ...IMPERIAL, width }).split('\n');
  return lines.filter((line) => line.includes(' |')).map((line) => line.slice('  1 | '.length));
}

describe('problems', () => {
  it('are shown with their lines, marks and help, and counted', async () => {
    const text = renderProblems(
      [
        goesBack,
        outOfOrder,
        note(
          'CSV_READ_AS',
          { rows: 2, shape: 'clock times', emptyCells: 0 },
          { file: 'splits.csv' },
        ),
        warning('NO_ZONE', {}, { file: 'race.yaml' }),
        error('FILE_NOT_FOUND', { path: 'results.csv' }),
      ],
      SOURCES,
      IMPERIAL,
    );
    await expect(text).toMatchFileSnapshot('golden/problems.txt');
  });

  it('speak in the units of the reader', () => {
    const metric = renderProblems([outOfOrder], SOURCES, { ...IMPERIAL, units: 'metric' });
    expect(metric).toContain('9.5 km before the station above it');
  });

  it('say the same with and without colour', () => {
    const coloured = renderProblems([goesBack], SOURCES, { ...IMPERIAL, colour: true });
    expect(coloured).toContain('\u001b[');
    expect(stripVTControlCharacters(coloured)).toBe(renderProblems([goesBack], SOURCES, IMPERIAL));
  });

  it('are silent when there are none, and quiet when something was only assumed', () => {
    expect(renderProblems([], SOURCES, IMPERIAL)).toBe('');
    const assumed = note('CSV_READ_AS', { rows: 2, shape: 'clock times', emptyCells: 1 });
    expect(renderProblems([assumed], SOURCES, IMPERIAL).trimEnd().split('\n')).toHaveLength(1);
  });

  it('count warnings without claiming that nothing was computed', () => {
    const text = renderProblems(
      [warning('NO_ZONE', {}), warning('NO_ZONE', {})],
      SOURCES,
      IMPERIAL,
    );
    expect(text.trimEnd().split('\n').at(-1)).toBe('2 warnings.');
  });

  it('of one kind in one file are counted after the first twenty', () => {
    const many = Array.from(
      { length: 1000 },
      (_, i): Problem => ({
        ...goesBack,
        span: { line: i + 1, column: 1, length: 1 },
      }),
    );
    const text = renderProblems(many, SOURCES, IMPERIAL);
    expect(text.match(/error SPLIT_GOES_BACK/g)).toHaveLength(20);
    expect(text).toContain('… and 980 more SPLIT_GOES_BACK in splits.csv\n1000 errors.');
  });
});

describe('the marks of an excerpt', () => {
  it('stand under the place after tabs and wide characters', () => {
    expect(excerpt('a\t丹佛山\tx,y', 7, 1)).toEqual([
      'a  丹佛山  x,y',
      '           ^ "x" is no number',
    ]);
  });

  it('show one place even at the end of a line, or of an empty one', () => {
    expect(excerpt('a,b', 4, 0)).toEqual(['a,b', '   ^ "x" is no number']);
    expect(excerpt('', 1, 0)).toEqual(['', '^ "x" is no number']);
  });

  it('escape what would move the cursor', () => {
    expect(excerpt('\u001b[2J,x', 6, 1)).toEqual(['\\x1b[2J,x', '        ^ "x" is no number']);
  });

  it('keep their surroundings of a long line', () => {
    const line = `${'before,'.repeat(40)}HERE${',after'.repeat(40)}`;
    const [shown = '', marks = ''] = excerpt(line, 281, 4, 60);
    expect(displayWidth(shown)).toBeLessThanOrEqual(60 - 6);
    expect(shown).toMatch(/^….*before,HERE,after.*…$/);
    expect(marks.indexOf('^')).toBe(shown.indexOf('HERE'));
  });

  it('stay on the screen however long the marked text', () => {
    for (const width of [40, 80]) {
      const { problem, sources } = badNumber('z'.repeat(500), 100, 300);
      const [, ...lines] = renderProblems([problem], sources, { ...IMPERIAL, width }).split('\n');
      expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(width);
    }
  });
});
