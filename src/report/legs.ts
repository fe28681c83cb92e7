/** The legs of a race run: actual against plan. */
import type { Plan } from '../domain/plan.js';
import type { Explanation } from '../engine/review/losses/explained.js';
import type { RaceReview } from '../engine/review/review.js';
import type { StretchRows } from '../engine/review/stretch-rows.js';
import type { Stretch } from '../engine/review/stretches.js';
import type { Resolution } from '../kernel/clock.js';
import { paceOf } from '../kernel/pace.js';
import { lapNotes } from './chart.js';
import { left, right } from './columns.js';
import { moment } from './moment.js';
import { planJson } from './pace-chart.js';
import type { Column, Json, Row, Section, Sum } from './report.js';
import { lossesJson } from './review/explained.js';
import { sumOf, valueAt } from './sums.js';
import { distance, minutes, pace, signedMinutes, words } from './value.js';

/** Plan against actual, from one logged place to the next, or over several laps. */
export function legTable(
  plan: Plan,
  { rows: shown, lapsPerRow }: StretchRows,
  resolutionS: Resolution,
): Section {
  const columns = [
    left('station', 'Station'),
    right('at', 'At', 1),
    right('arrive', 'Arrive'),
    right('behind', '± plan'),
    right('pace', 'Pace'),
    right('moving', 'Moving ±'),
    right('stop', 'Stop'),
    right('stopOver', 'Stop ±'),
  ];
  const rows = shown.map(({ stretch }): Row => {
    const { planned, movingS, stopAfterS } = stretch;
    return {
      cells: [
        [words(stretch.end.name)],
        [distance(stretch.end.atM)],
        [moment(plan, stretch.endS, resolutionS)],
        [signedMinutes(stretch.endS - planned.endS, resolutionS)],
        [pace(movingS == null ? null : paceOf(movingS, stretch.distanceM))],
        [signedMinutes(movingS == null ? null : movingS - planned.movingS, resolutionS)],
        planned.stopAfterS == null ? [''] : [minutes(stopAfterS, resolutionS)],
        planned.stopAfterS == null || stopAfterS == null
          ? ['']
          : [signedMinutes(stopAfterS - planned.stopAfterS, resolutionS)],
      ],
    };
  });
  return {
    kind: 'table',
    id: 'legs',
    title: 'Legs, actual against plan',
    columns,
    rows,
    sums: sumsOfLegs(columns, rows),
    notes: [['± plan: time behind (+) or ahead (−) of the plan.'], ...lapNotes(plan, lapsPerRow)],
  };
}

/** ± plan is that of the row above, with its stop, and this row's moving. */
const sumsOfLegs = (columns: readonly Column[], rows: readonly Row[]): Sum[] =>
  rows.flatMap((row, i) => {
    const value = (of: Row | undefined, id: string) => valueAt(columns, of, id);
    const before = rows[i - 1];
    const parts = [value(before, 'behind'), value(before, 'stopOver'), value(row, 'moving')];
    return sumOf(value(row, 'behind'), parts);
  });

export function legsJson(
  { pace: pacePlan, stretches, intake, efforts }: RaceReview,
  explanation: Explanation,
): Json {
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
            losses: lossesJson(explanation.stretches[index]!),
            ...efforts[index]!,
          }
        : null,
    };
  });
}
