/** From the plan's station table, and a track when there is one, to a course ready to be run. */
import type { Course, Track } from '../../domain/course.js';
import type { Plan } from '../../domain/plan.js';
import { error, type Parsed } from '../../domain/problems/problem.js';
import { sum } from '../../kernel/stats.js';
import { repeatStations } from './laps.js';
import { cutLegs } from './legs.js';
import { listPlaces } from './places.js';
import { climbOfStations } from './station-climb.js';

/**
 * Builds the course of a plan.
 * @param track as read, or `null` when the plan names none
 * @returns places at their official distances and one leg between each pair; problems when there is no
 * distance, or a station cannot be placed.
 */
export function buildCourse(plan: Plan, track: Track | null): Parsed<Course> {
  const { course: spec, race, file } = plan;
  const { distanceM } = spec;
  if (distanceM === null) return { value: null, diagnostics: [error('NO_DISTANCE', {}, { file })] };

  const stations = repeatStations(spec, distanceM);
  const { value: places, diagnostics } = listPlaces(stations, distanceM, race.cutoffS, file);
  if (places === null) return { value: null, diagnostics };

  const legs = cutLegs(places, spec.terrain, climbOfStations(places, spec));
  const [gainsM, lossesM] = [legs.map((l) => l.gainM), legs.map((l) => l.lossM)];
  const isKnown = [...gainsM, ...lossesM, spec.gainM].some((m) => m !== null);
  return {
    value: {
      distanceM,
      gainM: total(gainsM) ?? spec.gainM,
      lossM: total(lossesM) ?? spec.lossM,
      start: places[0]!,
      finish: places.at(-1)!,
      legs,
      location: track?.points[0] ?? race.location,
      elevationSource: isKnown ? 'stations' : 'none',
    },
    diagnostics,
  };
}

const total = (valuesM: readonly (number | null)[]): number | null =>
  valuesM.every((v) => v !== null) ? sum(valuesM) : null;
