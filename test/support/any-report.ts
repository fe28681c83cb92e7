/** The reports of races that could be. */
import type { RaceLog } from '../../src/domain/record.js';
import { computeChanges } from '../../src/engine/advice/changes.js';
import { describeRaceDay } from '../../src/engine/course/race-day.js';
import { computeFuelPlan } from '../../src/engine/fuel/needs.js';
import { NOTHING_EARLIER } from '../../src/engine/lessons/earlier.js';
import { proposeLessons } from '../../src/engine/lessons/proposals.js';
import { computeReadiness } from '../../src/engine/readiness/countdown.js';
import { explainRace } from '../../src/engine/review/losses/explained.js';
import { replanRace } from '../../src/engine/review/replan.js';
import { reviewRace } from '../../src/engine/review/review.js';
import { computeShape } from '../../src/engine/review/shape.js';
import { analyzeReport } from '../../src/report/analyze.js';
import { buildReport } from '../../src/report/build.js';
import { replanReport } from '../../src/report/replan.js';
import type { Report } from '../../src/report/report.js';
import type { AnyRace } from './any-race.js';
import { outlookOf } from './outlook.js';

export function buildOf({ plan, course, pace, sun }: AnyRace): Report {
  return buildReport({
    plan,
    course,
    pace,
    fuel: computeFuelPlan(plan, pace, describeRaceDay(plan, null)),
    supplies: null,
    sun,
    requirements: [],
    chances: [],
    outlook: outlookOf(plan, course),
    field: null,
    warnings: [],
    gear: [],
    decisions: [],
    readiness: computeReadiness(plan.prep, null, null),
    training: null,
    earlier: NOTHING_EARLIER,
    explain: true,
  });
}

export function analysisOf({ plan, course, pace, sun }: AnyRace, log: RaceLog): Report {
  const review = reviewRace(plan, course, pace, log, null);
  const { stretches } = review;
  const day = describeRaceDay(plan, sun);
  const explanation = explainRace({ plan, pace, stretches, day, recorded: null });
  const weather = { ...plan.weather, from: 'plan' as const };
  const shaped = {
    isByClock: false,
    isBeyondPlan: false,
    shape: computeShape(explanation.runs),
    besideField: null,
    places: [],
  };
  const run = { plan, course, sun, log, review };
  const proposals = proposeLessons(run);
  const told = { proposals, judged: [], explanation, shaped, weather, looked: null };
  return analyzeReport({ ...run, ...told });
}

export function replanOf({ plan, course, pace, sun }: AnyRace, log: RaceLog): Report {
  const here = log.visits.at(-1)!;
  const slower = here.arriveS! / pace.legs[here.place - 1]!.arriveS;
  const forecastAhead = pace.legs.slice(here.place).map(({ arriveS }) => ({
    medianS: arriveS * slower,
    earlyS: arriveS * slower * 0.98,
    lateS: arriveS * slower * 1.02,
  }));
  const nothing = { field: null, results: null };
  const replan = replanRace({ plan, course, pace, log, forecastAhead, ...nothing });
  const changes = computeChanges(plan, replan);
  return replanReport({ plan, course, replan, changes, log, sun });
}
