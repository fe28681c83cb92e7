/** The law of cutoffs: which places close when, who left them in time, and how late one may leave. */
import { type Course, type Place, placesOf } from '../../domain/course.js';
import { type Formatted, isTimedEvent } from '../../domain/race-format.js';
import type { RaceLog } from '../../domain/record.js';

/** A place that closes. Runners must have left it by then; the finish they must have reached. */
export interface Closing {
  /** Index among the places of the course. */
  place: number;
  at: Place;
  isFinish: boolean;
  /** Elapsed seconds. */
  closesS: number;
}

/**
 * When a place on the way, or the finish, closes, elapsed; `null` when it does not. The finish of a timed event has no
 * cutoff: its limit is the end that everybody runs to.
 */
export const cutoffOf = (
  plan: Formatted,
  { cutoffS }: Pick<Place, 'cutoffS'>,
  isFinish: boolean,
): number | null => (isFinish && isTimedEvent(plan) ? null : cutoffS);

/** All places that close, in course order. The start does not. */
export function closingsOf(course: Course, plan: Formatted): Closing[] {
  const places = placesOf(course);
  return places.flatMap((at, place): Closing[] => {
    const isFinish = place === places.length - 1;
    const closesS = place === 0 ? null : cutoffOf(plan, at, isFinish);
    return closesS === null ? [] : [{ place, at, isFinish, closesS }];
  });
}

/** When the place of that index closes, elapsed; `null` when it does not. */
export const closesAt = (closings: readonly Closing[], place: number): number | null =>
  closings.find((closing) => closing.place === place)?.closesS ?? null;

/**
 * A passage held against a closing: by the departure; at the finish by the arrival, as elsewhere when no departure
 * is logged. `not yet there`: the place is not in the log, and at `atS` the runner was still on the way to it.
 */
export interface CutoffCheck extends Closing {
  by: 'departure' | 'arrival' | 'not yet there';
  /** Elapsed. */
  atS: number;
  /** Seconds in hand; negative: too late. */
  marginS: number;
}

/** A place left behind of which the log does not tell the departure: it counts as left in time unless shown late. */
export interface UnseenDeparture extends Closing {
  arriveS: number | null;
}

export interface CutoffReview {
  checks: readonly CutoffCheck[];
  /** Those of them that came too late. */
  broken: readonly CutoffCheck[];
  unseen: readonly UnseenDeparture[];
}

/** Holds every place reached, or passed without a row, against its closing. */
export function reviewCutoffs(closings: readonly Closing[], log: RaceLog): CutoffReview {
  const timed = log.visits.filter(({ arriveS, departS }) => arriveS != null || departS != null);
  const reached = timed.at(-1)?.place ?? 0;
  const passed = closings.filter(({ place }) => place <= reached);
  const checks = passed.flatMap((closing): CutoffCheck[] => {
    const check = (by: CutoffCheck['by'], atS: number) => [
      { ...closing, by, atS, marginS: closing.closesS - atS },
    ];
    const visit = timed.findLast(({ place }) => place === closing.place);
    const leftS = closing.isFinish ? null : visit?.departS;
    if (leftS != null) return check('departure', leftS);
    const arriveS = visit?.arriveS ?? visit?.departS;
    if (arriveS != null) return check('arrival', arriveS);
    const before = timed.findLast(({ place }) => place < closing.place);
    const beforeS = before?.departS ?? before?.arriveS ?? 0;
    return beforeS > closing.closesS ? check('not yet there', beforeS) : [];
  });
  const broken = checks.filter(({ marginS }) => marginS < 0);
  const unseen = passed.flatMap((closing): UnseenDeparture[] => {
    const visit = timed.findLast(({ place }) => place === closing.place);
    const isShownLate = broken.some(({ place }) => place === closing.place);
    return closing.place === reached || visit?.departS != null || isShownLate
      ? []
      : [{ ...closing, arriveS: visit?.arriveS ?? null }];
  });
  return { checks, broken, unseen };
}

/** A place ahead, and when the runner is expected to leave it (at the finish: to reach it). */
export interface Departure {
  place: number;
  departS: number;
}

/** A closing held against an expected departure. */
export interface ExpectedMargin extends Closing {
  marginS: number;
}

export const expectMargins = (
  closings: readonly Closing[],
  departures: readonly Departure[],
): ExpectedMargin[] =>
  departures.flatMap(({ place, departS }) => {
    const closing = closings.find((candidate) => candidate.place === place);
    return closing ? [{ ...closing, marginS: closing.closesS - departS }] : [];
  });

/** The closing with the least in hand, the first of several. */
export const tightestOf = <M extends { marginS: number }>(margins: readonly M[]): M | null =>
  margins.reduce<M | null>(
    (least, margin) => (least && least.marginS <= margin.marginS ? least : margin),
    null,
  );

/**
 * How much later than expected each place may be left so that it and all later ones are still left in time, when
 * everything after goes as expected.
 * @param marginsS in hand at each place, in course order; `null` where nothing closes
 * @returns seconds each, negative when even as expected is too late; `null` from where on nothing closes
 */
export function slackAlong(marginsS: readonly (number | null)[]): (number | null)[] {
  let leastS: number | null = null;
  return marginsS
    .toReversed()
    .map((marginS) => {
      if (marginS != null) leastS = Math.min(marginS, leastS ?? marginS);
      return leastS;
    })
    .toReversed();
}

/** What is expected up to a place that must be left by `byS`. */
export interface Stretchable {
  byS: number;
  /** Moving and stopping until it is left (the finish: reached), seconds. */
  movingS: number;
  stoppedS: number;
}

/**
 * By which factor all moving may take longer than expected, every stop as it is, until the first of the times is
 * missed: below 1 it must be quicker; not above 0 when the stops alone take too long; `null` when nothing closes.
 */
export const stretchOf = (places: readonly Stretchable[]): number | null =>
  places.length === 0
    ? null
    : Math.min(...places.map(({ byS, movingS, stoppedS }) => (byS - stoppedS) / movingS));

/** A window of arrivals up to the closing of the place; `null` when all of it is later. */
export function untilClosing(
  { earlyS, lateS }: { earlyS: number; lateS: number },
  closesS: number | null,
): { earlyS: number; lateS: number } | null {
  if (closesS == null) return { earlyS, lateS };
  return earlyS > closesS ? null : { earlyS, lateS: Math.min(lateS, closesS) };
}
