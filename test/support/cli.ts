import { runCli } from '../../src/cli/run.js';

export interface Ran {
  status: number;
  stdout: string;
  stderr: string;
}

/** Runs the command line in this process, on a screen of no terminal. */
export async function raceplan(...argv: string[]): Promise<Ran> {
  const printed = { stdout: '', stderr: '' };
  const screen = (name: keyof typeof printed) => ({
    write: (text: string) => {
      printed[name] += text;
    },
    isTTY: false,
    columns: null,
  });
  const io = { stdout: screen('stdout'), stderr: screen('stderr'), env: {} };
  return { status: await runCli(argv, io), ...printed };
}
