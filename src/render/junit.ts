/** Goals, and what was found in a plan, as a JUnit test suite, for a coach's CI: what fails here is what the exit status fails on. */
import { XMLBuilder } from 'fast-xml-parser';
import { type Outcome, outcomeOf, outcomeOfFinding } from '../report/outcome.js';
import type { Report } from '../report/report.js';
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

/** One for each finding; where there is nothing to object to, one that says so. */
function planCases({ findings }: Report, style: ReportStyle): Case[] {
  if (!findings) return [];
  const cases = findings.map(
    (finding): Case => ({
      className: 'plan',
      name: oneLine(finding.name),
      outcome: outcomeOfFinding(finding, style.judging),
      type: 'warning',
      message: renderText(finding.text, style),
    }),
  );
  return findings.some(({ isObjection }) => isObjection)
    ? cases
    : [
        {
          className: 'plan',
          name: 'safe and realistic',
          outcome: 'passed',
          type: 'warning',
          message: 'nothing to object to',
        },
        ...cases,
      ];
}

const testcase = ({ className, name, outcome, type, message }: Case) => ({
  '@classname': className,
  '@name': name,
  ...(outcome === 'failed' && { failure: { '@type': type, '@message': message } }),
  ...(outcome === 'skipped' && { skipped: { '@message': message } }),
  ...(outcome === 'passed' && { 'system-out': message }),
});
