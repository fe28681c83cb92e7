/** A list of objects in JSON as a table: a row an object, a column a key. */
import type { Span } from '../../kernel/diagnostic.js';
import type { Sheet, TableRow } from './row.js';

type Item = Readonly<Record<string, unknown>>;

/**
 * Reads a list of objects, or an object that holds one such list. Objects inside an object are columns of their own,
 * by both names.
 * @returns `null` when the text is none
 */
export function readJsonList(text: string): Sheet | null {
  const found = listOf(parsed(text));
  if (!found || found.items.length === 0) return null;
  const items = found.items.map(flat);
  const keys = [...new Set(items.flatMap((item) => [...item.keys()]))];
  const starts = startsOf(text, found.depth);
  const places = starts.length === items.length ? starts : items.map(() => null);
  const rows = items.map((item, i): TableRow => {
    const { line = 1, column = 1 } = places[i] ?? {};
    const spanOf = (): Span => ({ line, column, length: 1 });
    const cells = keys.map((key) => item.get(key) ?? '');
    return { line, cells, raw: cells.join('\t'), spanOf };
  });
  const { line, spanOf } = rows[0]!;
  const header: TableRow = { line, cells: keys, raw: keys.join('\t'), ...(spanOf && { spanOf }) };
  return { name: null, header, rows: rows.filter(({ cells }) => cells.some(Boolean)) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const isObject = (value: unknown): value is Item =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isList = (value: unknown): value is readonly Item[] =>
  Array.isArray(value) && value.length > 0 && value.every(isObject);

/** The list, and how many brackets are open around its objects. */
function listOf(value: unknown): { items: readonly Item[]; depth: number } | null {
  if (isList(value)) return { items: value, depth: 1 };
  const lists = isObject(value) ? Object.values(value).filter(isList) : [];
  return lists.length === 1 ? { items: lists[0]!, depth: 2 } : null;
}

function flat(item: Item): Map<string, string> {
  const cells = new Map<string, string>();
  for (const [key, value] of Object.entries(item)) {
    if (!isObject(value)) cells.set(key, written(value));
    else
      for (const [inner, leaf] of Object.entries(value))
        cells.set(`${key} ${inner}`, written(leaf));
  }
  return cells;
}

const written = (value: unknown): string =>
  value === null || value === undefined
    ? ''
    : (typeof value === 'object' ? JSON.stringify(value) : String(value)).trim();

/** Where the objects begin that stand in so many brackets, the innermost a list's. */
function startsOf(text: string, depth: number): { line: number; column: number }[] {
  const starts: { line: number; column: number }[] = [];
  const open: string[] = [];
  let [line, lineFrom] = [1, 0];
  for (const { 0: sign, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}\n]/g)) {
    if (sign === '\n') [line, lineFrom] = [line + 1, index + 1];
    if (sign === '{' && open.length === depth && open.at(-1) === '[') {
      starts.push({ line, column: index - lineFrom + 1 });
    }
    if (sign === '{' || sign === '[') open.push(sign);
    if (sign === '}' || sign === ']') open.pop();
  }
  return starts;
}
