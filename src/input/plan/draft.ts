/** A plan that has been read but not yet checked, and where each of its keys is written. */
import type { Plan } from '../../domain/plan.js';
import type { ProblemPlace } from '../../domain/problems/problem.js';
import type { WrittenPlan } from '../plan-schema.js';
import type { Path, YamlSource } from '../yaml-source.js';

export interface Draft {
  plan: Plan;
  /** As `plan`, with a hole where a list item could not be read. */
  written: WrittenPlan;
  /** Whether the file says anything at `path`, readable or not. */
  says(path: Path): boolean;
  /** Where the value at `path` is, and the value that explains what is wrong with it. */
  at(path: Path, related?: { path: Path; label: string }): ProblemPlace;
  /** Where something should be written under the key at `path`. */
  under(path: Path): ProblemPlace;
}

export function draftOf(plan: Plan, written: WrittenPlan, yaml: YamlSource): Draft {
  return {
    plan,
    written,
    says: (path) => saysAt(yaml.value, path),
    at: (path, related) => ({
      file: plan.file,
      span: yaml.locate.value(path),
      related: related ? [{ span: yaml.locate.value(related.path), label: related.label }] : [],
    }),
    under: (path) => ({ file: plan.file, span: yaml.locate.key(path) }),
  };
}

/** A text where a group of keys should be says something of every key in it. */
function saysAt(value: unknown, [step, ...rest]: Path): boolean {
  if (value == null || step === undefined) return value != null;
  const isGroup = typeof value === 'object' && Array.isArray(value) === (typeof step === 'number');
  return isGroup ? saysAt((value as Record<string | number, unknown>)[step], rest) : true;
}
