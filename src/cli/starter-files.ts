/** The files of a new plan: where they are, and what they are called. */
import { basename, join, relative, resolve, sep } from 'node:path';
import { error, type Problem } from '../domain/problems/problem.js';
import { findPlan, statOf } from '../input/files.js';
import type { Context } from './command.js';
import { LOG_NAME } from './learned.js';

/** Where splits of past editions have the name of a log. */
const OTHER_LOG_NAME = 'my-splits.csv';

/**
 * What would be written must not be there yet, nor a plan of another name.
 * @param from what the plan begins with
 */
export function problemsThere({ files, options }: Context, from: string | null): Problem[] {
  if (options.force) return [];
  const folder = files[0] ?? '.';
  const plan = statOf(folder)?.isDirectory() ? findPlan(folder, null).value : null;
  const log = join(folder, logNameIn(folder, from));
  const paths = [...(plan === null ? [] : [plan]), ...(statOf(log) === null ? [] : [log])];
  return paths.length === 0 ? [] : [error('FILES_THERE', { paths })];
}

/** A log is called so that it is found beside its plan, unless that is what the plan begins with. */
export function logNameIn(folder: string, from: string | null): string {
  const [there, source] = [statOf(join(folder, LOG_NAME)), from === null ? null : statOf(from)];
  const isSource = there !== null && there.dev === source?.dev && there.ino === source.ino;
  return isSource ? OTHER_LOG_NAME : LOG_NAME;
}

/** A path as a file in the folder names it. */
export const fromFolder = (folder: string, path: string): string =>
  relative(resolve(folder), resolve(path)).split(sep).join('/');

/** `western-states` is `Western states`. */
export function nameOf(folder: string): string {
  const name = basename(folder)
    .replace(/[-_\s]+/g, ' ')
    .trim();
  return /\p{L}/u.test(name) ? name[0]!.toUpperCase() + name.slice(1) : 'My race';
}
