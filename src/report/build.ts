/** `raceplan build`: the race, the goals and what they take, the chart, the fuel, the warnings. */
import type { Course } from '../domain/course.js';
import type { Plan } from '../domain/plan.js';
import type { DecisionPoint } from '../engine/advice/decisions.js';
import type { Warning } from '../engine/advice/warnings.js';
import { computeLampSpans, type Sun } from '../engine/course/daylight.js';
import { isElevationGiven, meanElevationM } from '../engine/course/elevation.js';
import type { GearUse } from '../engine/crew/gear.js';
import type { FieldReview } from '../engine/field/field.js';
import type { FinishOutlook } from '../engine/forecast/finish.js';
import type { FuelPlan } from '../engine/fuel/needs.js';
import type { Supplies } from '../engine/fuel/supplies.js';
import type { GoalChance } from '../engine/goals/probability.js';
import type { Requirement } from '../engine/goals/requirements.js';
import type { Earlier } from '../engine/lessons/earlier.js';
import type { BellPlan } from '../engine/pacing/bell-loops.js';
import type { ChartOptions } from '../engine/pacing/chart-rows.js';
import { wayOf } from '../engine/pacing/hours.js';
import type { PacePlan } from '../engine/pacing/pace-plan.js';
import type { Readiness } from '../engine/readiness/countdown.js';
import type { TrainingReview } from '../engine/readiness/training.js';
import { paceBand } from './band.js';
import { type Chart, chartRows } from './chart.js';
import { decisionList, decisionsJson } from './decisions/decisions.js';
import { explainTable } from './factor-table.js';
import { factorsFigure } from './figures/costs.js';
import { finishTimesFigure } from './figures/finish-times.js';
import { plannedIntakeFigures } from './figures/intake.js';
import { plannedPaceFigure } from './figures/paces.js';
import { placeFigures } from './figures/placing.js';
import { profileFigure } from './figures/profile.js';
import { plannedStations } from './figures/stations.js';
import { windowsFigure } from './figures/windows.js';
import { suppliesJson } from './fuel/json.js';
import { fuelTable, hourlyTable, needsOfRows } from './fuel/needs.js';
import { supplySections } from './fuel/supplies.js';
import { gearJson, gearTable, lampStops } from './gear/gear.js';
import { verdictsBefore } from './goals.js';
import { earlierJson, earlierSections } from './lessons/earlier.js';
import { paceChart, planJson, windowTable } from './pace-chart.js';
import { finishJson, pastNotes, pastTable } from './past.js';
import { raceJson, raceSubtitle, sunJson } from './race.js';
import { raceFacts } from './race-facts.js';
import { prepJson, prepTable } from './readiness/preparation.js';
import { trainingFacts } from './readiness/training.js';
import { feltOn } from './readiness/weaknesses.js';
import { trainingJson } from './readiness/weeks.js';
import type { Json, Report, Section } from './report.js';
import { backyardFacts, bellJson, bellPlanOf, bellTable } from './timed/backyard.js';
import { hoursJson, hoursTable, planHours } from './timed/hours.js';
import { countedLoopM } from './timed/loops.js';
import { findingsOf, warningsJson, warningText } from './warnings.js';

export interface BuildInput {
  plan: Plan;
  course: Course;
  pace: PacePlan;
  fuel: FuelPlan;
  /** `null`: the plan lists nothing to eat. */
  supplies: Supplies | null;
  sun: Sun | null;
  requirements: readonly Requirement[];
  chances: readonly GoalChance[];
  /** What the athlete's past and the past editions say of the finish. */
  outlook: FinishOutlook;
  /** Past editions, when the plan names any. */
  field: FieldReview | null;
  warnings: readonly Warning[];
  gear: readonly GearUse[];
  decisions: readonly DecisionPoint[];
  /** On no day in particular. */
  readiness: Readiness;
  /** As far as the log tells; `null`: the plan names none. */
  training: TrainingReview | null;
  /** What the plan took over from earlier races. */
  earlier: Earlier;
  /** Show what each factor contributed. */
  explain: boolean;
  /** What rows the tables have; without it those of the plan's units, long races in laps shortened. */
  chart?: ChartOptions;
}

export const chartOf = ({ plan, pace, chart }: BuildInput): Chart =>
  chartRows(plan, pace, chart ?? { marks: null, units: plan.units, allLaps: false });

export function buildReport(input: BuildInput): Report {
  const { plan, course, pace: pacePlan, fuel, supplies, warnings } = input;
  const verdicts = verdictsBefore({ ...input, loopM: countedLoopM(plan) });
  const chart = chartOf(input);
  const hours = planHours(plan, pacePlan);
  const bells = bellPlanOf(plan, pacePlan);
  const paceTable = bells ? null : paceChart(plan, chart, feltOn(plan, chart, input.sun));
  const needs = needsOfRows(plan, chart, input.sun);
  const explained = input.explain ? explainTable(plan, pacePlan.basePaceSPerKm, chart) : null;
  const sections: (Section | null)[] = [
    factsOf(input, bells),
    verdicts.length > 0
      ? { kind: 'verdicts', title: 'Goals', verdicts, notes: pastNotes(input) }
      : null,
    input.explain ? pastTable(input) : null,
    warnings.length > 0
      ? {
          kind: 'list',
          title: 'Warnings',
          tone: 'warning',
          items: warnings.map((w) => warningText(plan, w)),
          isNext: true,
        }
      : null,
    ...earlierSections(plan, input.earlier),
    hours && hoursTable(plan, hours, { beside: null, areStopsKnown: true }),
    bells ? bellTable(plan, bells) : paceTable,
    windowTable(plan, chart),
    explained,
    fuelTable(fuel, needs, chart.notes),
    ...(supplies ? supplySections({ plan, course, supplies }, chart) : []),
    hourlyTable(plan, fuel),
    gearTable(plan, course, input.gear),
    decisionList(plan, course, input.decisions),
    prepTable(input.readiness),
    input.training && trainingFacts(input.training),
  ];
  const figures = [
    profileFigure({
      plan,
      course,
      sun: input.sun,
      way: wayOf(pacePlan),
      stations: plannedStations(chart.legs),
      table: 'pace',
    }),
    windowsFigure(plan, chart),
    // at bells every loop is alike
    bells ? null : plannedPaceFigure(chart),
    factorsFigure(explained, pacePlan.basePaceSPerKm),
    ...plannedIntakeFigures(chart, needs, fuel),
    input.field &&
      finishTimesFigure({
        plan,
        review: input.field,
        forecast: input.outlook.finishers,
        table: null,
      }),
  ];
  return {
    command: 'build',
    title: plan.race.name,
    subtitle: raceSubtitle(plan, course),
    sections: placeFigures(sections, figures),
    ...(paceTable && { band: paceBand(plan, chart, paceTable) }),
    verdicts,
    findings: findingsOf(plan, warnings),
    data: {
      race: raceJson(plan, course),
      target: {
        finishS: pacePlan.targetS,
        movingS: pacePlan.movingS,
        stoppedS: pacePlan.stoppedS,
        basePaceSPerKm: pacePlan.basePaceSPerKm,
        fadeRatio: pacePlan.fadeRatio,
        tiringRatio: pacePlan.tiringRatio,
      },
      finish: finishJson(input.outlook),
      evidence: pacePlan.evidence && { ...pacePlan.evidence },
      ...(hours && { hours: hoursJson(hours) }),
      ...(bells && { backyard: bellJson(bells) }),
      legs: pacePlan.legs.map((leg) => legJson(plan, leg, input.sun)),
      nutrition: { ...nutritionJson(fuel), ...suppliesJson(course, supplies) },
      earlier: earlierJson(input.earlier),
      warnings: warningsJson(plan, warnings),
      contingencies: decisionsJson(course, input.decisions),
      gear: gearJson(course, input.gear),
      prep: prepJson(input.readiness),
      training: input.training && trainingJson(input.training),
      sun: sunJson(plan, input.sun),
      lamp: input.sun
        ? computeLampSpans(input.sun, pacePlan.targetS).map((lamp) => ({ ...lamp }))
        : null,
    },
  };
}

function factsOf({ plan, course, pace, sun, gear, earlier }: BuildInput, bells: BellPlan | null) {
  if (!bells) return raceFacts(plan, course, pace, sun, gear, earlier);
  return backyardFacts(plan, course, pace, bells, {
    sun,
    lampAt: lampStops(course, gear),
    earlier,
  });
}

const legJson = (plan: Plan, planned: PacePlan['legs'][number], sun: Sun | null): Json => ({
  to: planned.leg.to.name,
  atM: planned.leg.to.atM,
  distanceM: planned.leg.distanceM,
  gainM: planned.leg.gainM,
  lossM: planned.leg.lossM,
  elevationM: isElevationGiven(plan.course) ? meanElevationM(planned.leg) : null,
  cutoffS: planned.leg.to.cutoffS,
  cutoffMarginS: planned.cutoffMarginS,
  plan: planJson(planned),
  lightS: sun && { ...planned.lightS },
  factorS: { ...planned.factorS },
});

const nutritionJson = (fuel: FuelPlan): { [key: string]: Json } => ({
  standard: fuel.standard.name,
  perHour: { ...fuel.perHour },
  spells: fuel.spells.map(({ perHour, ...spell }) => ({ ...spell, perHour: { ...perHour } })),
  total: { ...fuel.total },
  legs: fuel.legs.map(({ planned, elapsedS, racedS, intake, carryShortMl }) => ({
    to: planned.leg.to.name,
    elapsedS,
    racedS,
    ...intake,
    carryShortMl,
  })),
});
