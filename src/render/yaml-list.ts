/** A list of a plan as YAML that reads back as it was written. */
import { stringify } from 'yaml';
import type { YamlItem, YamlSection } from '../report/report.js';
import { displayWidth } from './characters.js';
import { renderText, type ValueStyle } from './values.js';

export interface WrittenItem {
  /** What each key says, read back. */
  values: Readonly<Record<string, string>>;
  /** From its dash on, not indented. */
  lines: readonly string[];
}

const INDENT = '  ';

/** @param width where lines are folded; `null`: nowhere */
export const writeYaml = (
  { under, items }: YamlSection,
  style: ValueStyle,
  width: number | null,
): string[] => [
  `${under}:`,
  ...writeItems(items, style, width === null ? null : width - INDENT.length).flatMap(({ lines }) =>
    lines.map((line) => INDENT + line),
  ),
];

export const writeItems = (
  items: readonly YamlItem[],
  style: ValueStyle,
  width: number | null,
): WrittenItem[] =>
  items.map(({ keys, comment }) => {
    const said = keys.map(({ key, text }) => ({ key, value: renderText(text, style) }));
    const lines = [
      ...said.flatMap(({ key, value }) => foldLine(`${key}: ${scalarOf(value)}`, width)),
      ...(comment ? [`# ${renderText(comment, style)}`] : []),
    ];
    return {
      values: Object.fromEntries(said.map(({ key, value }) => [key, value])),
      lines: lines.map((line, i) => (i === 0 ? `- ${line}` : INDENT + line)),
    };
  });

/** On one line, in quotes where it needs them. */
const scalarOf = (value: string): string => stringify(value, { lineWidth: 0 }).trimEnd();

/** Of a text that goes on in a further line YAML makes one again; only at single spaces, so that none is lost. */
function foldLine(line: string, width: number | null): string[] {
  if (width === null) return [line];
  const [first = '', ...words] = line.split(/(?<! ) (?! )/);
  const lines = [first];
  for (const word of words) {
    const last = lines.at(-1)!;
    // the dash and its space, or as much before every line
    const isRoom = displayWidth(last) + 1 + displayWidth(word) <= width - INDENT.length;
    if (isRoom || last.endsWith(':')) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(`${INDENT}${word}`);
  }
  return lines;
}
