/** What can be wrong with YAML as YAML, told to someone who does not speak it. */
import {
  type Alias,
  type Document,
  isScalar,
  type Node,
  type Scalar,
  visit,
  type YAMLParseError,
} from 'yaml';
import { error, type Problem } from '../domain/problems/problem.js';
import type { Span } from '../kernel/diagnostic.js';

/** The place of `text.slice(range[0], range[1])`, or of its first line; of nothing: the file's start. */
export type SpanOf = (range: readonly [number, number, number?] | null | undefined) => Span;

const REASONS: Readonly<Record<string, string>> = {
  BAD_SCALAR_START: 'a text that starts with this character needs quotes',
  BLOCK_AS_IMPLICIT_KEY: 'a text with ": " in it needs quotes',
  MULTIPLE_DOCS: 'only one document is allowed in a file',
  TAB_AS_INDENT: 'lines are indented with spaces, not tabs',
  UNEXPECTED_TOKEN: 'this does not belong here',
};

export const syntaxProblems = (document: Document<Node>, spanOf: SpanOf, file: string): Problem[] =>
  untilLost(document.errors).map(({ code, message, pos }) => {
    const unclosed = code === 'MISSING_CHAR' ? quotedTextAround(document, pos[0]) : null;
    const reason = unclosed ? 'this quote is never closed' : (REASONS[code] ?? message);
    return error('YAML_SYNTAX', { reason }, { file, span: spanOf(unclosed?.range ?? pos) });
  });

/** After one thing that does not belong, the parser finds that nothing else does. */
const untilLost = (errors: readonly YAMLParseError[]): readonly YAMLParseError[] => {
  const lost = errors.findIndex(({ code }) => code === 'UNEXPECTED_TOKEN');
  return lost < 0 ? errors : errors.slice(0, lost + 1);
};

/** The parser notices a missing quote where the text ends; it is missed where the text begins. */
function quotedTextAround(document: Document<Node>, end: number): Scalar | null {
  let found: Scalar | null = null;
  visit(document, {
    Scalar(_, node) {
      if (node.type?.startsWith('QUOTE') && node.range && node.range[1] >= end) found = node;
    },
  });
  return found;
}

/** Why a document's aliases could not be followed. */
export function aliasProblem(document: Document<Node>, spanOf: SpanOf, file: string): Problem {
  const aliases: Alias[] = [];
  visit(document, {
    Alias(_, alias) {
      aliases.push(alias);
    },
  });
  const unknown = aliases.find((alias) => !alias.resolve(document));
  const reason = unknown ? `nothing is called &${unknown.source}` : 'aliases repeat without end';
  return error('YAML_SYNTAX', { reason }, { file, span: spanOf((unknown ?? aliases[0])?.range) });
}

export function repeatedKeys(document: Document<Node>, spanOf: SpanOf, file: string): Problem[] {
  const problems: Problem[] = [];
  visit(document, {
    Map(_, { items }) {
      const seen = new Map<unknown, Scalar>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        const first = seen.get(key.value);
        if (first) {
          const related = [{ span: spanOf(first.range), label: 'written here first' }];
          const at = { file, span: spanOf(key.range), related };
          problems.push(error('DUPLICATE_KEY', { key: String(key.value) }, at));
        }
        seen.set(key.value, key);
      }
    },
  });
  return problems;
}
