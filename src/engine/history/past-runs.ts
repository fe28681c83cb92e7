/** Past finishers' deviations from the course model, carried over to this year's places. */
import { interpolate, type Knot } from '../../kernel/interpolate.js';
import { median, sum } from '../../kernel/stats.js';
import { type Alignment, alignEdition } from './alignment.js';
import type { AlignmentConstants, CarryOverConstants } from './constants.js';
import type { CourseModel } from './course-model.js';
import type { PastEdition, PastStation } from './edition.js';
import { smoothCurve } from './smooth-curve.js';

/**
 * One past finisher. A deviation is the share of the finish time by which a runner comes later to a place than
 * the course model has finishers of that time.
 */
export interface PastRun {
  finishS: number;
  logFinish: number;
  /** At each place, as far as it tells of others. */
  typicalRatios: readonly number[];
  /** At each place, with the runner's own ups and downs. */
  ownRatios: readonly number[];
  /** What the run tells beside one on this very course, 0..1. */
  weight: number;
}

export interface AlignedEdition extends Alignment {
  edition: PastEdition;
}

/** Places between start and finish, with their shares of the effort. */
export interface PlacesOnModel {
  places: readonly PastStation[];
  effortRatios: readonly number[];
  /** At each, the share of the finish time gone by the model. */
  timeRatios: readonly ((finishS: number) => number)[];
  model: CourseModel;
}

/** Where nothing of the course is left the runs still tell a little of fade. */
const LEAST_WEIGHT = 0.02;

export const alignEditions = (
  editions: readonly PastEdition[],
  { places, model }: PlacesOnModel,
  constants: AlignmentConstants,
): AlignedEdition[] =>
  editions.map((edition) => ({ edition, ...alignEdition(edition, places, model, constants) }));

/**
 * Carries every finisher over. Editions run this way round are read place by place. Of those run the other way
 * only the broad shape counts, since that is fade and runs with the runner, not with the ground; the effect of
 * each place comes from the editions run this way.
 * @param highC this year's high temperature, or `null`
 * @returns sorted by finish time
 */
export function carryOver(
  aligned: readonly AlignedEdition[],
  on: PlacesOnModel,
  highC: number | null,
  constants: CarryOverConstants,
): PastRun[] {
  const readings = aligned.map((edition) => readEdition(edition, on));
  const runs = aligned.every(({ sameDirection }) => sameDirection)
    ? readings.map(({ deviations }) =>
        deviations.map((ratios) => ({ typicalRatios: ratios, ownRatios: ratios })),
      )
    : bothDirections(aligned, readings, on, constants);
  return aligned
    .flatMap(({ edition, sharedRatio }, i) => {
      const weight = Math.max(LEAST_WEIGHT, sharedRatio ** constants.changedPower);
      const tilt = heatTilt(edition.highC, highC, on.effortRatios, constants);
      return runs[i]!.map(({ typicalRatios, ownRatios }, j): PastRun => {
        const { finishS } = edition.finishers[j]!;
        return {
          finishS,
          logFinish: Math.log(finishS),
          typicalRatios: add(typicalRatios, tilt),
          ownRatios: add(ownRatios, tilt),
          weight,
        };
      });
    })
    .sort((a, b) => a.finishS - b.finishS);
}

interface EditionReading {
  /** For each finisher the residual curve over the share of effort, from [0, 0] to [1, 0]. */
  curves: readonly Knot[][];
  /** For each finisher the deviation at each place. */
  deviations: readonly number[][];
}

/** A station that stood at the place tells directly; else the curve between its neighbours does. */
function readEdition(aligned: AlignedEdition, on: PlacesOnModel): EditionReading {
  const { edition, stationOfPlace, effortRatios, isShared } = aligned;
  const timeRatios = effortRatios.map(on.model.timeRatioAt);
  const curves = edition.finishers.map(({ finishS, arriveS }): Knot[] => {
    const recorded = arriveS.flatMap((timeS, station): Knot[] =>
      timeS == null || !isShared[station]
        ? []
        : [[effortRatios[station]!, timeS / finishS - timeRatios[station]!(finishS)]],
    );
    return [[0, 0], ...recorded, [1, 0]];
  });
  const deviations = edition.finishers.map(({ arriveS }, i) => {
    const curve = curves[i]!;
    return on.effortRatios.map((effortRatio, place) => {
      const station = stationOfPlace[place] ?? null;
      const isRecorded = station !== null && isShared[station] && arriveS[station] != null;
      return interpolate(curve, isRecorded ? effortRatios[station]! : effortRatio);
    });
  });
  return { curves, deviations };
}

type Ratios = Pick<PastRun, 'typicalRatios' | 'ownRatios'>;

function bothDirections(
  aligned: readonly AlignedEdition[],
  readings: readonly EditionReading[],
  { effortRatios }: PlacesOnModel,
  { smoothRidge, placeEffectRidge }: CarryOverConstants,
): Ratios[][] {
  const smooth = readings.map(({ curves }) =>
    curves.map((curve) => effortRatios.map(smoothCurve(curve, smoothRidge))),
  );
  const editionEffects = readings.map(({ deviations }, e) =>
    effortRatios.map((_, place) =>
      median(deviations.map((ratios, i) => ratios[place]! - smooth[e]![i]![place]!)),
    ),
  );
  const ours = editionEffects.filter((_, e) => aligned[e]!.sameDirection);
  const placeEffects = effortRatios.map(
    (_, place) => sum(ours.map((effects) => effects[place]!)) / (ours.length + placeEffectRidge),
  );
  return readings.map(({ deviations }, e) =>
    deviations.map((ratios, i) =>
      aligned[e]!.sameDirection
        ? { typicalRatios: ratios, ownRatios: ratios }
        : {
            typicalRatios: add(smooth[e]![i]!, placeEffects),
            ownRatios: ratios.map(
              (ratio, place) => ratio - editionEffects[e]![place]! + placeEffects[place]!,
            ),
          },
    ),
  );
}

/**
 * Heat costs time in the afternoon, the middle of a long race: runners of the same finish time are early before,
 * and late after it.
 */
const heatTilt = (
  editionHighC: number | null,
  highC: number | null,
  effortRatios: readonly number[],
  { heatPerC, heatLean }: CarryOverConstants,
): number[] => {
  const hotterC = editionHighC == null || highC == null ? 0 : editionHighC - highC;
  return effortRatios.map(
    (effortRatio) =>
      heatPerC *
      hotterC *
      (Math.sin(2 * Math.PI * effortRatio) + heatLean * Math.sin(Math.PI * effortRatio)),
  );
};

const add = (a: readonly number[], b: readonly number[]): number[] =>
  a.map((value, i) => value + b[i]!);
