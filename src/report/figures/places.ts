/** The place on the way, among those whose times are told. */
import type { StationPlace } from '../../engine/review/station-places.js';
import type { Figure } from '../figure.js';
import { count, ordinal, say } from '../value.js';
import { nameAmong } from './names.js';
import { mostOf } from './pieces.js';

/** `null` where fewer than two places are known. */
export function placesFigure(places: readonly StationPlace[]): Figure | null {
  const [first, last] = [places[0], places.at(-1)];
  if (!first || !last || places.length < 2) return null;
  const at = (one: StationPlace) =>
    nameAmong(
      places.map((each) => each.at),
      one.at,
    );
  const best = mostOf(places, ({ place }) => -place)!;
  const others = best.place < Math.min(first.place, last.place);
  return {
    kind: 'chart',
    id: 'place-on-the-way',
    title: 'Place along the course',
    point: say`${ordinal(first.place)} at ${at(first)}, of ${count(first.timed)} timed there; ${ordinal(last.place)} at ${at(last)}, of ${count(last.timed)}.${others ? say` Best ${ordinal(best.place)}, at ${at(best)}.` : []}`,
    table: 'places',
    drawing: {
      kind: 'plot',
      x: { label: 'Distance', quantity: { kind: 'distance' }, from: 0 },
      y: { label: 'Place', quantity: { kind: 'place' }, isReversed: true, from: 1 },
      layers: [
        {
          kind: 'line',
          role: 'actual',
          name: 'place',
          points: places.map(({ at, place }) => ({ x: at.atM, y: place })),
        },
      ],
    },
  };
}
