/** Climb and descent of each leg, where no heights are known to draw the ground from. */
import type { Course } from '../../domain/course.js';
import type { Figure, Layer } from '../figure.js';
import { distance, height, say, type Text } from '../value.js';
import { nameAmong } from './names.js';
import { drawnLayers } from './placing.js';

/** @param around night and stations, drawn as on any profile; `null` where no climb is known */
export function climbsFigure(
  { distanceM, legs }: Course,
  around: { below: readonly Layer[]; above: readonly Layer[]; night: Text },
  table: string,
): Figure | null {
  const told = legs.filter(({ gainM, lossM }) => gainM !== null || lossM !== null);
  const steepest = told.reduce(
    (most, leg) => ((leg.gainM ?? 0) > (most?.gainM ?? 0) ? leg : most),
    told[0],
  );
  if (!steepest) return null;
  const places = legs.map(({ to }) => to);
  const ofLegs = (
    name: string,
    heightM: (leg: Course['legs'][number]) => number | null,
  ): Layer => ({
    kind: 'columns',
    role: 'ground',
    name,
    columns: legs.flatMap((leg) => {
      const y = heightM(leg);
      return y ? [{ from: leg.from.atM, to: leg.to.atM, y }] : [];
    }),
  });
  return {
    kind: 'chart',
    id: 'profile',
    title: 'Climbs and night',
    point: say`Most climb on the way to ${nameAmong(places, steepest.to)}: ${height(steepest.gainM)} in ${distance(steepest.distanceM)}.${around.night}`,
    table,
    drawing: {
      kind: 'plot',
      x: { label: 'Distance', quantity: { kind: 'distance' }, from: 0, to: distanceM },
      y: { label: 'Climb of the leg', quantity: { kind: 'height' }, from: 0 },
      layers: drawnLayers([
        ...around.below,
        ofLegs('climb and descent of the leg', ({ gainM }) => gainM),
        { ...ofLegs('descent', ({ lossM }) => lossM && -lossM), name: null },
        ...around.above,
      ]),
    },
  };
}
