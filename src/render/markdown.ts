/** A report as GitHub Markdown. */
import type { Report, Section, TableSection, Verdict } from '../report/report.js';
import { oneLine } from './characters.js';
import { plotBlocks } from './charts/blocks.js';
import { roundSums } from './rounding.js';
import { saidSections, statusWords, titleOf, writeBrief, writeColumns } from './sections.js';
import type { Style } from './style.js';
import { readTogether, renderText, type ValueStyle } from './values.js';
import { writeYaml } from './yaml-list.js';

/** Columns of a plot of characters. */
const PLOT_WIDTH = 80;

export function renderMarkdown(report: Report, asked: Style): string {
  const style = roundSums(report, asked);
  if (style.brief && report.brief) {
    return `${writeBrief(report.brief, style)
      .map((line) => `- ${escapeMarkdown(line)}`)
      .join('\n')}\n`;
  }
  if (style.quiet && report.quietly)
    return `${renderSections(report.quietly, style).join('\n\n')}\n`;
  if (style.quiet && report.verdicts.length === 0) return '';
  if (style.quiet) return `${renderVerdicts(report.verdicts, style)}\n`;
  const blocks = [
    `# ${escapeMarkdown(oneLine(report.title))}`,
    ...(report.subtitle ? [escapeMarkdown(renderText(report.subtitle, style))] : []),
    ...renderSections(report.sections, style),
    ...(report.pages ?? []).flatMap((page) => [
      '---',
      `# ${escapeMarkdown(renderText(page.title, style))}`,
      ...(page.subtitle ? [escapeMarkdown(renderText(page.subtitle, style))] : []),
      ...renderSections(page.sections, style),
    ]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

const renderSections = (sections: readonly Section[], style: ValueStyle): string[] =>
  saidSections(sections).flatMap((section) => {
    const title = titleOf(section, style);
    return [
      ...(title === null ? [] : [`## ${escapeMarkdown(title)}`]),
      ...renderBody(section, style),
    ];
  });

function renderBody(section: Section, style: ValueStyle): string[] {
  switch (section.kind) {
    case 'facts':
      return [
        section.facts
          .map(
            ({ label, text }) =>
              `- **${escapeMarkdown(oneLine(label))}:** ${escapeMarkdown(renderText(text, style))}`,
          )
          .join('\n'),
      ];
    case 'verdicts':
      return [
        renderVerdicts(section.verdicts, style),
        ...(section.notes ?? []).map((note) => escapeMarkdown(renderText(note, style))),
      ];
    case 'table':
      return [
        renderTable(section, style),
        ...section.notes.map((n) => escapeMarkdown(renderText(n, style))),
      ];
    case 'list':
      return [
        section.items
          .map((item) => `- ${escapeBlockStart(escapeMarkdown(renderText(item, style)))}`)
          .join('\n'),
      ];
    case 'yaml':
      return [
        ...section.notes.map((note) => escapeMarkdown(renderText(note, style))),
        ['```yaml', ...writeYaml(section, style, null), '```'].join('\n'),
      ];
    case 'chart': {
      const plot = section.isForScreen ? plotBlocks(section, style, PLOT_WIDTH) : [];
      return [
        ...(plot.length > 0 ? [['```text', ...plot, '```'].join('\n')] : []),
        escapeMarkdown(renderText(section.point, style)),
      ];
    }
    case 'block': {
      const together = readTogether(
        section.lines.flatMap(({ items }) => items),
        style,
      );
      return [
        section.lines
          .map(({ label, items }) => {
            const written = items.map((item) => escapeMarkdown(renderText(item, together)));
            const [only, second] = written;
            return second === undefined
              ? `- **${escapeMarkdown(oneLine(label))}:** ${only ?? ''}`
              : [
                  `- **${escapeMarkdown(oneLine(label))}:**`,
                  ...written.map((w) => `  - ${escapeBlockStart(w)}`),
                ].join('\n');
          })
          .join('\n'),
      ];
    }
  }
}

function renderVerdicts(verdicts: readonly Verdict[], style: ValueStyle): string {
  return table(
    [':--', ':--', ':--', ':--'],
    ['Verdict', 'Priority', 'Goal', 'Result'],
    verdicts.map((verdict) => [
      `**${statusWords(verdict)}**`,
      verdict.priority,
      escapeMarkdown(oneLine(verdict.goal)),
      escapeMarkdown(renderText(verdict.text, style)),
    ]),
  );
}

function renderTable(section: TableSection, style: ValueStyle): string {
  const columns = writeColumns(section, style);
  return table(
    columns.map(({ align }) => (align === 'right' ? '--:' : ':--')),
    columns.map(({ label, unit }) => escapeMarkdown(oneLine(unit ? `${label} (${unit})` : label))),
    section.rows.map(({ emphasis }, row) =>
      columns.map(({ cells }) => {
        const cell = escapeMarkdown(cells[row] ?? '');
        return emphasis && cell ? `**${cell}**` : cell;
      }),
    ),
  );
}

const table = (rule: string[], head: string[], rows: string[][]): string =>
  [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** Nothing in `text` is taken for Markdown or HTML. */
const escapeMarkdown = (text: string): string =>
  text
    .replace(/[\\`*_[\]|~]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;');

/** A text that begins a block is no heading, quote or list of its own. */
const escapeBlockStart = (text: string): string =>
  text.replace(/^[-+#>]/, '\\$&').replace(/^(\d+)([.)])/, '$1\\$2');
