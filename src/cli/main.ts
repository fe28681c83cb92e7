import type { Screen } from './io.js';
import { runCli } from './run.js';

/** A reader who has seen enough, such as `head`, is no failure. */
const endQuietly = (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
};

function screenOf(stream: NodeJS.WriteStream): Screen {
  stream.on('error', endQuietly);
  return {
    write: (text) => stream.write(text),
    isTTY: stream.isTTY ?? false,
    columns: stream.columns ?? null,
  };
}

process.exitCode = await runCli(process.argv.slice(2), {
  stdout: screenOf(process.stdout),
  stderr: screenOf(process.stderr),
  env: process.env,
});
