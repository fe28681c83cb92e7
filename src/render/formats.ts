/** Every format a report can be printed in; its renderer is loaded when asked for. */
import type { Problem } from '../domain/problems/problem.js';
import type { Report } from '../report/report.js';
import type { ReportStyle } from './style.js';

export type RenderReport = (
  report: Report,
  style: ReportStyle,
  problems: readonly Problem[],
) => string;

interface FormatRow {
  /** Extensions of `-o FILE` that ask for it. */
  extensions: readonly string[];
  /** What it is for, as help says it. */
  summary: string;
  load: () => Promise<RenderReport>;
}

export const FORMATS = {
  terminal: {
    extensions: ['txt'],
    summary: 'to read on a screen',
    load: async () => (await import('./terminal.js')).renderTerminal,
  },
  markdown: {
    extensions: ['md', 'markdown'],
    summary: 'to read in a browser, a notebook, a chat',
    load: async () => (await import('./markdown.js')).renderMarkdown,
  },
  json: {
    extensions: ['json'],
    summary: 'for programs: stable under schemaVersion',
    load: async () => (await import('./json.js')).renderJson,
  },
  jsonl: {
    extensions: ['jsonl', 'ndjson'],
    summary: 'for programs: of many runners one object a line',
    load: async () => (await import('./json.js')).renderJsonLines,
  },
  html: {
    extensions: ['html', 'htm'],
    summary: 'one page with pictures: for a phone, a desk and paper',
    load: async () => (await import('./html/html.js')).renderHtml,
  },
  junit: {
    extensions: ['xml'],
    summary: 'for CI: a test for each goal',
    load: async () => (await import('./junit.js')).renderJunit,
  },
  csv: {
    extensions: ['csv'],
    summary: 'one table for a spreadsheet',
    load: async () => (await import('./csv-table.js')).renderCsvTable,
  },
  ics: {
    extensions: ['ics'],
    summary: 'arrivals or duties for a calendar, with alarms',
    load: async () => (await import('./ics.js')).renderIcs,
  },
  gpx: {
    extensions: ['gpx'],
    summary: 'the course with its stations and their times, for a watch',
    load: async () => (await import('./gpx.js')).renderGpx,
  },
} as const satisfies Record<string, FormatRow>;

export type Format = keyof typeof FORMATS;

const FORMAT_NAMES = Object.keys(FORMATS) as Format[];

/** The format an extension such as `md` asks for, or `null`. */
export const formatOfExtension = (extension: string): Format | null =>
  FORMAT_NAMES.find((name) =>
    (FORMATS[name] as FormatRow).extensions.includes(extension.toLowerCase()),
  ) ?? null;
