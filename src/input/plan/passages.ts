/** The places of a plan in the order they are passed, by the names that the plan may call them. */
import type { CourseSpec } from '../../domain/plan.js';
import { isFinishName, isStartName } from '../../kernel/station-name.js';

export interface Passage {
  name: string;
  /** Its number in the list of stations, one of each lap; `null`: the start, the finish or the end of a lap, not listed. */
  index: number | null;
}

/** Those of the plan's table on each lap, the marks between laps, and the ends. */
export function listPassages({ laps, stations }: CourseSpec): Passage[] {
  const perLap = Array.from({ length: laps }, (_, lap): Passage[] => [
    ...stations.map(({ name }, index) => ({ name, index })),
    // a lap may end where no station is
    ...(laps > 1 ? [{ name: `Lap ${lap + 1}`, index: null }] : []),
  ]).flat();
  const unlisted = (isEnd: (name: string) => boolean, name: string): Passage[] =>
    stations.some((station) => isEnd(station.name)) ? [] : [{ name, index: null }];
  return [...unlisted(isStartName, 'Start'), ...perLap, ...unlisted(isFinishName, 'Finish')];
}
