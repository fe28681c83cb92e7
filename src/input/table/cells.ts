/** Where cells begin and end in a text, told in one pass; csv-parse, which reads them, does not say. */

export type Delimiter = ',' | ';' | '\t';

/** A stretch of a text, from its first character to behind its last. */
export type Range = readonly [from: number, to: number];

/** A quote at the beginning of a cell that cannot have been meant as one. */
export interface BadQuote {
  at: number;
  reason: 'text follows the closing quote' | 'this quote is never closed';
}

const QUOTE = 34;
const LINE_FEED = 10;
const SPACE = 32;
const LAST_ASCII = 127;

/** What csv-parse trims: all that JavaScript calls white. */
const isBlank = (code: number): boolean =>
  code <= SPACE
    ? code === SPACE || (code >= 9 && code <= 13)
    : code > LAST_ASCII && /\s/.test(String.fromCharCode(code));

/**
 * The quotes with which csv-parse could not read a text: each is to be taken for a blank, and then it can.
 * Linear in the text: how far a quote reaches depends only on the run of quotes it stands in, and on the next run.
 */
export function findBadQuotes(text: string, delimiter: Delimiter): BadQuote[] {
  const bad: BadQuote[] = [];
  if (!text.includes('"')) return bad;
  const ends = quoteEnds(text, delimiter.charCodeAt(0));
  for (let at = 0; at < text.length; ) {
    at = skipBlanks(text, at, delimiter);
    const end = text.charCodeAt(at) === QUOTE ? ends(at) : null;
    if (typeof end === 'string') {
      bad.push({ at, reason: end });
      // the cell may begin with another
      at += 1;
    } else {
      at = (end ?? endOfBare(text, at, delimiter)) + 1;
    }
  }
  return bad;
}

/** The cells of one row, quotes and blanks around them included; a row without bad quotes. */
export function cellRanges(row: string, delimiter: Delimiter): Range[] {
  const ranges: Range[] = [];
  const ends = quoteEnds(row, delimiter.charCodeAt(0));
  for (let from = 0; from <= row.length; ) {
    const at = skipBlanks(row, from, delimiter);
    const end = row.charCodeAt(at) === QUOTE ? ends(at) : null;
    const to = typeof end === 'number' ? end : endOfBare(row, at, delimiter);
    ranges.push([from, to]);
    from = to + 1;
  }
  return ranges;
}

function skipBlanks(text: string, from: number, delimiter: Delimiter): number {
  let at = from;
  while (at < text.length && isBlank(text.charCodeAt(at)) && !isEnd(text, at, delimiter)) at += 1;
  return at;
}

const isEnd = (text: string, at: number, delimiter: Delimiter): boolean =>
  text.charCodeAt(at) === LINE_FEED || text[at] === delimiter;

/** Quotes inside a cell that begins without one are letters like others. */
function endOfBare(text: string, from: number, delimiter: Delimiter): number {
  let at = from;
  while (at < text.length && !isEnd(text, at, delimiter)) at += 1;
  return at;
}

type QuoteEnd = number | BadQuote['reason'];

/**
 * Of a quote that begins a cell: where the cell ends, or why it does not. Asked from left to right. Two quotes
 * inside are one letter, so only a run of an odd number of them can close; all that stand in one run, and are so
 * many from its end, fare alike.
 */
function quoteEnds(text: string, delimiterCode: number): (at: number) => QuoteEnd {
  let runEnd = -1;
  let known: (QuoteEnd | undefined)[] = [];
  const endOfRun = (at: number) => {
    let end = at;
    while (text.charCodeAt(end) === QUOTE) end += 1;
    return end;
  };
  /** Behind a quote that closes: only blanks up to the end of the cell. */
  const closedAt = (quoteAt: number, openedAt: number): QuoteEnd => {
    let at = quoteAt + 1;
    for (; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === LINE_FEED || code === delimiterCode) return at;
      if (!isBlank(code)) break;
    }
    if (at >= text.length) return at;
    const isSameLine = !text.slice(openedAt, at).includes('\n');
    return isSameLine ? 'text follows the closing quote' : 'this quote is never closed';
  };
  const find = (openedAt: number): QuoteEnd => {
    if ((runEnd - openedAt) % 2 === 0) return closedAt(runEnd - 1, openedAt);
    for (let at = text.indexOf('"', runEnd); at >= 0; ) {
      const end = endOfRun(at);
      if ((end - at) % 2 === 1) return closedAt(end - 1, openedAt);
      at = text.indexOf('"', end);
    }
    return 'this quote is never closed';
  };
  return (at) => {
    if (at >= runEnd) [runEnd, known] = [endOfRun(at), []];
    const parity = (runEnd - at) % 2;
    const end = known[parity] ?? find(at);
    known[parity] = end;
    return end;
  };
}
