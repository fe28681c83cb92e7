/** `raceplan analyze`: verdicts, KPIs, legs, where the time went, intake. */
import { type Course, placesOf } from '../domain/course.js';
import type { Nutrient } from '../domain/nutrition.js';
import type { Plan } from '../domain/plan.js';
import type { RaceLog } from '../domain/record.js';
import { perHour } from '../engine/review/intake.js';
import { cutoffThere, type RaceReview } from '../engine/review/review.js';
import { computeStretchRows, type StretchRows } from '../engine/review/stretch-rows.js';
import { lapNotes } from './chart.js';
import { left, right } from './columns.js';
import { cutoffFacts, cutoffsJson } from './cutoffs.js';
import { effortTable } from './efforts.js';
import { mealNotes } from './fuel/needs.js';
import { kpisJson, kpiTable } from './kpis.js';
import { lapsRun } from './laps-run.js';
import { legsJson, legTable } from './legs.js';
import { lossTable } from './losses.js';
import { atMoment } from './moment.js';
import { NUTRIENT_LABELS, nutrientValue } from './nutrient.js';
import { raceJson, raceSubtitle } from './race.js';
import type { Report, Section } from './report.js';
import { distance, duration, say, span, type Text, words } from './value.js';
import { verdictOf } from './verdicts.js';

export function analyzeReport(
  plan: Plan,
  course: Course,
  log: RaceLog,
  review: RaceReview,
  allLaps = false,
): Report {
  const { ending, kpis } = review;
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
      facts: [...outcomeFacts(plan, course, review), ...laps.facts],
    },
    kpiTable(kpis, 'KPIs', review.resolutionS),
    laps.table,
    // at bells the loops are the legs, and what is not run is rest
    isAtBells ? null : legTable(plan, rows, review.resolutionS),
    effortTable(plan, rows),
    isAtBells ? null : lossTable(review, upTo),
    intakeTable(plan, rows, review),
    noteList(course, log),
  ];
  return {
    command: 'analyze',
    title: plan.race.name,
    subtitle: raceSubtitle(plan, course),
    sections: sections.filter((section) => section !== null),
    verdicts,
    data: {
      race: raceJson(plan, course),
      outcome: {
        status: ending.kind,
        at: ending.at.name,
        atM: ending.at.atM,
        elapsedS: ending.elapsedS,
        cutoffMarginS: cutoffThere(review)?.marginS ?? null,
        projectedFinishS: review.projectedFinish?.atPaceS ?? null,
        projectedFinishFadingS: review.projectedFinish?.asPlannedS ?? null,
        finishWithPlannedStopsS: review.finishWithPlannedStopsS,
      },
      ...laps.data,
      cutoffs: cutoffsJson(review.cutoffs),
      kpis: kpisJson(kpis),
      legs: legsJson(review),
      losses: review.losses.map(({ cause, seconds }) => ({ cause, seconds })),
      nutrition: {
        perHour: { ...review.intake.perHour },
        total: { ...review.intake.total },
        plannedPerHour: { ...review.fuel.perHour },
      },
    },
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
