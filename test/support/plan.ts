import { ANYONE } from '../../src/domain/athlete.js';
import type { Station } from '../../src/domain/course.js';
import { UNKNOWN_INTAKE } from '../../src/domain/nutrition.js';
import type { CourseSpec, Plan } from '../../src/domain/plan.js';
import { bareStation } from '../../src/engine/course/places.js';

/** A station where nothing is known but its name and distance. */
export const station = (
  name: string,
  atM: number | null,
  rest: Partial<Station> = {},
): Station => ({
  ...bareStation(name),
  atM,
  ...rest,
});

/** The smallest plan around a course. */
export const planWithCourse = (course: Partial<CourseSpec>, rest: Partial<Plan> = {}): Plan => ({
  file: 'race.yaml',
  units: 'metric',
  race: {
    name: 'A race',
    startAt: null,
    zone: 'UTC',
    zoneGiven: false,
    location: null,
    cutoffS: null,
    powerPhrase: null,
  },
  course: {
    distanceM: null,
    gainM: null,
    lossM: null,
    trackFile: null,
    laps: 1,
    terrain: null,
    elevationM: null,
    stations: [],
    ...course,
  },
  athlete: ANYONE,
  goals: [],
  pacing: { target: null, targetSource: null, fadeRatio: null, runWalk: null, gradeModel: null },
  weather: { lowC: null, highC: null },
  defaultStopS: null,
  nutrition: { standard: 'ISSN 2019', perHour: UNKNOWN_INTAKE, carryFluidMl: null, products: [] },
  gear: [],
  crew: { chief: null, people: [], do: [], stopIf: [] },
  contingencies: [],
  prep: [],
  trainingFile: null,
  pastFile: null,
  swot: { strengths: [], weaknesses: [], opportunities: [], threats: [] },
  lessons: [],
  history: [],
  resultsFile: null,
  fileSpans: new Map(),
  ...rest,
});
