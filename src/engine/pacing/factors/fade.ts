/**
 * Fade: runners slow down as the race wears on, far more than any planner's default.
 * The factor falls around 1: below it early, above it late, by share of the effort done.
 */

/** Amplitude the default fade tends to in a very long race, and the time it takes to get there. */
const FULL_AMPLITUDE = 0.57;
const SATURATION_S = 12 * 3600;

/**
 * Default amplitude of the fade for a race of `durationS`; saturates for long races.
 * 0 for no race at all, about 0.2 for 5 h, 0.5 for 24 h.
 */
export const computeFadeAmplitude = (durationS: number): number =>
  FULL_AMPLITUDE * (1 - Math.exp(-durationS / SATURATION_S));

/** Time multiplier at `effortRatio` (0 start … 1 finish) of the effort; mean 1 over the race. */
export const fadeFactor = (effortRatio: number, amplitude: number): number =>
  1 + amplitude * (effortRatio - 0.5);

/**
 * The amplitude whose second half of the effort is slower than the first by `fadeRatio`
 * (0.15 = 15 %): the halves take 1 − a/4 and 1 + a/4.
 */
export const amplitudeOfFade = (fadeRatio: number): number => (4 * fadeRatio) / (2 + fadeRatio);

/** The inverse of `amplitudeOfFade`. */
export const fadeOfAmplitude = (amplitude: number): number =>
  (1 + amplitude / 4) / (1 - amplitude / 4) - 1;
