/** Several targets side by side: the chart runners tape to their bottle. */
import type { Course } from '../domain/course.js';
import type { Plan } from '../domain/plan.js';
import type { PacePlan } from '../engine/pacing/pace-plan.js';
import { paceOf } from '../kernel/pace.js';
import { left, right } from './columns.js';
import { moment } from './moment.js';
import { planJson } from './pace-chart.js';
import { raceJson, raceSubtitle } from './race.js';
import type { Report } from './report.js';
import { distance, duration, minutes, pace, say, words } from './value.js';

/** @param paces one or more, in the order asked for, all of the same course */
export function targetsReport(plan: Plan, course: Course, paces: readonly PacePlan[]): Report {
  const columns = paces.map((_, i) => right(`target${i}`, String.fromCharCode(65 + i)));
  return {
    command: 'build',
    title: plan.race.name,
    subtitle: raceSubtitle(plan, course),
    sections: [
      {
        kind: 'facts',
        title: null,
        facts: paces.map(({ targetS, stoppedS }, i) => ({
          label: String.fromCharCode(65 + i),
          text: say`${duration(targetS)}: ${pace(paceOf(targetS, course.distanceM))} overall, ${minutes(stoppedS)} of it in stops`,
        })),
      },
      {
        kind: 'table',
        id: 'targets',
        title: 'Arrive',
        columns: [left('station', 'Station'), right('at', 'At'), ...columns],
        rows: course.legs.map(({ to }, i) => ({
          cells: [
            [words(to.name)],
            [distance(to.atM)],
            ...paces.map(({ legs }) => [moment(plan, legs[i]?.arriveS ?? null)]),
          ],
        })),
        notes: [],
      },
    ],
    verdicts: [],
    data: {
      race: raceJson(plan, course),
      targets: paces.map(({ targetS, movingS, stoppedS, legs }) => ({
        finishS: targetS,
        movingS,
        stoppedS,
        legs: legs.map((planned) => ({
          to: planned.leg.to.name,
          atM: planned.leg.to.atM,
          plan: planJson(planned),
        })),
      })),
    },
  };
}
