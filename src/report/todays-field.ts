/** What others' splits of this very day say. */

import type { Replan } from '../engine/review/replan.js';
import type { TodaysForecast } from '../engine/today/todays-field.js';
import { S_PER_MIN } from '../kernel/units.js';
import type { Json } from './report.js';
import { count, ratio, say, shift, type Text, words } from './value.js';

export interface TodaysFieldSeen {
  /** Others in the file. */
  runners: number;
  /** Seconds after the first wave at which the athlete started. */
  waveS: number;
  /** Several waves, and nothing tells the athlete's: taken as the first. */
  isWaveTaken: boolean;
  /** `null` when nothing is passed yet. */
  amid: TodaysForecast | null;
}

/** Shares smaller than this are printed as 0. */
const SAME = 0.005;

/** One line; `null` at the finish. */
export function todaysFieldText(
  { ahead, review: { ending } }: Replan,
  { runners, amid, isWaveTaken }: TodaysFieldSeen,
): Text | null {
  if (ahead.length === 0) return null;
  const wave = isWaveTaken ? '; yours is taken for the first of several waves' : '';
  if (!amid) return say`${count(runners)} others; they tell once you have passed a station`;
  const { signs, laterS, last } = amid;
  if (last < 0) {
    const through = Math.max(0, ...signs.map((sign) => sign.runners));
    return say`of ${count(runners)} others ${count(through)} are known to have come further than ${words(ending.at.name)} by now, too few to tell${wave}`;
  }
  const told = signs.slice(0, last + 1).map(({ effective }) => effective);
  const best = told.lastIndexOf(Math.max(...told));
  const sign = signs[best]!;
  const slower = Math.expm1(sign.deviation);
  const fared =
    Math.abs(slower) < SAME
      ? say`as long from here as usual`
      : say`${ratio(Math.abs(slower))} ${slower > 0 ? 'longer' : 'less'} from here than usual`;
  const place = words(ahead[best]!.planned.leg.to.name);
  const moved = shift(laterS[best]!, '', 'later for it', 'earlier for it');
  const expected =
    Math.abs(laterS[best]!) < S_PER_MIN / 2 ? [] : say`; you are expected there ${moved}`;
  return say`${count(sign.runners)} who reached ${place} by now took ${fared}${expected}${wave}`;
}

export const todaysFieldJson = (
  { ahead }: Replan,
  { runners, waveS, isWaveTaken, amid }: TodaysFieldSeen,
): Json => ({
  runners,
  waveS,
  isWaveTaken,
  legs: (amid?.signs ?? []).slice(0, ahead.length).map((sign, i) => ({
    to: ahead[i]!.planned.leg.to.name,
    atM: ahead[i]!.planned.leg.to.atM,
    runners: sign.runners,
    effectiveRunners: sign.effective,
    slowerRatio: sign.runners === 0 ? null : Math.expm1(sign.deviation),
    believedRatio: sign.runners === 0 ? null : Math.expm1(sign.believed),
    laterS: amid!.laterS[i]!,
  })),
});
