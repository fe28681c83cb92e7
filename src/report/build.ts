/** `raceplan build`: the race, the goals and what they take, the chart, the fuel, the warnings. */
import type { Course } from '../domain/course.js';
import type { Plan } from '../domain/plan.js';
import type { Warning } from '../engine/advice/warnings.js';
import { computeLampSpans, type Sun } from '../engine/course/daylight.js';
import { SMOOTHING_M } from '../engine/course/profile.js';
import type { FieldReview } from '../engine/field/field.js';
import type { FuelPlan } from '../engine/fuel/needs.js';
import type { GoalChance } from '../engine/goals/probability.js';
import type { Requirement } from '../engine/goals/requirements.js';
import type { PacePlan } from '../engine/pacing/pace-plan.js';
import { computeRunWalk } from '../engine/pacing/run-walk.js';
import { sum } from '../kernel/stats.js';
import { fuelTable, hourlyTable } from './fuel.js';
import { verdictsBefore } from './goals.js';
import { explainTable, moment, paceChart, planJson, windowTable } from './pace-chart.js';
import { raceJson, raceSubtitle, sunJson } from './race.js';
import { readinessSections } from './readiness.js';
import type { Json, Report, Section } from './report.js';
import {
  clock,
  count,
  duration,
  height,
  joinText,
  pace,
  ratio,
  say,
  span,
  type Text,
  words,
} from './value.js';
import { warningsJson, warningText } from './warnings.js';

export interface BuildInput {
  plan: Plan;
  course: Course;
  pace: PacePlan;
  fuel: FuelPlan;
  sun: Sun | null;
  requirements: readonly Requirement[];
  chances: readonly GoalChance[];
  /** Past editions, when the plan names any. */
  field: FieldReview | null;
  warnings: readonly Warning[];
  /** Show what each factor contributed. */
  explain: boolean;
}

export function buildReport(input: BuildInput): Report {
  const { plan, course, pace: pacePlan, fuel, warnings } = input;
  const verdicts = verdictsBefore(input);
  const sections: (Section | null)[] = [
    { kind: 'facts', title: null, facts: raceFacts(input) },
    verdicts.length > 0 ? { kind: 'verdicts', title: 'Goals', verdicts } : null,
    paceChart(plan, pacePlan),
    windowTable(plan, pacePlan),
    input.explain ? explainTable(pacePlan) : null,
    fuelTable(fuel),
    hourlyTable(fuel),
    warnings.length > 0
      ? { kind: 'list', title: 'Warnings', tone: 'warning', items: warnings.map(warningText) }
      : null,
    ...readinessSections(plan),
  ];
  return {
    command: 'build',
    title: plan.race.name,
    subtitle: raceSubtitle(plan, course),
    sections: sections.filter((section) => section !== null),
    verdicts,
    data: {
      race: raceJson(plan, course),
      target: {
        finishS: pacePlan.targetS,
        movingS: pacePlan.movingS,
        stoppedS: pacePlan.stoppedS,
        basePaceSPerKm: pacePlan.basePaceSPerKm,
        fadeRatio: pacePlan.fadeRatio,
      },
      evidence: pacePlan.evidence && { ...pacePlan.evidence },
      legs: pacePlan.legs.map(legJson),
      nutrition: nutritionJson(fuel),
      warnings: warningsJson(warnings),
      sun: sunJson(plan, input.sun),
      lamp: input.sun
        ? computeLampSpans(input.sun, pacePlan.targetS).map((lamp) => ({ ...lamp }))
        : null,
    },
  };
}

const isAnyStopOfModel = ({ plan, pace: { legs } }: BuildInput): boolean =>
  plan.defaultStopS == null && legs.slice(0, -1).some(({ leg }) => leg.to.stopS == null);

function raceFacts(input: BuildInput) {
  const { plan, pace: pacePlan, course, sun } = input;
  const { targetS, movingS, stoppedS, legs, evidence } = pacePlan;
  const facts: { label: string; text: Text }[] = [
    {
      label: 'Target',
      text: say`${duration(targetS)}, finish at ${moment(plan, targetS)}: ${pace((targetS * 1000) / course.distanceM)} overall`,
    },
    {
      label: 'Moving',
      text: say`${duration(movingS)} at ${pace((movingS * 1000) / course.distanceM)}; ${span(stoppedS)} in ${String(legs.filter((leg) => leg.stopS > 0).length)} stops${isAnyStopOfModel(input) ? ' (where the plan gives none: what runners of this duration take)' : ''}`,
    },
    {
      label: 'Fade',
      text: say`second half ${ratio(pacePlan.fadeRatio)} slower for equal effort (${plan.pacing.fadeRatio == null ? 'what runners of this duration do' : 'your plan'})`,
    },
  ];
  if (evidence) {
    const { editions, runners } = evidence;
    facts.push({
      label: 'History',
      text: say`arrivals as of ${count(runners)} past finishers, ${count(editions)} ${editions === 1 ? 'edition' : 'editions'}: if you finish`,
    });
  }
  const { runWalk } = plan.pacing;
  if (runWalk) {
    const paces = computeRunWalk((movingS * 1000) / course.distanceM, runWalk);
    facts.push({
      label: 'Run/walk',
      text: paces
        ? say`run ${span(runWalk.runS)} at ${pace(paces.runPaceSPerKm)}, walk ${span(runWalk.walkS)} at ${pace(paces.walkPaceSPerKm)}`
        : ['no running needed: the moving pace is a walk'],
    });
  }
  if (course.elevationSource === 'track') {
    const organiserM = plan.course.gainM;
    facts.push({
      label: 'Climb',
      text: say`${height(course.gainM)} up, ${height(course.lossM)} down, from the track smoothed over ${height(SMOOTHING_M)}${organiserM == null ? '' : say`; the organiser says ${height(organiserM)} up`}`,
    });
  }
  const inHandS = legs.at(-1)?.cutoffMarginS;
  if (inHandS != null) {
    facts.push({
      label: 'Cutoff',
      text:
        inHandS >= 0
          ? say`${span(inHandS)} in hand at the finish`
          : say`missed by ${span(-inHandS)} at the finish`,
    });
  }
  if (sun) facts.push(...sunFacts(plan, pacePlan, sun));
  if (plan.race.powerPhrase) facts.push({ label: 'Say', text: [words(plan.race.powerPhrase)] });
  return facts;
}

const legJson = (planned: PacePlan['legs'][number]): Json => ({
  to: planned.leg.to.name,
  atM: planned.leg.to.atM,
  distanceM: planned.leg.distanceM,
  gainM: planned.leg.gainM,
  lossM: planned.leg.lossM,
  cutoffS: planned.leg.to.cutoffS,
  cutoffMarginS: planned.cutoffMarginS,
  plan: planJson(planned),
  lightS: { ...planned.lightS },
  factorS: { ...planned.factorS },
});

const nutritionJson = (fuel: FuelPlan): Json => ({
  standard: fuel.standard.name,
  perHour: { ...fuel.perHour },
  total: { ...fuel.total },
  legs: fuel.legs.map(({ planned, elapsedS, intake, carryShortMl }) => ({
    to: planned.leg.to.name,
    elapsedS,
    ...intake,
    carryShortMl,
  })),
});

function sunFacts(plan: Plan, { targetS, legs }: PacePlan, sun: Sun) {
  const day = sun.days[0];
  const rise = say`up ${clock(day?.riseAt ?? null, plan.race.zone)}, down ${clock(day?.setAt ?? null, plan.race.zone)}`;
  const spans = computeLampSpans(sun, targetS);
  if (spans.length === 0) return [{ label: 'Sun', text: say`${rise}; no lamp needed` }];
  const darkS = sum(legs.map(({ lightS }) => lightS.dark));
  const twilightS = sum(legs.map(({ lightS }) => lightS.twilight));
  const when = joinText(
    spans.map(({ fromS, toS }) => say`${moment(plan, fromS)} to ${moment(plan, toS)}`),
    ' and ',
  );
  return [
    { label: 'Sun', text: rise },
    { label: 'Lamp', text: say`${when}: ${span(darkS)} of dark, ${span(twilightS)} of twilight` },
  ];
}
