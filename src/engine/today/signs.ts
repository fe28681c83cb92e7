/** What the field says of the way ahead of one runner: how others, who stood where the runner stands, fared. */
import { clamp } from '../../kernel/stats.js';
import { TODAY, type TodayCoefficients } from './coefficients.js';

/** A runner of the field who passed the place where the other stands. */
export interface Stander {
  waveS: number;
  /** When this runner was here, elapsed from the own start. */
  hereS: number;
  /** The next time known of this runner, by the clock of the first wave; infinite when there is none. */
  nextClockS: number;
  /** At each place ahead, elapsed from the own start; NaN where not known. */
  arriveS: Float64Array;
  /** When the forecast without the field had this runner there. */
  expectS: () => Float64Array;
}

/** Of one place ahead. */
export interface Sign {
  /** Runners of the field known to be through. */
  runners: number;
  /** How many they are worth, those unlike the runner counting less. */
  effective: number;
  /** Mean logarithm of the time they took from here over the time forecast. */
  deviation: number;
  /** How much of it holds for the runner. */
  believed: number;
  /** Half of the window that holds 8 in 10 of them, in the logarithm. */
  halfWidth: number;
}

export const NO_SIGN: Sign = {
  runners: 0,
  effective: 0,
  deviation: 0,
  believed: 0,
  halfWidth: 0,
};

/** Where a runner stands whom the field is to tell something. */
export interface Viewpoint {
  /** Elapsed, from the runner's own start. */
  hereS: number;
  /** The same moment by the clock of the first wave: what is later is not known. */
  clockS: number;
  /** Share of the race from here to each place ahead, by the forecast without the field. */
  aheadRatios: readonly number[];
}

/** @param standers all who passed here; who is not known to be further is not asked */
export function readSigns(
  standers: readonly Stander[],
  { hereS, clockS, aheadRatios }: Viewpoint,
  coefficients: TodayCoefficients = TODAY,
): Sign[] {
  const { likeness, asked } = coefficients;
  const through = standers.filter(({ nextClockS }) => nextClockS <= clockS);
  const informants = thin(through, asked);
  const weights = informants.map((other) =>
    Math.exp(-0.5 * (Math.log(other.hereS / hereS) / likeness) ** 2),
  );
  return aheadRatios.map((aheadRatio, ahead) =>
    readSign(informants, weights, ahead, { clockS, aheadRatio }, coefficients),
  );
}

/** Evenly, so many at most. */
const thin = <T>(items: readonly T[], most: number): readonly T[] =>
  items.length <= most
    ? items
    : Array.from({ length: most }, (_, i) => items[Math.floor((i * items.length) / most)]!);

function readSign(
  informants: readonly Stander[],
  weights: readonly number[],
  ahead: number,
  { clockS, aheadRatio }: { clockS: number; aheadRatio: number },
  { patience, most, noise, transfer, windowRatio }: TodayCoefficients,
): Sign {
  const deviations: number[] = [];
  const counted: number[] = [];
  let [total, squares, weighted] = [0, 0, 0];
  informants.forEach((other, i) => {
    const arriveS = other.arriveS[ahead]!;
    // not NaN, and known by now
    if (!(other.waveS + arriveS <= clockS)) return;
    const expectS = other.expectS()[ahead]! - other.hereS;
    // of slower ones nothing is known yet: the quick alone would tell of a quick day
    const isDue = other.waveS + other.hereS + patience * expectS <= clockS;
    if (!isDue || !(expectS > 0)) return;
    const deviation = clamp(Math.log((arriveS - other.hereS) / expectS), -most, most);
    const weight = weights[i]!;
    deviations.push(deviation);
    counted.push(weight);
    total += weight;
    squares += weight ** 2;
    weighted += weight * deviation;
  });
  if (!(squares > 0)) return NO_SIGN;
  const effective = total ** 2 / squares;
  const deviation = weighted / total;
  let apart = 0;
  deviations.forEach((other, i) => {
    apart += counted[i]! * Math.abs(other - deviation);
  });
  const doubt = noise ** 2 / effective + (transfer * aheadRatio) ** 2;
  return {
    runners: deviations.length,
    effective,
    deviation,
    believed: deviation === 0 ? 0 : deviation ** 3 / (deviation ** 2 + doubt),
    halfWidth: Math.hypot(
      windowRatio * (apart / total) * Math.sqrt(1 + 1 / effective),
      transfer * aheadRatio,
    ),
  };
}
