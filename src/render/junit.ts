/** Goals, and what was found in a plan, as a JUnit test suite, of several runners one each, for a coach's CI: what fails here is what the exit status fails on. */
import { type Outcome, outcomeOf, outcomeOfFinding } from '../report/outcome.js';
import type { Report, RunnerReport } from '../report/report.js';
import { oneLine } from './characters.js';
import { tell } from './problems/index.js';
import { statusWords } from './sections.js';
import type { ReportStyle } from './style.js';
import { renderText } from './values.js';
import { renderXml } from './xml.js';

interface Case {
  className: string;
  name: string;
  outcome: Outcome | 'error';
  /** What a failure is called. */
  type: string;
  message: string;
}

export function renderJunit(report: Report, style: ReportStyle): string {
  const suites = report.runners?.map((runner) => runnerSuite(runner, style)) ?? [
    { name: report.title, cases: reportCases(report, style) },
  ];
  return renderXml({
    testsuites: {
      '@name': `raceplan ${report.command}`,
      // of all suites nothing counts what was skipped
      ...countsOf(suites.flatMap(({ cases }) => cases)),
      testsuite: suites.map(({ name, cases }) => ({
        '@name': oneLine(name),
        ...totalsOf(cases),
        testcase: cases.map(testcase),
      })),
    },
  });
}

interface Suite {
  name: string;
  cases: readonly Case[];
}

/** Of a runner who could not be judged: the errors that say why. */
function runnerSuite({ runner, report, problems }: RunnerReport, style: ReportStyle): Suite {
  if (report) return { name: report.title, cases: reportCases(report, style) };
  const errors = problems.filter(({ severity }) => severity === 'error');
  const message = errors.map((problem) => renderText(tell(problem).text, style)).join('; ');
  const cases: Case[] = [
    { className: 'files', name: 'can be judged', outcome: 'error', type: 'unusable', message },
  ];
  return { name: runner, cases };
}

const reportCases = (report: Report, style: ReportStyle): Case[] => [
  ...planCases(report, style),
  ...goalCases(report, style),
];

const countOf = (cases: readonly Case[], outcome: Case['outcome']): number =>
  cases.filter((found) => found.outcome === outcome).length;

const countsOf = (cases: readonly Case[]) => ({
  '@tests': cases.length,
  '@failures': countOf(cases, 'failed'),
  '@errors': countOf(cases, 'error'),
});

const totalsOf = (cases: readonly Case[]) => ({
  ...countsOf(cases),
  '@skipped': countOf(cases, 'skipped'),
});

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
  ...(outcome === 'error' && { error: { '@type': type, '@message': message } }),
  ...(outcome === 'skipped' && { skipped: { '@message': message } }),
  ...(outcome === 'passed' && { 'system-out': message }),
});
