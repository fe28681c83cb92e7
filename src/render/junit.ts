/** Goals as a JUnit test suite, for a coach's CI. */
import { XMLBuilder } from 'fast-xml-parser';
import type { Report, Verdict, VerdictStatus } from '../report/report.js';
import { oneLine } from './characters.js';
import { statusWords } from './sections.js';
import { renderText, type ValueStyle } from './values.js';

/**
 * What a test runner calls each verdict. Before the race a goal that is likely or possible passes,
 * an unlikely one fails; one that cannot be judged is skipped, never passed.
 */
const OUTCOME: Record<VerdictStatus, 'passed' | 'failed' | 'skipped'> = {
  met: 'passed',
  likely: 'passed',
  possible: 'passed',
  unlikely: 'failed',
  missed: 'failed',
  unknown: 'skipped',
};

export function renderJunit(report: Report, style: ValueStyle): string {
  const count = (outcome: string) =>
    report.verdicts.filter(({ status }) => OUTCOME[status] === outcome).length;
  const totals = {
    '@tests': report.verdicts.length,
    '@failures': count('failed'),
    '@errors': 0,
    '@skipped': count('skipped'),
  };
  const xml = new XMLBuilder({
    attributeNamePrefix: '@',
    ignoreAttributes: false,
    suppressEmptyNode: true,
    format: true,
  }).build({
    '?xml': { '@version': '1.0', '@encoding': 'UTF-8' },
    testsuites: {
      '@name': `raceplan ${report.command}`,
      ...totals,
      testsuite: {
        '@name': oneLine(report.title),
        ...totals,
        testcase: report.verdicts.map((verdict) => testcase(verdict, style)),
      },
    },
  });
  return String(xml);
}

function testcase(verdict: Verdict, style: ValueStyle) {
  const message = `${statusWords(verdict)}: ${renderText(verdict.text, style)}`;
  const outcome = OUTCOME[verdict.status];
  return {
    '@classname': `${verdict.priority} goals`,
    '@name': oneLine(verdict.goal),
    ...(outcome === 'failed' && { failure: { '@type': verdict.status, '@message': message } }),
    ...(outcome === 'skipped' && { skipped: { '@message': message } }),
    ...(outcome === 'passed' && { 'system-out': message }),
  };
}
