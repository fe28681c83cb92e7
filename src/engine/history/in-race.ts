/** During the race: what past runners who stood like this one did from here on. */
import type { TimeForecast } from '../../domain/forecast.js';
import { between } from '../../kernel/interpolate.js';
import { memoize } from '../../kernel/memo.js';
import { median, Z90 } from '../../kernel/stats.js';
import type { InRaceForecast, Passage } from '../pacing/in-race.js';
import type { HistoryConstants } from './constants.js';
import { findSupported, lookBackFrom } from './look-back.js';
import { prepareOutlook } from './outlook.js';
import type { AlignedEdition, PastRun, PlacesOnModel } from './past-runs.js';
import { computeRecordingVariance } from './recording-noise.js';
import { editionWidening } from './typical-deviations.js';

/** A time to come shorter than this share of the time so far is taken as that long. */
const LEAST_RATIO = 1e-4;

/** For the passages so far (at least one, in order, the start left out) the forecast of any place after. */
export type PlaceForecast = (passages: readonly Passage[]) => (place: number) => TimeForecast;

/**
 * Prepares forecasts from the runner's own passages and the rest of the race of those who passed alike.
 * @param withoutHistory to blend with where past runners are few, or nobody was as early or as late
 * @param editionVariance between editions over that between runners
 */
export function prepareOutlooks(
  aligned: readonly AlignedEdition[],
  runs: readonly PastRun[],
  on: PlacesOnModel,
  withoutHistory: InRaceForecast,
  editionVariance: number,
  constants: HistoryConstants,
): PlaceForecast {
  const tuned = constants.outlook;
  const arrivalsS = runs.map((run) => arrivalsOf(run, on));
  const counts = runs.map(({ weight }) => weight);
  const effortRatios = [0, ...on.effortRatios, 1];
  const finish = effortRatios.length - 1;
  const isSupported = findSupported(aligned, on, tuned);
  const factor = editionWidening(aligned.length, editionVariance);
  const recording = recordingHalfWidth(aligned, on, constants);
  const typicalRatios = effortRatios.map((_, place) =>
    median(arrivalsS.map((run) => run[place]! / run[finish]!)),
  );
  const outlooksFrom = memoize((from: number) => {
    const lookBack = lookBackFrom(from, effortRatios, isSupported);
    return memoize((to: number) => {
      // over a long way what was recorded a little off hardly matters
      const isShort = to < finish || from === finish - 1;
      const widening = { factor, recording: isShort ? recording : 0 };
      return prepareOutlook(arrivalsS, counts, from, to, lookBack, widening, tuned);
    });
  });

  return (passages) => {
    const soFarS = fillGaps(passages, typicalRatios);
    const from = soFarS.length - 1;
    const hereS = soFarS[from]!;
    const modelled = withoutHistory(passages);
    const outlookFor = outlooksFrom(from);
    return (place) => {
      const model = modelled[place - from - 1]!;
      const outlook = outlookFor(place);
      if (!outlook) return model;
      const seen = outlook.forecast(soFarS);
      const inside = Math.exp(-outlook.outside(hereS) / tuned.outsideLog);
      const trustIn = (modelRunners: number) =>
        (outlook.likeness * inside * outlook.runs) / (outlook.runs + modelRunners);
      const [trust, windowTrust] = [trustIn(tuned.modelRunners), trustIn(tuned.windowRunners)];
      const logOf = (timeS: number) => Math.log(Math.max(LEAST_RATIO, timeS / hereS - 1));
      const modelMiddle = logOf(model.medianS);
      const middle = between(modelMiddle, seen.middle, trust);
      const at = (bound: 'early' | 'late', modelS: number) =>
        middle + between(logOf(modelS) - modelMiddle, seen[bound] - seen.middle, windowTrust);
      const timeOf = (logRatio: number) => hereS * (1 + Math.exp(logRatio));
      return {
        medianS: timeOf(middle),
        earlyS: timeOf(at('early', model.earlyS)),
        lateS: timeOf(at('late', model.lateS)),
      };
    };
  };
}

/** A past runner on this year's course: arrivals at every place, the start and the finish among them. */
function arrivalsOf({ finishS, ownRatios }: PastRun, { timeRatios }: PlacesOnModel) {
  const onTheWay = timeRatios.map((ratioOf, i) => finishS * (ratioOf(finishS) + ownRatios[i]!));
  return [0, ...onTheWay, finishS];
}

function recordingHalfWidth(
  aligned: readonly AlignedEdition[],
  { model }: PlacesOnModel,
  constants: HistoryConstants,
): number {
  const variance = computeRecordingVariance(aligned, model, constants);
  const thisWay = aligned.filter(({ sameDirection }) => sameDirection).length;
  return Z90 * Math.sqrt((2 * variance) / Math.max(1, thisWay));
}

/** Arrivals at every place up to the last passed; those not logged lie on the typical share of time. */
function fillGaps(passages: readonly Passage[], typicalRatios: readonly number[]): number[] {
  const arrivalsS = [0];
  for (const { place, arriveS } of passages) {
    const before = arrivalsS.length - 1;
    const [fromS, fromRatio] = [arrivalsS[before]!, typicalRatios[before]!];
    const perRatioS = (arriveS - fromS) / (typicalRatios[place]! - fromRatio);
    for (let gap = before + 1; gap < place; gap += 1) {
      arrivalsS.push(fromS + perRatioS * (typicalRatios[gap]! - fromRatio));
    }
    arrivalsS.push(arriveS);
  }
  return arrivalsS;
}

/**
 * Forecasts of every place ahead. Each is forecast by itself, so two close together may cross: the later one is
 * then taken no earlier than the one before.
 */
export const forecastAhead =
  (forecast: PlaceForecast, finishPlace: number): InRaceForecast =>
  (passages) => {
    const last = passages.at(-1);
    if (!last) return [];
    const forecastAt = forecast(passages);
    let before: TimeForecast = {
      medianS: last.arriveS,
      earlyS: last.arriveS,
      lateS: last.arriveS,
    };
    return Array.from({ length: finishPlace - last.place }, (_, i) => {
      const own = forecastAt(last.place + 1 + i);
      before = {
        medianS: Math.max(own.medianS, before.medianS),
        earlyS: Math.max(own.earlyS, before.earlyS),
        lateS: Math.max(own.lateS, before.lateS),
      };
      return before;
    });
  };
