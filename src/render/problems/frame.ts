/**
 * Problems as a person reads them: where, the lines in question, what is wrong, what to do.
 *
 * ```
 * race.yaml:8:15: error STATION_OUT_OF_ORDER
 *   5 |     at: 30.3 mi
 *     |         ------- Robinson Flat, listed before it
 *   8 |     at: 24.4 mi
 *     |         ^^^^^^^ Duncan Canyon lies 5.9 mi before the station above it
 * help: list stations in course order, or correct this distance
 * ```
 */
import type { Problem } from '../../domain/problems/problem.js';
import type { Severity } from '../../kernel/diagnostic.js';
import { escapeControls, oneLine, wrap } from '../characters.js';
import { paintOf, type Style } from '../style.js';
import { renderText } from '../values.js';
import { renderExcerpt } from './excerpt.js';
import { tell } from './index.js';

/** The text of each file a problem may point into, by the name the problem gives it. */
export type Sources = ReadonlyMap<string, string>;

/** Problems of one code in one file beyond which the rest is only counted. */
const ALIKE_SHOWN = 20;

const COLOUR = { error: 'red', warning: 'yellow', note: 'gray' } as const;

/** All problems, notes first and quietly, then in file order, then how many; empty when there are none. */
export function renderProblems(
  problems: readonly Problem[],
  sources: Sources,
  style: Style,
): string {
  const inOrder = sortProblems(problems);
  const notes = inOrder.filter(({ severity }) => severity === 'note');
  const { shown, more } = limitAlike(inOrder.filter(({ severity }) => severity !== 'note'));
  const blocks = shown.map((problem) => renderProblem(problem, sources, style));
  const closing = [...more, ...tally(problems)];
  const lines = [
    ...notes.flatMap((note) => renderNote(note, style)),
    ...(notes.length > 0 && blocks.length > 0 ? [''] : []),
    ...(blocks.length > 0 ? [blocks.join('\n\n')] : []),
    ...closing.flatMap((line) => wrap(line, style.width)),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function renderProblem(problem: Problem, sources: Sources, style: Style): string {
  const paint = paintOf(style);
  const { text, label, help } = tell(problem);
  const sentence = clipWords(renderText(text, style));
  const marks = problem.span
    ? [
        ...problem.related.map(({ span, label }) => ({
          span,
          sign: '-' as const,
          label: clipWords(oneLine(label)),
        })),
        {
          span: problem.span,
          sign: '^' as const,
          label: label ? clipWords(renderText(label, style)) : sentence,
        },
      ]
    : [];
  // a table of any length is not kept
  const source = sources.get(problem.file ?? '');
  const excerpt = source === undefined ? [] : renderExcerpt(source, marks, style.width);
  const colour = paint[COLOUR[problem.severity]];
  const saidBesideMarks = label === undefined && excerpt.some(({ kind }) => kind === '^');
  return [
    heading(problem, colour.bold(problem.severity)),
    ...excerpt.map(({ gutter, text, kind }) => {
      const painted = kind === '^' ? colour(text) : kind === '-' ? paint.cyan(text) : text;
      return (paint.gray(gutter) + painted).trimEnd();
    }),
    ...(saidBesideMarks ? [] : indented('  ', sentence, style)),
    ...(help ? indented('help: ', clipWords(renderText(help, style)), style) : []),
  ].join('\n');
}

/** A word too long to be read is quoted by its beginning and its end. */
const clipWords = (text: string): string =>
  text.replace(/\S{200,}/g, (word) => `${word.slice(0, 60)}…${word.slice(-20)}`);

/** `race.yaml:8:15: error CODE`, for grep and editors: never broken. */
function heading(problem: Problem, severity: string): string {
  const column = 'column' in problem.args ? `  column "${oneLine(problem.args.column)}"` : '';
  return `${placeOf(problem)}${severity} ${problem.code}${column}`;
}

function placeOf({ file, span }: Problem): string {
  if (file == null) return '';
  const place = span ? `:${span.line}:${span.column}` : '';
  return `${escapeControls(file)}${place}: `;
}

function renderNote(note: Problem, style: Style): string[] {
  const line = `${placeOf(note)}note: ${clipWords(renderText(tell(note).text, style))}`;
  return indented('', line, style).map((part) => paintOf(style).gray(part));
}

/** Wrapped, later lines under the first. */
function indented(lead: string, text: string, { width }: Style): string[] {
  return wrap(text, width - lead.length).map(
    (line, i) => (i === 0 ? lead : ' '.repeat(lead.length)) + line,
  );
}

/** By file, in the order the files appear, then by place; those of no file first. */
function sortProblems(problems: readonly Problem[]): Problem[] {
  const files = [null, ...new Set(problems.map(({ file }) => file))];
  return [...problems].sort(
    (a, b) =>
      files.indexOf(a.file) - files.indexOf(b.file) ||
      (a.span?.line ?? 0) - (b.span?.line ?? 0) ||
      (a.span?.column ?? 0) - (b.span?.column ?? 0),
  );
}

function limitAlike(problems: readonly Problem[]): { shown: Problem[]; more: string[] } {
  const seen = new Map<string, { count: number; of: string }>();
  const shown = problems.filter(({ code, file }) => {
    const alike = seen.get(`${code} ${file}`) ?? {
      count: 0,
      of: file ? `${code} in ${file}` : code,
    };
    alike.count += 1;
    seen.set(`${code} ${file}`, alike);
    return alike.count <= ALIKE_SHOWN;
  });
  const more = [...seen.values()]
    .filter(({ count }) => count > ALIKE_SHOWN)
    .map(({ count, of }) => `… and ${count - ALIKE_SHOWN} more ${escapeControls(of)}`);
  return { shown, more };
}

/** `2 errors, 1 warning. Nothing was computed.` */
function tally(problems: readonly Problem[]): string[] {
  const counted = (severity: Severity) => {
    const n = problems.filter((problem) => problem.severity === severity).length;
    return n === 0 ? [] : [`${n} ${severity}${n === 1 ? '' : 's'}`];
  };
  const errors = counted('error');
  const totals = [...errors, ...counted('warning')].join(', ');
  if (!totals) return [];
  return [errors.length > 0 ? `${totals}. Nothing was computed.` : `${totals}.`];
}
