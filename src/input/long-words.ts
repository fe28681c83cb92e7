/** What is too long to be meant: no plan, log or list of results holds such a word, or such a line. */
import { error, type Problem } from '../domain/problems/problem.js';
import { findLongLine, type RawFile, type Source } from './source.js';

const LONGEST_WORD = 10_000;
const LONGEST_LINE = 1_000_000;

const LINE_FEED = 10;
const SPACE = 32;
/** What ends a word beside spaces: `"'(),:;<>[]{}` */
const SIGNS = new Set([...'"\'(),:;<>[]{}'].map((sign) => sign.charCodeAt(0)));

/**
 * The first word or line that is too long, if any.
 * @param firstLine number of the text's first line in its file
 */
export function findTooLong({ file, text }: Source, firstLine = 1): Problem | null {
  let [line, lineFrom, wordFrom] = [firstLine, 0, 0];
  for (let i = 0; i <= text.length; i += 1) {
    const code = i < text.length ? text.charCodeAt(i) : LINE_FEED;
    if (code > SPACE && !SIGNS.has(code)) continue;
    const [word, wholeLine] = [i - wordFrom, code === LINE_FEED ? i - lineFrom : 0];
    const what = word > LONGEST_WORD ? 'word' : wholeLine > LONGEST_LINE ? 'line' : null;
    if (what) {
      const from = what === 'word' ? wordFrom : lineFrom;
      const span = { line, column: from - lineFrom + 1, length: i - from };
      const characters = what === 'word' ? LONGEST_WORD : LONGEST_LINE;
      return error('TOO_LONG', { what, characters }, { file, span });
    }
    wordFrom = i + 1;
    if (code === LINE_FEED) [line, lineFrom] = [line + 1, i + 1];
  }
  return null;
}

/** The first line that is so long that the file is not even to be decoded. */
export function lineTooLong({ file, bytes }: RawFile): Problem | null {
  const line = findLongLine(bytes);
  if (line === null) return null;
  const span = { line, column: 1, length: 1 };
  return error('TOO_LONG', { what: 'line', characters: LONGEST_LINE }, { file, span });
}
