/** Folders of a race's files, each of its own. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { raceplan } from './cli.js';

/** @param files their text by name @returns the path of each */
export function raceFolder<Name extends string>(
  files: Readonly<Record<Name, string>>,
): Record<Name, string> {
  const folder = mkdtempSync(join(tmpdir(), 'raceplan-'));
  const paths = Object.entries<string>(files).map(([name, text]) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return [name, path];
  });
  return Object.fromEntries(paths);
}

/** What a command says in JSON; fails with what it says on standard error when it says nothing. */
export async function askJson(...argv: string[]) {
  const { stdout, stderr } = await raceplan(...argv, '--format', 'json');
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout);
}
