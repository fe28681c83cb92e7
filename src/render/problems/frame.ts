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
import { ALIKE_SHOWN, countOf, limitAlike } from '../../domain/problems/alike.js';
import type { Problem } from '../../domain/problems/problem.js';
import type { Severity } from '../../kernel/diagnostic.js';
import { sum } from '../../kernel/stats.js';
import { escapeControls, oneLine, wrap } from '../characters.js';
import { paintOf, type Style } from '../style.js';
import { renderText } from '../values.js';
import { renderExcerpt } from './excerpt.js';
import { tell } from './index.js';

/** The text of each file a problem may point into, by the name the problem gives it. */
export type Sources = ReadonlyMap<string, string>;

const COLOUR = { error: 'red', warning: 'yellow', note: 'gray' } as const;

/**
 * All problems, notes first and quietly, then in file order, then how many; empty when there are none.
 * @param isPartial errors stop only what they are of, and the rest was computed
 */
export function renderProblems(
  problems: readonly Problem[],
  sources: Sources,
  style: Style,
  isPartial = false,
): string {
  const inOrder = limitAlike(sortProblems(problems), ALIKE_SHOWN);
  const notes = inOrder.filter(({ severity }) => severity === 'note');
  const shown = inOrder.filter(({ severity }) => severity !== 'note');
  const linesOf = lineReader(sources);
  const blocks = shown
    .filter(({ code }) => code !== 'MORE_ALIKE')
    .map((problem) => renderProblem(problem, linesOf(problem.file), style));
  const more = shown.filter(({ code }) => code === 'MORE_ALIKE');
  const closing = [
    ...more.map((problem) => renderMore(problem, style)),
    ...tally(problems, isPartial),
  ];
  const lines = [
    ...notes.flatMap((note) => renderNote(note, style)),
    ...(notes.length > 0 && blocks.length > 0 ? [''] : []),
    ...(blocks.length > 0 ? [blocks.join('\n\n')] : []),
    ...closing.flatMap((line) => wrap(line, style.width)),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

/** The lines of each file, split once. */
function lineReader(sources: Sources): (file: string | null) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (file) => {
    const text = file === null ? undefined : sources.get(file);
    if (file === null || text === undefined) return [];
    const lines = known.get(file) ?? text.split(/\r\n|\r|\n/);
    known.set(file, lines);
    return lines;
  };
}

const renderMore = (problem: Problem, style: Style): string => {
  const where = problem.file === null ? '' : ` in ${escapeControls(problem.file)}`;
  return `${renderText(tell(problem).text, style)}${where}`;
};

function renderProblem(problem: Problem, lines: readonly string[], style: Style): string {
  const paint = paintOf(style);
  const { text, label, help, lines: toCopy = [] } = tell(problem);
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
  const excerpt = renderExcerpt(lines, marks, style.width);
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
    ...toCopy.map((line) => `  ${line}`),
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

/** `2 errors, 1 warning. Nothing was computed.` */
function tally(problems: readonly Problem[], isPartial: boolean): string[] {
  const counted = (severity: Severity) => {
    const n = sum(problems.filter((p) => p.severity === severity).map(countOf));
    return n === 0 ? [] : [`${n} ${severity}${n === 1 ? '' : 's'}`];
  };
  const errors = counted('error');
  const totals = [...errors, ...counted('warning')].join(', ');
  if (!totals) return [];
  if (errors.length === 0) return [`${totals}.`];
  return [`${totals}. ${isPartial ? 'Everything else was computed.' : 'Nothing was computed.'}`];
}
