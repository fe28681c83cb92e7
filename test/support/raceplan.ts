import { runCli } from '../../src/cli/run.js';

/** Runs the command line in this process; its screens are no terminals. */
export async function raceplan(...argv: string[]) {
  const ran = { status: 0, stdout: '', stderr: '' };
  const screen = (name: 'stdout' | 'stderr') => ({
    write: (text: string) => {
      ran[name] += text;
    },
    isTTY: false,
    columns: null,
  });
  ran.status = await runCli(argv, { stdout: screen('stdout'), stderr: screen('stderr'), env: {} });
  return ran;
}
