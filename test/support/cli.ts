import type { Io, Screen } from '../../src/cli/io.js';
import { runCli } from '../../src/cli/run.js';

export interface Ran {
  status: number;
  stdout: string;
  stderr: string;
}

/** Runs the command line in this process, on a screen of no terminal. */
export const raceplan = (...argv: string[]): Promise<Ran> => raceplanOn({}, ...argv);

/** The same on a terminal, or with somebody who answers. */
export async function raceplanOn(
  { isTTY = false, columns = null, ask = null, env = {} }: Partial<Screen & Io>,
  ...argv: string[]
): Promise<Ran> {
  const printed = { stdout: '', stderr: '' };
  const screen = (name: keyof typeof printed) => ({
    write: (text: string) => {
      printed[name] += text;
    },
    isTTY,
    columns,
  });
  const io = { stdout: screen('stdout'), stderr: screen('stderr'), ask, env };
  return { status: await runCli(argv, io), ...printed };
}
