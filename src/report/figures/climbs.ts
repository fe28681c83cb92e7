/** How steep each leg is, where no heights are known to draw the ground from. */
import type { Course, Leg } from '../../domain/course.js';
import type { Figure, Layer } from '../figure.js';
import { distance, height, ratio, say, type Text } from '../value.js';
import { nameAmong } from './names.js';
import { mostOf } from './pieces.js';
import { drawnLayers } from './placing.js';

/** Metres up, or down, a metre along; the column of a leg has the area of its climb. */
const steepness = (metres: number | null, { distanceM }: Leg): number | null =>
  metres === null ? null : metres / distanceM;

/** @param around night and stations, drawn as on any profile; `null` where no climb is known */
export function climbsFigure(
  { distanceM, legs }: Course,
  around: { below: readonly Layer[]; above: readonly Layer[]; night: Text },
  table: string,
): Figure | null {
  const climbs = legs.filter(({ gainM }) => gainM !== null && gainM > 0);
  const steepest = mostOf(climbs, (leg) => steepness(leg.gainM, leg)!);
  if (!steepest) return null;
  const places = legs.map(({ to }) => to);
  const ofLegs = (name: string | null, steep: (leg: Leg) => number | null): Layer => ({
    kind: 'columns',
    role: 'ground',
    name,
    columns: legs.flatMap((leg) => {
      const y = steep(leg);
      return y ? [{ from: leg.from.atM, to: leg.to.atM, y }] : [];
    }),
  });
  return {
    kind: 'chart',
    id: 'profile',
    title: 'Climbs and night',
    point: say`Steepest on the way to ${nameAmong(places, steepest.to)}: ${height(steepest.gainM)} up in ${distance(steepest.distanceM)}, ${ratio(steepness(steepest.gainM, steepest), 1)} on average.${around.night}`,
    table,
    drawing: {
      kind: 'plot',
      x: { label: 'Distance', quantity: { kind: 'distance' }, from: 0, to: distanceM },
      y: { label: 'Climb over distance', quantity: { kind: 'ratio' }, from: 0 },
      layers: drawnLayers([
        ...around.below,
        ofLegs('climb and descent of the leg', (leg) => steepness(leg.gainM, leg)),
        ofLegs(null, (leg) => steepness(leg.lossM === null ? null : -leg.lossM, leg)),
        ...around.above,
      ]),
    },
  };
}
