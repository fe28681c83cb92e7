/** Whether there is a standard output at all. */
import { readdirSync, readFileSync, statSync } from 'node:fs';

const SHELLS = /^(?:ba|da|z|k|mk|a|fi)?sh$|^busybox$/;

/**
 * Whether the shell has closed standard output (`>&-`). Node opens the null device in its place, for reading and
 * writing, which a shell never does for `> /dev/null`; programs that start others do, so that it is a sign only
 * below a shell whose own output is another. Told on Linux; elsewhere, and where it cannot be told, `false`.
 */
export function isStdoutClosed(): boolean {
  try {
    const parent = `/proc/${process.ppid}`;
    return (
      isNullForBoth('/proc/self') &&
      SHELLS.test(readFileSync(`${parent}/comm`, 'utf8').trim()) &&
      !(isOpen(parent) && isNullForBoth(parent))
    );
  } catch {
    return false;
  }
}

/** A shell that closed its own has none to look at. */
const isOpen = (processFolder: string): boolean => readdirSync(`${processFolder}/fd`).includes('1');

const READ_AND_WRITE = 2;

/** Whether a process has the null device, opened for reading and writing, as standard output. */
function isNullForBoth(processFolder: string): boolean {
  const flags = /^flags:\s*([0-7]+)$/m.exec(readFileSync(`${processFolder}/fdinfo/1`, 'utf8'))?.[1];
  const isNull = statSync(`${processFolder}/fd/1`).rdev === statSync('/dev/null').rdev;
  return isNull && (Number.parseInt(flags ?? '0', 8) & 3) === READ_AND_WRITE;
}
