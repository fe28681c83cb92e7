/** Cutoffs in words: which were broken, which is the tightest ahead, and who comes too late. */
import { hasSpread } from '../domain/forecast.js';
import type { Plan } from '../domain/plan.js';
import {
  type Closing,
  type CutoffCheck,
  type CutoffReview,
  type ExpectedMargin,
  tightestOf,
  type UnseenDeparture,
} from '../engine/course/cutoffs.js';
import type { StationAhead } from '../engine/review/goals-now.js';
import type { Replan } from '../engine/review/replan.js';
import type { Resolution } from '../kernel/clock.js';
import { S_PER_H } from '../kernel/units.js';
import { moment } from './moment.js';
import type { Json } from './report.js';
import { duration, joinText, listText, say, span, type Text, words } from './value.js';

/** The tightest cutoff ahead is said first when less than this is in hand. */
const NEAR_S = S_PER_H;

const nameOf = ({ isFinish, at }: Closing): Text => (isFinish ? ['the race'] : [words(at.name)]);

/** A text that begins a sentence: of the first fixed word, the first letter large. */
export const begin = ([first, ...rest]: Text): Text =>
  typeof first === 'string'
    ? [first.charAt(0).toUpperCase() + first.slice(1), ...rest]
    : first
      ? [first, ...rest]
      : [];

/** `at 10:00`; where the plan has no start, `10:00:00 after the start`. */
const closingTime = (plan: Plan, closesS: number): Text =>
  plan.race.startAt == null
    ? say`${duration(closesS)} after the start`
    : say`at ${moment(plan, closesS)}`;

const LEFT: Readonly<Record<CutoffCheck['by'], string>> = {
  departure: 'before you left',
  arrival: 'before you came',
  'not yet there': 'before you left the place logged before it',
};

/** So many cutoffs broken beside the first are named. */
const NAMED = 3;

/** `Hut closed at 10:00, 40 min before you left`. */
function brokenText(plan: Plan, check: CutoffCheck): Text {
  const { closesS, marginS, isFinish, by } = check;
  const limit = isFinish && plan.race.startAt != null ? say`, after ${span(closesS)}` : [];
  return say`${nameOf(check)} closed ${closingTime(plan, closesS)}${limit}, ${span(marginS)} ${isFinish ? 'before you finished' : LEFT[by]}`;
}

/** Of the broken cutoffs the first, and which others. */
export function firstBrokenText(plan: Plan, broken: readonly CutoffCheck[]): Text {
  const [first, ...others] = broken;
  if (!first) return [];
  const names = others.slice(0, NAMED).map(nameOf);
  const more: Text[] = others.length > NAMED ? [[`${others.length - NAMED} more`]] : [];
  const too =
    others.length === 0 ? [] : say`; too late for ${listText([...names, ...more])} as well`;
  return begin(say`${brokenText(plan, first)}${too}`);
}

const unseenText = (unseen: UnseenDeparture): Text =>
  unseen.arriveS == null
    ? say`${nameOf(unseen)} is not in the log: taken as left in time`
    : say`no departure from ${nameOf(unseen)} in the log: held against the arrival`;

/** All that is to be said of the cutoffs of a race run: those broken, and what was assumed; empty when all is well. */
export const cutoffFacts = (plan: Plan, { broken, unseen }: CutoffReview) => {
  const said = [...broken.map((check) => brokenText(plan, check)), ...unseen.map(unseenText)];
  return said.length === 0 ? [] : [{ label: 'Cutoffs', text: begin(joinText(said, '; ')) }];
};

/**
 * `Mill closes at 13:30, 25 min after you would leave it`.
 * @param resolutionS of the log that the forecast rests on
 */
export function expectedText(plan: Plan, closing: ExpectedMargin, resolutionS: Resolution): Text {
  const { marginS, closesS, isFinish } = closing;
  const would = isFinish ? 'you would finish' : 'you would leave it';
  return say`${nameOf(closing)} closes ${closingTime(plan, closesS)}, ${span(marginS, resolutionS)} ${marginS < 0 ? 'before' : 'after'} ${would}`;
}

/** What is said first during the race: a cutoff broken, else the tightest ahead when it is near; `null` when none is. */
export function urgentCutoff(plan: Plan, { review, cutoffsAhead }: Replan): Text | null {
  const { broken } = review.cutoffs;
  if (broken.length > 0) return firstBrokenText(plan, broken);
  const tightest = tightestOf(cutoffsAhead);
  return tightest && tightest.marginS < NEAR_S
    ? begin(expectedText(plan, tightest, review.resolutionS))
    : null;
}

/**
 * When to expect the finish: up to where the race closes, and how many would come after that.
 * @param brief to be read aloud
 */
export function finishWindow(plan: Plan, finish: StationAhead, brief = false): Text {
  const { planned, forecast, window, tooLateRatio } = finish;
  const closesS = planned.leg.to.cutoffS;
  if (closesS == null || window?.lateS === forecast.lateS) {
    if (!hasSpread(forecast)) return say`as planned: nothing is passed yet that would tell more`;
    return brief
      ? say`likely ${range(plan, forecast)}`
      : say`8 in 10 arrive ${range(plan, forecast)}, if they finish`;
  }
  const tenths = Math.round(tooLateRatio * 10);
  const tooLate = say`too early for ${tenths >= 10 ? 'nearly all' : `${tenths} in 10`}`;
  return window
    ? say`they arrive ${range(plan, window)}, when the race closes, ${tooLate}`
    : say`the race closes ${closingTime(plan, closesS)}, ${tooLate}`;
}

const range = (plan: Plan, { earlyS, lateS }: { earlyS: number; lateS: number }): Text =>
  say`${moment(plan, earlyS)} to ${moment(plan, lateS)}`;

export const cutoffsJson = ({ checks }: CutoffReview): Json =>
  checks.map(({ at, closesS, by, atS, marginS }) => ({
    at: at.name,
    atM: at.atM,
    closesS,
    by,
    passedS: atS,
    marginS,
  }));
