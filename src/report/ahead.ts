/** What lies ahead of a runner: expected arrivals, and how late one may leave. */
import type { Course } from '../domain/course.js';
import { hasSpread } from '../domain/forecast.js';
import type { Plan } from '../domain/plan.js';
import { formatOf } from '../domain/race-format.js';
import { computeLapRows, lapEndingAt } from '../engine/pacing/lap-rows.js';
import type { GoalNow } from '../engine/review/goals-now.js';
import type { Replan } from '../engine/review/replan.js';
import { lapNotes } from './chart.js';
import { left, right } from './columns.js';
import { moment } from './moment.js';
import { inHand, LATEST_NOTE } from './pace-chart.js';
import type { Section } from './report.js';
import { distance, say, signedMinutes, span, type Text, words } from './value.js';

/** Which of the stations ahead the tables show: of many laps, the next and then sums of several. */
export interface AheadRows {
  /** Indices into the stations ahead; seconds of the planned stops since the row before, and of the one there. */
  shown: readonly { index: number; stopS: number; stopThereS: number }[];
  lapsPerRow: number;
}

export function computeAheadRows(
  plan: Plan,
  { distanceM }: Course,
  { ahead }: Replan,
  allLaps: boolean,
): AheadRows {
  const stops = stopsAhead(plan, ahead);
  const legs = ahead.map(({ planned, cutoffMarginS }, i) => ({
    atM: planned.leg.to.atM,
    isKept: i === 0 || cutoffMarginS != null,
  }));
  const { endsRow, lapsPerRow } = computeLapRows(
    legs,
    plan.course.laps,
    distanceM / plan.course.laps,
    allLaps,
  );
  let stopS = 0;
  const shown = ahead.flatMap((_, index) => {
    stopS += stops[index]!;
    if (!endsRow[index]) return [];
    const row = { index, stopS, stopThereS: stops[index]! };
    stopS = 0;
    return [row];
  });
  return { shown, lapsPerRow };
}

/** As planned; at bells what is left until the next, after the loop as forecast. */
function stopsAhead(plan: Plan, ahead: Replan['ahead']): number[] {
  const format = formatOf(plan);
  return ahead.map(({ planned, forecast }, i) => {
    const loop = format.kind === 'backyard' ? lapEndingAt(planned.leg.to.atM, format.loopM) : null;
    return format.kind !== 'backyard' || loop === null || i === ahead.length - 1
      ? planned.stopS
      : Math.max(0, loop * format.everyS - forecast.medianS);
  });
}

export function aheadTable(
  plan: Plan,
  { ahead, review: { resolutionS } }: Replan,
  { shown, lapsPerRow }: AheadRows,
): Section {
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
    rows: shown.map(({ index, stopS }) => {
      const { planned, forecast, window, cutoffMarginS } = ahead[index]!;
      const cells: Text[] = [
        [words(planned.leg.to.name)],
        [distance(planned.leg.to.atM)],
        [moment(plan, forecast.medianS, resolutionS)],
        [signedMinutes(forecast.medianS - planned.arriveS, resolutionS)],
        ...(['earlyS', 'lateS'] as const).map(
          (end): Text =>
            window === null
              ? ['closed']
              : hasSpread(forecast)
                ? [moment(plan, window[end], resolutionS)]
                : [words(null)],
        ),
        index === ahead.length - 1 && stopS === 0 ? [''] : [span(stopS)],
        ...(hasCutoffs ? [cutoffMarginS == null ? [''] : inHand(cutoffMarginS, resolutionS)] : []),
      ];
      return { cells };
    }),
    notes: [
      ...(ahead.some(({ forecast, window }) => window?.lateS !== forecast.lateS)
        ? [LATEST_NOTE]
        : []),
      ...lapNotes(plan, lapsPerRow),
    ],
  };
}

/** Latest departures that keep each finish-time goal, at the pace forecast. */
export function latestTable(plan: Plan, replan: Replan, { shown, lapsPerRow }: AheadRows): Section {
  const { goals, ahead, review, departS } = replan;
  const isClosing = [review.ending.at, ...ahead.map(({ planned }) => planned.leg.to)]
    .slice(0, -1)
    .some(({ cutoffS }) => cutoffS != null);
  const timed = goals.filter(({ alive, demand }) => alive && demand);
  const here = { name: review.ending.at.name, latest: (g: GoalNow) => g.demand?.latestDepartS };
  const stations = shown.slice(0, -1).map(({ index }) => ({
    name: ahead[index]!.planned.leg.to.name,
    latest: (g: GoalNow) => g.demand?.latestDepartAheadS[index],
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
            cells: [
              [words(name)],
              ...timed.map((g) => latestCell(plan, latest(g) ?? null, departS)),
            ],
          })),
    notes: [
      say`At the pace forecast${isClosing ? ', this and every later cutoff kept' : ''}; past: only a faster one keeps the goal.`,
      ...lapNotes(plan, lapsPerRow),
    ],
  };
}

const latestCell = (plan: Plan, latestS: number | null, nowS: number): Text =>
  latestS != null && latestS < nowS ? ['past'] : [latestS == null ? '' : moment(plan, latestS)];
