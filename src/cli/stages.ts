/** A stage race: one plan that names those of its stages. */
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plan } from '../domain/plan.js';
import { error, type Problem } from '../domain/problems/problem.js';
import { findPlan, isPlanPath, readSource } from '../input/files.js';
import { hasErrors } from '../kernel/diagnostic.js';
import type { Report } from '../report/report.js';
import type { Context, Outcome } from './command.js';
import { loadPlan } from './plan-file.js';

/** The log of a stage of this name beside its plan is read without asking. */
const LOG_NAME = 'splits.csv';

/** A stage race on its way through its stages. */
export interface Staged {
  plan: Plan;
  /** The plan and the log of each stage; `null`: not run yet. */
  logs: (context: Context) => readonly { plan: string; log: string | null }[];
  /** Takes over what a stage had to say. */
  add: (outcome: Outcome) => void;
  /** All of it, with a report where nothing is wrong. */
  outcome: (report: () => Report) => Outcome;
  /** What is wrong with all of it. */
  refuse: (problem: Problem) => Outcome;
}

export const isReport = (output: Outcome['output']): output is Report =>
  output !== null && typeof output !== 'string';

/** A plan, or its folder, in place of a log. */
export function planNamed({ files: [first], options }: Context): string | null {
  if (options.plan !== null || first === undefined) return options.plan;
  const isFolder = existsSync(first) && statSync(first).isDirectory();
  return isFolder || isPlanPath(first) ? first : null;
}

/** A command for one stage. */
export const ofStage = (context: Context, plan: string, files: readonly string[]): Context => ({
  ...context,
  files,
  options: { ...context.options, plan },
});

/**
 * Reads the plan of a stage race.
 * @param named the plan, or its folder
 * @param firstFile a log the plan may lie beside
 * @returns `null` of all other plans, and where none can be read: the command says what is wrong
 */
export async function loadStages(
  context: Context,
  named: string | null,
  firstFile: string | null = null,
): Promise<Staged | null> {
  const path = findPlan(context.options.plan ?? named, firstFile).value;
  // a pipe can be read once, and holds no plan that names others beside it
  if (path === null || !existsSync(path) || !statSync(path).isFile()) return null;
  // only a plan that has the word pays for being read twice
  if (!readSource(path, 'plan').value?.text.includes('stages')) return null;
  const { plan, units, problems, sources } = await loadPlan(path, null, false);
  if (!plan || plan.stages.length === 0) return null;
  const told: Problem[] = [...problems];
  return {
    plan,
    logs: ({ files }) => {
      const listed = files.filter((file) => file !== named);
      if (listed.length > plan.stages.length) {
        const args = { logs: listed.length, stages: plan.stages.length };
        told.push(error('LOGS_NOT_STAGES', args, { file: plan.file }));
        return [];
      }
      const logs = plan.stages.map((stage, i) => ({
        plan: stage,
        log: listed.length > 0 ? (listed[i] ?? null) : logBeside(stage),
      }));
      if (logs.every(({ log }) => log === null)) {
        const args = { logs: 0, stages: plan.stages.length };
        told.push(error('LOGS_NOT_STAGES', args, { file: plan.file }));
      }
      return logs;
    },
    add: (outcome) => {
      told.push(...outcome.problems);
      for (const [file, text] of outcome.sources) sources.set(file, text);
    },
    refuse: (problem) => ({ output: null, problems: [...told, problem], sources, units }),
    outcome: (report) => ({
      output: hasErrors(told) ? null : report(),
      problems: told,
      sources,
      units,
    }),
  };
}

function logBeside(stage: string): string | null {
  const beside = join(dirname(stage), LOG_NAME);
  return existsSync(beside) ? beside : null;
}
