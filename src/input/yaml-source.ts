/** YAML text → plain values, with the exact place of every key and value. */
import { type Document, isAlias, isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml';
import type { Problem } from '../domain/problems/problem.js';
import type { Span } from '../kernel/diagnostic.js';
import type { Source } from './source.js';
import { aliasProblem, repeatedKeys, type SpanOf, syntaxProblems } from './yaml-problems.js';

/** Keys and list positions from the root. */
export type Path = readonly (string | number)[];

export interface Locate {
  /** The key at `path` (of a list item: the item), or the nearest one above it that is written. */
  key(path: Path): Span;
  /** The value at `path`; its key when it has none. */
  value(path: Path): Span;
}

export interface YamlSource {
  /** Maps, lists and texts: every scalar is the text written, `null` where nothing is. */
  value: unknown;
  locate: Locate;
  /** `false`: the syntax is broken, and `value` does not hold what the file says. */
  isReadable: boolean;
  diagnostics: readonly Problem[];
}

/**
 * Reads one YAML 1.2 document. Scalars stay text, so that `11:45`, `007` and `yes` arrive as written
 * and each key's own reader decides what they mean.
 */
export function readYaml({ file, text }: Source): YamlSource {
  const document = parseDocument<Node>(text, {
    schema: 'failsafe',
    customTags: (tags) => tags.concat('null'),
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'error',
  });
  const spanOf: SpanOf = (range) => {
    const [start, end] = range ?? [0, 0];
    const before = text.slice(0, start).split('\n');
    const written = text.slice(start, end).split('\n', 1)[0] ?? '';
    return {
      line: before.length,
      column: (before.at(-1) ?? '').length + 1,
      length: Math.max(1, written.trimEnd().length),
    };
  };

  const locate = locator(document, spanOf);
  const unreadable = (diagnostics: readonly Problem[]) => ({
    value: null,
    locate,
    isReadable: false,
    diagnostics,
  });
  if (document.errors.length > 0) return unreadable(syntaxProblems(document, spanOf, file));
  try {
    const value: unknown = document.toJS({ reviver: nullForEmpty }) ?? {};
    return { value, locate, isReadable: true, diagnostics: repeatedKeys(document, spanOf, file) };
  } catch {
    return unreadable([aliasProblem(document, spanOf, file)]);
  }
}

const nullForEmpty = (_key: unknown, value: unknown) => (value === '' ? null : value);

function locator(document: Document<Node>, spanOf: SpanOf): Locate {
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
      return spanOf(value === document.contents ? null : (key ?? value)?.range);
    },
    value(path) {
      const { key, value } = find(path);
      const isEmpty = isScalar(value) && value.value === null;
      return spanOf((isEmpty && key ? key : value)?.range);
    },
  };
}

function child(parent: Node | null, step: string | number) {
  if (isMap<Node, Node | null>(parent)) {
    // of a key written twice the last one counts
    const pair = parent.items.findLast(({ key }) => isScalar(key) && key.value === String(step));
    return pair ? { key: pair.key, value: pair.value } : null;
  }
  const value = isSeq<Node>(parent) ? parent.items[Number(step)] : undefined;
  return value ? { key: null, value } : null;
}
