/** Sections of a report as parts of a page. */
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Figure } from '../../report/figure.js';
import type { Section, Verdict, VerdictStatus, YamlSection } from '../../report/report.js';
import type { Text } from '../../report/value.js';
import { oneLine } from '../characters.js';
import { drawSvg } from '../charts/svg.js';
import { saidSections, statusWords, TONES, titleOf } from '../sections.js';
import { readTogether, renderText, type ValueStyle } from '../values.js';
import { writeYaml } from '../yaml-list.js';
import type { Level, PageInMaking } from './page.js';
import { drawTable } from './tables.js';

/** A part of the page and what a list of contents calls it; `null`: it has no title of its own. */
export interface Part {
  id: string;
  title: string | null;
  element: Element;
  /** Of a figure, where its numbers stand. */
  numbersAt?: string;
}

/** A table of no more rows is not broken over two sheets of paper. */
const WHOLE_ROWS = 16;

/** The sections that say something. @param level of their headings */
export const drawSections = (
  sections: readonly Section[],
  level: Level,
  page: PageInMaking,
): Part[] =>
  saidSections(sections).flatMap((section) => {
    const title = titleOf(section, page.style);
    const id = page.idOfSection(section);
    const body = drawBody(section, title, id, page);
    if (body === null) return [];
    const kind = section.kind === 'list' && section.tone === 'warning' ? 'warning' : section.kind;
    const isWhole = section.kind === 'table' && section.rows.length <= WHOLE_ROWS;
    const className = [kind, ...(section.isNext ? ['next'] : []), ...(isWhole ? ['whole'] : [])];
    const element =
      title === null
        ? h('div', { id, className: ['part', ...className] }, body)
        : h('section', { id, className: ['part', ...className] }, h(`h${level}`, title), body);
    const numbersAt = section.kind === 'chart' ? page.tableOf(section) : null;
    return [{ id, title, element, ...(numbersAt !== null && { numbersAt }) }];
  });

function drawBody(
  section: Section,
  title: string | null,
  id: string,
  page: PageInMaking,
): ElementContent[] | null {
  const { style } = page;
  switch (section.kind) {
    case 'facts':
      return [
        drawPairs(
          section.facts.map(({ label, text }) => ({ label, texts: [text] })),
          style,
        ),
      ];
    case 'block':
      return [
        drawPairs(
          section.lines.map(({ label, items }) => ({ label, texts: items })),
          readTogether(
            section.lines.flatMap(({ items }) => items),
            style,
          ),
        ),
      ];
    case 'verdicts':
      return [drawVerdicts(section.verdicts, style), ...drawNotes(section.notes ?? [], style)];
    case 'table':
      return [...drawTable(section, title ?? '', page), ...drawNotes(section.notes, style)];
    case 'list':
      return [
        h(
          'ul',
          section.items.map((item) => h('li', renderText(item, style))),
        ),
      ];
    case 'yaml':
      return drawYaml(section, style);
    case 'chart':
      return drawFigure(section, id, page);
  }
}

/** For a person what each item says, and folded away what is to be pasted. */
function drawYaml(section: YamlSection, style: ValueStyle): ElementContent[] {
  const { items, saidBy, notes } = section;
  const said = items.flatMap(({ keys }) => keys.filter(({ key }) => key === saidBy));
  return [
    h(
      'ul',
      said.map(({ text }) => h('li', renderText(text, style))),
    ),
    h(
      'details',
      h('summary', 'As YAML, to be pasted'),
      ...drawNotes(notes, style),
      h('pre', h('code', writeYaml(section, style, null).join('\n'))),
    ),
  ];
}

/** What is drawn, what there is to see in it, and where its numbers stand; `null` when there is nothing to see. */
function drawFigure(figure: Figure, id: string, page: PageInMaking): ElementContent[] | null {
  const drawn = drawSvg(figure, page.style, id);
  if (drawn === null) return null;
  const table = page.tableOf(figure);
  const numbers = table === null ? [] : [' ', h('a', { href: `#${table}` }, 'Its numbers.')];
  return [
    h(
      'figure',
      h('div', { className: 'wide' }, drawn.wide),
      h('div', { className: 'narrow' }, drawn.narrow),
      h('figcaption', renderText(figure.point, page.style), numbers),
    ),
  ];
}

const drawPairs = (
  pairs: readonly { label: string; texts: readonly Text[] }[],
  style: ValueStyle,
): Element =>
  h(
    'dl',
    pairs.map(({ label, texts }) =>
      h(
        'div',
        h('dt', oneLine(label)),
        texts.map((text) => h('dd', drawText(text, style))),
      ),
    ),
  );

/** A text that is an address and nothing else leads there: to a car park, from a phone. */
function drawText(text: Text, style: ValueStyle): Element | string {
  const written = renderText(text, style);
  return /^https:\/\/[\w.~:/?#@!$&'()*+,;=%-]+$/.test(written)
    ? h('a', { href: written, rel: 'noreferrer' }, written)
    : written;
}

export const drawNotes = (notes: readonly Text[], style: ValueStyle): Element[] =>
  notes.map((note) => h('p', { className: 'note' }, renderText(note, style)));

/** Beside the word, for those who tell no colours apart. */
const SIGNS: Record<VerdictStatus, string> = {
  met: '✓',
  likely: '▲',
  possible: '◆',
  unknown: '?',
  unlikely: '▼',
  missed: '✗',
};

export const drawVerdicts = (verdicts: readonly Verdict[], style: ValueStyle): Element =>
  h(
    'ul',
    { className: 'judged' },
    verdicts.map((verdict) => {
      const tone = TONES[verdict.status];
      const sign = SIGNS[verdict.status];
      return h(
        'li',
        { className: tone },
        h(
          'span',
          { className: 'status' },
          h('span', { className: 'sign', ariaHidden: 'true' }, sign),
          ` ${statusWords(verdict)}`,
        ),
        ' ',
        h('span', { className: 'goal' }, oneLine(verdict.goal)),
        ' ',
        h('span', { className: 'priority' }, `${verdict.priority} goal`),
        ' ',
        h('span', { className: 'result' }, renderText(verdict.text, style)),
      );
    }),
  );
