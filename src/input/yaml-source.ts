/** YAML text → plain values, with the exact place of every key and value. */
import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
} from 'yaml';
import { error, type Problem } from '../domain/problems/problem.js';
import type { Span } from '../kernel/diagnostic.js';
import type { Source } from './source.js';

/** Keys and list positions from the root. */
export type Path = readonly (string | number)[];

export interface Locate {
  /** The key at `path` (of a list item: the item), or the nearest one above it that is written. */
  key(path: Path): Span;
  /** The value at `path`; its key when it has none. */
  value(path: Path): Span;
}

export interface YamlSource {
  /** Maps, lists and texts: every scalar is the text written. Keys without a value are left out. */
  value: unknown;
  locate: Locate;
  diagnostics: readonly Problem[];
}

/**
 * Reads one YAML 1.2 document. Scalars stay text, so that `11:45`, `007` and `yes` arrive as written
 * and each key's own reader decides what they mean.
 */
export function readYaml({ file, text }: Source): YamlSource {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    schema: 'failsafe',
    customTags: (tags) => tags.concat('null'),
    lineCounter: lines,
    prettyErrors: false,
  });

  const span = (start: number, end: number): Span => {
    const { line, col } = lines.linePos(start);
    const written = text.slice(start, Math.max(start, end)).split('\n', 1)[0] ?? '';
    return { line, column: col, length: Math.max(1, written.trimEnd().length) };
  };
  const syntax = (reason: string, at: Span) => error('YAML_SYNTAX', { reason }, { file, span: at });

  const diagnostics = document.errors.map((e) => syntax(e.message, span(...e.pos)));
  const locate = locator(document, span);
  if (diagnostics.length > 0) return { value: null, locate, diagnostics };
  try {
    const value = document.toJS({ reviver: (_, v) => (v === null || v === '' ? undefined : v) });
    return { value, locate, diagnostics };
  } catch (cause) {
    // an alias without an anchor, or one that multiplies itself
    const reason = (cause as Error).message;
    return { value: null, locate, diagnostics: [syntax(reason, span(0, 0))] };
  }
}

function locator(document: Document.Parsed, span: (start: number, end: number) => Span): Locate {
  const spanOf = (node: Node | null): Span =>
    node?.range ? span(node.range[0], node.range[1]) : { line: 1, column: 1, length: 1 };

  function find(path: Path): { key: Node | null; value: Node | null } {
    let found: { key: Node | null; value: Node | null } = { key: null, value: document.contents };
    for (const step of path) {
      const parent = isAlias(found.value) ? (found.value.resolve(document) ?? null) : found.value;
      const next = child(parent, step);
      if (!next) break;
      found = next;
    }
    return found;
  }

  return {
    key(path) {
      const { key, value } = find(path);
      return spanOf(key ?? value);
    },
    value(path) {
      const { key, value } = find(path);
      return spanOf(isScalar(value) && value.value === null ? key : value);
    },
  };
}

function child(parent: Node | null, step: string | number) {
  if (isMap(parent)) {
    const pair = parent.items.find(({ key }) => isScalar(key) && key.value === String(step));
    return pair ? { key: pair.key as Node, value: pair.value as Node | null } : null;
  }
  const value = isSeq(parent) ? parent.items[Number(step)] : undefined;
  return value ? { key: null, value: value as Node } : null;
}
