import type { Plan } from '../domain/plan.js';
import { error, type Problem } from '../domain/problems/problem.js';
import type { TableKind } from '../domain/problems/usage.js';
import { findPlan, isPlanPath, readSource } from '../input/files.js';
import { parsePlan } from '../input/plan.js';
import type { Source } from '../input/source.js';
import { hasErrors } from '../kernel/diagnostic.js';
import type { UnitSystem } from '../kernel/units.js';
import { type Notes, namedIn, readNotedTable } from './loaded.js';

export interface LoadedPlan {
  /** `null` when anything in it is wrong: nothing should be computed from a plan with gaps. */
  plan: Plan | null;
  /** What it is written in, as far as it could be read. */
  units: UnitSystem | null;
  problems: readonly Problem[];
  sources: Map<string, string>;
}

/**
 * Finds and reads the plan.
 * @param named the plan, or its folder, as the user named it
 * @param firstFile the first file argument: the plan may lie beside it
 * @param needsTarget whether the plan must say how fast to run
 */
export async function loadPlan(
  named: string | null,
  firstFile: string | null,
  needsTarget: boolean,
): Promise<LoadedPlan> {
  const nothing = { plan: null, units: null, sources: new Map<string, string>() };
  const path = findPlan(named, firstFile);
  if (path.value === null) return { ...nothing, problems: path.diagnostics };
  const source = readSource(path.value, 'plan');
  if (source.value === null) return { ...nothing, problems: source.diagnostics };
  const { value, diagnostics } = parsePlan(source.value);
  const table = hasErrors(diagnostics) ? await kindOfOther(source.value) : null;
  if (table) {
    const problem = error('WRONG_TABLE', { is: table, wanted: 'plan' }, { file: path.value });
    return { ...nothing, problems: [problem] };
  }
  const notes: Notes = {
    problems: diagnostics.filter(({ code }) => code !== 'NO_TARGET' || needsTarget),
    sources: new Map([[source.value.file, source.value.text]]),
  };
  const plan = value && (await withPastRaces(value, notes));
  return {
    ...notes,
    plan: hasErrors(notes.problems) ? null : plan,
    units: value?.units ?? null,
  };
}

/** What stands where the plan should, if that is a table. */
async function kindOfOther({ file, text }: Source): Promise<TableKind | null> {
  if (isPlanPath(file)) return null;
  const { kindOfText } = await import('../input/table-kinds.js');
  return kindOfText(text);
}

/** The plan with the athlete's past races, where they lie in a file of their own. */
async function withPastRaces(plan: Plan, notes: Notes): Promise<Plan> {
  const { pastFile, athlete, units } = plan;
  const source =
    pastFile == null
      ? null
      : await readNotedTable(pastFile, 'table', notes, namedIn(plan, pastFile));
  if (!source) return plan;
  // only plans with such a file pay for its readers
  const { parsePastRaces } = await import('../input/careers/careers.js');
  const { namingTable } = await import('../input/table-kinds.js');
  const { value, diagnostics } = parsePastRaces(source, units);
  notes.problems.push(...namingTable('careers', diagnostics));
  return { ...plan, athlete: { ...athlete, past: value ?? [] } };
}
