import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { error, warning } from '../../src/domain/problems/problem.js';
import { drawSvg } from '../../src/render/charts/svg.js';
import { renderHtml } from '../../src/render/html/html.js';
import type { Report, TableSection } from '../../src/report/report.js';
import { clock, count, say, words } from '../../src/report/value.js';
import { FULL, SAMPLE } from '../render/sample-report.js';
import { reportStyle as style } from '../support/plain-style.js';
import { BAND, FIGURE, SHEETS } from './sample-parts.js';

vi.mock(import('../../src/render/charts/svg.js'), () => ({ drawSvg: vi.fn(() => null) }));

const PLACE = { file: '/home/someone/races/splits.csv', span: { line: 3, column: 9, length: 3 } };
const PROBLEMS = [warning('BAD_NUMBER', { written: 'ten', column: 'carbs_g' }, PLACE)];

const styleOf = (html: string) => /<style>(.*?)<\/style>/s.exec(html)?.[1] ?? '';
/** Without the style, which is not what these tests are about. */
const bodyOf = (html: string) => html.replace(/<style>.*?<\/style>/s, '<style></style>');
const tagsOf = (html: string) => bodyOf(html).match(/<[a-z][a-z0-9]*/g) ?? [];
const placesOf = (html: string, ...texts: string[]) =>
  texts.map((text) => bodyOf(html).indexOf(text));
const withColumns = (table: TableSection, kept: readonly number[]): TableSection => ({
  ...table,
  columns: kept.map((i) => table.columns[i]!),
  rows: table.rows.map((row) => ({ ...row, cells: kept.map((i) => row.cells[i] ?? []) })),
});
const ascending = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b);

describe('a report as a page', () => {
  it('has everything the report has', async () => {
    const html = bodyOf(renderHtml(FULL, style(), PROBLEMS)).replaceAll('><', '>\n<');
    await expect(html.replace(/sha256-[\w+/=]+/, 'sha256')).toMatchFileSnapshot(
      'golden/report.html',
    );
  });

  it('has sheets of their own and a band for the wrist', async () => {
    const report = { ...FULL, sections: [], pages: SHEETS, band: BAND };
    const html = bodyOf(renderHtml(report, style(), [])).replaceAll('><', '>\n<');
    await expect(html.replace(/sha256-[\w+/=]+/, 'sha256')).toMatchFileSnapshot(
      'golden/sheets.html',
    );
  });

  it('begins with the verdicts, then what to do next', () => {
    const [verdicts, target, ...others] = FULL.sections;
    const next = {
      kind: 'list' as const,
      title: 'Do now',
      tone: 'plain' as const,
      items: [say`eat`],
      isNext: true as const,
    };
    const html = renderHtml(
      { ...FULL, sections: [target!, ...others, next, verdicts!] },
      style(),
      [],
    );
    const places = placesOf(html, '>Goals<', '>Do now<', '>Target<', '>Pace chart<');
    expect(places.every((at) => at > 0)).toBe(true);
    expect(places).toEqual(ascending(places));
  });

  it('shows verdicts that stand in no section', () => {
    const html = renderHtml(SAMPLE, style(), []);
    expect(html).toContain('✓</span> met</span>');
    expect(html).toContain('likely (>99%)');
  });

  it('says what went wrong, by the name of the file alone', () => {
    const html = renderHtml(FULL, style(), PROBLEMS);
    expect(html).toContain('What was taken for granted');
    expect(html).toContain('splits.csv, line 3: ');
    expect(html).not.toContain('someone');
    expect(renderHtml(FULL, style(), [])).not.toContain('taken for granted');
  });

  it('calls an error one', () => {
    const problem = error('BAD_NUMBER', { written: 'ten', column: 'carbs_g' }, PLACE);
    expect(renderHtml(FULL, style(), [problem])).toContain('<strong>error: </strong>');
  });

  it('has nothing but the verdicts when quiet, and the few lines when brief', () => {
    const quiet = renderHtml(FULL, style({ quiet: true }), PROBLEMS);
    expect(quiet).toContain('under 12h');
    expect(quiet).not.toContain('Pace chart');
    const brief = renderHtml(
      { ...FULL, brief: [say`${count(3)} min ahead`] },
      style({ brief: true }),
      [],
    );
    expect(brief).toContain('<li>3 min ahead</li>');
    expect(brief).not.toContain('under 12h');
  });

  it('leads to an address that is all of a line, and to none inside a text', () => {
    const html = renderHtml({ ...FULL, pages: SHEETS }, style(), []);
    expect(html).toContain('<a href="https://example.org/lot" rel="noreferrer">');
    expect(html.match(/href="http/g)).toHaveLength(1);
    expect(html).not.toContain('javascript:alert(1)"');
  });

  it('shows a figure twice, once for a phone, with a way to its numbers', () => {
    const svg = (className: string) =>
      ({ type: 'element', tagName: 'svg', properties: { className }, children: [] }) as const;
    vi.mocked(drawSvg).mockReturnValueOnce({ wide: svg('a'), narrow: svg('b') } as never);
    const html = renderHtml({ ...FULL, sections: [FIGURE, ...FULL.sections] }, style(), []);
    expect(html).toContain('<div class="wide"><svg class="a"></svg></div>');
    expect(html).toContain('<div class="narrow"><svg class="b"></svg></div>');
    expect(html).toContain('<a href="#table-paceChart">');
    expect(html).toContain('id="table-paceChart"');
  });

  it('leads from a figure to the numbers on the same sheet', () => {
    const svg = { type: 'element', tagName: 'svg', properties: {}, children: [] } as const;
    vi.mocked(drawSvg).mockImplementation(() => ({ wide: svg, narrow: svg }) as never);
    const sections = structuredClone([FIGURE, ...FULL.sections]);
    const sheet = { title: say`Day 1`, subtitle: null, sections };
    const html = renderHtml(
      { ...FULL, pages: [sheet, { ...sheet, sections: [structuredClone(FIGURE)] }] },
      style(),
      [],
    );
    vi.mocked(drawSvg).mockImplementation(() => null);
    const ids = [...html.matchAll(/id="(table-paceChart[^"]*)"/g)].map(([, id]) => id);
    expect(ids).toHaveLength(2);
    const [, onSheet] = ids;
    expect([...html.matchAll(/href="#(table-paceChart[^"]*)">Its/g)].map(([, id]) => id)).toEqual([
      onSheet,
    ]);
  });

  it('leaves out a figure in which there is nothing to see', () => {
    const html = renderHtml({ ...FULL, sections: [FIGURE, ...FULL.sections] }, style(), []);
    expect(bodyOf(html)).not.toContain(FIGURE.title);
  });

  it('lists a table with its figures once, and leads to the first of them', () => {
    const svg = { type: 'element', tagName: 'svg', properties: {}, children: [] } as const;
    vi.mocked(drawSvg).mockImplementation(() => ({ wide: svg, narrow: svg }) as never);
    const table = FULL.sections.find((section) => section.kind === 'table')!;
    const lists = Array.from({ length: 6 }, (_, i) => ({
      kind: 'list' as const,
      title: `List ${i}`,
      tone: 'plain' as const,
      items: [say`one`],
    }));
    const lone = { ...FIGURE, id: 'lone', title: 'Alone', table: null };
    const html = renderHtml(
      { ...FULL, sections: [FIGURE, { ...FIGURE, id: 'second' }, table, lone, ...lists] },
      style(),
      [],
    );
    vi.mocked(drawSvg).mockImplementation(() => null);
    const nav = /<nav.*?<\/nav>/s.exec(html)![0];
    const lead = (to: string, title: unknown) => nav.split(`<a href="#${to}">${title}</a>`).length;
    // folded for a phone, and open
    expect(lead('chart-pace', table.title)).toBe(3);
    expect(lead('chart-lone', 'Alone')).toBe(3);
    expect(nav).not.toContain(FIGURE.title);
    expect(nav).toContain('<summary>Contents</summary>');
  });

  it('says lessons to a person, and folds away what is to be pasted', () => {
    const html = renderHtml(
      {
        ...FULL,
        sections: [
          {
            kind: 'yaml',
            title: 'Lessons',
            under: 'lessons',
            saidBy: 'lesson',
            items: [
              {
                keys: [
                  { key: 'from', text: [words('Lake Sixty')] },
                  { key: 'lesson', text: [words('eat early')] },
                ],
                comment: null,
              },
            ],
            notes: [],
          },
        ],
      },
      style(),
      [],
    );
    expect(html).toMatch(/<ul><li>eat early<\/li><\/ul><details><summary>/);
    expect(html).toContain('- from: Lake Sixty\n    lesson: eat early');
  });

  it('names the columns a phone leaves out', () => {
    const sections = FULL.sections.map((section) =>
      section.kind === 'table' ? withColumns(section, [0, 1, 2, 3, 4, 6]) : section,
    );
    const html = renderHtml({ ...FULL, sections }, style(), []);
    expect(html).toMatch(
      /On a wider screen \(turn the phone\) also: <span class="until-\d+">Leg<\/span>/,
    );
  });
});

describe('a page by itself', () => {
  const html = renderHtml({ ...FULL, pages: SHEETS, band: BAND }, style(), PROBLEMS);

  it('allows no script and nothing from elsewhere, but the style it brings', () => {
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1];
    const hash = createHash('sha256').update(styleOf(html)).digest('base64');
    expect(policy?.replaceAll('&#x27;', "'")).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
    );
    expect(html).not.toMatch(/<script|<link|<img|<iframe|\son\w+=|\sstyle=|\ssrc=/i);
    expect(styleOf(html)).not.toMatch(/url\((?!#)|@import|<\//);
  });

  it('is the same page whatever a file says, but for the words', () => {
    const hostile = fc.oneof(
      fc.constantFrom(
        '</style><script>alert(1)</script>',
        '"><img src=x onerror=alert(1)>',
        '<!--',
        ']]>',
        '&lt;b&gt;',
        "' onload='x",
        '\u0000\u001b[31m\u202e',
      ),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }).filter((s) => s.trim() !== ''),
    );
    const pageOf = (name: string): string => {
      const report: Report = {
        ...FULL,
        title: name,
        subtitle: [words(name)],
        verdicts: FULL.verdicts.map((verdict) => ({ ...verdict, goal: name })),
        sections: [
          { kind: 'verdicts', title: name, verdicts: [{ ...FULL.verdicts[0]!, goal: name }] },
          { kind: 'facts', title: name, facts: [{ label: name, text: [words(name)] }] },
          {
            kind: 'table',
            id: 't',
            title: name,
            columns: [
              { id: 'a', label: [words(name)], align: 'left' },
              { id: 'b', label: 'B', align: 'left' },
            ],
            rows: [{ cells: [[words(name)], [words(name)]] }],
            notes: [[words(name)]],
          },
          { kind: 'list', title: name, tone: 'warning', items: [[words(name)]] },
          {
            kind: 'yaml',
            title: name,
            under: 'lessons',
            saidBy: 'lesson',
            items: [{ keys: [{ key: 'lesson', text: [words(name)] }], comment: [words(name)] }],
            notes: [],
          },
          {
            kind: 'block',
            title: [words(name)],
            lines: [{ label: name, items: [[words(name)], [words(name)]] }],
          },
        ],
        pages: [{ title: [words(name)], subtitle: [words(name)], sections: [] }],
      };
      return renderHtml(report, style(), [
        warning('BAD_NUMBER', { written: name, column: name }, { file: name }),
      ]);
    };
    const plain = tagsOf(pageOf('plain'));
    fc.assert(
      fc.property(hostile, (name) => {
        const page = pageOf(name);
        expect(tagsOf(page)).toEqual(plain);
        expect(page).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
      }),
      { numRuns: 100 },
    );
  });

  it('gives no two elements one id', () => {
    const twice = { ...FULL, sections: [...FULL.sections, ...FULL.sections], pages: SHEETS };
    const ids = [...renderHtml(twice, style(), []).matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(ids.length).toBeGreaterThan(5);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('tells times of day in the band as the pace chart does', () => {
    const at = Date.parse('2018-09-09T01:00:00-04:00');
    const band = { ...BAND, rows: [{ cells: [['A'], [clock(at, 'America/New_York', true)]] }] };
    const named = renderHtml({ ...FULL, band }, style(), []);
    expect(named).toContain('<td class="arrive">Sun 1:00 AM</td>');
  });
});
