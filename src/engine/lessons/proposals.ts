/** From what a race showed to lessons for the next plan, in the plan's own words. */
import type { Goal } from '../../domain/goal.js';
import { parseGoal } from '../../domain/goal-grammar.js';
import { type MetricId, metricById } from '../../domain/metric.js';
import type { LessonGoal } from '../../domain/preparation.js';
import { ML_PER_FL_OZ, S_PER_MIN, type UnitSystem } from '../../kernel/units.js';
import type { Finding } from './finding.js';
import { computeFindings } from './findings.js';
import { INTAKE_SHORT_RATIO, STOPS_OVER_S } from './limits.js';
import { editionName, type RaceRun } from './race-run.js';

export interface Proposal {
  /** The race it was learned at. */
  from: string;
  finding: Finding;
  /** What will show that it was acted on: that the same is not found again; `null` where no measure tells. */
  goal: LessonGoal | null;
}

export const proposeLessons = (run: RaceRun): Proposal[] =>
  computeFindings(run).map((finding) => ({
    from: editionName(run.plan),
    finding,
    goal: goalOf(finding, run.plan.units),
  }));

/** A goal is written down to be read by people: its bound is a round one, in the units of the plan. */
function goalOf(finding: Finding, units: UnitSystem): LessonGoal | null {
  const text = goalText(finding, units);
  const target: Goal['target'] | string | null = text && parseGoal(text, units);
  return text && target && typeof target !== 'string' ? { text, target } : null;
}

function goalText(finding: Finding, units: UnitSystem): string | null {
  switch (finding.kind) {
    case 'ended':
      return 'finish';
    case 'stops':
      return `stops over plan <= ${STOPS_OVER_S / S_PER_MIN} min`;
    case 'fade': {
      const { actualRatio, plannedRatio } = finding;
      return actualRatio > plannedRatio && plannedRatio > 0
        ? `fade <= ${Math.ceil(plannedRatio * 100)}%`
        : null;
    }
    case 'intake':
      return intakeGoal(finding, units);
    default:
      return null;
  }
}

interface Step {
  /** In the unit of the metric. */
  size: number;
  /** What one unit written is of it. */
  per: number;
  unit: string;
}

/** What amounts are rounded down to, as people write them: a choice, and in no way a precision. */
const STEPS: Readonly<Partial<Record<MetricId, Record<UnitSystem, Step>>>> = {
  carbsPerHour: {
    metric: { size: 5, per: 1, unit: 'g' },
    imperial: { size: 5, per: 1, unit: 'g' },
  },
  fluidPerHour: {
    metric: { size: 50, per: 1, unit: 'ml' },
    imperial: { size: ML_PER_FL_OZ, per: ML_PER_FL_OZ, unit: 'oz' },
  },
  sodiumPerHour: {
    metric: { size: 50, per: 1, unit: 'mg' },
    imperial: { size: 50, per: 1, unit: 'mg' },
  },
};

/** At least what would have been found no more, rounded down; never as little as was taken, nor more than planned. */
function intakeGoal(
  { metric, actual, planned }: Extract<Finding, { kind: 'intake' }>,
  units: UnitSystem,
): string | null {
  const step = STEPS[metric]?.[units];
  if (!step) return null;
  const atLeast = (planned * (1 - INTAKE_SHORT_RATIO)) / step.size;
  const steps = [Math.floor(atLeast + 1e-9), Math.ceil(atLeast)].find(
    (n) => n * step.size > actual && n * step.size <= planned,
  );
  if (steps === undefined) return null;
  const [word] = metricById(metric).words;
  return `${word} >= ${Math.round((steps * step.size) / step.per)} ${step.unit}/h`;
}
