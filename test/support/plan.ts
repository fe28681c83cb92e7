import { ANYONE } from '../../src/domain/athlete.js';
import type { Station } from '../../src/domain/course.js';
import type { CrewPlan } from '../../src/domain/crew.js';
import {
  type Intake,
  type NutritionPlan,
  type Product,
  UNKNOWN_INTAKE,
} from '../../src/domain/nutrition.js';
import type { CourseSpec, Plan } from '../../src/domain/plan.js';
import type { Swot } from '../../src/domain/preparation.js';
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

export const NO_CREW: CrewPlan = {
  chief: null,
  people: [],
  do: [],
  ask: [],
  check: [],
  stopIf: [],
  drives: [],
  emergency: null,
};

export const NO_NUTRITION: NutritionPlan = {
  standard: 'ISSN 2019',
  perHour: UNKNOWN_INTAKE,
  perHourHot: UNKNOWN_INTAKE,
  perHourNight: UNKNOWN_INTAKE,
  carryFluidMl: null,
  bottles: [],
  cueEveryS: null,
  products: [],
};

/** A product with what it holds of each nutrient told, the others unknown. */
export const product = (
  name: string,
  holds: Partial<Intake>,
  rest: Partial<Product> = {},
): Product => ({
  name,
  servingMl: null,
  perServing: { ...UNKNOWN_INTAKE, fluidMl: 0, ...holds },
  from: null,
  atMost: null,
  afterS: null,
  notAtNight: false,
  ...rest,
});

export const NO_SWOT: Swot = { strengths: [], weaknesses: [], opportunities: [], threats: [] };

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
    durationS: null,
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
  backyard: null,
  stages: [],
  athlete: ANYONE,
  goals: [],
  pacing: { target: null, targetSource: null, fadeRatio: null, runWalk: null, gradeModel: null },
  weather: { lowC: null, highC: null },
  defaultStopS: null,
  nutrition: NO_NUTRITION,
  gear: [],
  crew: NO_CREW,
  contingencies: [],
  prep: [],
  trainingFile: null,
  pastFile: null,
  swot: NO_SWOT,
  lessons: [],
  from: [],
  history: [],
  resultsFile: null,
  fileSpans: new Map(),
  ...rest,
});
