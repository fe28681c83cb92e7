/** `raceplan replan`: where am I, what now, which goals are alive. */
import type { Course } from '../domain/course.js';
import type { TimeForecast } from '../domain/forecast.js';
import type { Plan } from '../domain/plan.js';
import type { Change } from '../engine/review/changes.js';
import type { GoalNow, Replan } from '../engine/review/replan.js';
import { left, right } from './columns.js';
import { NUTRIENT_LABELS, nutrientValue } from './fuel.js';
import { metricValue } from './kpis.js';
import { moment } from './pace-chart.js';
import { raceJson } from './race.js';
import type { Json, Report, Section, Verdict } from './report.js';
import {
  count,
  distance,
  duration,
  pace,
  say,
  signedMinutes,
  span,
  type Text,
  volume,
  words,
} from './value.js';
import { verdictOf } from './verdicts.js';

export interface ReplanReportInput {
  plan: Plan;
  course: Course;
  replan: Replan;
  changes: readonly Change[];
}

export function replanReport({ plan, course, replan, changes }: ReplanReportInput): Report {
  const verdicts = replan.goals.map((goal, i) => verdictNow(plan, goal, replan, i));
  const sections: Section[] = [
    { kind: 'facts', title: null, facts: situation(plan, course, replan) },
    { kind: 'verdicts', title: 'Goals', verdicts },
    {
      kind: 'list',
      title: 'What to change',
      tone: 'plain',
      items: changes.map(changeText),
    },
    aheadTable(plan, replan),
    latestTable(plan, replan),
  ];
  return {
    command: 'replan',
    title: plan.race.name,
    subtitle: null,
    sections,
    brief: briefLines(plan, replan, changes),
    verdicts,
    data: {
      race: raceJson(plan, course),
      now: nowJson(replan),
      legs: replan.ahead.map(({ planned, forecast, cutoffMarginS }) => ({
        to: planned.leg.to.name,
        atM: planned.leg.to.atM,
        distanceM: planned.leg.distanceM,
        plan: { arriveS: planned.arriveS, stopS: planned.stopS, departS: planned.departS },
        forecast: { arriveS: forecast.medianS, earlyS: forecast.earlyS, lateS: forecast.lateS },
        cutoffMarginS,
      })),
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
        text: { say: changeText(change) },
      })),
      losses: replan.review.losses.map((loss) => ({ ...loss })),
    },
  };
}

/** `11 min ahead of plan`, `on plan`. */
function againstPlan(behindS: number): Text {
  if (Math.abs(behindS) < 30) return ['on plan'];
  return say`${span(behindS)} ${behindS > 0 ? 'behind' : 'ahead of'} plan`;
}

/** Why ahead or behind: moving, and stops. */
function why({ behindS, stopsOverS }: Replan): Text {
  if (stopsOverS == null) {
    return ['stops were not all logged, so moving and stopping cannot be told apart'];
  }
  const movingS = behindS - stopsOverS;
  const moving =
    Math.abs(movingS) < 30
      ? ['moving as planned']
      : say`moving ${span(movingS)} ${movingS > 0 ? 'slower' : 'faster'}`;
  const stops =
    Math.abs(stopsOverS) < 30
      ? ['stops as planned']
      : say`stops ${span(stopsOverS)} ${stopsOverS > 0 ? 'over' : 'under'}`;
  return say`${moving}, ${stops}`;
}

const range = (plan: Plan, { earlyS, lateS }: TimeForecast): Text =>
  say`${moment(plan, earlyS)} to ${moment(plan, lateS)}`;

function situation(plan: Plan, course: Course, replan: Replan) {
  const { ending } = replan.review;
  const finish = replan.ahead.at(-1)?.forecast;
  const left =
    finish && replan.departed && ending.elapsedS > 0
      ? say`, left ${moment(plan, replan.departS)}`
      : [];
  const facts: { label: string; text: Text }[] = [
    {
      label: finish ? 'Here' : 'Finish',
      text: say`${words(ending.at.name)}, ${distance(ending.at.atM)}, ${duration(ending.elapsedS)} at ${moment(plan, ending.elapsedS)}${left}`,
    },
  ];
  if (ending.elapsedS > 0) {
    facts.push({
      label: 'Against plan',
      text: say`${againstPlan(replan.behindS)}: ${why(replan)}`,
    });
  }
  if (finish) {
    facts.push(
      { label: 'To go', text: say`${distance(course.distanceM - ending.at.atM)}` },
      {
        label: 'Finish',
        text: say`${duration(finish.medianS)} at ${moment(plan, finish.medianS)}; 8 in 10 arrive ${range(plan, finish)}, if they finish`,
      },
    );
  }
  return facts;
}

function verdictNow(plan: Plan, now: GoalNow, replan: Replan, index: number): Verdict {
  const { goal, status, probability, alive, demand } = now;
  if (status === 'met' || status === 'missed') {
    return verdictOf(replan.review.judgements[index]!);
  }
  return {
    goal: goal.text,
    priority: goal.priority,
    status,
    probability,
    actual: null,
    margin: demand ? { valueS: demand.slackS } : null,
    text: alive ? demandText(plan, now, replan) : ['out of reach from here'],
  };
}

function demandText(plan: Plan, { goal, soFar, demand, status }: GoalNow, replan: Replan): Text {
  if (goal.target.kind === 'kpi') {
    return soFar == null
      ? ['not logged so far']
      : say`${metricValue(goal.target.metric, soFar)} so far`;
  }
  if (!demand)
    return status === 'unknown'
      ? ['no past editions to compare with']
      : ['by past editions, at the finish forecast'];
  if (demand.movingSPerKm == null) return ['no time left for it'];
  const needs = say`needs ${pace(demand.movingSPerKm)} moving`;
  return demand.slackS >= 0 && !replan.departed
    ? say`${needs}; leave by ${moment(plan, demand.latestDepartS)}`
    : demand.slackS >= 0
      ? say`${needs}; ${span(demand.slackS)} to spare`
      : say`${needs}; ${span(demand.slackS)} to win back`;
}

function changeText(change: Change): Text {
  switch (change.kind) {
    case 'cutoff':
      return change.marginS >= 0
        ? say`Cutoff at ${words(change.place.name)}: only ${span(change.marginS)} in hand. Keep moving.`
        : say`At this pace ${words(change.place.name)} closes ${span(change.marginS)} before you leave it. Speed up or skip the stops.`;
    case 'stops over': {
      const { overS, leftS, stations } = change;
      return stations === 0
        ? say`Stops ran ${span(overS)} over plan. No stops are left: run it in.`
        : say`Stops ran ${span(overS)} over plan. Keep the ${count(stations)} ahead to ${span(leftS)} in all.`;
    }
    case 'pace': {
      const { goal, needSPerKm, forecastSPerKm, slackS } = change;
      return slackS >= 0
        ? say`For ${words(goal.text)}: ${pace(needSPerKm)} moving is enough; ${pace(forecastSPerKm)} is forecast.`
        : say`For ${words(goal.text)}: ${pace(needSPerKm)} moving, against ${pace(forecastSPerKm)} forecast.`;
    }
    case 'eat more':
      return say`${NUTRIENT_LABELS[change.nutrient]}: ${nutrientValue(change.nutrient, change.takenPerHour, true)} so far; ${nutrientValue(change.nutrient, change.needPerHour, true)} from here makes up for it.`;
    case 'too far behind':
      return say`${NUTRIENT_LABELS[change.nutrient]}: ${nutrientValue(change.nutrient, change.takenPerHour, true)} so far. Do not try to make up for it: ${nutrientValue(change.nutrient, change.maxPerHour, true)} at most.`;
    case 'drink less':
      return say`Drinking ${volume(change.takenMlPerH, true)}, above ${volume(change.limitMlPerH, true)}: drink to thirst only.`;
  }
}

function aheadTable(plan: Plan, { ahead }: Replan): Section {
  const hasCutoffs = ahead.slice(0, -1).some(({ cutoffMarginS }) => cutoffMarginS != null);
  return {
    kind: 'table',
    id: 'ahead',
    title: 'Ahead',
    columns: [
      left('station', 'Station'),
      right('at', 'At', 2),
      right('expect', 'Expect'),
      right('plan', '± plan'),
      right('early', 'Earliest'),
      right('late', 'Latest'),
      right('stop', 'Stop', 1),
      ...(hasCutoffs ? [right('inHand', 'In hand', 3)] : []),
    ],
    rows: ahead.map(({ planned, forecast, cutoffMarginS }, i) => ({
      cells: [
        [words(planned.leg.to.name)],
        [distance(planned.leg.to.atM)],
        [moment(plan, forecast.medianS)],
        [signedMinutes(forecast.medianS - planned.arriveS)],
        [moment(plan, forecast.earlyS)],
        [moment(plan, forecast.lateS)],
        i === ahead.length - 1 ? [''] : [span(planned.stopS)],
        ...(hasCutoffs ? [[cutoffMarginS == null ? '' : signedMinutes(cutoffMarginS)]] : []),
      ],
    })),
    notes: [],
  };
}

/** Latest departures that keep each finish-time goal, at the pace forecast. */
function latestTable(plan: Plan, { goals, ahead, review }: Replan): Section {
  const timed = goals.filter(({ alive, demand }) => alive && demand);
  const here = { name: review.ending.at.name, latest: (g: GoalNow) => g.demand?.latestDepartS };
  const stations = ahead.slice(0, -1).map(({ planned }, i) => ({
    name: planned.leg.to.name,
    latest: (g: GoalNow) => g.demand?.latestDepartAheadS[i],
  }));
  return {
    kind: 'table',
    id: 'latest',
    title: 'Latest departure that keeps the goal',
    columns: [
      left('station', 'Station'),
      ...timed.map(({ goal }, i) => right(`goal${i}`, goal.text)),
    ],
    rows:
      timed.length === 0 || ahead.length === 0
        ? []
        : [here, ...stations].map(({ name, latest }) => ({
            cells: [[words(name)], ...timed.map((g): Text => [moment(plan, latest(g) ?? null)])],
          })),
    notes: [],
  };
}

/** Three lines to read aloud. */
function briefLines(plan: Plan, replan: Replan, changes: readonly Change[]): Text[] {
  const { ending } = replan.review;
  const here = say`${words(ending.at.name)}, ${distance(ending.at.atM)}, ${moment(plan, ending.elapsedS)}: ${againstPlan(replan.behindS)}.`;
  const finish = replan.ahead.at(-1)?.forecast;
  if (!finish) return [here, say`Finished in ${duration(ending.elapsedS)}.`];
  const goal = replan.goals.find(({ alive, demand }) => alive && demand);
  const chance = goal ? say` ${words(goal.goal.text)} ${goal.status}.` : [];
  const next = replan.ahead[0]!;
  const stop = changes.find((change) => change.kind === 'stops over');
  const todo = stop
    ? say` Stops are ${span(stop.overS)} over.`
    : changes[0]
      ? say` ${changeText(changes[0])}`
      : [];
  return [
    here,
    say`Finish ${moment(plan, finish.medianS)}, likely ${range(plan, finish)}.${chance}`,
    say`Next ${words(next.planned.leg.to.name)} at ${moment(plan, next.forecast.medianS)}.${todo}`,
  ];
}

const nowJson = (replan: Replan): Json => {
  const { ending, cutoffMarginS } = replan.review;
  return {
    status: ending.kind,
    at: ending.at.name,
    atM: ending.at.atM,
    arriveS: ending.elapsedS,
    departS: replan.departed ? replan.departS : null,
    behindPlanS: replan.behindS,
    cutoffMarginS,
    finishS: replan.ahead.at(-1)?.forecast.medianS ?? ending.elapsedS,
    stopsAheadS: replan.stopsAheadS,
  };
};
