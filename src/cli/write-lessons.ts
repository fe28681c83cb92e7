/** `--write-lessons FILE`: what a race taught, added to a file of lessons or to the next plan. */
import { readFileSync } from 'node:fs';
import { error, note, type Problem } from '../domain/problems/problem.js';
import type { Proposal } from '../engine/lessons/proposals.js';
import { isFileFault, reasonOf } from '../input/file-faults.js';
import { statOf } from '../input/files.js';
import { withLessons } from '../input/lessons-file.js';
import type { ValueStyle } from '../render/values.js';
import { writeItems } from '../render/yaml-list.js';
import { lessonItems } from '../report/lessons/proposed.js';
import type { OutputText } from './output-writing.js';
import { checkInputsKept } from './outputs.js';

/** The file with the lessons that it does not have yet; nothing where it cannot be, which is noted. */
export function addLessons(
  path: string,
  proposals: readonly Proposal[],
  style: ValueStyle,
  problems: Problem[],
): OutputText[] {
  const refused = checkInputsKept([{ option: '--write-lessons', path }]);
  if (refused.length > 0) {
    problems.push(...refused);
    return [];
  }
  const text = textAt(path, problems);
  if (text === null) return [];
  const found = withLessons(text, writeItems(lessonItems(proposals), style, null));
  if ('why' in found) {
    problems.push(error('LESSONS_NOT_ADDED', { path, why: found.why }));
    return [];
  }
  const { added, kept } = found;
  problems.push(note('LESSONS_ADDED', { path, added, kept }));
  return added === 0 ? [] : [{ path, text: found.text }];
}

/** Empty of a new file, and of a pipe; `null` where it cannot be added to. */
function textAt(path: string, problems: Problem[]): string | null {
  if (!statOf(path)?.isFile()) return '';
  try {
    const bytes = readFileSync(path);
    const text = bytes.toString('utf8');
    if (Buffer.from(text).equals(bytes)) return text;
    problems.push(error('LESSONS_NOT_ADDED', { path, why: 'not UTF-8' }));
  } catch (cause) {
    if (!isFileFault(cause)) throw cause;
    problems.push(error('FILE_UNREADABLE', { path, reason: reasonOf(cause) }));
  }
  return null;
}
