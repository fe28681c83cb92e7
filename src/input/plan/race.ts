/** The race and its course: as written → domain. */
import type { Goal } from '../../domain/goal.js';
import type { CourseSpec, Race } from '../../domain/plan.js';
import { instantOf } from '../../kernel/clock.js';
import type { Span } from '../../kernel/diagnostic.js';
import type { WrittenPlan } from '../plan-schema.js';
import { resolveCutoff, resolveCutoffs } from './cutoffs.js';
import { besidePlan, present } from './sections.js';

/** @param distanceM of the course: no race closes before it can be run */
export function readRace(written: WrittenPlan['race'] = {}, distanceM: number | null): Race {
  const { start, timezone } = written;
  const zone = timezone ?? start?.offset ?? 'UTC';
  const startAt = start ? instantOf(start.local, start.offset ?? zone) : null;
  const clock = { startAt, zone, raceCutoffS: null };
  return {
    name: written.name ?? '',
    startAt,
    zone,
    zoneGiven: timezone != null || start?.offset != null,
    location: written.location ?? null,
    cutoffS: written.cutoff ? resolveCutoff(written.cutoff, distanceM, clock) : null,
    powerPhrase: written.power_phrase ?? null,
  };
}

/** The distance written; in a timed event without one, and without a track, the furthest that the goals ask for. */
export function readDistance(
  written: WrittenPlan['course'] = {},
  goals: readonly Goal[],
): number | null {
  const asked = goals.flatMap(({ target }) => (target.kind === 'distance' ? [target.targetM] : []));
  const furthestM = asked.length === 0 || written.gpx != null ? null : Math.max(...asked);
  return written.distance ?? furthestM;
}

/** @param spanOfStation where the name of the station of that number is written */
export function readCourse(
  written: WrittenPlan['course'] = {},
  distanceM: number | null,
  race: Race,
  planFile: string,
  spanOfStation: (index: number) => Span | null,
): CourseSpec {
  const stations = (written.stations ?? []).flatMap((station, index) =>
    station ? [{ ...station, span: spanOfStation(index) }] : [],
  );
  const cutoffs = resolveCutoffs(
    stations.map(({ cutoff, at }) => ({ cutoff: cutoff ?? null, atM: at ?? null })),
    { startAt: race.startAt, zone: race.zone, raceCutoffS: race.cutoffS },
  );
  return {
    distanceM,
    gainM: written.gain ?? null,
    lossM: written.loss ?? null,
    trackFile: written.gpx == null ? null : besidePlan(planFile, written.gpx),
    laps: written.laps ?? 1,
    terrain: written.terrain ?? null,
    elevationM: written.elevation ?? null,
    stations: stations.map((station, i) => ({
      name: station.name,
      atM: station.at ?? null,
      elevationM: station.elevation ?? null,
      gainM: station.gain ?? null,
      lossM: station.loss ?? null,
      terrain: station.terrain ?? null,
      crew: station.crew ?? false,
      dropBag: station.drop_bag ?? false,
      pacer: station.pacer ?? false,
      cutoffS: cutoffs[i] ?? null,
      fare: present(station.fare),
      stopS: station.stop ?? null,
      notes: station.notes ?? null,
      span: station.span,
    })),
  };
}
