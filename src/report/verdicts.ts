/** Verdicts after the race, in words a tired runner understands. */

import { SAME_PLACE_M } from '../domain/course.js';
import type { Goal } from '../domain/goal.js';
import { metricById } from '../domain/metric.js';
import type { Plan } from '../domain/plan.js';
import { formatOf, type RaceFormat } from '../domain/race-format.js';
import type { Placing } from '../engine/field/placing.js';
import type { Evidence, Judgement, Missing } from '../engine/goals/verdicts.js';
import { firstBrokenText } from './cutoffs.js';
import { ageGroupName } from './field-name.js';
import { metricValue } from './kpis.js';
import type { Measured, Verdict } from './report.js';
import { countedLoopM, inLoops, loopsText } from './timed/loops.js';
import { count, distance, duration, minutes, ordinal, say, type Text, words } from './value.js';

/** @param isOfMany what is known of the runner is a row of a file, not a log and a plan of their own */
export const verdictOf = (plan: Plan, judgement: Judgement, isOfMany = false): Verdict => ({
  goal: judgement.goal.text,
  priority: judgement.goal.priority,
  status: judgement.status,
  probability: null,
  ...measure(judgement.evidence),
  text: verdictText(plan, judgement.goal, judgement.evidence, isOfMany),
});

function measure(evidence: Evidence): { actual: Measured | null; margin: Measured | null } {
  switch (evidence.kind) {
    case 'time':
      return {
        actual: { valueS: evidence.actualS },
        margin: { valueS: evidence.targetS - evidence.actualS },
      };
    case 'finish':
      return { actual: { valueS: evidence.actualS }, margin: null };
    case 'cutoff': {
      const [first] = evidence.broken;
      return {
        actual: { closedS: first?.closesS ?? null, passedS: first?.atS ?? null },
        margin: { valueS: first?.marginS ?? null },
      };
    }
    case 'ended':
      return { actual: { endedAtM: evidence.at.atM, endedAtS: evidence.elapsedS }, margin: null };
    case 'place': {
      const { place, worstPlace, starters, finishers, aheadOfNextS, aheadOfNextM } =
        evidence.placing;
      if (worstPlace > place) {
        const actual = { place: null, bestPlace: place, worstPlace, starters, finishers };
        return { actual, margin: null };
      }
      return {
        actual: { place, starters, finishers },
        margin: {
          places: evidence.top - place,
          valueS: place === 1 ? aheadOfNextS : null,
          ...(aheadOfNextM === null ? {} : { valueM: place === 1 ? aheadOfNextM : null }),
        },
      };
    }
    case 'distance':
      return {
        actual: { valueM: evidence.actualM },
        margin: { valueM: evidence.actualM - evidence.targetM },
      };
    case 'kpi': {
      const { value, bounds, metric } = evidence;
      const { unit } = metricById(metric);
      const margins = [
        bounds.min == null ? Infinity : value - bounds.min,
        bounds.max == null ? Infinity : bounds.max - value,
      ];
      return { actual: { value, unit }, margin: { value: Math.min(...margins), unit } };
    }
    case 'missing':
      return { actual: null, margin: null };
  }
}

function verdictText(plan: Plan, goal: Goal, evidence: Evidence, isOfMany: boolean): Text {
  switch (evidence.kind) {
    case 'time': {
      const marginS = evidence.targetS - evidence.actualS;
      return marginS > 0
        ? say`${duration(evidence.actualS)}, ${minutes(marginS)} to spare`
        : say`${duration(evidence.actualS)}, ${minutes(-marginS)} too slow`;
    }
    case 'finish':
      return say`finished in ${duration(evidence.actualS)}`;
    case 'cutoff':
      return firstBrokenText(plan, evidence.broken);
    case 'ended':
      if (evidence.at.atM === 0) return ['DNF, and no time at a station tells where'];
      return say`DNF at ${distance(evidence.at.atM)}, ${words(evidence.at.name)}, after ${duration(evidence.elapsedS)}`;
    case 'place':
      return placeText(evidence.placing);
    case 'distance':
      return distanceText(plan, evidence.actualM, evidence.targetM);
    case 'kpi': {
      const upTo = evidence.wholeRace ? '' : ' up to where the race ended';
      return say`${metricValue(evidence.metric, evidence.value)}${upTo}`;
    }
    case 'missing':
      if (isOfMany && MISSING_OF_MANY[evidence.what]) return MISSING_OF_MANY[evidence.what]!;
      return evidence.what === 'finish not logged'
        ? [NOT_OVER[formatOf(plan).kind]]
        : MISSING[evidence.what](goal);
  }
}

/** `203.4 km, 3.4 km to spare`; in loops where they are counted. */
function distanceText(plan: Plan, actualM: number, targetM: number): Text {
  const loopM = countedLoopM(plan);
  const marginM = actualM - targetM;
  const covered = inLoops(actualM, loopM);
  if (Math.abs(marginM) < SAME_PLACE_M) return say`${covered}, just as far`;
  const by = loopM === null ? [distance(Math.abs(marginM))] : loopsText(Math.abs(marginM), loopM);
  return marginM > 0 ? say`${covered}, ${by} to spare` : say`${covered}, ${by} short`;
}

function placeText(placing: Placing): Text {
  const { place, worstPlace, starters, aheadOfNextS, aheadOfNextM, group, doubt, ownRow } = placing;
  const isSure = worstPlace === place;
  const among = group ? say` in ${ageGroupName(group)}` : [];
  const of = starters == null ? [] : say` of ${count(starters)}`;
  const lead =
    isSure && place === 1 && aheadOfNextS != null
      ? say`, by ${duration(aheadOfNextS)}`
      : isSure && place === 1 && aheadOfNextM != null
        ? say`, by ${distance(aheadOfNextM)}`
        : [];
  const own = ownRow
    ? say`; yours is line ${String(ownRow.line)} of the results, ${ownRow.timeS === null ? distance(ownRow.distanceM) : duration(ownRow.timeS)}`
    : [];
  if (isSure) return say`${ordinal(place)}${of}${among}${lead}${own}`;
  const why = doubt ? say`: ${DOUBTS[doubt]}` : [];
  return say`${ordinal(place)} to ${ordinal(worstPlace)}${of}${among}${own}${why}`;
}

const DOUBTS: Record<NonNullable<Placing['doubt']>, string> = {
  members: 'not all results tell sex and age',
  times: 'not all finishers have a time',
  distances: 'not all runners have a distance',
  'own row': 'several results may be yours; add `athlete.bib`',
};

/** What would say that the race is over. */
const NOT_OVER: Record<RaceFormat['kind'], string> = {
  distance: 'the log has no finish: add its row, or say DNF',
  timed: 'the log stops before the time was up: add its last lap, or say DNF',
  backyard: 'the log does not say that it is over: `DNF`, or in a column `status` `finished`',
};

const MISSING: Record<Exclude<Missing, 'finish not logged'>, (goal: Goal) => Text> = {
  'no results': () => ['no results to tell: add `results:` to the plan'],
  'sex unknown': () => ['no sex in the plan: add `athlete.sex`'],
  'age unknown': () => ['no age in the plan: add `athlete.age`'],
  'sex not in results': () => ['the results do not tell the sex'],
  'age not in results': () => ['the results do not tell ages or age groups'],
  'age groups unclear': () => ['the results have several age groups for that age'],
  'other sex': () => ['`athlete.sex` in the plan is another'],
  'not a finisher in results': () => ['the results do not have you among the finishers'],
  'stops not logged': () => ['stops not logged: add arrivals and departures'],
  'places not logged': () => ['too few places logged: add rows of the stations that matter here'],
  'intake not logged': () => ['not logged: add an intake log'],
  'results by distance': () => ['the results are distances of a timed event, and tell no times'],
  'places by distance': () => ['in a timed event places go by distance'],
  'bib unknown': () => ['which of the results is yours is not clear: add `athlete.bib`'],
  'bib not in results': () => ['the results do not have the bib of the plan'],
  'intake partly untold': () => [
    'what some items hold is unknown: add them to `nutrition.products`',
  ],
  'race ended early': () => ['the race ended early'],
};

/** The same of a runner whose row of a file is all that is known. */
const MISSING_OF_MANY: Partial<Record<Missing, Text>> = {
  'sex unknown': ['the row does not tell the sex'],
  'age unknown': ['the row does not tell the age'],
  'other sex': ['a goal of the other sex'],
  'not a finisher in results': ['the results do not have this runner among the finishers'],
  'stops not logged': ['the row does not tell every arrival and departure'],
  'places not logged': ['the row tells of too few stations that matter here'],
  'intake not logged': ['results tell nothing of eating and drinking'],
  'bib unknown': ['the row has no bib to find in the results'],
  'bib not in results': ['the results do not have this bib'],
};
