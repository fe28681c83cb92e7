/** What the files did not say, at the foot of a page: warnings, and how each file was read. */
import { h } from 'hastscript';
import { ALIKE_SHOWN, limitAlike } from '../../domain/problems/alike.js';
import type { Problem } from '../../domain/problems/problem.js';
import { escapeControls } from '../characters.js';
import { tell } from '../problems/index.js';
import { renderText } from '../values.js';
import type { PageInMaking } from './page.js';
import type { Part } from './parts.js';

/** Errors first, as they say what is missing, then warnings, then notes. */
const ORDER = ['error', 'warning', 'note'] as const;

export function drawProblems(problems: readonly Problem[], page: PageInMaking): Part[] {
  if (problems.length === 0) return [];
  const limited = limitAlike(problems, ALIKE_SHOWN);
  const told = ORDER.flatMap((severity) => limited.filter((one) => one.severity === severity));
  const id = page.idOf('taken');
  const title = 'What was taken for granted';
  const element = h(
    'section',
    { id, className: ['part', 'taken'] },
    h('h2', title),
    h(
      'ul',
      told.map((problem) => drawProblem(problem, page)),
    ),
  );
  return [{ id, title, element }];
}

function drawProblem(problem: Problem, { style }: PageInMaking) {
  const { text, help } = tell(problem);
  const advice = help && problem.severity !== 'note' ? `; ${renderText(help, style)}` : '';
  return h(
    'li',
    problem.severity === 'note' ? null : h('strong', `${problem.severity}: `),
    `${placeOf(problem)}${renderText(text, style)}${advice}`,
  );
}

/** The name of the file, not where it lies: a page is handed on. */
function placeOf({ file, span }: Problem): string {
  if (file == null) return '';
  const name = escapeControls(file.split(/[/\\]/).at(-1) ?? file);
  return `${name}${span ? `, line ${span.line}` : ''}: `;
}
