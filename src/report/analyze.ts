/** `raceplan analyze`: verdicts, KPIs, legs, where the time went, intake. */
import { type Course, placesOf } from '../domain/course.js';
import type { Plan } from '../domain/plan.js';
import type { RaceLog } from '../domain/record.js';
import type { JudgedLesson } from '../engine/lessons/judge.js';
import type { Proposal } from '../engine/lessons/proposals.js';
import type { RaceRun } from '../engine/lessons/race-run.js';
import type { HeartDrift } from '../engine/review/drift.js';
import type { EndedEarly } from '../engine/review/ended-early.js';
import type { FuelReview } from '../engine/review/fuel-review.js';
import type { Hindsight } from '../engine/review/hindsight.js';
import { wayRun } from '../engine/review/loops-run.js';
import type { Explanation } from '../engine/review/losses/explained.js';
import { cutoffThere, type RaceReview } from '../engine/review/review.js';
import { computeStretchRows } from '../engine/review/stretch-rows.js';
import { cutoffFacts, cutoffsJson } from './cutoffs.js';
import { lossesFigure, tableOf } from './figures/costs.js';
import { effortFigures } from './figures/efforts.js';
import { takenFigures } from './figures/intake.js';
import { runPaceFigure, shapeFigure } from './figures/paces.js';
import { placesFigure } from './figures/places.js';
import { next, placeFigures } from './figures/placing.js';
import { profileFigure } from './figures/profile.js';
import { runFigure } from './figures/run-against-plan.js';
import { runStations } from './figures/stations.js';
import { kpisJson, kpiTable } from './kpis.js';
import { legsJson, legTable } from './legs.js';
import { judgedJson, judgedLessons } from './lessons/judged.js';
import { lessonsJson, proposedLessons } from './lessons/proposed.js';
import { atMoment } from './moment.js';
import { raceJson, raceSubtitle } from './race.js';
import type { Report, Section } from './report.js';
import { driftJson, effortTable } from './review/efforts.js';
import { beforeFacts, endedEarlyJson, endFact } from './review/ended-early.js';
import { explainedSections, lossesJson, ownJson } from './review/explained.js';
import type { Explained } from './review/explained-notes.js';
import { fuelReviewJson, fuelSection } from './review/fuel-review.js';
import { calmFact, hindsightJson, hindsightSections } from './review/hindsight.js';
import { intakeTable } from './review/intake.js';
import { type Shaped, shapeJson, shapeSections } from './review/shape.js';
import { lapsRun } from './timed/laps-run.js';
import { distance, duration, say, span, type Text, words } from './value.js';
import { verdictOf } from './verdicts.js';

/** What one runner is told beyond the review: what was known when, how it ended, how fuel and heart went. */
export interface LookedBack {
  hindsight: Hindsight;
  /** `null` of a race that was finished. */
  ended: EndedEarly | null;
  fuel: FuelReview;
  /** `null` where no heart rate was recorded. */
  drift: HeartDrift | null;
}

export interface AnalyzeInput extends RaceRun {
  /** What it showed that the next plan should know. */
  proposals: readonly Proposal[];
  /** The lessons of earlier races that its plan holds. */
  judged: readonly JudgedLesson[];
  explanation: Explanation;
  shaped: Shaped;
  /** As it was, and who says so. */
  weather: Explained['weather'];
  /** `null` where many runners are looked at, and nobody looks back for each. */
  looked: LookedBack | null;
}

/**
 * The JSON contract of one race looked back on.
 * @param looked `null` where many runners are looked at, and nobody looks back for each
 */
export const analyzeJson = (
  {
    plan,
    course,
    review,
    explanation,
  }: Pick<AnalyzeInput, 'plan' | 'course' | 'review' | 'explanation'>,
  looked: LookedBack | null,
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
    ...(looked?.ended && endedEarlyJson(looked.ended)),
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
    ...(looked && fuelReviewJson(looked.fuel)),
  },
  ...(looked && { hindsight: hindsightJson(looked.hindsight) }),
  ...(looked?.drift && { heartRateDrift: driftJson(looked.drift) }),
});

/** @param allLaps a row a lap, however many there are */
export function analyzeReport(input: AnalyzeInput, allLaps = false): Report {
  const { plan, course, log, review, shaped, looked, proposals, judged } = input;
  const { ending, kpis } = review;
  const early = looked?.ended ?? null;
  const rows = computeStretchRows(
    review,
    { laps: plan.course.laps, distanceM: course.distanceM },
    allLaps,
  );
  const verdicts = review.judgements.map((judgement) => verdictOf(plan, judgement));
  const laps = lapsRun(plan, course, log, review);
  const isAtBells = plan.backyard !== null;
  const upTo = ending.kind === 'finished' ? [] : say` up to ${words(ending.at.name)}`;
  const sections: (Section | null)[] = [
    verdicts.length > 0 ? { kind: 'verdicts', title: 'Verdicts', verdicts } : null,
    {
      kind: 'facts',
      title: null,
      facts: [...outcomeFacts(plan, course, review, looked), ...laps.facts],
    },
    ...(early ? [noteList(course, log)] : []),
    ...(looked ? hindsightSections(plan, review, looked.hindsight) : []),
    kpiTable(kpis, 'KPIs', review.resolutionS),
    laps.table,
    // at bells the loops are the legs, and what is not run is rest
    isAtBells ? null : legTable(plan, rows, review.resolutionS),
    effortTable(plan, rows, looked?.drift ?? null),
    ...(isAtBells ? [] : explainedSections({ ...input, rows, upTo })),
    ...shapeSections(plan, ending.kind === 'finished' ? ending.elapsedS : null, shaped),
    intakeTable(plan, rows, review),
    ...(looked ? [fuelSection(plan, looked.fuel)] : []),
    ...(early ? [] : [noteList(course, log)]),
    judgedLessons(input, judged, 'Lessons of earlier races, acted on or not'),
    next(proposedLessons(proposals)),
  ];
  const finishM = course.distanceM;
  const stretches = rows.rows.map(({ stretch }) => stretch);
  const efforts = effortFigures(rows.rows);
  const figures = [
    ...(isAtBells
      ? []
      : [
          profileFigure({
            plan,
            course,
            sun: input.sun,
            way: wayRun(course, log, ending),
            stations: runStations(stretches, finishM),
            resolutionS: review.resolutionS,
            table: 'legs',
          }),
          runFigure(plan, course, review, stretches),
          runPaceFigure(rows.rows, finishM),
          lossesFigure(tableOf(sections, 'losses')),
        ]),
    ...efforts,
    efforts.some((figure) => figure !== null) ? null : shapeFigure(shaped.shape),
    placesFigure(shaped.places),
    ...takenFigures(rows.rows, review),
  ];
  return {
    command: 'analyze',
    title: plan.race.name,
    subtitle: raceSubtitle(plan, course),
    sections: placeFigures(sections, figures),
    verdicts,
    data: {
      ...analyzeJson(input, looked),
      ...shapeJson(shaped),
      ...laps.data,
      lessons: { proposed: lessonsJson(proposals), judged: judgedJson(input, judged) },
    },
  };
}

function outcomeFacts(plan: Plan, course: Course, review: RaceReview, looked: LookedBack | null) {
  const { ending, projectedFinish, finishWithPlannedStopsS, resolutionS } = review;
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
    return looked ? [...facts, ...calmFact(review, looked.hindsight)] : facts;
  }
  const end = looked?.ended?.kind ?? (ending.kind === 'dnf' ? 'dropped' : 'no more data');
  facts.push(endFact(plan, course, review, end));
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
  if (looked?.ended) facts.push(...beforeFacts(looked.ended));
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
