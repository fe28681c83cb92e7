/** `raceplan replan`: where am I, what now, which goals are alive. */
import type { Course } from '../domain/course.js';
import { hasSpread } from '../domain/forecast.js';
import type { Plan } from '../domain/plan.js';
import { isTimedEvent } from '../domain/race-format.js';
import type { RaceLog } from '../domain/record.js';
import type { Change } from '../engine/advice/changes.js';
import type { DecisionNow } from '../engine/advice/decisions-now.js';
import type { Sun } from '../engine/course/daylight.js';
import type { GoalNow } from '../engine/review/goals-now.js';
import { wayRun } from '../engine/review/loops-run.js';
import type { Replan } from '../engine/review/replan.js';
import { cutoffThere } from '../engine/review/review.js';
import { aheadTable, computeAheadRows, latestTable } from './ahead.js';
import { againstPlan, briefLines, hasLeft, isBeyondPlan } from './brief.js';
import { changeText } from './changes.js';
import { cutoffsJson, finishWindow, urgentCutoff } from './cutoffs.js';
import { decidedBrief, decidedJson, decidedList } from './decisions/decided.js';
import { forecastFigure } from './figures/against-plan.js';
import { next, placeFigures } from './figures/placing.js';
import { profileFigure } from './figures/profile.js';
import { forecastStations, runStations, wayAhead } from './figures/stations.js';
import { metricValue } from './kpis.js';
import { atMoment, moment } from './moment.js';
import { raceJson } from './race.js';
import type { FactsSection, Json, Report, Section, Sum, Verdict } from './report.js';
import {
  bellFacts,
  bellOutlookJson,
  distanceDemand,
  overTimeFacts,
  overTimeJson,
} from './timed/over-time.js';
import { type TodaysFieldSeen, todaysFieldJson, todaysFieldText } from './todays-field.js';
import { distance, duration, pace, say, shift, span, type Text, words } from './value.js';
import { verdictOf } from './verdicts.js';

export interface ReplanReportInput {
  plan: Plan;
  course: Course;
  replan: Replan;
  changes: readonly Change[];
  /** The plan's contingencies, judged. */
  decided?: readonly DecisionNow[];
  /** The race so far, and the sun over it, where known: for figures. */
  log?: RaceLog;
  sun?: Sun | null;
  /** Others' splits of the day; left out when none were asked for. */
  today?: TodaysFieldSeen | null;
  /** Show each lap ahead, however many there are. */
  allLaps?: boolean;
}

export function replanReport(input: ReplanReportInput): Report {
  const { plan, course, replan, changes, decided = [], today = null, allLaps = false } = input;
  const { log, sun = null } = input;
  const rows = computeAheadRows(plan, course, replan, allLaps);
  const verdicts = replan.goals.map((goal, i) => verdictNow(plan, goal, replan, i));
  const isOver = replan.ahead.length === 0;
  const decidedNow = isOver ? null : decidedList(plan, course, decided, replan.review.resolutionS);
  const sections: Section[] = [
    situation(plan, course, replan, today),
    ...(decidedNow ? [next(decidedNow)] : []),
    { kind: 'verdicts', title: 'Goals', verdicts },
    {
      kind: 'list',
      title: 'What to change',
      tone: 'plain',
      items: changes.map((change) => changeText(plan, change, replan.review.resolutionS)),
      isNext: true,
    },
    aheadTable(plan, replan, rows),
    latestTable(plan, replan, rows),
  ];
  const { stretches, ending, resolutionS } = replan.review;
  const figures = plan.backyard
    ? []
    : [
        profileFigure({
          plan,
          course,
          sun,
          way: [...(log ? wayRun(course, log, ending) : []), ...wayAhead(replan)],
          stations: [
            ...runStations(stretches, course.distanceM),
            ...forecastStations(replan.ahead),
          ],
          resolutionS,
          table: 'ahead',
        }),
        forecastFigure(plan, course, replan),
      ];
  return {
    command: 'replan',
    title: plan.race.name,
    subtitle: null,
    sections: placeFigures(sections, figures),
    brief: [...briefLines(plan, replan, changes), ...(isOver ? [] : decidedBrief(decided))],
    verdicts,
    data: {
      race: raceJson(plan, course),
      now: nowJson(replan),
      ...(replan.overTime && { overTime: overTimeJson(replan.overTime) }),
      ...(replan.atBells && { backyard: bellOutlookJson(replan.atBells) }),
      ...(today && { todaysField: todaysFieldJson(replan, today) }),
      legs: replan.ahead.map(
        ({ planned, forecast, window, tooLateRatio, closesS, cutoffMarginS }) => ({
          to: planned.leg.to.name,
          atM: planned.leg.to.atM,
          distanceM: planned.leg.distanceM,
          gainM: planned.leg.gainM,
          lossM: planned.leg.lossM,
          plan: { arriveS: planned.arriveS, stopS: planned.stopS, departS: planned.departS },
          forecast: {
            arriveS: forecast.medianS,
            earlyS: hasSpread(forecast) ? (window?.earlyS ?? null) : null,
            lateS: hasSpread(forecast) ? (window?.lateS ?? null) : null,
            tooLateRatio,
          },
          cutoffS: closesS,
          cutoffMarginS,
        }),
      ),
      cutoffs: cutoffsJson(replan.review.cutoffs),
      goals: replan.goals.map(({ goal, status, alive, probability, demand }) => ({
        goal: goal.text,
        priority: goal.priority,
        status,
        alive,
        probability,
        demand: demand && { ...demand },
      })),
      changes: changes.map((change) => ({
        kind: change.kind,
        text: { say: changeText(plan, change, replan.review.resolutionS) },
      })),
      contingencies: decidedJson(course, decided),
      losses: replan.losses.map((loss) => ({ ...loss })),
    },
  };
}

/** Ahead or behind, and why: moving, and stops, which make it. */
function againstPlanFact({ behindS, stopsOverS }: Replan): { text: Text; sums: Sum[] } {
  const behind = againstPlan(behindS);
  if (stopsOverS == null) {
    const text = say`${behind}: stops were not all logged, so moving and stopping cannot be told apart`;
    return { text, sums: [] };
  }
  const moving = shift(behindS - stopsOverS, 'as planned', 'slower', 'faster');
  const stops = shift(stopsOverS, 'as planned', 'over', 'under');
  return {
    text: say`${behind}: moving ${moving}, stops ${stops}`,
    sums: [{ total: behind, parts: [moving, stops] }],
  };
}

/** A forecast this much later than the plan so far, as a share of the target, wants a reason. */
const NOTABLE_DRIFT = 0.02;

function situation(
  plan: Plan,
  course: Course,
  replan: Replan,
  today: TodaysFieldSeen | null,
): FactsSection {
  const { ending, resolutionS } = replan.review;
  const sums: Sum[] = [];
  const last = replan.ahead.at(-1);
  const finish = last?.forecast;
  const urgent = urgentCutoff(plan, replan);
  const left = hasLeft(replan) ? say`, left ${moment(plan, replan.departS)}` : [];
  const facts: { label: string; text: Text }[] = [
    ...(urgent ? [{ label: 'Cutoff', text: urgent }] : []),
    {
      label: finish || ending.kind === 'open' ? 'Here' : ending.kind === 'dnf' ? 'DNF' : 'Finish',
      text: say`${words(ending.at.name)}, ${distance(ending.at.atM)}, ${duration(ending.elapsedS)}${atMoment(plan, ending.elapsedS)}${left}`,
    },
  ];
  if (ending.elapsedS > 0 && (last || ending.kind !== 'open') && !isBeyondPlan(replan)) {
    const against = againstPlanFact(replan);
    facts.push({ label: 'Against plan', text: against.text });
    sums.push(...against.sums);
  }
  if (ending.kind === 'open' && !last) {
    facts.push({ label: 'Ahead', text: ['the plan ends here: a goal for more makes it longer'] });
  }
  if (replan.overTime) facts.push(...overTimeFacts(plan, replan.overTime));
  else if (replan.atBells) facts.push(...bellFacts(plan, replan.atBells));
  else if (last && finish) {
    facts.push(
      { label: 'To go', text: say`${distance(course.distanceM - ending.at.atM)}` },
      {
        label: 'Finish',
        text: say`${duration(finish.medianS, resolutionS)}${atMoment(plan, finish.medianS)}; ${finishWindow(plan, last)}`,
      },
    );
    const laterS = finish.medianS - replan.review.pace.targetS - replan.behindS;
    if (ending.elapsedS > 0 && laterS > NOTABLE_DRIFT * replan.review.pace.targetS) {
      facts.push({
        label: 'Mind',
        text: say`who is here at this time usually slows down more than your plan does, by ${span(laterS, resolutionS)} at the finish`,
      });
    }
  }
  const others = today && todaysFieldText(replan, today);
  if (others) facts.push({ label: "Today's field", text: others });
  return { kind: 'facts', title: null, facts, sums };
}

function verdictNow(plan: Plan, now: GoalNow, replan: Replan, index: number): Verdict {
  const { goal, status, probability, alive, demand } = now;
  if (status === 'met' || status === 'missed') {
    return verdictOf(plan, replan.review.judgements[index]!);
  }
  return {
    goal: goal.text,
    priority: goal.priority,
    status,
    probability,
    actual: null,
    isGone: !alive,
    margin: demand ? { valueS: demand.slackS } : null,
    text: alive ? demandText(plan, now, replan) : ['out of reach from here'],
  };
}

function demandText(plan: Plan, now: GoalNow, replan: Replan): Text {
  const { goal, soFar, demand, status } = now;
  if (goal.target.kind === 'kpi') {
    return soFar == null
      ? ['not logged so far']
      : say`${metricValue(goal.target.metric, soFar)} so far`;
  }
  const ofDistance = distanceDemand(plan, now, replan);
  if (ofDistance) return ofDistance;
  if (!demand && status !== 'unknown') return say`by past editions, at the finish forecast`;
  if (!demand) {
    return isTimedEvent(plan) && goal.target.kind === 'place'
      ? ['in a timed event places go by distance']
      : ['no past editions to compare with'];
  }
  if (demand.movingSPerKm == null) return ['no time left for it'];
  const { resolutionS } = replan.review;
  const needs = say`needs ${pace(demand.movingSPerKm)} moving`;
  return demand.slackS >= 0 && !replan.departed
    ? say`${needs}; leave by ${moment(plan, demand.latestDepartS)}`
    : demand.slackS >= 0
      ? say`${needs}; ${span(demand.slackS, resolutionS)} to spare`
      : say`${needs}; ${span(demand.slackS, resolutionS)} to win back`;
}

const nowJson = (replan: Replan): Json => {
  const { ending } = replan.review;
  return {
    status: ending.kind,
    at: ending.at.name,
    atM: ending.at.atM,
    arriveS: ending.elapsedS,
    departS: replan.departed ? replan.departS : null,
    behindPlanS: isBeyondPlan(replan) ? null : replan.behindS,
    cutoffMarginS: cutoffThere(replan.review)?.marginS ?? null,
    finishS: replan.ahead.at(-1)?.forecast.medianS ?? ending.elapsedS,
    stopsAheadS: replan.stopsAheadS,
  };
};
