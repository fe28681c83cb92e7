/** What each factor adds to each leg: `build --explain`. */
import type { Plan } from '../domain/plan.js';
import { isElevationGiven, meanElevationM } from '../engine/course/elevation.js';
import { EXPLAINED } from '../engine/pacing/pace-plan.js';
import { timeAtPace } from '../kernel/pace.js';
import { sum } from '../kernel/stats.js';
import { left, right } from './columns.js';
import { climbSums, type ShownLegs } from './pace-chart.js';
import type { Row, TableSection } from './report.js';
import { sumsAcross, sumsDown } from './sums.js';
import { height, minutes, pace, say, signedMinutes, words } from './value.js';

/** What arithmetic leaves of nothing at all: a factor that adds no more has no column. */
const NOTHING_S = 1e-6;

/** What each factor added to each leg, minutes; they sum to the moving time over the same leg at base pace. */
export function explainTable(
  plan: Plan,
  basePaceSPerKm: number,
  { legs, notes = [] }: ShownLegs,
): TableSection {
  const shown = EXPLAINED.filter((name) =>
    legs.some((leg) => Math.abs(leg.factorS[name]) > NOTHING_S),
  );
  const hasClimb = legs.some(({ leg }) => leg.gainM != null);
  const isHigh =
    isElevationGiven(plan.course) && legs.some(({ leg }) => meanElevationM(leg) != null);
  const atBaseS = (distanceM: number) => timeAtPace(basePaceSPerKm, distanceM);
  const columns = [
    left('station', 'Station'),
    ...(hasClimb ? [right('gain', 'Climb', 1)] : []),
    ...(isHigh ? [right('elevation', 'Above sea', 2)] : []),
    right('flat', 'At base'),
    ...shown.map((name) => right(name, name[0]?.toUpperCase() + name.slice(1))),
    right('moving', 'Moving'),
  ];
  const rows = legs.map(
    ({ leg, movingS, factorS }): Row => ({
      cells: [
        [words(leg.to.name)],
        ...(hasClimb ? [[height(leg.gainM)]] : []),
        ...(isHigh ? [[height(meanElevationM(leg))]] : []),
        [minutes(atBaseS(leg.distanceM))],
        ...shown.map((name) => [signedMinutes(factorS[name])]),
        [minutes(movingS)],
      ],
    }),
  );
  const total: Row = {
    emphasis: 'total',
    cells: [
      ['Total'],
      ...(hasClimb ? [['']] : []),
      ...(isHigh ? [['']] : []),
      [minutes(sum(legs.map(({ leg }) => atBaseS(leg.distanceM))))],
      ...shown.map((name) => [signedMinutes(sum(legs.map((leg) => leg.factorS[name])))]),
      [minutes(sum(legs.map((leg) => leg.movingS)))],
    ],
  };
  return {
    kind: 'table',
    id: 'explain',
    title: 'What each leg is made of',
    columns,
    rows: [...rows, total],
    sums: [
      ...sumsAcross(columns, [...rows, total], ['flat', ...shown], 'moving'),
      ...sumsDown(rows, total),
      ...climbSums(columns, rows),
    ],
    notes: [
      ...(isHigh ? [['Above sea: the mean height of the leg.']] : []),
      say`Base pace ${pace(basePaceSPerKm)}: flat, paved, cool, by day, in mean freshness.`,
      ...notes,
    ],
  };
}
