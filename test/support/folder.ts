/** Folders of a race's files, each of its own. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { raceplan } from './cli.js';

/** @param files what each holds, by name @returns the path of each */
export function raceFolder<Name extends string>(
  files: Readonly<Record<Name, string | Uint8Array>>,
): Record<Name, string> {
  const folder = mkdtempSync(join(tmpdir(), 'raceplan-'));
  const paths = Object.entries<string | Uint8Array>(files).map(([name, content]) => {
    const path = join(folder, name);
    writeFileSync(path, content);
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
