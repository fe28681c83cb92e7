import { reasonOf } from '../input/file-faults.js';
import type { Screen } from './io.js';
import { runCli } from './run.js';
import { EXIT } from './status.js';
import { isStdoutClosed } from './stdout.js';
import { askOnTerminal } from './terminal-questions.js';

/** A reader who has seen enough, such as `head`, is no failure; a report that cannot be printed is one. */
const endPrinting = (fault: NodeJS.ErrnoException) => {
  if (fault.code === 'EPIPE') process.exit();
  process.stderr.write(`error: standard output cannot be written: ${reasonOf(fault)}\n`);
  process.exit(EXIT.unusable);
};

const closed = Object.assign(new Error('it is closed'), { code: '' });

function screenOf(
  stream: NodeJS.WriteStream,
  onError: (fault: NodeJS.ErrnoException) => void,
): Screen {
  stream.on('error', onError);
  return {
    write: (text) => stream.write(text),
    isTTY: stream.isTTY ?? false,
    columns: stream.columns ?? null,
  };
}

process.exitCode = await runCli(process.argv.slice(2), {
  stdout: isStdoutClosed()
    ? { write: () => endPrinting(closed), isTTY: false, columns: null }
    : screenOf(process.stdout, endPrinting),
  // where problems cannot be told, the exit status still tells that there are some
  stderr: screenOf(process.stderr, () => {}),
  ask:
    process.stdin.isTTY && process.stdout.isTTY && !process.env.CI
      ? askOnTerminal(process.stdin, process.stdout)
      : null,
  env: process.env,
});
