import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { error } from '../../src/domain/problems/problem.js';
import { displayWidth } from '../../src/render/characters.js';
import { formatOfExtension } from '../../src/render/formats.js';
import { renderJson } from '../../src/render/json.js';
import { renderJunit } from '../../src/render/junit.js';
import { renderMarkdown } from '../../src/render/markdown.js';
import { renderTerminal } from '../../src/render/terminal.js';
import type { Report } from '../../src/report/report.js';
import { words } from '../../src/report/value.js';
import { reportStyle as style } from '../support/plain-style.js';
import { FULL, SAMPLE } from './sample-report.js';

const golden = (name: string) => `golden/${name}`;

const widest = (text: string) => Math.max(...text.split('\n').map(displayWidth));

describe('a report on the screen', () => {
  it('is readable at 80 columns', async () => {
    await expect(renderTerminal(FULL, style())).toMatchFileSnapshot(golden('report-80.txt'));
  });

  it('shows everything where there is room, in metric units', async () => {
    const text = renderTerminal(FULL, style({ width: 120, units: 'metric' }));
    expect(text).not.toContain('No room');
    await expect(text).toMatchFileSnapshot(golden('report-120-metric.txt'));
  });

  it('says which columns it left out', () => {
    expect(renderTerminal(FULL, style({ width: 70 }))).toContain('No room here for: Leg, Leave.');
  });

  it('says the same with and without colour', () => {
    const coloured = renderTerminal(FULL, style({ colour: true }));
    expect(coloured).toContain('\u001b[');
    expect(stripVTControlCharacters(coloured)).toBe(renderTerminal(FULL, style()));
  });

  it('prints nothing but the verdicts when quiet', async () => {
    const text = renderTerminal(FULL, style({ quiet: true }));
    await expect(text).toMatchFileSnapshot(golden('report-quiet.txt'));
    expect(renderTerminal({ ...FULL, verdicts: [] }, style({ quiet: true }))).toBe('');
  });

  it('is never wider than the screen, whatever the names', () => {
    const unit = fc.constantFrom(...'abcdefghi  |-_*', 'é', 'ß', 'Ø', '丹', '山', '한', '🏃', '…');
    const name = fc.string({ unit, maxLength: 60 });
    fc.assert(
      fc.property(
        fc.array(name, { minLength: 1 }),
        fc.integer({ min: 40, max: 160 }),
        (names, width) => {
          const report: Report = {
            ...FULL,
            title: names.join(' '),
            sections: FULL.sections.map((section) =>
              section.kind === 'table'
                ? {
                    ...section,
                    rows: names.map((text, i) => ({
                      cells: [[words(text)], ...(section.rows[i % 3]?.cells.slice(1) ?? [])],
                    })),
                  }
                : section,
            ),
          };
          expect(widest(renderTerminal(report, style({ width })))).toBeLessThanOrEqual(width);
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('a report as Markdown', () => {
  it('keeps the words of files out of the markup', async () => {
    await expect(renderMarkdown(FULL, style())).toMatchFileSnapshot(golden('report.md'));
  });

  it('has as many cells in every row as in the header', () => {
    const rows = renderMarkdown(FULL, style())
      .split('\n')
      .filter((line) => line.startsWith('|'));
    const cells = (row: string) => row.split(/(?<!\\)\|/).length;
    expect(rows.slice(0, 6).map(cells)).toEqual(rows.slice(0, 6).map(() => cells(rows[0]!)));
  });
});

describe('a report as JSON', () => {
  const problem = error(
    'BAD_NUMBER',
    { written: 'ten', column: 'carbs_g' },
    { file: 'splits.csv', span: { line: 3, column: 9, length: 3 } },
  );

  it('follows the contract', async () => {
    const text = renderJson(FULL, style(), [problem]);
    await expect(text).toMatchFileSnapshot(golden('report.json'));
    expect(Object.keys(JSON.parse(text))[0]).toBe('schemaVersion');
  });

  it('words sentences, keeps the unknown null and rounds to a thousandth', () => {
    const json = JSON.parse(renderJson(SAMPLE, style(), []));
    expect(json.warnings).toEqual(['no crew for 16.0 mi']);
    expect(json.legs[0]).toEqual({ to: 'Wellsboro Junction', atM: 8690.458, gainM: null });
    expect(Object.is(json.tiny, 0)).toBe(true);
    expect(json.verdicts[0]).toMatchObject({ actual: { valueS: 40740 }, status: 'met' });
  });
});

describe('goals as a JUnit suite', () => {
  it('fails what was missed and skips what is unknown', async () => {
    const xml = renderJunit(SAMPLE, style());
    expect(XMLValidator.validate(xml)).toBe(true);
    await expect(xml).toMatchFileSnapshot(golden('junit.xml'));
  });

  it('counts what it holds, and gives back every goal as written', () => {
    const statuses = ['met', 'missed', 'likely', 'possible', 'unlikely', 'unknown'] as const;
    const verdict = fc.record({
      goal: fc.string({ unit: 'binary', minLength: 1 }),
      status: fc.constantFrom(...statuses),
    });
    fc.assert(
      fc.property(fc.array(verdict, { minLength: 1 }), (verdicts) => {
        const report: Report = {
          ...SAMPLE,
          verdicts: verdicts.map((v) => ({ ...SAMPLE.verdicts[0]!, ...v, text: [words(v.goal)] })),
        };
        const xml = renderJunit(report, style());
        expect(XMLValidator.validate(xml)).toBe(true);
        const parser = new XMLParser({ ignoreAttributes: false, isArray: (n) => n === 'testcase' });
        const suite = parser.parse(xml).testsuites.testsuite;
        expect(suite.testcase).toHaveLength(verdicts.length);
        expect(Number(suite['@_failures'])).toBe(
          verdicts.filter(({ status }) => status === 'missed').length,
        );
        expect(Number(suite['@_skipped'])).toBe(
          verdicts.filter(({ status }) => status === 'unknown' || status === 'unlikely').length,
        );
        expect(xml).not.toMatch(/[^\P{Cc}\n]/u);
      }),
      { numRuns: 100 },
    );
  });
});

it('knows formats by the extensions people use', () => {
  const extensions = ['md', 'JSON', 'xml', 'txt', 'csv', 'ics', 'GPX', 'pdf'];
  expect(extensions.map(formatOfExtension)).toEqual([
    'markdown',
    'json',
    'junit',
    'terminal',
    'csv',
    'ics',
    'gpx',
    null,
  ]);
});
