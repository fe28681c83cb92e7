/** Which files hold what people wrote, or recorded: plans, courses, logs, results. */
import { extname } from 'node:path';
import type { Handwritten } from '../domain/problems/usage.js';
import { INTAKE_COLUMNS } from './log/intake-rows.js';
import { RACE_LOG_COLUMNS } from './log/rows.js';
import { resultHeadings } from './results/header-words.js';
import { detectDelimiter, readRows } from './table/delimited.js';
import { CLEAR_HEADER, headingsOf } from './table/header.js';

/** What an extension promises, whatever the file holds. */
const BY_EXTENSION: Readonly<Record<string, Handwritten>> = {
  '.yaml': 'plan',
  '.yml': 'plan',
  '.gpx': 'course',
  '.tcx': 'course',
  '.fit': 'course',
  '.kml': 'course',
  '.csv': 'table',
  '.tsv': 'table',
  '.xlsx': 'table',
  '.xls': 'table',
  '.ods': 'table',
  '.ics': 'calendar',
};

/** By what files that raceplan writes are known again. */
export interface OwnMarks {
  /** Heads of tables: exactly these columns, or these and then any that begin so. */
  tables: readonly { columns: readonly string[]; rest?: string }[];
  /** Found in what it writes for other programs, and in nothing else. */
  texts: readonly RegExp[];
}

/**
 * What a file holds that people wrote; `null` of an empty file, and of one that raceplan writes: reports, a
 * schema, calendars, courses and tables of its own.
 * @param text its beginning
 */
export function recognizeHandwritten(
  path: string,
  text: string,
  own: OwnMarks,
): Handwritten | null {
  const [firstLine = ''] = text.trimStart().split('\n', 1);
  if (text.trim() === '' || isOwnTable(firstLine, own) || own.texts.some((mark) => mark.test(text)))
    return null;
  return BY_EXTENSION[extname(path.replace(/\.gz$/i, '')).toLowerCase()] ?? readAs(text, firstLine);
}

function isOwnTable(firstLine: string, { tables }: OwnMarks): boolean {
  const { rows } = readRows('', firstLine, ',');
  const cells = rows[0]?.cells ?? [];
  return tables.some(
    ({ columns, rest }) =>
      columns.every((name, i) => cells[i] === name) &&
      cells.slice(columns.length).every((name) => rest !== undefined && name.startsWith(rest)),
  );
}

/** What a file of another name, or of none, reads as. */
function readAs(text: string, firstLine: string): Handwritten | null {
  const isReport = /"(?:schemaVersion|\$schema)"\s*:/.test(text);
  const isJsonPlan = /^\s*\{/.test(text) && /"race"\s*:/.test(text) && !isReport;
  if (/^race\s*:/m.test(text) || isJsonPlan) return 'plan';
  const isTrack = /<(?:gpx|TrainingCenterDatabase|kml)[\s>]/.test(text);
  if (/^BEGIN:VCALENDAR/i.test(text)) return 'calendar';
  if (isTrack || text.slice(8, 12) === '.FIT') return 'course';
  const isWorkbook = text.startsWith('PK\x03\x04');
  const isList = /^\s*(?:\[\s*\{|\{[\s\S]*\[\s*\{)/.test(text) && !isReport;
  return isWorkbook || isList || isTable(firstLine) ? 'table' : null;
}

/** A first line that names two columns of a log, or of results. */
function isTable(firstLine: string): boolean {
  const { rows } = readRows('', firstLine, detectDelimiter(firstLine));
  const header = rows[0]?.cells ?? [];
  return Math.max(LOG_COLUMNS(header), resultHeadings(header)) >= CLEAR_HEADER;
}

const LOG_COLUMNS = headingsOf(RACE_LOG_COLUMNS, INTAKE_COLUMNS);
