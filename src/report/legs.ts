/** The legs of a race run: actual against plan. */
import type { Plan } from '../domain/plan.js';
import type { RaceReview } from '../engine/review/review.js';
import type { Stretch } from '../engine/review/stretches.js';
import { paceOf } from '../kernel/pace.js';
import { left, right } from './columns.js';
import { moment, planJson } from './pace-chart.js';
import type { Json, Section } from './report.js';
import { distance, minutes, pace, signedMinutes, words } from './value.js';

/** Plan against actual, from one logged place to the next. */
export function legTable(plan: Plan, { stretches }: RaceReview): Section {
  return {
    kind: 'table',
    id: 'legs',
    title: 'Legs, actual against plan',
    columns: [
      left('station', 'Station'),
      right('at', 'At', 1),
      right('arrive', 'Arrive'),
      right('behind', '± plan'),
      right('pace', 'Pace'),
      right('moving', 'Moving ±'),
      right('stop', 'Stop'),
      right('stopOver', 'Stop ±'),
    ],
    rows: stretches.map((stretch) => {
      const { planned, movingS, stopAfterS } = stretch;
      return {
        cells: [
          [words(stretch.end.name)],
          [distance(stretch.end.atM)],
          [moment(plan, stretch.endS)],
          [signedMinutes(stretch.endS - planned.endS)],
          [pace(movingS == null ? null : paceOf(movingS, stretch.distanceM))],
          [signedMinutes(movingS == null ? null : movingS - planned.movingS)],
          planned.stopAfterS == null ? [''] : [minutes(stopAfterS)],
          planned.stopAfterS == null || stopAfterS == null
            ? ['']
            : [signedMinutes(stopAfterS - planned.stopAfterS)],
        ],
      };
    }),
    notes: [['± plan: minutes behind (+) or ahead (−) of the plan.']],
  };
}

export function legsJson({ pace: pacePlan, stretches, intake }: RaceReview): Json {
  return pacePlan.legs.map((planned, i) => {
    const index = stretches.findIndex((stretch) => stretch.to === i + 1);
    const stretch: Stretch | undefined = stretches[index];
    return {
      to: planned.leg.to.name,
      atM: planned.leg.to.atM,
      distanceM: planned.leg.distanceM,
      gainM: planned.leg.gainM,
      lossM: planned.leg.lossM,
      plan: planJson(planned),
      actual: stretch
        ? {
            arriveS: stretch.endS,
            departS: stretch.stopAfterS == null ? null : stretch.endS + stretch.stopAfterS,
            stopS: stretch.stopAfterS,
            movingS: stretch.movingS,
            sinceM: stretch.start.atM,
            intake: { ...intake.stretches[index] },
          }
        : null,
    };
  });
}
