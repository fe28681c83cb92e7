/** Tables as printed, read back as a reader would: columns by their label, numbers in the unit printed. */

export interface PrintedTable {
  /** The cells below a label, top to bottom; `undefined` when there is no such column. */
  column: (label: string) => readonly string[] | undefined;
  labels: readonly string[];
  rows: readonly (readonly string[])[];
}

/** The table below a heading of a Markdown report; `null` when there is none. */
export function markdownTable(report: string, title: string): PrintedTable | null {
  const [, section] = report.split(`## ${title}\n`);
  const lines = section?.split('\n## ')[0]?.split('\n') ?? [];
  const [head, , ...rows] = lines
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .slice(1, -1)
        .split(/(?<!\\)\|/)
        .map((cell) => cell.replaceAll('**', '').trim()),
    );
  return head
    ? tableOf(
        head.map((label) => label.replace(/ \(.*\)$/, '')),
        rows,
      )
    : null;
}

/** The table below a heading of a report for the screen, which must be wide enough for it. */
export function terminalTable(report: string, title: string): PrintedTable | null {
  const lines = report.split('\n');
  const from = lines.indexOf(title);
  if (from < 0) return null;
  const block = lines.slice(from + 1, lines.indexOf('', from));
  const rule = block.findIndex((line) => line.includes('──'));
  const spans = [...block[rule]!.matchAll(/─+/g)].map((m): [start: number, end: number] => [
    m.index,
    m.index + m[0].length,
  ]);
  const cut = (line: string) => spans.map(([start, end]) => line.slice(start, end).trim());
  const heads = block.slice(0, rule).map(cut);
  const units = heads.length > 1 ? heads.length - 1 : heads.length;
  const labels = spans.map((_, i) => {
    const parts = heads.map((head) => head[i]!).filter((part) => part !== '');
    return parts.slice(0, units)[0] ?? '';
  });
  // a note below the table is a sentence, or has words where the table has gaps
  const isRow = (line: string) =>
    !line.endsWith('.') &&
    !line.includes('──') &&
    spans.every(([start]) => line.slice(start - 2, start).trim() === '');
  const rows = block
    .slice(rule + 1)
    .filter(isRow)
    .map(cut);
  return tableOf(labels, rows);
}

const tableOf = (
  labels: readonly string[],
  rows: readonly (readonly string[])[],
): PrintedTable => ({
  labels,
  rows,
  column: (label) => {
    const i = labels.indexOf(label);
    return i < 0 ? undefined : rows.map((row) => row[i] ?? '');
  },
});

/**
 * A number as printed, in tenths of its smallest unit so that `5.4` and `1:31:04` are integers: a time with seconds
 * is seconds, `h:mm` minutes, everything else tenths. `null` for words, blanks and what is not known.
 */
export function readPrinted(cell: string): number | null {
  const [, sign, digits] = /^([+-]?)([\d:.,]+)(?: ?[^\d].*)?$/.exec(cell) ?? [];
  if (digits === undefined) return null;
  const size = digits.includes(':')
    ? digits.split(':').reduce((total, part) => total * 60 + Number(part), 0)
    : Math.round(Number(digits.replaceAll(',', '')) * 10);
  return sign === '-' ? -size : size;
}

/** `1 h 5 min 12 s` in seconds, whatever else is said. */
export const secondsSpelled = (text: string): number =>
  [...text.matchAll(/(\d+) (h|min|s)\b/g)].reduce(
    (total, [, n, unit]) =>
      total + Number(n) * { h: 3600, min: 60, s: 1 }[unit as 'h' | 'min' | 's'],
    0,
  );
