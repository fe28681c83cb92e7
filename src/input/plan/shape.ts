/**
 * The shape of a plan: known keys, none missing, every value readable.
 * What is not is told, and left out, so that the rest can still be checked.
 */
import { z } from 'zod';
import { error, type Problem } from '../../domain/problems/problem.js';
import { closest } from '../../kernel/text.js';
import type { Path, YamlSource } from '../yaml-source.js';
import type { Tell } from './leaf.js';

/** One thing wrong with a value, at its path from the root. */
type Fault = { path: Path } & (
  | { kind: 'unknown key' }
  | { kind: 'missing' }
  /** Nothing behind the colon: as good as not written. */
  | { kind: 'empty' }
  | { kind: 'wrong type'; expected: string }
  | { kind: 'unreadable'; tell: Tell }
);

/**
 * Reads a YAML source by a vocabulary of which every key may be left out.
 * @returns what is usable of it, and a problem for everything else
 */
export function readShape<S extends z.ZodObject>(
  yaml: YamlSource,
  vocabulary: S,
  file: string,
): { written: z.output<S>; problems: readonly Problem[] } {
  let problems: readonly Problem[] | null = null;
  let value = yaml.value;
  for (;;) {
    const parsed = vocabulary.safeParse(value);
    if (parsed.success) return { written: parsed.data, problems: problems ?? [] };
    const faults = faultsOf(parsed.error.issues, value);
    const empty = faults.filter(({ kind }) => kind === 'empty');
    if (empty.length === 0) {
      // later turns only meet the gaps that the first one left
      problems ??= faults.map((fault) => explain(fault, value, yaml, vocabulary, file));
    }
    value = (empty.length > 0 ? empty : faults).reduce(withoutFault, value) ?? {};
  }
}

function faultsOf(issues: readonly z.core.$ZodIssue[], root: unknown, parent: Path = []): Fault[] {
  return issues.flatMap((issue): Fault[] => {
    const path = [...parent, ...(issue.path as Path)];
    const isEmptyKey = valueAt(root, path) === null && typeof path.at(-1) === 'string';
    if (isEmptyKey) return [{ kind: 'empty', path }];
    switch (issue.code) {
      case 'unrecognized_keys':
        return issue.keys.map((key) => ({ kind: 'unknown key', path: [...path, key] }));
      case 'invalid_type':
        return valueAt(root, path) === undefined
          ? [{ kind: 'missing', path }]
          : [{ kind: 'wrong type', path, expected: TYPE_WORDS[issue.expected] ?? 'a value' }];
      case 'invalid_union': {
        // text, or something larger: the alternative that is of the type written knows best
        const meant = issue.errors.find((branch) => !branch.some(isWrongTypeItself));
        return meant
          ? faultsOf(meant, root, path)
          : [{ kind: 'wrong type', path, expected: issue.errors.map(typeWanted).join(', or ') }];
      }
      case 'custom':
        return [{ kind: 'unreadable', path, tell: issue.params?.tell as Tell }];
      default:
        throw new Error(`the vocabulary has no check of kind ${issue.code}`);
    }
  });
}

const isWrongTypeItself = ({ code, path }: z.core.$ZodIssue) =>
  code === 'invalid_type' && path.length === 0;

/** `text`, `a list`: what the value itself would have to be. */
function typeWanted(branch: readonly z.core.$ZodIssue[]): string {
  const expected = branch.flatMap((issue) => (issue.code === 'invalid_type' ? issue.expected : []));
  return expected[0] === 'string' ? 'text' : (TYPE_WORDS[expected[0] ?? ''] ?? 'a value');
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: 'a single value',
  array: 'a list',
  object: 'a group of keys',
};

const typeOf = (value: unknown): string => {
  if (value == null) return 'nothing';
  return TYPE_WORDS[Array.isArray(value) ? 'array' : typeof value] ?? 'a value';
};

function explain(
  fault: Fault,
  root: unknown,
  yaml: YamlSource,
  vocabulary: z.ZodObject,
  file: string,
): Problem {
  const { path } = fault;
  const key = nameOf(path);
  switch (fault.kind) {
    case 'unknown key': {
      const known = keysAt(vocabulary, path.slice(0, -1));
      const suggestion = closest(key, known);
      const args = { key, parent: nameOf(path.slice(0, -1)), suggestion, known };
      return error('UNKNOWN_KEY', args, { file, span: yaml.locate.key(path) });
    }
    case 'missing':
    case 'empty':
      return error('MISSING_KEY', { key }, { file, span: yaml.locate.key(path) });
    case 'wrong type': {
      const args = {
        key: key || 'the plan',
        expected: fault.expected,
        found: typeOf(valueAt(root, path)),
      };
      return error('WRONG_TYPE', args, { file, span: yaml.locate.value(path) });
    }
    case 'unreadable':
      return fault.tell(key, { file, span: yaml.locate.value(path) });
  }
}

/** What a person would call the thing at `path`: the last key on the way there; the plan itself has no name. */
const nameOf = (path: Path): string =>
  path.findLast((step): step is string => typeof step === 'string') ?? '';

function keysAt(schema: unknown, path: Path): readonly string[] {
  if (schema instanceof z.ZodOptional) return keysAt(schema.unwrap(), path);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((o) => keysAt(o, path));
  const [step, ...rest] = path;
  if (schema instanceof z.ZodArray) return keysAt(schema.element, rest);
  if (!(schema instanceof z.ZodObject)) return [];
  return step === undefined ? Object.keys(schema.shape) : keysAt(schema.shape[step], rest);
}

const valueAt = (root: unknown, path: Path): unknown =>
  path.reduce<unknown>((value, step) => (value as Record<string, unknown> | null)?.[step], root);

/** A missing key takes the group that needs it away; list items leave a hole. */
function withoutFault(root: unknown, { kind, path }: Fault): unknown {
  return without(root, kind === 'missing' ? path.slice(0, -1) : path);
}

function without(value: unknown, [step, ...rest]: Path): unknown {
  if (step === undefined) return undefined;
  if (Array.isArray(value)) return value.map((v, i) => (i === step ? without(v, rest) : v));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([k, v]) => [k, k === step ? without(v, rest) : v]);
  return Object.fromEntries(entries.filter(([, v]) => v !== undefined));
}
