import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse as parseTable } from 'csv-parse/sync';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.js';
import { FORMATS, type Format } from '../../src/render/formats.js';
import { appointmentsOf } from '../support/calendar.js';
import { raceplan } from '../support/cli.js';
import { askJson } from '../support/folder.js';
import { faultsOf } from '../support/xml-schema.js';

const RACE = join(import.meta.dirname, '../../fixtures/hostile/race');

/** How each command is run there: a new one has to be added here. */
const RUNS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  build: [['race.yaml'], ['race.yaml', '--explain'], ['race.yaml', '--every', '2km']],
  analyze: [['splits.csv'], ['results-2023.csv', '--plan', 'race.yaml', '--all']],
  replan: [['so-far.csv'], ['so-far.csv', '--brief']],
  crew: [['race.yaml'], ['race.yaml', '--log', 'so-far.csv'], ['race.yaml', '--for', '=cmd()']],
  field: [['race.yaml']],
  compare: [['race.yaml', 'race.yaml']],
  backtest: [['results-2023.csv', '--plan', 'race.yaml']],
  check: [['race.yaml', '--today', '2024-04-20']],
  schema: [[]],
  help: [['errors']],
  completion: [['bash']],
  init: [
    [
      join(tmpdir(), `raceplan-hostile-${process.pid}`),
      '--from',
      'course.gpx',
      '--name',
      '<script>',
      '--force',
    ],
  ],
};

const inRace = (argv: readonly string[]) =>
  argv.map((word) => (/\.(?:csv|yaml|gpx)$/.test(word) ? join(RACE, word) : word));

/** All that a person, a terminal or a program would take for something else than text. */
const CONTROLS = /[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069\u2028\u2029]/u;

/** What a browser would do something with. */
const LIVE_HTML = /<(?:script|svg|img|b|i|title|pre|\/)/i;

const isNumber = (cell: string) => /^-?\d+(?:\.\d+)?$/.test(cell);

/** A text of Markdown, without what stands in blocks of code. */
const outsideCode = (markdown: string) => markdown.replace(/^```\w*\n[\s\S]*?^```$/gm, '');

/** What must hold of each format, of what is printed. */
const LAWS: Readonly<Record<string, (text: string) => void | Promise<void>>> = {
  terminal: () => {},
  markdown: (text) => {
    expect(outsideCode(text)).not.toMatch(LIVE_HTML);
    expect(outsideCode(text)).not.toMatch(/[^\\]\]\(javascript:/);
  },
  json: (text) => {
    expect(JSON.parse(text).schemaVersion).toBe(1);
  },
  jsonl: (text) => {
    for (const line of text.trimEnd().split('\n')) expect(JSON.parse(line).schemaVersion).toBe(1);
  },
  junit: async (text) => {
    expect(XMLValidator.validate(text)).toBe(true);
    expect(await faultsOf(text, 'junit.xsd')).toEqual([]);
  },
  gpx: async (text) => {
    expect(XMLValidator.validate(text)).toBe(true);
    expect(await faultsOf(text, 'gpx-1.1.xsd')).toEqual([]);
  },
  csv: (text) => {
    const rows: string[][] = parseTable(text, { bom: true });
    expect(rows.length).toBeGreaterThan(1);
    const cells = rows.flat();
    expect(cells.filter((cell) => /^\s*[=+\-@\t\r]/.test(cell) && !isNumber(cell))).toEqual([]);
  },
  ics: (text) => {
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    const events = appointmentsOf(text);
    expect(text.match(/^BEGIN:VEVENT\r$/gm)).toHaveLength(events.length);
    expect(text.match(/^BEGIN:VALARM\r$/gm) ?? []).toHaveLength(
      events.flatMap(({ alarmsAt }) => alarmsAt).length,
    );
  },
  html: (page) => {
    // what stands in quotes is no markup; quotes in it are escaped
    const text = page.replace(/="[^"]*"/g, '=""');
    expect(text).not.toMatch(/<script[\s>]/i);
    expect(text).not.toMatch(/<[a-z][^>]*\son\w+\s*=/i);
    expect(page).not.toMatch(/<[^>]*(?:href|src)\s*=\s*["']?\s*javascript:/i);
  },
};

describe('words of a race that mean something elsewhere', () => {
  it('are tried in every command and every format', () => {
    expect(Object.keys(RUNS).sort()).toEqual(COMMANDS.map(({ name }) => name).sort());
    expect(Object.keys(FORMATS).filter((format) => !(format in LAWS))).toEqual([]);
  });

  const cases = COMMANDS.flatMap(({ name, formats }) =>
    RUNS[name]!.flatMap((argv) => formats.map((format) => [name, argv.join(' '), format] as const)),
  );

  it.each(cases)('are words only: %s %s --format %s', async (command, words, format) => {
    const argv = RUNS[command]!.find((one) => one.join(' ') === words)!;
    const ran = await raceplan(command, ...inRace(argv), '--format', format);
    expect(ran.stderr).not.toContain(' error ');
    expect(ran.stdout).not.toBe('');
    const text = format === 'ics' ? ran.stdout.replaceAll('\r\n', '\n') : ran.stdout;
    expect(text.replace(/^\ufeff/, '')).not.toMatch(CONTROLS);
    expect(ran.stderr).not.toMatch(CONTROLS);
    await LAWS[format]!(ran.stdout);
  });
});

const print = async (command: string, format: Format, ...argv: string[]) =>
  (await raceplan(command, ...inRace(argv), '--format', format)).stdout;

describe('they come back as they were written', () => {
  it('out of XML', async () => {
    const parser = new XMLParser({ ignoreAttributes: false });
    const { gpx } = parser.parse(await print('build', 'gpx', 'race.yaml'));
    expect(gpx.metadata.name).toBe('<script>alert(1)</script>');
    expect(gpx.wpt).toHaveLength(6);
    expect(gpx.wpt[1].name).toMatch(/^=HYPERLINK\("http:\/\/x"\) 06:\d\d stop 2$/);
    expect(gpx.wpt[1].desc).toContain(']]> END:VEVENT BEGIN:VEVENT SUMMARY:not asked for');
    const { testsuites } = parser.parse(await print('build', 'junit', 'race.yaml'));
    expect(testsuites.testsuite['@_name']).toBe('<script>alert(1)</script>');
  });

  it('out of a spreadsheet, formulas with an apostrophe before them', async () => {
    const rows: string[][] = parseTable(await print('build', 'csv', 'race.yaml'), { bom: true });
    expect(rows.slice(1).map(([station]) => station)).toEqual([
      `'=HYPERLINK("http://x")`,
      `'@SUM(1+1)*cmd|' /C calc'!A0`,
      `'+1`,
      `'-1`,
      'Finish',
    ]);
    expect(rows[3]!.at(-1)).toBe(`'-2+3`);
  });

  it('out of a calendar, with one appointment for each that the plan has', async () => {
    const arrivals = appointmentsOf(await print('build', 'ics', 'race.yaml'));
    expect(arrivals).toHaveLength(6);
    expect(arrivals[1]!.summary).toBe('\\x1b[31mred\\x1b[0m: =HYPERLINK("http://x"), 5.0 km');
    expect(arrivals[1]!.description).toContain(']]> END:VEVENT BEGIN:VEVENT SUMMARY:not asked for');
    const crew = await askJson('crew', join(RACE, 'race.yaml'));
    const duties = crew.people.flatMap(({ stays }: { stays: unknown[] }) => stays);
    expect(appointmentsOf(await print('crew', 'ics', 'race.yaml'))).toHaveLength(duties.length);
  });
});
