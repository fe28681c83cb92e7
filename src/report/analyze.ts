/** `raceplan analyze`: verdicts, KPIs, legs, where the time went, intake. */
import { type Course, placesOf } from '../domain/course.js';
import type { Nutrient } from '../domain/nutrition.js';
import type { Plan } from '../domain/plan.js';
import type { RaceLog } from '../domain/record.js';
import { perHour } from '../engine/review/intake.js';
import type { Explanation } from '../engine/review/losses/explained.js';
import { cutoffThere, type RaceReview } from '../engine/review/review.js';
import { computeStretchRows, type StretchRows } from '../engine/review/stretch-rows.js';
import { lapNotes } from './chart.js';
import { left, right } from './columns.js';
import { cutoffFacts, cutoffsJson } from './cutoffs.js';
import { effortTable } from './efforts.js';
import { type Explained, explainedSections, lossesJson, ownJson } from './explained.js';
import { mealNotes } from './fuel/needs.js';
import { kpisJson, kpiTable } from './kpis.js';
import { legsJson, legTable } from './legs.js';
import { atMoment } from './moment.js';
import { NUTRIENT_LABELS, nutrientValue } from './nutrient.js';
import { raceJson, raceSubtitle } from './race.js';
import type { Report, Section } from './report.js';
import { type Shaped, shapeJson, shapeSections } from './shape.js';
import { distance, duration, say, span, type Text, words } from './value.js';
import { verdictOf } from './verdicts.js';

export interface AnalyzeInput {
  plan: Plan;
  course: Course;
  log: RaceLog;
  review: RaceReview;
  explanation: Explanation;
  shaped: Shaped;
  /** As it was, and who says so. */
  weather: Explained['weather'];
}

/** The JSON contract of one race looked back on. */
export const analyzeJson = (
  plan: Plan,
  course: Course,
  review: RaceReview,
  explanation: Explanation,
): Report['data'] => ({
  race: raceJson(plan, course),
  outcome: {
    status: review.ending.kind,
    at: review.ending.at.name,
    atM: review.ending.at.atM,
    elapsedS: review.ending.elapsedS,
    cutoffMarginS: cutoffThere(review)?.marginS ?? null,
    projectedFinishS: review.projectedFinish?.atPaceS ?? null,
    projectedFinishFadingS: review.projectedFinish?.asPlannedS ?? null,
    finishWithPlannedStopsS: review.finishWithPlannedStopsS,
  },
  cutoffs: cutoffsJson(review.cutoffs),
  kpis: kpisJson(review.kpis),
  legs: legsJson(review, explanation),
  losses: lossesJson(explanation.total),
  own: explanation.own && ownJson(explanation.own, explanation.isByClock, review),
  nutrition: {
    perHour: { ...review.intake.perHour },
    total: { ...review.intake.total },
    plannedPerHour: { ...review.fuel.perHour },
  },
});

/** @param allLaps a row a lap, however many there are */
export function analyzeReport(input: AnalyzeInput, allLaps = false): Report {
  const { plan, course, log, review, explanation, shaped } = input;
  const { ending, kpis } = review;
  const rows = computeStretchRows(
    review,
    { laps: plan.course.laps, distanceM: course.distanceM },
    allLaps,
  );
  const verdicts = review.judgements.map((judgement) => verdictOf(plan, judgement));
  const upTo = ending.kind === 'finished' ? [] : say` up to ${words(ending.at.name)}`;
  const sections: (Section | null)[] = [
    verdicts.length > 0 ? { kind: 'verdicts', title: 'Verdicts', verdicts } : null,
    { kind: 'facts', title: null, facts: outcomeFacts(plan, course, review) },
    kpiTable(kpis, 'KPIs', review.resolutionS),
    legTable(plan, rows, review.resolutionS),
    effortTable(plan, rows),
    ...explainedSections({ ...input, rows, upTo }),
    ...shapeSections(plan, ending.kind === 'finished' ? ending.elapsedS : null, shaped),
    intakeTable(plan, rows, review),
    noteList(course, log),
  ];
  return {
    command: 'analyze',
    title: plan.race.name,
    subtitle: raceSubtitle(plan, course),
    sections: sections.filter((section) => section !== null),
    verdicts,
    data: { ...analyzeJson(plan, course, review, explanation), ...shapeJson(shaped) },
  };
}

function outcomeFacts(plan: Plan, course: Course, review: RaceReview) {
  const { ending, projectedFinish, finishWithPlannedStopsS, resolutionS } = review;
  const at = say`${words(ending.at.name)}, ${distance(ending.at.atM)}`;
  const facts: { label: string; text: Text }[] = cutoffFacts(plan, review.cutoffs);
  if (ending.kind === 'finished' && ending.at.atM !== course.distanceM) {
    const after = say`${distance(ending.at.atM)} in ${duration(ending.elapsedS)}`;
    return [...facts, { label: 'Covered', text: after }];
  }
  if (ending.kind === 'finished') {
    facts.push({
      label: 'Finish',
      text: say`${duration(ending.elapsedS)}${atMoment(plan, ending.elapsedS)}`,
    });
    if (finishWithPlannedStopsS != null) {
      facts.push({
        label: 'With stops as planned',
        text: say`${duration(finishWithPlannedStopsS, resolutionS)}`,
      });
    }
    return facts;
  }
  const ended = say`${at} of ${distance(course.distanceM)}, after ${duration(ending.elapsedS)}${atMoment(plan, ending.elapsedS, ', at ')}`;
  facts.push({ label: ending.kind === 'dnf' ? 'DNF' : 'The log ends', text: ended });
  const there = cutoffThere(review);
  if (there && there.marginS >= 0) {
    const on = there.by === 'departure' ? 'on leaving' : 'on arrival';
    facts.push({ label: 'Cutoff there', text: say`${span(there.marginS)} in hand ${on}` });
  }
  if (projectedFinish) {
    facts.push({
      label: 'Projected finish',
      text: say`${duration(projectedFinish.atPaceS, resolutionS)} at the pace held; ${duration(projectedFinish.asPlannedS, resolutionS)} slowing down as the plan does`,
    });
  }
  return facts;
}

/** What the runner or the crew wrote down on the way. */
const noteList = (course: Course, log: RaceLog): Section => {
  const places = placesOf(course);
  return {
    kind: 'list',
    title: 'Notes on the way',
    tone: 'plain',
    items: log.visits.flatMap(({ place, notes }) => {
      const at = places[place];
      return notes && at ? [say`${words(at.name)}, ${distance(at.atM)}: ${words(notes)}`] : [];
    }),
  };
};

const INTAKE_COLUMNS: readonly Nutrient[] = ['energyKcal', 'carbG', 'fluidMl', 'sodiumMg'];

/** Intake an hour on each stretch; the plan's rate is the last row. */
function intakeTable(
  plan: Plan,
  { rows, lapsPerRow }: StretchRows,
  { stretches, intake, fuel }: RaceReview,
): Section | null {
  const shown = INTAKE_COLUMNS.filter((n) => intake.stretches.some((i) => i[n] != null));
  if (shown.length === 0) return null;
  const cells = (rate: Readonly<Record<Nutrient, number | null>>): Text[] =>
    shown.map((n) => [nutrientValue(n, rate[n], true)]);
  return {
    kind: 'table',
    id: 'intake',
    title: 'Intake an hour',
    columns: [left('station', 'Leg to'), ...shown.map((n) => right(n, NUTRIENT_LABELS[n]))],
    rows: [
      ...rows.map(({ stretch, intake: taken }) => ({
        cells: [
          [words(stretch.end.name)],
          ...cells(perHour(taken, stretch.endS - stretch.startS - stretch.mealS)),
        ],
      })),
      { emphasis: 'total', cells: [['Race'], ...cells(intake.perHour)] },
      { emphasis: 'total', cells: [['Plan'], ...cells(fuel.perHour)] },
    ],
    notes: [
      ...mealNotes(
        stretches.flatMap(({ start, mealS }) =>
          mealS > 0 ? [{ place: start, stopS: mealS }] : [],
        ),
      ),
      ...lapNotes(plan, lapsPerRow),
    ],
  };
}
