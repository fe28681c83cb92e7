/** Where a file that is to be written lies: links followed, pipes and devices told apart. */
import { accessSync, constants, readlinkSync, realpathSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { error, type Problem } from '../domain/problems/problem.js';
import { isFileFault, reasonOf } from '../input/file-faults.js';

/** What `act` finds wrong; a fault of the file is a problem too. */
export function attempt(path: string, act: () => Problem[]): Problem[] {
  try {
    return act();
  } catch (cause) {
    if (!isFileFault(cause)) throw cause;
    return [error('FILE_NOT_WRITTEN', { path, reason: reasonOf(cause) })];
  }
}

export interface Target {
  /** The file itself, links followed. */
  at: string;
  /** `null` when it is new. */
  stat: Stats | null;
  /** A pipe or device, or a file that the shell has opened: written to, not replaced. */
  isInPlace: boolean;
}

/**
 * Where a path leads.
 * @throws of a folder, of one that is missing or closed to us, of a name that cannot be one
 */
export function targetOf(path: string): Target {
  const stat = statSync(path, { throwIfNoEntry: false }) ?? null;
  if (stat?.isDirectory()) throw fault('EISDIR');
  if (stat && (!stat.isFile() || OPENED.test(resolve(path)))) {
    return { at: path, stat, isInPlace: true };
  }
  const at = stat ? realpathSync(path) : endOfLinks(path);
  if (!statSync(dirname(at)).isDirectory()) throw fault('ENOTDIR');
  accessSync(dirname(at), constants.W_OK);
  return { at, stat, isInPlace: false };
}

const OPENED = /^\/(?:dev\/(?:stdout|stderr|fd\/\d+)|proc\/[^/]+\/fd\/\d+)$/;

export const fault = (code: string) => Object.assign(new Error(code), { code, syscall: 'open' });

/** More links than a path leads through. */
const MOST_LINKS = 40;

/** Where a path leads on which nothing stands yet: a dangling link stays one, what it names is written. */
function endOfLinks(path: string): string {
  let end = resolve(path);
  for (let links = 0; links < MOST_LINKS; links += 1) {
    const folder = realpathSync(dirname(end));
    const next = linkAt(end);
    if (next === null) return join(folder, basename(end));
    end = resolve(folder, next);
  }
  throw fault('ELOOP');
}

function linkAt(path: string): string | null {
  try {
    return readlinkSync(path);
  } catch {
    return null;
  }
}
