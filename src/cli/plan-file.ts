import type { Plan } from '../domain/plan.js';
import type { Problem } from '../domain/problems/problem.js';
import { findPlan, readSource } from '../input/files.js';
import { parsePlan } from '../input/plan.js';
import { hasErrors } from '../kernel/diagnostic.js';
import type { UnitSystem } from '../kernel/units.js';

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
 * @param hasTarget whether a target was given elsewhere, so that the plan needs none
 */
export function loadPlan(
  named: string | null,
  firstFile: string | null,
  hasTarget = false,
): LoadedPlan {
  const nothing = { plan: null, units: null, sources: new Map<string, string>() };
  const path = findPlan(named, firstFile);
  if (path.value === null) return { ...nothing, problems: path.diagnostics };
  const source = readSource(path.value);
  if (source.value === null) return { ...nothing, problems: source.diagnostics };
  const { value, diagnostics } = parsePlan(source.value);
  const problems = diagnostics.filter(({ code }) => code !== 'NO_TARGET' || !hasTarget);
  return {
    plan: hasErrors(problems) ? null : value,
    units: value?.units ?? null,
    problems,
    sources: new Map([[source.value.file, source.value.text]]),
  };
}
