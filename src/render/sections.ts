/** What all renderers of sections share. */
import type { Column, Section, TableSection, Verdict, VerdictStatus } from '../report/report.js';
import type { Text } from '../report/value.js';
import { oneLine } from './characters.js';
import {
  formatChance,
  joinUnit,
  readTogether,
  renderText,
  type ValueStyle,
  writeCell,
} from './values.js';

/** A column with its cells written: a unit they all share stands once, beside the label. */
export interface WrittenColumn extends Column {
  label: string;
  /** Empty when cells carry their own. */
  unit: string;
  cells: readonly string[];
}

/** Sections that say something. */
export const saidSections = (sections: readonly Section[]): Section[] =>
  sections.filter((section) => itemsOf(section).length > 0);

/** On one line; `null` of a section that needs none. */
export const titleOf = ({ title }: Section, style: ValueStyle): string | null =>
  title === null || typeof title === 'string' ? title && oneLine(title) : renderText(title, style);

function itemsOf(section: Section): readonly unknown[] {
  switch (section.kind) {
    case 'facts':
      return section.facts;
    case 'verdicts':
      return section.verdicts;
    case 'table':
      return section.rows;
    case 'list':
    case 'yaml':
      return section.items;
    case 'block':
      return section.lines;
    case 'chart':
      return section.drawing.kind === 'bars' ? section.drawing.bars : section.drawing.layers;
  }
}

export function writeColumns({ columns, rows }: TableSection, asked: ValueStyle): WrittenColumn[] {
  const style = readTogether(
    rows.flatMap(({ cells }) => cells),
    asked,
  );
  return columns.map((asked, i) => {
    const label = typeof asked.label === 'string' ? asked.label : renderText(asked.label, style);
    const column = { ...asked, label };
    const written = rows.map(({ cells }) => writeCell(cells[i] ?? [], style));
    const units = new Set(written.flatMap(({ unit }) => (unit === null ? [] : [unit])));
    const [unit] = units;
    const form = written.find((cell) => cell.unit === unit)?.form;
    return units.size === 1 && unit
      ? { ...column, unit: form ?? unit, cells: written.map(({ text }) => text) }
      : { ...column, unit: '', cells: written.map(joinUnit) };
  });
}

/** The lines of `--brief`: read aloud in one breath. */
export const writeBrief = (brief: readonly Text[], style: ValueStyle): string[] =>
  brief.map((line) => renderText(line, readTogether(brief, style)));

/** How good a verdict is, for colours; they only repeat the word. */
export const TONES: Record<VerdictStatus, 'good' | 'fair' | 'bad'> = {
  met: 'good',
  likely: 'good',
  possible: 'fair',
  unknown: 'fair',
  unlikely: 'bad',
  missed: 'bad',
};

/** `likely (72%)`, `possible (about 2 in 5)`. */
export const statusWords = ({
  status,
  probability,
  isRough = false,
}: Pick<Verdict, 'status' | 'probability' | 'isRough'>): string =>
  probability == null ? status : `${status} (${formatChance(probability, isRough)})`;
