/** What the athlete's past races say of this one: a finish time with its spread, never a bare number. */
import { type Athlete, isEvidence } from '../../domain/athlete.js';
import type { Course } from '../../domain/course.js';
import type { TimeForecast } from '../../domain/forecast.js';
import { sum, weightedMean, Z90 } from '../../kernel/stats.js';

/**
 * Riegel 1981 (American Scientist 69:285): T₂ = T₁·(D₂/D₁)^k, k = 1.06, fitted up to the marathon. No exponent
 * is validated for ultras, so a range is taken: 1.06 to 1.20, its middle the forecast.
 */
const RIEGEL_LOW = 1.06;
const RIEGEL_HIGH = 1.2;

/** 100 m of climb counts as 1 km, a common equivalence. */
const CLIMB_EQUIVALENCE = 10;

/**
 * Spread of a race day around what one other race of the same length predicts, as a standard deviation of the
 * logarithm. No published figure was found; 10 % is deliberately wide.
 */
const RACE_DAY_SPREAD = 0.1;

/** The forecast from the athlete's past, log-normal, and how many finished races it rests on. */
export interface FinishForecast extends TimeForecast {
  races: number;
}

interface SingleForecast {
  logS: number;
  variance: number;
}

/** Forecast from the finished races among the athlete's past, those nearest in effort weighing most; `null` of none. */
export function computeFinishForecast(athlete: Athlete, course: Course): FinishForecast | null {
  const effortM = course.distanceM + CLIMB_EQUIVALENCE * (course.gainM ?? 0);
  const forecasts = athlete.past.flatMap((race): SingleForecast[] => {
    if (!isEvidence(race)) return [];
    const raceEffortM = race.distanceM + CLIMB_EQUIVALENCE * (race.gainM ?? 0);
    const logRatio = Math.log(effortM / raceEffortM);
    const exponent = (RIEGEL_LOW + RIEGEL_HIGH) / 2;
    // the exponent is uniform over its range: standard deviation width / √12
    const exponentSpread = (RIEGEL_HIGH - RIEGEL_LOW) / Math.sqrt(12);
    return [
      {
        logS: Math.log(race.timeS) + exponent * logRatio,
        variance: RACE_DAY_SPREAD ** 2 + (exponentSpread * logRatio) ** 2,
      },
    ];
  });
  if (forecasts.length === 0) return null;
  const weights = forecasts.map(({ variance }) => 1 / variance);
  const logS = weightedMean(
    forecasts.map((forecast) => forecast.logS),
    weights,
  );
  // More past races tell the athlete's level better; the spread of the day itself stays.
  const spreadRatio = Math.sqrt(RACE_DAY_SPREAD ** 2 + 1 / sum(weights));
  return {
    medianS: Math.exp(logS),
    earlyS: Math.exp(logS - Z90 * spreadRatio),
    lateS: Math.exp(logS + Z90 * spreadRatio),
    races: forecasts.length,
  };
}
