/** The crew of a race in many laps stands where it stands: its pages show a lap now and then. */
import type { Plan } from '../../domain/plan.js';
import type { CrewVisit } from '../../engine/crew/crew-sheet.js';
import type { CrewPoint } from '../../engine/crew/points.js';
import { computeLapRows } from '../../engine/pacing/lap-rows.js';
import { count, ordinal, say, type Text } from '../value.js';

export interface FoldedVisits {
  shows: (point: CrewPoint) => boolean;
  /** What is left out, and what shows it; none where nothing is. */
  notes: readonly Text[];
}

/** Shown besides: the start, places that close, and where gear changes hands. */
export function foldVisits(
  { course: { laps } }: Plan,
  distanceM: number,
  visits: readonly CrewVisit[],
  allLaps: boolean,
): FoldedVisits {
  const legs = visits.map(({ point: { at, place, closesS }, gear }) => ({
    atM: at.atM,
    isKept: place === 0 || closesS !== null || gear.length > 0,
  }));
  const { endsRow, lapsPerRow } = computeLapRows(legs, laps, distanceM / laps, allLaps);
  if (lapsPerRow === 1) return { shows: () => true, notes: [] };
  const hidden = new Set(visits.flatMap(({ point }, i) => (endsRow[i] ? [] : [point.place])));
  return {
    shows: ({ place }) => !hidden.has(place),
    notes: [
      say`Every ${ordinal(lapsPerRow)} lap of ${count(laps)}; what is brought to each is in “Who brings what”; --all-laps shows each.`,
    ],
  };
}
