/** `raceplan replan`: where am I, what now, which goals are alive. */
import type { Course } from '../domain/course.js';
import { hasSpread } from '../domain/forecast.js';
import type { Plan } from '../domain/plan.js';
import type { RaceLog } from '../domain/record.js';
import type { Change } from '../engine/advice/changes.js';
import type { DecisionNow } from '../engine/advice/decisions-now.js';
import type { Sun } from '../engine/course/daylight.js';
import { wayRun } from '../engine/review/loops-run.js';
import type { Replan } from '../engine/review/replan.js';
import { cutoffThere } from '../engine/review/review.js';
import { aheadTable, computeAheadRows, latestTable } from './ahead.js';
import { briefLines, isBeyondPlan } from './brief.js';
import { changeText } from './changes.js';
import { cutoffsJson } from './cutoffs.js';
import { decidedBrief, decidedJson, decidedList } from './decisions/decided.js';
import { forecastFigure } from './figures/forecast-against-plan.js';
import { next, placeFigures } from './figures/placing.js';
import { profileFigure } from './figures/profile.js';
import { forecastStations, runStations, wayAhead } from './figures/stations.js';
import { raceJson } from './race.js';
import type { Json, Report, Section } from './report.js';
import { situation } from './situation.js';
import { bellOutlookJson, overTimeJson } from './timed/over-time.js';
import { type TodaysFieldSeen, todaysFieldJson } from './todays-field.js';
import { verdictNow } from './verdicts-now.js';

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
