import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import type { CommandRow } from '../../src/cli/command.js';
import { GOALS, STRICT } from '../../src/cli/options.js';
import { runCli } from '../../src/cli/run.js';
import { PRIORITIES } from '../../src/domain/goal.js';
import type { Finding, Report } from '../../src/report/report.js';
import { SAMPLE } from '../render/sample-report.js';
import { type Ran, raceplan } from '../support/cli.js';

const PINE = 'fixtures/races/pine-creek-100k';
const VERMONT = 'fixtures/races/vermont-100';

interface Case {
  '@_classname': string;
  '@_name': string;
  failure?: unknown;
  skipped?: unknown;
}

function suiteOf(xml: string): { failures: number; cases: Case[] } {
  const parser = new XMLParser({ ignoreAttributes: false, isArray: (name) => name === 'testcase' });
  const { testsuite } = parser.parse(xml).testsuites;
  return { failures: Number(testsuite['@_failures']), cases: testsuite.testcase ?? [] };
}

/** Runs a command that comes to this report. */
async function told(report: Report, ...argv: string[]): Promise<Ran> {
  const judge: CommandRow = {
    name: 'judge',
    phase: 'any',
    summary: 'judges',
    arguments: [],
    examples: [],
    options: [STRICT, GOALS],
    formats: ['terminal', 'junit'],
    load: async () => ({
      run: async () => ({ output: report, problems: [], sources: new Map(), units: null }),
    }),
  };
  let stdout = '';
  const screen = { write: () => {}, isTTY: false, columns: null };
  const out = { ...screen, write: (text: string) => (stdout += text) };
  const io = { stdout: out, stderr: screen, env: {} };
  return { status: await runCli(['judge', ...argv], io, [judge]), stdout, stderr: '' };
}

const verdict = fc.record({
  status: fc.constantFrom('met', 'missed', 'likely', 'possible', 'unlikely', 'unknown' as const),
  priority: fc.constantFrom(...PRIORITIES),
  isGone: fc.boolean(),
});
const finding: fc.Arbitrary<Finding> = fc.record({
  name: fc.constantFrom('no lamp', 'too fast', 'overdue: pack'),
  isObjection: fc.boolean(),
  text: fc.constant(['Mind this.']),
});
type Drawn = typeof verdict extends fc.Arbitrary<infer T> ? T : never;

/** A goal is gone only when it is unlikely. */
const reportOf = (verdicts: readonly Drawn[], findings: readonly Finding[] | null): Report => ({
  ...SAMPLE,
  verdicts: verdicts.map(({ status, priority, isGone }, i) => ({
    goal: `goal ${i}`,
    status,
    priority,
    isGone: isGone && status === 'unlikely',
    probability: null,
    actual: null,
    margin: null,
    text: isGone && status === 'unlikely' ? ['out of reach from here'] : ['as told'],
  })),
  ...(findings && { findings }),
});

/** What the README says of a line such as `unlikely  A  goal 3  out of reach from here`. */
function failsByReadme(line: string, strict: boolean, goals: string | null): boolean {
  const [, status = '', priority = '', text = ''] =
    /^(\w+) +([ABC]) +goal \d+ +(.*)$/.exec(line) ?? [];
  if (goals && !goals.split(',').includes(priority)) return false;
  if (status === 'missed') return true;
  if (!strict) return false;
  return (
    status === 'unknown' ||
    (status === 'unlikely' && priority === 'A') ||
    text === 'out of reach from here'
  );
}

const OPTIONS = [undefined, 'A', 'B', 'C', 'A,B', 'A,C', 'B,C', 'A,B,C'];

describe('one rule of what fails', () => {
  it('the exit status, JUnit and the verdicts as printed never differ', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(verdict, { minLength: 1, maxLength: 6 }),
        fc.option(fc.array(finding, { maxLength: 3 })),
        fc.boolean(),
        fc.constantFrom(...OPTIONS),
        async (verdicts, findings, strict, goals) => {
          const report = reportOf(verdicts, findings);
          const argv = [...(strict ? ['--strict'] : []), ...(goals ? ['--goals', goals] : [])];
          const text = await told(report, '--quiet', ...argv);
          const junit = await told(report, '--format', 'junit', ...argv);
          const { failures, cases } = suiteOf(junit.stdout);
          expect(junit.status).toBe(text.status);
          expect(junit.status).toBe(failures > 0 ? 1 : 0);
          const lines = text.stdout.trimEnd().split('\n');
          expect(lines).toHaveLength(verdicts.length);
          const failing = lines.filter((line) => failsByReadme(line, strict, goals ?? null));
          const objections = (findings ?? []).filter(({ isObjection }) => isObjection);
          expect(failures).toBe(failing.length + (strict ? objections.length : 0));
          const named = cases.filter((found) => found['@_classname'] === 'plan');
          expect(named.map((found) => found['@_name'])).toEqual([
            ...(findings && objections.length === 0 ? ['safe and realistic'] : []),
            ...(findings ?? []).map(({ name }) => name),
          ]);
          for (const { '@_classname': className, failure, skipped } of cases) {
            const isJudged = !goals || goals.includes(className[0]!);
            if (className !== 'plan' && !isJudged) {
              expect({ failure, isSkipped: skipped !== undefined }).toEqual({ isSkipped: true });
            }
          }
        },
      ),
      { numRuns: 1000, seed: 8 },
    );
  });

  it('a goal that is not judged is skipped in JUnit, not failed', async () => {
    const ran = await raceplan(
      ...['analyze', `${VERMONT}/splits.csv`, '--goals', 'C', '--format', 'junit'],
    );
    const { failures, cases } = suiteOf(ran.stdout);
    expect(ran.status).toBe(1);
    expect(failures).toBe(1);
    expect(cases.filter((found) => found.skipped !== undefined)).toHaveLength(cases.length - 1);
  });

  it('of the shipped races the exit status and JUnit agree, strictly or not, whichever goals count', async () => {
    const seen = new Set<number>();
    for (const command of [
      ['build', PINE],
      ['build', VERMONT],
      ['build', PINE, '--target', '6:00,12:30'],
      ['check', PINE],
      ['check', VERMONT, '--today', '2017-07-08'],
      ['analyze', `${PINE}/splits.csv`],
      ['analyze', `${VERMONT}/splits.csv`],
    ]) {
      for (const strict of [[], ['--strict']]) {
        for (const goals of command[0] === 'check'
          ? [[]]
          : [[], ['--goals', 'A'], ['--goals', 'B'], ['--goals', 'C']]) {
          const ran = await raceplan(...command, ...strict, ...goals, '--format', 'junit');
          expect(ran.status).toBe(suiteOf(ran.stdout).failures > 0 ? 1 : 0);
          seen.add(ran.status);
        }
      }
    }
    expect([...seen].sort()).toEqual([0, 1]);
  });
});

function planFile(goals: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'raceplan-')), 'race.yaml');
  writeFileSync(
    file,
    `race: { name: Short }
course: { distance: 50 km }
athlete: { past: [{ race: Spring, distance: 50 km, time: "6:00" }] }
nutrition: { per_hour: { carbs: 45 g } }
pacing: { target: "6:00" }
goals: [${goals}]
`,
  );
  return file;
}

describe('a measure before the race', () => {
  it.each([
    ['the plan keeps it', 'carbs >= 40 g/h', 'possible', 0],
    ['not even the plan keeps it', 'carbs >= 60 g/h', 'unlikely', 1],
    ['the plan does not say', 'caffeine <= 400 mg', 'unknown', 1],
    ['not even the plan keeps it, a B goal', '{ goal: fade <= 1%, priority: B }', 'unlikely', 0],
  ])('is held against the plan: %s', async (_, goal, status, strictly) => {
    const plan = planFile(goal);
    const ran = await raceplan('build', plan, '--format', 'json', '--strict');
    const [verdict] = JSON.parse(ran.stdout).verdicts;
    expect(verdict).toMatchObject({ status, probability: null });
    expect(ran.status).toBe(strictly);
    expect((await raceplan('build', plan)).status).toBe(0);
  });

  it('build --strict of the shipped plan, which keeps its own measures, knows all its goals', async () => {
    const { status, stdout } = await raceplan('build', PINE, '--strict', '--format', 'json');
    const statuses = JSON.parse(stdout).verdicts.map((v: { status: string }) => v.status);
    expect(statuses).not.toContain('unknown');
    expect(status).toBe(0);
  });

  it('a timed event plans its distance', async () => {
    const file = planFile('at least 40 km, { goal: at least 60 km, priority: B }');
    const { stdout } = await raceplan('build', file, '--format', 'json');
    expect(JSON.parse(stdout).verdicts).toMatchObject([
      { status: 'possible', actual: { plannedM: 50_000 }, text: 'planned: 50.0 km' },
      { status: 'unlikely', text: 'planned: 50.0 km, outside the goal' },
    ]);
  });
});
