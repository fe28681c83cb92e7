/**
 * How good the forecast from past races is: every result of a runner forecast from the same runner's earlier ones.
 */
import type { EarlierRace } from '../../domain/athlete.js';
import type { CareerResult } from '../../domain/record.js';
import { ascending, mean, quantile } from '../../kernel/stats.js';
import { computeFinishers, type Finishers } from '../career/closing.js';
import { CAREER } from '../career/coefficients.js';
import { computeFinishChance } from '../career/finish-chance.js';
import { forecastFinish } from '../career/forecast.js';

/** What the earlier results said of one. */
export interface CareerPrediction extends Finishers {
  result: CareerResult;
  /** 0..1; `null` when unknown. */
  finishProbability: number | null;
  /** How many earlier results it rests on. */
  races: number;
}

/** What was said beside what happened. */
export interface ReliabilityBin {
  /** Mean chance said, 0..1; `null`: none was in this bin. */
  said: number | null;
  /** Share that happened, 0..1; `null`: none was in this bin. */
  happened: number | null;
  count: number;
}

export interface ChanceScores {
  /** How many chances were said. */
  count: number;
  /** Mean squared difference of chance and outcome; `null` of none. */
  brier: number | null;
  /** Ten bins of equal width, from 0 to 1. */
  reliability: readonly ReliabilityBin[];
}

export interface CareerScores {
  /** Forecasts of results with a time. */
  forecasts: number;
  /** Mean |ln(actual / median)|: about a share of the time; `null` of none. */
  maeRatio: number | null;
  /** Median ln(actual / median): above 0, the forecasts are too fast; `null` of none. */
  biasRatio: number | null;
  /** Share of results inside earlyS..lateS, nominal 0.8; `null` of none. */
  coverageRatio: number | null;
  /** Median of ln(late / early): how wide the interval is; `null` of none. */
  widthRatio: number | null;
  /** Chance of a time below 0.85, 0.9 … 1.2 × the median, of those who finished. */
  times: ChanceScores;
  /** Chance to finish, of all results. */
  finish: ChanceScores;
}

/** The bounds that chances of a time are scored at, as shares of the forecast. */
const TARGET_FACTORS = [0.85, 0.9, 0.95, 1, 1.05, 1.1, 1.15, 1.2];
const BINS = 10;

const asEarlierRace = (result: CareerResult): EarlierRace => ({
  distanceM: result.distanceM,
  gainM: result.gainM,
  timeS: result.timeS,
  outcome: result.timeS == null ? { kind: 'dnf', atM: null } : { kind: 'finished' },
  dayAt: result.dayAt,
});

/**
 * A prediction for each result whose runner has finished one on an earlier day, runners in order of appearance, each
 * runner's results by day. What is of the same day or later is not known.
 * @param tuned others than the default only to see what they change
 * @param onRunner told before each runner, from 1 on, of how many
 */
export function backtestCareers(
  results: readonly CareerResult[],
  tuned = CAREER,
  onRunner: (runner: number, of: number) => void = () => {},
): readonly CareerPrediction[] {
  const careers = new Map<string, CareerResult[]>();
  for (const result of results) {
    const career = careers.get(result.runner);
    if (career) career.push(result);
    else careers.set(result.runner, [result]);
  }
  return [...careers.values()].flatMap((career, i) => {
    onRunner(i + 1, careers.size);
    const byDay = career.toSorted((a, b) => a.dayAt - b.dayAt || a.line - b.line);
    const races = byDay.map(asEarlierRace);
    return byDay.flatMap((result): CareerPrediction[] => {
      const forecast = forecastFinish(races, result, tuned);
      if (!forecast) return [];
      const { cutoffS } = result;
      const evidence = { forecast, latestFinishS: cutoffS, toldRatio: null };
      return [
        {
          result,
          ...computeFinishers(forecast, cutoffS, tuned),
          finishProbability: computeFinishChance(evidence, undefined, tuned),
          races: forecast.races.length,
        },
      ];
    });
  });
}

export function scoreCareers(predictions: readonly CareerPrediction[]): CareerScores {
  const finished = predictions.flatMap(({ result, ...prediction }) =>
    result.timeS == null ? [] : [{ timeS: result.timeS, ...prediction }],
  );
  const errors = finished.map(({ timeS, medianS }) => Math.log(timeS / medianS));
  return {
    forecasts: finished.length,
    maeRatio: mean(errors.map(Math.abs)),
    biasRatio: medianOf(errors),
    coverageRatio: mean(
      finished.map(({ timeS, earlyS, lateS }) => (timeS >= earlyS && timeS <= lateS ? 1 : 0)),
    ),
    widthRatio: medianOf(finished.map(({ earlyS, lateS }) => Math.log(lateS / earlyS))),
    times: scoreChances(
      finished.flatMap(({ timeS, medianS, underRatio }) =>
        TARGET_FACTORS.map((factor) => ({
          said: underRatio(factor * medianS),
          isTrue: timeS < factor * medianS,
        })),
      ),
    ),
    finish: scoreChances(
      predictions.flatMap(({ finishProbability, result }) =>
        finishProbability == null
          ? []
          : [{ said: finishProbability, isTrue: result.timeS != null }],
      ),
    ),
  };
}

const medianOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : quantile(ascending(values), 0.5);

interface Said {
  said: number;
  isTrue: boolean;
}

const happenedRatio = (all: readonly Said[]): number | null =>
  mean(all.map(({ isTrue }) => (isTrue ? 1 : 0)));

function scoreChances(all: readonly Said[]): ChanceScores {
  const bins = Array.from({ length: BINS }, (_, bin) =>
    all.filter(({ said }) => Math.min(BINS - 1, Math.floor(said * BINS)) === bin),
  );
  return {
    count: all.length,
    brier: mean(all.map(({ said, isTrue }) => (said - (isTrue ? 1 : 0)) ** 2)),
    reliability: bins.map((bin) => ({
      said: mean(bin.map(({ said }) => said)),
      happened: happenedRatio(bin),
      count: bin.length,
    })),
  };
}
