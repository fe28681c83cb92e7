/**
 * The split model from history: what finishers of past editions did on this course that the course model does not
 * know. Everything holds for runners who finish: the others left no finish time to learn from.
 */
import type { Course } from '../../domain/course.js';
import { computeWindow } from '../pacing/windows.js';
import type { CourseModel } from './course-model.js';
import type { PastEdition } from './edition.js';
import { type InRaceForecast, prepareInRace } from './in-race.js';
import { alignEditions, carryOver, type PlacesOnModel } from './past-runs.js';
import { type Deviation, FEWEST_RUNS, prepareDeviations } from './typical-deviations.js';

export interface Evidence {
  editions: number;
  runners: number;
}

export interface SplitHistory {
  evidence: Evidence;
  /** For a finish time, how runners deviate from the course model at each place between start and finish. */
  deviations: (finishS: number) => readonly Deviation[];
  inRace: InRaceForecast;
}

export interface HistoryInput {
  course: Course;
  model: CourseModel;
  editions: readonly PastEdition[];
  /** High temperature forecast for the race; `null` when unknown. */
  highC: number | null;
  /** What is said during the race without history. */
  inRaceWithoutHistory: InRaceForecast;
}

/** Learns from past editions; `null` when too few of their finishers can be read. */
export function prepareHistory(input: HistoryInput): SplitHistory | null {
  const { course, model, highC } = input;
  const editions = input.editions.filter(({ finishers }) => finishers.length > 0);
  const places = course.legs.slice(0, -1).map(({ to }) => to);
  const on: PlacesOnModel = {
    places,
    effortRatios: places.map(({ atM }) => model.effortRatioAt(atM)),
    model,
  };
  const aligned = alignEditions(editions, on);
  const runs = carryOver(aligned, on, highC);
  if (runs.length < FEWEST_RUNS) return null;
  let inRace: InRaceForecast | null = null;
  return {
    evidence: { editions: editions.length, runners: runs.length },
    deviations: prepareDeviations(runs, editions.length, (place, finishS) => {
      const ratio = model.timeRatioAt(on.effortRatios[place]!, finishS);
      const { earlyS, lateS } = computeWindow(ratio * finishS, finishS);
      return { earlyRatio: earlyS / finishS - ratio, lateRatio: lateS / finishS - ratio };
    }),
    inRace: (passages) => {
      inRace ??= prepareInRace(aligned, runs, on, input.inRaceWithoutHistory);
      return inRace(passages);
    },
  };
}
