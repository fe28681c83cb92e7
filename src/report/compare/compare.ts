/** `raceplan compare`: races side by side, and the lessons between them. */
import { type ComparedRace, type Comparison, isEarlier } from '../../engine/lessons/compare.js';
import type { JudgedLesson } from '../../engine/lessons/judge.js';
import { placeFigures } from '../figures/placing.js';
import { sharesFigure } from '../figures/shares.js';
import { kpisJson } from '../kpis.js';
import { judgedJson, judgedLessons } from '../lessons/judged.js';
import { stopSpan } from '../lessons/words.js';
import { nutrientValue } from '../nutrient.js';
import { raceJson } from '../race.js';
import type { Json, Report, Section, Verdict } from '../report.js';
import { count, joinText, listText, ratio, say, signedRatio, type Text, words } from '../value.js';
import { verdictOf } from '../verdicts.js';
import { racesSheet } from './races-sheet.js';
import { intakeTable, kpisTable, racesTable, shapeTable, stopsTable } from './tables.js';

export interface CompareInput {
  comparison: Comparison;
  /** Of each race, in the same order: the lessons of those before it, judged by it. */
  judged: readonly (readonly JudgedLesson[])[];
}

export function compareReport({ comparison, judged }: CompareInput): Report {
  const { races } = comparison;
  const verdicts = races.map(verdictsOf);
  const sections: (Section | null)[] = [
    racesTable(comparison),
    changedList(comparison, judged),
    ...races.map(
      ({ name }, i): Section => ({
        kind: 'verdicts',
        title: `Goals of ${name}`,
        verdicts: verdicts[i]!,
      }),
    ),
    kpisTable(comparison),
    shapeTable(comparison),
    stopsTable(comparison),
    intakeTable(comparison),
    ...races.map(({ name, run }, i) =>
      judgedLessons(run, judged[i]!, `Lessons from before, in ${name}`),
    ),
  ];
  return {
    command: 'compare',
    title: `${races.length} races side by side`,
    subtitle: listText(races.map(({ name }) => [words(name)])),
    sections: placeFigures(sections, [sharesFigure(comparison)]),
    // of goals that both may have, each says whose it is
    verdicts: races.flatMap(({ name }, i) =>
      verdicts[i]!.map((verdict) => ({ ...verdict, goal: `${name}: ${verdict.goal}` })),
    ),
    spreadsheet: racesSheet(comparison),
    data: { races: races.map((race, i) => raceOf(race, verdicts[i]!, judged[i]!)) },
  };
}

const verdictsOf = ({ run: { plan, review } }: ComparedRace): Verdict[] =>
  review.judgements.map((judgement) => verdictOf(plan, judgement));

/** From the first to the second of two races, and nothing but what was measured of both. */
function changedList(
  { races, shares }: Comparison,
  judged: CompareInput['judged'],
): Section | null {
  const [first, second] = races;
  if (!first || !second || races.length > 2 || !isEarlier(first, second)) return null;
  const part = shares === 8 ? 'eighth' : 'quarter';
  const items: (Text | null)[] = [
    first.shape &&
      second.shape &&
      say`Last ${part} against the first, for equal effort: ${signedRatio(first.shape.slowedRatio)}, then ${signedRatio(second.shape.slowedRatio)}.`,
    first.stops &&
      second.stops &&
      say`Median stop: ${stopSpan(first.stops.medianS)}, then ${stopSpan(second.stops.medianS)}; stopped for ${shareStopped(first)} of the time, then ${shareStopped(second)}.`,
    carbsText(first, second),
    lessonsText(judged[1] ?? []),
  ];
  return {
    kind: 'list',
    title: `From ${first.name} to ${second.name}`,
    tone: 'plain',
    items: items.filter((item) => item !== null),
  };
}

const shareStopped = ({ stops, run }: ComparedRace) =>
  ratio(stops && stops.totalS / run.review.ending.elapsedS, 1);

function carbsText(first: ComparedRace, second: ComparedRace): Text | null {
  const rates = [first, second].map(({ run, halves: [, later] }) => ({
    whole: run.review.intake.perHour.carbG,
    later: later.carbG,
  }));
  if (rates.some(({ whole, later }) => whole === null || later === null)) return null;
  const [a, b] = rates.map(({ whole, later }) => ({
    whole: nutrientValue('carbG', whole, true),
    later: nutrientValue('carbG', later, true),
  }));
  return say`Carbs: ${a!.whole}, then ${b!.whole}; in the second half ${a!.later}, then ${b!.later}.`;
}

const STATUSES = ['acted on', 'in part', 'not acted on', 'cannot tell'] as const;

function lessonsText(judged: readonly JudgedLesson[]): Text | null {
  if (judged.length === 0) return null;
  const counted = STATUSES.flatMap((status): Text[] => {
    const those = judged.filter((lesson) => lesson.status === status).length;
    return those === 0 ? [] : [say`${count(those)} ${status}`];
  });
  return say`Lessons from before: ${joinText(counted, ', ')}.`;
}

const raceOf = (
  { name, run, shape, stops, halves }: ComparedRace,
  verdicts: readonly Verdict[],
  judged: readonly JudgedLesson[],
): Json => ({
  name,
  race: raceJson(run.plan, run.course),
  outcome: {
    status: run.review.ending.kind,
    atM: run.review.ending.at.atM,
    elapsedS: run.review.ending.elapsedS,
  },
  verdicts: verdicts.map(({ goal, priority, status, actual, margin, text }) => ({
    ...{ goal, priority, status, actual, margin },
    text: { say: text },
  })),
  kpis: kpisJson(run.review.kpis),
  shape: shape && { shareRatios: shape.shares, slowedRatio: shape.slowedRatio },
  stops: stops && {
    stops: stops.stops,
    medianS: stops.medianS,
    longestS: stops.longestS,
    totalS: stops.totalS,
    plannedMedianS: stops.plannedMedianS,
    plannedTotalS: stops.plannedTotalS,
  },
  intake: { firstHalfPerHour: { ...halves[0] }, secondHalfPerHour: { ...halves[1] } },
  lessons: judgedJson(run, judged),
});
