import type { Span } from '../../src/kernel/diagnostic.js';

/** Text in which the place of an expected problem stands between « and ». */
export function readMarked(marked: string): { text: string; span: Span } {
  const before = marked.slice(0, marked.indexOf('«')).split('\n');
  const length = marked.indexOf('»') - marked.indexOf('«') - 1;
  return {
    text: marked.replace(/[«»]/g, ''),
    span: { line: before.length, column: (before.at(-1) ?? '').length + 1, length },
  };
}
