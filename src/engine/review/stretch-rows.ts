/** The rows of a review's tables: its stretches, summed where they are many laps. */
import { type Intake, mapIntake, sumKnown } from '../../domain/nutrition.js';
import { sum } from '../../kernel/stats.js';
import { type MeanEffort, meanOfEfforts } from '../activity/effort.js';
import { computeLapRows } from '../pacing/lap-rows.js';
import type { RaceReview } from './review.js';
import type { Stretch } from './stretches.js';

export interface StretchRow {
  /** Of several laps: from the first one's start to the last one's end, its stops those of all. */
  stretch: Stretch;
  intake: Intake;
  effort: MeanEffort;
  /** Which stretches of the review it holds. */
  indices: readonly number[];
}

export interface StretchRows {
  rows: readonly StretchRow[];
  /** 1 where none are summed. */
  lapsPerRow: number;
}

/** @param laps of the course, which is `distanceM` long; all of them are shown when `allLaps` */
export function computeStretchRows(
  { stretches, intake, efforts }: Pick<RaceReview, 'stretches' | 'intake' | 'efforts'>,
  { laps, distanceM }: { laps: number; distanceM: number },
  allLaps: boolean,
): StretchRows {
  const { endsRow, lapsPerRow } = computeLapRows(
    stretches.map(({ end: { atM, cutoffS } }) => ({ atM, isKept: cutoffS !== null })),
    laps,
    distanceM / laps,
    allLaps,
  );
  const rows: StretchRow[] = [];
  let open: StretchRow[] = [];
  stretches.forEach((stretch, i) => {
    open.push({ stretch, intake: intake.stretches[i]!, effort: efforts[i]!, indices: [i] });
    if (!endsRow[i]) return;
    rows.push(open.length === 1 ? open[0]! : sumRows(open));
    open = [];
  });
  return { rows, lapsPerRow: rows.length < stretches.length ? lapsPerRow : 1 };
}

function sumRows(rows: readonly StretchRow[]): StretchRow {
  const stretches = rows.map(({ stretch }) => stretch);
  const [first, last] = [stretches[0]!, stretches.at(-1)!];
  const planned = stretches.map((stretch) => stretch.planned);
  // at the finish nobody stops: what is left are the stops on the way there
  const stopping = stretches.filter((stretch) => stretch.planned.stopAfterS !== null);
  return {
    indices: rows.flatMap(({ indices }) => indices),
    stretch: {
      ...last,
      from: first.from,
      start: first.start,
      distanceM: sum(stretches.map(({ distanceM }) => distanceM)),
      startS: first.startS,
      movingS: sumKnown(stretches.map(({ movingS }) => movingS)),
      stopBeforeS: first.stopBeforeS,
      mealS: sum(stretches.map(({ mealS }) => mealS)),
      stopAfterS: sumKnown(stopping.map(({ stopAfterS }) => stopAfterS)),
      planned: {
        startS: first.planned.startS,
        endS: last.planned.endS,
        movingS: sum(planned.map(({ movingS }) => movingS)),
        stopBeforeS: first.planned.stopBeforeS,
        stopAfterS: sumKnown(stopping.map((stretch) => stretch.planned.stopAfterS)),
        stopsBetweenS: sum(planned.map(({ stopsBetweenS }) => stopsBetweenS)),
        mealS: sum(planned.map(({ mealS }) => mealS)),
      },
    },
    effort: meanOfEfforts(
      rows.map(({ effort }) => effort),
      stretches.map(({ startS, stopBeforeS, endS }) => endS - startS - (stopBeforeS ?? 0)),
    ),
    intake: mapIntake((nutrient) => sumKnown(rows.map(({ intake }) => intake[nutrient]))),
  };
}
