/** Goals as a JUnit test suite, for a coach's CI: what fails here is what the exit status fails on. */
import { XMLBuilder } from 'fast-xml-parser';
import { type Outcome, outcomeOf, outcomeOfPlan } from '../report/outcome.js';
import type { Report } from '../report/report.js';
import { joinText } from '../report/value.js';
import { oneLine } from './characters.js';
import { statusWords } from './sections.js';
import type { ReportStyle } from './style.js';
import { renderText } from './values.js';

interface Case {
  className: string;
  name: string;
  outcome: Outcome;
  /** What a failure is called. */
  type: string;
  message: string;
}

export function renderJunit(report: Report, style: ReportStyle): string {
  const cases = [...planCases(report, style), ...goalCases(report, style)];
  const count = (outcome: Outcome) => cases.filter((found) => found.outcome === outcome).length;
  const totals = {
    '@tests': cases.length,
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
        testcase: cases.map(testcase),
      },
    },
  });
  return String(xml);
}

const goalCases = ({ verdicts }: Report, style: ReportStyle): Case[] =>
  verdicts.map((verdict) => ({
    className: `${verdict.priority} goals`,
    name: oneLine(verdict.goal),
    outcome: outcomeOf(verdict, style.judging),
    type: verdict.status,
    message: `${statusWords(verdict)}: ${renderText(verdict.text, style)}`,
  }));

function planCases(report: Report, style: ReportStyle): Case[] {
  const outcome = outcomeOfPlan(report, style.judging);
  if (outcome === null) return [];
  const objections = renderText(joinText(report.objections ?? [], ' '), style);
  const message = objections || 'nothing to object to';
  return [{ className: 'plan', name: 'safe and realistic', outcome, type: 'warning', message }];
}

const testcase = ({ className, name, outcome, type, message }: Case) => ({
  '@classname': className,
  '@name': name,
  ...(outcome === 'failed' && { failure: { '@type': type, '@message': message } }),
  ...(outcome === 'skipped' && { skipped: { '@message': message } }),
  ...(outcome === 'passed' && { 'system-out': message }),
});
