import { expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.js';
import { readOptions } from '../../src/cli/options.js';
import { writeOutputs } from '../../src/cli/output-writing.js';
import { checkOutputs } from '../../src/cli/outputs.js';
import type { Problem } from '../../src/domain/problems/problem.js';
import { findPlan, readSource } from '../../src/input/files.js';
import { renderProblems } from '../../src/render/problems/frame.js';
import { PLAIN } from '../support/plain-style.js';

const STYLE = PLAIN;
const PINE = 'fixtures/races/pine-creek-100k';
const OUT = { option: '-o', path: 'out.csv' };
const check = COMMANDS.find(({ name }) => name === 'check')!;

it.each<[Problem['code'], () => readonly Problem[], string]>([
  [
    'FILE_NOT_FOUND',
    () => readSource('no/such.csv', 'log').diagnostics,
    'there is no file no/such.csv',
  ],
  [
    'FILE_UNREADABLE',
    () => readSource('test', 'log').diagnostics,
    'test cannot be read: it is a folder',
  ],
  [
    'FILE_NOT_WRITTEN',
    () => writeOutputs([{ path: 'no/such/a.md', text: '' }]),
    'cannot be written',
  ],
  [
    'OUTPUT_HOLDS_WORK',
    () => checkOutputs([{ option: '-o', path: `${PINE}/race.yaml` }], false),
    'race.yaml holds a plan: it is not written over',
  ],
  [
    'OUTPUTS_SAME',
    () => checkOutputs([OUT, { ...OUT, option: '--predictions' }], false),
    '-o and --predictions both write to out.csv',
  ],
  ['PLAN_NOT_FOUND', () => findPlan('test', null).diagnostics, '--plan FILE'],
  ['BAD_ARGUMENT', () => readOptions(check, { units: 'furlongs' }).diagnostics, 'not "furlongs"'],
  ['UNKNOWN_EXTENSION', () => readOptions(check, { output: 'a.doc' }).diagnostics, 'a.doc'],
])('%s is told plainly', (code, problems, said) => {
  const text = renderProblems(problems(), new Map(), STYLE);
  expect(text).toMatch(new RegExp(`^error ${code}\n  .*\n`));
  expect(text).toContain(said);
  expect(text.trimEnd()).toMatch(/1 error\. Nothing was computed\.$/);
});
