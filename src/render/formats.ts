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
  load: () => Promise<RenderReport>;
}

export const FORMATS = {
  terminal: {
    extensions: ['txt'],
    load: async () => (await import('./terminal.js')).renderTerminal,
  },
  markdown: {
    extensions: ['md', 'markdown'],
    load: async () => (await import('./markdown.js')).renderMarkdown,
  },
  json: {
    extensions: ['json'],
    load: async () => (await import('./json.js')).renderJson,
  },
  jsonl: {
    extensions: ['jsonl', 'ndjson'],
    load: async () => (await import('./json.js')).renderJsonLines,
  },
  html: {
    extensions: ['html', 'htm'],
    load: async () => (await import('./html/html.js')).renderHtml,
  },
  junit: {
    extensions: ['xml'],
    load: async () => (await import('./junit.js')).renderJunit,
  },
  csv: {
    extensions: ['csv'],
    load: async () => (await import('./csv-table.js')).renderCsvTable,
  },
  ics: {
    extensions: ['ics'],
    load: async () => (await import('./ics.js')).renderIcs,
  },
  gpx: {
    extensions: ['gpx'],
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
