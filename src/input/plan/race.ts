/** The race and its course: as written → domain. */
import type { CourseSpec, Race } from '../../domain/plan.js';
import { instantOf } from '../../kernel/clock.js';
import type { Span } from '../../kernel/diagnostic.js';
import type { WrittenPlan } from '../plan-schema.js';
import { closingOfRace, closingsOfStations } from './closings.js';
import type { Extent } from './extent.js';
import { present } from './group.js';
import { besidePlan } from './sections.js';

/** @param distanceM of the course: no race closes before it can be run */
export function readRace(written: WrittenPlan['race'] = {}, distanceM: number | null): Race {
  const { start, timezone } = written;
  const zone = timezone ?? start?.offset ?? 'UTC';
  const startAt = start ? instantOf(start.local, start.offset ?? zone) : null;
  return {
    name: written.name ?? '',
    startAt,
    zone,
    zoneGiven: timezone != null || start?.offset != null,
    location: written.location ?? null,
    durationS: written.duration ?? null,
    // a race over a time closes when it is up
    cutoffS:
      closingOfRace(written, distanceM, { startAt, zone })?.cutoffS ?? written.duration ?? null,
    powerPhrase: written.power_phrase ?? null,
  };
}

/** @param spanOfStation where the name of the station of that number is written */
export function readCourse(
  written: WrittenPlan['course'] = {},
  { distanceM, laps }: Pick<Extent, 'distanceM' | 'laps'>,
  race: Race,
  planFile: string,
  spanOfStation: (index: number) => Span | null,
): CourseSpec {
  const stations = (written.stations ?? []).flatMap((station, index) =>
    station ? [{ ...station, index, span: spanOfStation(index) }] : [],
  );
  const closings = closingsOfStations(
    written,
    { distanceM, laps },
    {
      startAt: race.startAt,
      zone: race.zone,
      raceCutoffS: race.cutoffS,
    },
  );
  const cutoffOf = (index: number, lap: number | null) =>
    closings.find((closing) => closing.index === index && closing.lap === lap)?.cutoffS ?? null;
  return {
    distanceM,
    gainM: written.gain ?? null,
    lossM: written.loss ?? null,
    trackFile: written.gpx == null ? null : besidePlan(planFile, written.gpx),
    laps,
    terrain: written.terrain ?? null,
    elevationM: written.elevation ?? null,
    stations: stations.map((station) => ({
      name: station.name,
      atM: station.at ?? null,
      elevationM: station.elevation ?? null,
      gainM: station.gain ?? null,
      lossM: station.loss ?? null,
      terrain: station.terrain ?? null,
      crew: station.crew ?? false,
      dropBag: station.drop_bag ?? false,
      pacer: station.pacer ?? false,
      cutoffS: cutoffOf(station.index, null),
      lapCutoffsS: station.cutoffs?.map((_, lap) => cutoffOf(station.index, lap)) ?? null,
      fare: present(station.fare),
      water: station.water ?? true,
      access: station.access
        ? {
            walkS: station.access.walk ?? null,
            parking: station.access.parking ?? null,
            place: station.access.place ?? null,
          }
        : null,
      stopS: station.stop ?? null,
      notes: station.notes ?? null,
      span: station.span,
    })),
  };
}
