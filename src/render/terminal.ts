/** A report for the screen, readable from 80 columns, with or without colour. */
import type {
  BlockSection,
  Page,
  Report,
  Section,
  TableSection,
  Verdict,
} from '../report/report.js';
import type { Text } from '../report/value.js';
import { oneLine, wrap } from './characters.js';
import { plotBlocks } from './charts/blocks.js';
import { roundSums } from './rounding.js';
import { saidSections, statusWords, TONES, titleOf, writeBrief, writeColumns } from './sections.js';
import { paintOf, type Style } from './style.js';
import { drawTable, type TableColumn } from './table.js';
import { readTogether, renderText } from './values.js';
import { writeYaml } from './yaml-list.js';

const INDENT = '  ';

const COLOURS = { good: 'green', fair: 'yellow', bad: 'red' } as const;

export function renderTerminal(report: Report, asked: Style): string {
  const style = roundSums(report, asked);
  if (style.brief && report.brief)
    return lines(writeBrief(report.brief, style).flatMap((l) => wrap(l, style.width)));
  if (style.quiet && report.quietly)
    return renderSections(report.quietly, style).map(lines).join('\n');
  if (style.quiet) return lines(renderVerdicts(report.verdicts, style));
  const heading = [
    ...wrap(oneLine(report.title), style.width).map((line) => paintOf(style).bold(line)),
    ...(report.subtitle ? wrap(renderText(report.subtitle, style), style.width) : []),
  ];
  const blocks = [heading, ...renderSections(report.sections, style)];
  const pages = (report.pages ?? []).flatMap((page) => renderPage(page, style));
  return [...blocks, ...pages].map(lines).join('\n');
}

/** Ruled off, so that it can be cut out. */
const renderPage = ({ title, subtitle, sections }: Page, style: Style): string[][] => [
  [
    paintOf(style).gray('─'.repeat(style.width)),
    ...wrap(renderText(title, style), style.width).map((line) => paintOf(style).bold(line)),
    ...(subtitle ? wrap(renderText(subtitle, style), style.width) : []),
  ],
  ...renderSections(sections, style),
];

/** A picture is for a screen that has room for it. */
const isShown = (section: Section, { charts }: Style): boolean =>
  section.kind !== 'chart' || (charts && section.isForScreen === true);

const renderSections = (sections: readonly Section[], style: Style): string[][] =>
  saidSections(sections.filter((section) => isShown(section, style))).map((section) =>
    renderSection(section, style),
  );

const lines = (block: readonly string[]) => block.map((line) => `${line}\n`).join('');

function renderSection(section: Section, style: Style): string[] {
  const paint = paintOf(style);
  const inner = { ...style, width: style.width - INDENT.length };
  const warns = section.kind === 'list' && section.tone === 'warning';
  const title = titleOf(section, style);
  return [
    ...(title === null ? [] : wrap(title, style.width)).map((line) =>
      warns ? paint.yellow.bold(line) : paint.bold(line),
    ),
    ...renderBody(section, inner).map((line) => (line ? INDENT + line : line)),
    // to be pasted as it stands
    ...(section.kind === 'yaml' ? writeYaml(section, style, style.width) : []),
  ];
}

function renderBody(section: Section, style: Style): string[] {
  switch (section.kind) {
    case 'facts': {
      const { facts } = section;
      return drawTable(
        [
          column(facts.map(({ label }) => oneLine(label))),
          column(facts.map(({ text }) => renderText(text, style))),
        ],
        style.width,
      ).lines;
    }
    case 'verdicts':
      return [
        ...renderVerdicts(section.verdicts, style),
        ...renderNotes(section.notes ?? [], style),
      ];
    case 'table':
      return renderTable(section, style);
    case 'list':
      return section.items.flatMap((item) =>
        wrap(renderText(item, style), style.width - 2).map(
          (line, i) => (i === 0 ? '- ' : '  ') + line,
        ),
      );
    case 'yaml':
      return renderNotes(section.notes, style);
    case 'block':
      return renderBlock(section.lines, style);
    case 'chart':
      return [...plotBlocks(section, style, style.width), ...renderNotes([section.point], style)];
  }
}

/** What to do with each thing on a line of its own, the label beside the first. */
const renderBlock = (labelled: BlockSection['lines'], asked: Style): string[] => {
  const style = readTogether(
    labelled.flatMap(({ items }) => items),
    asked,
  );
  const rows = labelled.flatMap(({ label, items }) =>
    items.map((item, i) => ({
      label: i === 0 ? oneLine(label) : '',
      text: renderText(item, style),
    })),
  );
  return drawTable(
    [column(rows.map(({ label }) => label)), column(rows.map(({ text }) => text))],
    style.width,
  ).lines;
};

function renderVerdicts(verdicts: readonly Verdict[], style: Style): string[] {
  const paint = paintOf(style);
  return drawTable(
    [
      column(verdicts.map((v) => paint[COLOURS[TONES[v.status]]].bold(statusWords(v)))),
      column(verdicts.map(({ priority }) => priority)),
      column(verdicts.map(({ goal }) => oneLine(goal))),
      column(verdicts.map(({ text }) => renderText(text, style))),
    ],
    style.width,
  ).lines;
}

function renderTable(section: TableSection, style: Style): string[] {
  const paint = paintOf(style);
  const columns = writeColumns(section, style).map((written) => ({
    ...written,
    label: oneLine(written.label),
    cells: written.cells.map((cell, row) =>
      section.rows[row]?.emphasis && cell ? paint.bold(cell) : cell,
    ),
  }));
  const ruledRows = section.rows.flatMap(({ emphasis }, row) =>
    row > 0 && emphasis === 'total' && section.rows[row - 1]?.emphasis !== 'total' ? [row] : [],
  );
  const drawn = drawTable(columns, style.width, ruledRows);
  const leftOut: Text[] =
    drawn.leftOut.length > 0 ? [[`No room here for: ${drawn.leftOut.join(', ')}.`]] : [];
  return [...drawn.lines, ...renderNotes([...section.notes, ...leftOut], style)];
}

const renderNotes = (notes: readonly Text[], style: Style): string[] =>
  notes.flatMap((note) =>
    wrap(renderText(note, style), style.width).map((line) => paintOf(style).gray(line)),
  );

const column = (cells: string[]): TableColumn => ({ align: 'left', label: '', unit: '', cells });
