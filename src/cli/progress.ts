/**
 * How far long work has come: one line on a terminal that gives way to the next.
 *
 * Our own, since the work is synchronous: no timer ticks in it, so a spinner stands still (yocto-spinner), and the
 * signals that it would wait for to show the cursor again come only when all is done: Ctrl-C would have to wait as
 * long, or leave the terminal without a cursor. A line that hides nothing needs no repair.
 */
import { type Io, widthOf } from './io.js';

/** Work shorter than this needs no progress, ms. */
const SHORT_MS = 1000;
const CLEAR_LINE = '\r\u001b[K';

export interface Progress {
  /** Shows a text, at once. */
  progress: (text: string) => void;
  /** Takes it away. */
  clear: () => void;
}

/** Nothing is shown before a second is over, without a terminal that can clear a line, or to those who want quiet. */
export function prepareProgress({ stderr, env }: Io, isQuiet: boolean): Progress {
  const startedAt = Date.now();
  const canShow = stderr.isTTY && env.TERM !== 'dumb' && !isQuiet;
  let shown: string | null = null;
  return {
    progress: (text) => {
      if (!canShow || text === shown || Date.now() - startedAt < SHORT_MS) return;
      // a longer line would be wrapped, and only its last row cleared
      const line = text.replace(/\p{Cc}/gu, '?').slice(0, widthOf(stderr, null) - 1);
      stderr.write(CLEAR_LINE + line);
      shown = text;
    },
    clear: () => {
      if (shown !== null) stderr.write(CLEAR_LINE);
      shown = null;
    },
  };
}
