/** `raceplan completion bash|zsh|fish`: scripts made from the table of commands, which start nothing at a Tab. */
import type { Problem } from '../../domain/problems/problem.js';
import type { CommandRow, Context, Outcome } from '../command.js';
import { bashScript } from '../completion/bash.js';
import { fishScript } from '../completion/fish.js';
import { SHELLS, type Shell } from '../completion/shells.js';
import { completedCommands } from '../completion/words.js';
import { zshScript } from '../completion/zsh.js';
import { readChoice } from '../options.js';

const SCRIPTS: Readonly<Record<Shell, typeof bashScript>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
};

export async function run(
  { files: [asked = ''] }: Context,
  commands: readonly CommandRow[],
): Promise<Outcome> {
  const problems: Problem[] = [];
  // a shell is often known by its path, as $SHELL has it
  const shell = readChoice('completion', asked.replace(/^.*\//, ''), SHELLS, problems);
  const output = shell && SCRIPTS[shell](completedCommands(commands));
  return { output, problems, sources: new Map(), units: null };
}
