/** Files are written whole, and all that a run writes, or none of it. */
import {
  linkSync,
  mkdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  type Stats,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Problem } from '../domain/problems/problem.js';
import { statOf } from '../input/files.js';
import { attempt, fault, targetOf } from './output-target.js';

/** What is to be written, whole. */
export interface OutputText {
  path: string;
  text: string;
}

/** A file written beside its target, that becomes it. */
interface Draft {
  path: string;
  at: string;
  draft: string;
  /** A second name of what it replaces, to give it back; `null` of a new file. */
  before: string | null;
}

/**
 * Writes all the files, each whole, or none: a reader never sees half of one.
 * @param folder where they are, made when it is not there
 * @returns the problem, if they could not be written
 */
export function writeOutputs(
  outputs: readonly OutputText[],
  folder: string | null = null,
): Problem[] {
  const made: string[] = [];
  const problems = folder === null ? [] : attempt(folder, () => makeFolder(folder, made));
  if (problems.length === 0) problems.push(...writeAll(outputs));
  // a folder is left only with what was to be in it
  if (problems.length > 0) for (const path of made.reverse()) rmdirSync(path);
  return problems;
}

/** @param made added to: each folder that was not there, outermost first */
function makeFolder(folder: string, made: string[]): Problem[] {
  const path = resolve(folder);
  const stat = statOf(path);
  if (stat?.isDirectory()) return [];
  if (stat) throw fault('ENOTDIR');
  if (dirname(path) !== path) makeFolder(dirname(path), made);
  mkdirSync(path);
  made.push(path);
  return [];
}

function writeAll(outputs: readonly OutputText[]): Problem[] {
  const drafts: Draft[] = [];
  const done: Draft[] = [];
  for (const { path, text } of [...outputs].sort(inPlaceLast)) {
    const problems = attempt(path, () => {
      const { at, stat, isInPlace } = targetOf(path);
      if (isInPlace) writeFileSync(at, text, { flag: 'a' });
      else drafts.push(draftOf({ path, text }, at, stat, drafts.length));
      return [];
    });
    if (problems.length > 0) return giveUp(drafts, done, problems);
  }
  for (const draft of drafts) {
    const problems = attempt(draft.path, () => {
      renameSync(draft.draft, draft.at);
      done.push(draft);
      return [];
    });
    if (problems.length > 0) return giveUp(drafts, done, problems);
  }
  for (const { before } of drafts) if (before) rmSync(before, { force: true });
  return [];
}

/** What goes into a pipe cannot be taken back. */
const inPlaceLast = (a: OutputText, b: OutputText): number =>
  Number(isOpened(a)) - Number(isOpened(b));
const isOpened = ({ path }: OutputText): boolean => statOf(path)?.isFile() === false;

function draftOf({ path, text }: OutputText, at: string, stat: Stats | null, i: number): Draft {
  const stem = join(dirname(at), `.raceplan-${process.pid}-${i}`);
  const draft = `${stem}.tmp`;
  try {
    writeFileSync(draft, text, stat ? { mode: stat.mode } : {});
  } catch (cause) {
    rmSync(draft, { force: true });
    throw cause;
  }
  return { path, at, draft, before: stat && secondName(at, `${stem}.old`) };
}

/** Not every disk can give a file two names. */
function secondName(path: string, name: string): string | null {
  try {
    linkSync(path, name);
    return name;
  } catch {
    return null;
  }
}

/** Leaves everything as it was. */
function giveUp(drafts: readonly Draft[], done: readonly Draft[], problems: Problem[]): Problem[] {
  for (const { at, before } of done) {
    if (before) renameSync(before, at);
    else rmSync(at, { force: true });
  }
  for (const { draft, before } of drafts) {
    rmSync(draft, { force: true });
    if (before) rmSync(before, { force: true });
  }
  return problems;
}
