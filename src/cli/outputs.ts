/** The files a run writes: none replaces what was read, or what people wrote; and all are written, or none. */
import {
  accessSync,
  closeSync,
  constants,
  linkSync,
  mkdirSync,
  openSync,
  readlinkSync,
  readSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { error, type Problem } from '../domain/problems/problem.js';
import { isFileFault, reasonOf } from '../input/file-faults.js';
import { filesRead, statOf } from '../input/files.js';
import { type OwnMarks, recognizeHandwritten } from '../input/handwritten.js';
import { decodeText } from '../input/source.js';
import { sheetHeads } from '../render/sheet-values.js';
import { CAREER_PREDICTION_COLUMNS } from '../report/careers.js';
import { RACES_SHEET } from '../report/compare/races-sheet.js';
import { AHEAD_SHEET } from '../report/exports/ahead-sheet.js';
import { EDITIONS_SHEET, PLACE_HEAD } from '../report/exports/editions-sheet.js';
import { LEGS_SHEET } from '../report/exports/legs-sheet.js';
import { PACE_SHEET } from '../report/exports/pace-sheet.js';
import { MAKER } from '../report/exports.js';
import { GOAL_HEAD, RUNNERS_SHEET } from '../report/many/runners-sheet.js';
import { IN_RACE_COLUMNS, PREDICTION_COLUMNS } from '../report/predictions.js';

/** A file to write, and the option that names it. */
export interface OutputFile {
  option: string;
  path: string;
  /** It keeps all that it holds. */
  adds?: boolean;
}

/** What is to be written, whole. */
export interface OutputText {
  path: string;
  text: string;
}

/** What raceplan writes: one of its own may be replaced. */
const OWN: OwnMarks = {
  tables: [
    ...[PREDICTION_COLUMNS, IN_RACE_COLUMNS, CAREER_PREDICTION_COLUMNS].map((columns) => ({
      columns,
    })),
    ...[PACE_SHEET, LEGS_SHEET, AHEAD_SHEET, RACES_SHEET]
      .flatMap(sheetHeads)
      .map((columns) => ({ columns })),
    ...sheetHeads(EDITIONS_SHEET).map((columns) => ({ columns, rest: PLACE_HEAD })),
    ...sheetHeads(RUNNERS_SHEET).map((columns) => ({ columns, rest: GOAL_HEAD })),
  ],
  texts: [
    new RegExp(`^PRODID:-//${MAKER}//`, 'm'),
    new RegExp(`<gpx\\b[^>]*\\bcreator="${MAKER}"`),
  ],
};

/**
 * Why these outputs cannot or must not be written, asked before anything is read: something people wrote stands
 * there and `isForced` is not said, two are one file, or nothing can be written there at all.
 */
export function checkOutputs(outputs: readonly OutputFile[], isForced: boolean): Problem[] {
  const taken = new Map<string, string>();
  return outputs.flatMap(({ option, path, adds = false }) =>
    attempt(path, () => {
      const { at, stat, isInPlace } = targetOf(path);
      if (isInPlace) return [];
      const other = taken.get(at);
      taken.set(at, option);
      if (other) return [error('OUTPUTS_SAME', { path, options: [other, option] })];
      const holds = stat && !isForced && !adds ? handwrittenAt(at) : null;
      return holds ? [error('OUTPUT_HOLDS_WORK', { path, holds })] : [];
    }),
  );
}

/** The outputs that would replace an input of this run, by whatever name: asked when all is read, never forced. */
export const checkInputsKept = (outputs: readonly OutputFile[]): Problem[] =>
  outputs.flatMap(({ path }) => {
    const stat = statOf(path);
    if (!stat?.isFile()) return [];
    const input = filesRead().find(({ dev, ino }) => dev === stat.dev && ino === stat.ino);
    return input ? [error('OUTPUT_IS_INPUT', { path, input: input.path })] : [];
  });

/** What `act` finds wrong; a fault of the file is a problem too. */
function attempt(path: string, act: () => Problem[]): Problem[] {
  try {
    return act();
  } catch (cause) {
    if (!isFileFault(cause)) throw cause;
    return [error('FILE_NOT_WRITTEN', { path, reason: reasonOf(cause) })];
  }
}

/** Enough of a file to tell what it holds. */
const HEAD_BYTES = 1 << 16;

function handwrittenAt(path: string) {
  const descriptor = openSync(path, 'r');
  try {
    const head = Buffer.alloc(HEAD_BYTES);
    const text = decodeText(head.subarray(0, readSync(descriptor, head)));
    return recognizeHandwritten(path, text, OWN);
  } finally {
    closeSync(descriptor);
  }
}

interface Target {
  /** The file itself, links followed. */
  at: string;
  /** `null` when it is new. */
  stat: Stats | null;
  /** A pipe or device, or a file that the shell has opened: written to, not replaced. */
  isInPlace: boolean;
}

/** @throws of a folder, of one that is missing or closed to us, of a name that cannot be one */
function targetOf(path: string): Target {
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

const fault = (code: string) => Object.assign(new Error(code), { code, syscall: 'open' });

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
