/** Lessons added to a file of them, or to a plan: at its end, and nothing that stands there is changed. */
import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { LessonsFault } from '../domain/problems/lessons.js';
import { readYaml } from './yaml-source.js';

/** A lesson as it is to be written. */
export interface LessonLines {
  /** What each key says. */
  values: Readonly<Record<string, string>>;
  /** From its dash on, not indented. */
  lines: readonly string[];
}

export type WithLessons = { text: string; added: number; kept: number } | { why: LessonsFault };

const KEY = 'lessons';

/**
 * The text of a file with lessons added that it does not have yet, all of the rest byte for byte as it was.
 * @param text of the file; empty of a new one
 */
export function withLessons(text: string, lessons: readonly LessonLines[]): WithLessons {
  const before = readYaml({ file: '', text });
  if (!before.isReadable) return { why: 'not YAML' };
  const place = findEnd(text);
  if ('why' in place) return place;
  const held = lessonsIn(before.value);
  const missing = lessons.filter(({ values }) => !held.some((lesson) => isSame(lesson, values)));
  const kept = lessons.length - missing.length;
  if (missing.length === 0) return { text, added: 0, kept };
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = [
    ...(place.hasKey ? [] : [`${KEY}:`]),
    ...missing.flatMap((lesson) => lesson.lines.map((line) => place.indent + line)),
  ];
  const gap = text === '' || text.endsWith('\n') ? '' : newline;
  const added = `${text}${gap}${lines.join(newline)}${newline}`;
  return isUnharmed(before.value, added, missing)
    ? { text: added, added: missing.length, kept }
    : { why: 'not last' };
}

/** Where a list of lessons goes on, or begins. */
type End = { hasKey: boolean; indent: string } | { why: LessonsFault };

function findEnd(text: string): End {
  const { contents } = parseDocument(text, { logLevel: 'error' });
  if (contents === null || (isScalar(contents) && contents.value === null)) {
    return { hasKey: false, indent: '  ' };
  }
  if (!isMap(contents) || contents.flow) return { why: 'not YAML' };
  const at = contents.items.findIndex(({ key }) => isScalar(key) && key.value === KEY);
  if (at < 0) return { hasKey: false, indent: '  ' };
  if (at < contents.items.length - 1) return { why: 'not last' };
  const { value } = contents.items[at]!;
  if (value === null || (isScalar(value) && value.value === null)) {
    return { hasKey: true, indent: '  ' };
  }
  if (!isSeq(value) || value.flow || !value.range) return { why: 'no list' };
  const line = text.slice(0, value.range[0]).split('\n').at(-1) ?? '';
  return { hasKey: true, indent: line };
}

function lessonsIn(value: unknown): Record<string, unknown>[] {
  const lessons = (value as { [KEY]?: unknown } | null)?.[KEY];
  return Array.isArray(lessons) ? lessons : [];
}

/** The same words of the same race; what a person changed in it since stays. */
const isSame = (lesson: Record<string, unknown>, values: LessonLines['values']): boolean =>
  lesson?.lesson === values.lesson && lesson?.from === values.from;

/** Whether the file reads as before, but for the lessons added. */
function isUnharmed(before: unknown, text: string, added: readonly LessonLines[]): boolean {
  const after = readYaml({ file: '', text });
  const wanted = {
    ...(before as Record<string, unknown>),
    [KEY]: [...lessonsIn(before), ...added.map(({ values }) => values)],
  };
  return after.isReadable && JSON.stringify(after.value) === JSON.stringify(wanted);
}
