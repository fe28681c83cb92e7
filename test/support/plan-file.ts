import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Writes a plan, and files beside it, into a folder of their own. @returns the plan's path */
export function planFile(text: string, beside: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'raceplan-'));
  for (const [name, content] of Object.entries({ ...beside, 'race.yaml': text })) {
    writeFileSync(join(folder, name), content);
  }
  return join(folder, 'race.yaml');
}
