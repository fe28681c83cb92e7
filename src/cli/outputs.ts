/** The files a run writes: none replaces what was read, or what people wrote. */
import { closeSync, openSync, readSync } from 'node:fs';
import { error, type Problem } from '../domain/problems/problem.js';
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
import { attempt, targetOf } from './output-target.js';

/** A file to write, and the option that names it. */
export interface OutputFile {
  option: string;
  path: string;
  /** It keeps all that it holds. */
  adds?: boolean;
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
