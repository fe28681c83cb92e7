/**
 * A report as one page by itself: no script, nothing fetched, for a phone in the sun, a desk and paper. It is built as a
 * tree, so that nothing from a file can be taken for markup.
 */
import { createHash } from 'node:crypto';
import type { Element, ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { Problem } from '../../domain/problems/problem.js';
import type { Page, Report, Section } from '../../report/report.js';
import { oneLine } from '../characters.js';
import { roundSums } from '../rounding.js';
import { writeBrief } from '../sections.js';
import type { Style } from '../style.js';
import { renderText } from '../values.js';
import { drawBand } from './band.js';
import { beginPage, type PageInMaking } from './page.js';
import { pageCss } from './page-css.js';
import { drawSections, drawVerdicts, type Part } from './parts.js';
import { drawProblems } from './taken.js';

export function renderHtml(report: Report, asked: Style, problems: readonly Problem[]): string {
  const page = beginPage(report, roundSums(report, asked));
  const isShort = asked.quiet || (asked.brief && report.brief !== undefined);
  const content = isShort ? drawShort(report, asked, page) : drawWhole(report, problems, page);
  return toHtml(drawDocument(oneLine(report.title), content, pageCss(page.widths)));
}

/** Lists of contents help from so many parts on. */
const MANY_PARTS = 6;

function drawWhole(
  report: Report,
  problems: readonly Problem[],
  page: PageInMaking,
): ElementContent[] {
  const { first, rest } = inOrder(report.sections);
  const isJudgedApart =
    report.verdicts.length > 0 && !first.some(({ kind }) => kind === 'verdicts');
  const firstParts = [
    ...(isJudgedApart
      ? drawSections([{ kind: 'verdicts', title: 'Goals', verdicts: report.verdicts }], 2, page)
      : []),
    ...drawSections(first, 2, page),
  ];
  const restParts = drawSections(rest, 2, page);
  const sheets = (report.pages ?? []).map((sheet) => drawSheet(sheet, page));
  const band =
    report.band && report.band.rows.length > 0 ? [drawBand(report.band, report.title, page)] : [];
  const taken = drawProblems(problems, page);
  const parts = [...firstParts, ...restParts, ...sheets, ...band, ...taken];
  const contents = listContents(parts);
  const elements = (of: readonly Part[]) => of.map(({ element }) => element);
  const isListed = contents.length >= MANY_PARTS;
  return [
    h('a', { className: 'skip', href: '#content' }, 'To the content'),
    h(
      'header',
      h('h1', oneLine(report.title)),
      report.subtitle && h('p', renderText(report.subtitle, page.style)),
    ),
    h('main', { id: 'content', tabIndex: -1 }, [
      ...elements(firstParts),
      ...(isListed ? [drawContents(contents)] : []),
      ...elements(restParts),
      ...elements(sheets),
      ...elements(band),
    ]),
    h(
      'footer',
      elements(taken),
      h('p', { className: 'note' }, `Made by raceplan ${report.command}.`),
    ),
  ].map((element) => (isListed && element.tagName !== 'a' ? beside(element) : element));
}

/** Makes room for the contents on a wide screen. */
const beside = (element: Element): Element => ({
  ...element,
  properties: { ...element.properties, className: ['beside'] },
});

/** Verdicts, then what to do next, then all else as it comes. */
function inOrder(sections: readonly Section[]): { first: Section[]; rest: Section[] } {
  const verdicts = sections.filter(({ kind }) => kind === 'verdicts');
  const next = sections.filter(({ kind, isNext }) => isNext && kind !== 'verdicts');
  const first = [...verdicts, ...next];
  return { first, rest: sections.filter((section) => !first.includes(section)) };
}

interface Entry {
  id: string;
  title: string;
}

/** Figures are not listed beside the table they belong to: who looks for it comes to the first of them. */
function listContents(parts: readonly Part[]): Entry[] {
  const entries: Entry[] = [];
  let figuresAt: string | null = null;
  parts.forEach(({ id, title, numbersAt }, i) => {
    const following = parts.slice(i).find((part) => part.numbersAt === undefined);
    if (numbersAt !== undefined && following?.id === numbersAt) {
      figuresAt ??= id;
      return;
    }
    if (title !== null) entries.push({ id: figuresAt ?? id, title });
    figuresAt = null;
  });
  return entries;
}

/** Folded on a phone, where it would push all else away; beside the page at a desk. */
function drawContents(entries: readonly Entry[]): Element {
  const list = (className: string) =>
    h(
      'ul',
      { className },
      entries.map(({ id, title }) => h('li', h('a', { href: `#${id}` }, title))),
    );
  return h(
    'nav',
    { ariaLabel: 'Contents' },
    h('details', { className: 'narrow' }, h('summary', 'Contents'), list('column')),
    list('wide'),
  );
}

function drawSheet({ title, subtitle, sections }: Page, page: PageInMaking): Part {
  const id = page.idOf('sheet');
  const said = renderText(title, page.style);
  const element = h(
    'section',
    { id, className: ['part', 'sheet'] },
    h('h2', said),
    subtitle && h('p', { className: 'subtitle' }, renderText(subtitle, page.style)),
    drawSections(sections, 3, page).map(({ element }) => element),
  );
  return { id, title: said, element };
}

/** What a terminal prints with `--brief` or `--quiet`. */
function drawShort(report: Report, { brief }: Style, page: PageInMaking): ElementContent[] {
  const body =
    brief && report.brief
      ? h(
          'ul',
          { className: 'brief' },
          writeBrief(report.brief, page.style).map((line) => h('li', line)),
        )
      : report.quietly
        ? drawSections(report.quietly, 2, page).map(({ element }) => element)
        : report.verdicts.length > 0
          ? drawVerdicts(report.verdicts, page.style)
          : null;
  return [h('header', h('h1', oneLine(report.title))), h('main', body)];
}

/** Nothing is allowed but the style the page brings, known by its hash. */
function drawDocument(title: string, content: readonly ElementContent[], css: string): Root {
  const hash = createHash('sha256').update(css).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  return {
    type: 'root',
    children: [
      { type: 'doctype' },
      h(
        'html',
        { lang: 'en' },
        h(
          'head',
          h('meta', { charSet: 'utf-8' }),
          h('meta', { httpEquiv: 'Content-Security-Policy', content: policy }),
          h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
          h('meta', { name: 'color-scheme', content: 'light dark' }),
          h('meta', { name: 'referrer', content: 'no-referrer' }),
          // a pace is no telephone number
          h('meta', { name: 'format-detection', content: 'telephone=no' }),
          h('title', title),
          h('style', css),
        ),
        h('body', [...content]),
      ),
    ],
  };
}
