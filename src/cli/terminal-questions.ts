/** Questions on a terminal. */
import type { Ask } from './io.js';

/** Ctrl-C and Ctrl-D leave a question without an answer. */
export const askOnTerminal =
  (input: NodeJS.ReadStream, output: NodeJS.WriteStream): Ask =>
  async (question) => {
    // only who is asked pays for it
    const { createInterface } = await import('node:readline/promises');
    const lines = createInterface({ input, output });
    try {
      const left = new Promise<null>((resolve) => lines.once('close', () => resolve(null)));
      const answer = await Promise.race([lines.question(question), left]);
      if (answer === null) output.write('\n');
      return answer;
    } finally {
      lines.close();
    }
  };
