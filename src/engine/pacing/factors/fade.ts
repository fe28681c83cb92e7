/**
 * Fade: runners slow down as the race wears on, far more than any planner's default, and pick up once the
 * finish is near.
 *
 * Over the share e of the effort done (0 start … 1 finish) time goes as
 * (1 + a·(e − ½)) · (1 − 0.4·a·u), with u rising from 0 to 1 over the last tenth, scaled to a mean of 1.
 * Where nobody knows the end, as in a backyard, there is no such rise: u is 0.
 * The amplitude a is the one number that matters: 0 is dead even; below 0 the runner speeds up, and the last
 * tenth is like the rest.
 */
import { FADE, type FadeCoefficients } from '../coefficients.js';

const LAST_TENTH = 0.1;
/** What the last tenth wins back, as a share of the amplitude: 0.35 … 0.45 fit the same races alike. */
const RISE = 0.4;

/**
 * Default amplitude of the fade for a race of `durationS`; saturates for long races. Hills tire a little more than
 * the effort they cost.
 * 0 for no race at all; on the flat 0.15 for 4 h, 0.53 for 24 h, 0.7 for six days.
 * @param hillRatio see `computeHillRatio`
 */
export const computeFadeAmplitude = (
  durationS: number,
  hillRatio: number,
  { fullAmplitude, hills, saturationS }: FadeCoefficients = FADE,
): number => (fullAmplitude + hills * hillRatio) * (1 - Math.exp(-durationS / saturationS));

const riseOf = (amplitude: number, isEndKnown: boolean): number =>
  isEndKnown ? RISE * Math.max(0, amplitude) : 0;

/** Time taken by the first `e` of the effort, up to the scale: the integral of the formula above. */
function timeUpTo(e: number, amplitude: number, isEndKnown: boolean): number {
  const u = Math.max(0, e - (1 - LAST_TENTH)) / LAST_TENTH;
  const wonBack =
    LAST_TENTH *
    (((1 + amplitude * (0.5 - LAST_TENTH)) * u ** 2) / 2 + (amplitude * LAST_TENTH * u ** 3) / 3);
  return e + (amplitude * e * (e - 1)) / 2 - riseOf(amplitude, isEndKnown) * wonBack;
}

/** Mean time multiplier between two shares of the effort, `fromRatio` < `toRatio`; 1 over the whole race. */
export const fadeFactor = (
  fromRatio: number,
  toRatio: number,
  amplitude: number,
  isEndKnown = true,
): number =>
  (timeUpTo(toRatio, amplitude, isEndKnown) - timeUpTo(fromRatio, amplitude, isEndKnown)) /
  ((toRatio - fromRatio) * timeUpTo(1, amplitude, isEndKnown));

/**
 * How much longer the second half of the effort takes than the first by tiring alone (0.15 = 15 %): the fade of
 * `halves.ts` on a cool day of even light.
 */
export const fadeOfAmplitude = (amplitude: number, isEndKnown = true): number =>
  timeUpTo(1, amplitude, isEndKnown) / timeUpTo(0.5, amplitude, isEndKnown) - 2;

/**
 * The inverse of `fadeOfAmplitude`: the smaller root of
 * RISE·c·a² − b·a + f/2 = 0, with c and b from the integral.
 * @param fadeRatio −0.5 … 1: beyond, the fresher end would take no time at all
 */
export function amplitudeOfFade(fadeRatio: number, isEndKnown = true): number {
  const rise = fadeRatio > 0 && isEndKnown ? RISE : 0;
  const c = LAST_TENTH / 4 - LAST_TENTH ** 2 / 6;
  const b = 1 / 4 + fadeRatio / 8 - (rise * LAST_TENTH) / 2;
  return fadeRatio / (b + Math.sqrt(b ** 2 - 2 * rise * c * fadeRatio));
}
