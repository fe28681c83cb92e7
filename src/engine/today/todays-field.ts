/**
 * Today's field: how those who passed here before fared from here on, beside what was forecast for them, corrects
 * the forecast of a runner who comes later. Only what was known at the runner's own clock counts.
 */
import type { TimeForecast } from '../../domain/forecast.js';
import { memoize, once } from '../../kernel/memo.js';
import type { InRaceForecast, Passage } from '../pacing/in-race.js';
import { TODAY, type TodayCoefficients } from './coefficients.js';
import type { FieldRunner } from './field-runners.js';
import { readSigns, type Sign, type Stander } from './signs.js';

/** The way ahead of one runner, in the light of the field. */
export interface TodaysForecast {
  /** Arrivals at every place ahead. */
  ahead: readonly TimeForecast[];
  /** How much later each is than forecast without the field, seconds; negative: earlier. */
  laterS: readonly number[];
  /** What the field said of each. */
  signs: readonly Sign[];
  /** Index into those of the last place it tells enough of; -1: of none. */
  last: number;
}

/**
 * @param here the last place passed, as it is told to the forecast
 * @param clockS the moment of that passage, by the clock of the first wave
 * @param ahead what is forecast without the field
 */
export type TodaysField = (
  here: Passage,
  clockS: number,
  ahead: readonly TimeForecast[],
) => TodaysForecast;

/**
 * Prepares to read a field; what one runner's reading has computed serves the next.
 * @param forecast of runners in general, told their passages
 */
export function prepareTodaysField(
  field: readonly FieldRunner[],
  forecast: InRaceForecast,
  coefficients: TodayCoefficients = TODAY,
): TodaysField {
  const standersAt = memoize((place: number) => findStanders(field, place, forecast));
  return ({ place, arriveS: hereS }, clockS, ahead) => {
    const finishS = ahead.at(-1)?.medianS ?? hereS;
    const aheadRatios = ahead.map(({ medianS }) => (medianS - hereS) / finishS);
    const viewpoint = { hereS, clockS, aheadRatios };
    const signs = readSigns(standersAt(place), viewpoint, coefficients);
    const last = signs.findLastIndex(({ effective }) => effective >= coefficients.fewest);
    const corrected = correct(hereS, ahead, signs.slice(0, last + 1), coefficients);
    const laterS = corrected.map(({ medianS }, i) => medianS - ahead[i]!.medianS);
    return { ahead: corrected, laterS, signs, last };
  };
}

/** Of the field, those who were at a place, the quickest first. */
function findStanders(
  field: readonly FieldRunner[],
  place: number,
  forecast: InRaceForecast,
): Stander[] {
  if (place === 0) return [];
  const isTimed = field.some(({ arriveS }) => arriveS[place] != null);
  const standers = field.flatMap(({ waveS, arriveS }): Stander[] => {
    const later = arriveS.slice(place + 1);
    const nextS = later.find((timeS) => timeS !== null);
    if (nextS == null) return [];
    const before = arriveS
      .slice(0, place)
      .flatMap((timeS, at): Passage[] =>
        at === 0 || timeS === null ? [] : [{ place: at, arriveS: timeS }],
      );
    const after = { place: place + 1 + later.indexOf(nextS), arriveS: nextS };
    const hereS = isTimed ? arriveS[place] : passedBetween(place, before, after, forecast);
    if (hereS == null) return [];
    const passages = [...before, { place, arriveS: hereS }];
    return [
      {
        waveS,
        hereS,
        nextClockS: waveS + nextS,
        arriveS: Float64Array.from(later, (timeS) => timeS ?? Number.NaN),
        expectS: once(() => Float64Array.from(forecast(passages), ({ medianS }) => medianS)),
      },
    ];
  });
  return standers.sort((a, b) => a.hereS - b.hereS);
}

/**
 * Where nobody's time is taken, when a runner was there: between the times before and after, as the forecast from
 * the one before shares out the way. It is known with the one after; `null` without one before.
 */
function passedBetween(
  place: number,
  before: readonly Passage[],
  after: Passage,
  forecast: InRaceForecast,
): number | null {
  const last = before.at(-1);
  if (!last) return null;
  const ahead = forecast(before);
  const expectS = (at: number) => ahead[at - last.place - 1]!.medianS - last.arriveS;
  const hereS =
    last.arriveS + (after.arriveS - last.arriveS) * (expectS(place) / expectS(after.place));
  return hereS > last.arriveS && hereS < after.arriveS ? hereS : null;
}

/**
 * Every place that the field tells of is reached that much later, and with that much doubt. Further on the seconds
 * stay, not the factor, and fewer of them the longer the way the field says nothing of, by its square root: from
 * 25 and 50 % of the distance all of them would make the finish no better, none of them no worse.
 */
function correct(
  hereS: number,
  ahead: readonly TimeForecast[],
  signs: readonly Sign[],
  { windowRunners }: TodayCoefficients,
): readonly TimeForecast[] {
  const last = signs.length - 1;
  if (last < 0) return ahead;
  const toldS = ahead[last]!.medianS - hereS;
  const told = signs.map((sign, i) => {
    const tookS = ahead[i]!.medianS - hereS;
    return {
      laterS: tookS * Math.expm1(sign.believed),
      widening: widenBy(sign, ahead[i]!, tookS, windowRunners),
    };
  });
  let before: TimeForecast = { medianS: hereS, earlyS: hereS, lateS: hereS };
  return ahead.map(({ medianS, earlyS, lateS }, i) => {
    const tookS = medianS - hereS;
    const share = i <= last || tookS <= 0 ? 1 : Math.sqrt(toldS / tookS);
    const { laterS, widening } = told[Math.min(i, last)]!;
    const laterHereS = share * laterS;
    const scale = tookS <= 0 ? 1 : (1 + laterHereS / tookS) * (1 + share * (widening - 1));
    const ownS = medianS + laterHereS;
    before = {
      medianS: Math.max(ownS, before.medianS),
      earlyS: Math.max(ownS - scale * (medianS - earlyS), before.earlyS),
      lateS: Math.max(ownS + scale * (lateS - medianS), before.lateS),
    };
    return before;
  });
}

/** A window may become so many times wider or narrower. */
const MOST_WIDENED = 5;

/** How much wider the field is than the window, as far as it is believed. */
function widenBy(
  { effective, halfWidth }: Sign,
  { earlyS, lateS }: TimeForecast,
  tookS: number,
  windowRunners: number,
): number {
  const ownHalfWidth = (lateS - earlyS) / 2 / tookS;
  if (!(ownHalfWidth > 0) || !(halfWidth > 0)) return 1;
  const trust = effective / (effective + windowRunners);
  const ratio = Math.min(MOST_WIDENED, Math.max(1 / MOST_WIDENED, halfWidth / ownHalfWidth));
  return ratio ** trust;
}
