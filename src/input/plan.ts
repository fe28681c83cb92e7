/** The race plan: YAML text → `Plan`, or everything that is wrong with it. */
import type { Plan } from '../domain/plan.js';
import type { Parsed, Problem } from '../domain/problems/problem.js';
import type { UnitSystem } from '../kernel/units.js';
import { findTooLong } from './long-words.js';
import { readCrew } from './plan/crew.js';
import { draftOf } from './plan/draft.js';
import { readExtent } from './plan/extent.js';
import { present } from './plan/group.js';
import { readNutrition } from './plan/nutrition.js';
import { readPreparation } from './plan/preparation.js';
import { readCourse, readRace } from './plan/race.js';
import { checkDraft } from './plan/rules.js';
import * as sections from './plan/sections.js';
import { readShape } from './plan/shape.js';
import { planVocabulary, type WrittenPlan } from './plan-schema.js';
import type { Source } from './source.js';
import { type Locate, readYaml } from './yaml-source.js';

/**
 * Reads a race plan.
 * @returns what could be read, in SI, and every problem in the order of the file; with an error among
 * them the plan has gaps and nothing should be computed from it. `null` when the file is no YAML.
 */
export function parsePlan(source: Source): Parsed<Plan> {
  const tooLong = findTooLong(source);
  if (tooLong) return { value: null, diagnostics: [tooLong] };
  const yaml = readYaml(source);
  if (!yaml.isReadable) return { value: null, diagnostics: yaml.diagnostics };
  const vocabulary = planVocabulary(writtenUnits(yaml.value));
  const { written, problems } = readShape(yaml, vocabulary, source.file);
  const plan = readPlan(written, source.file, yaml.locate);
  const broken = checkDraft(draftOf(plan, written, yaml));
  return { value: plan, diagnostics: [...yaml.diagnostics, ...problems, ...broken].sort(byPlace) };
}

const byPlace = ({ span: a }: Problem, { span: b }: Problem): number =>
  (a?.line ?? 0) - (b?.line ?? 0) || (a?.column ?? 0) - (b?.column ?? 0);

/** The unit of bare numbers has to be known before they are read. */
function writtenUnits(root: unknown): UnitSystem {
  const units = (root as { units?: unknown } | null)?.units;
  return String(units).toLowerCase() === 'imperial' ? 'imperial' : 'metric';
}

function readPlan(written: WrittenPlan, file: string, locate: Locate): Plan {
  const extent = readExtent(written);
  const { goals, backyard } = extent;
  const race = readRace(written.race, extent.distanceM);
  const beside = (path: string | undefined) =>
    path == null ? null : sections.besidePlan(file, path);
  const course = readCourse(written.course, extent, race, file, (index) =>
    locate.value(['course', 'stations', index, 'name']),
  );
  return {
    file,
    units: written.units ?? 'metric',
    race,
    course,
    backyard,
    stages: present(written.stages).map((path) => sections.besidePlan(file, path)),
    athlete: sections.readAthlete(written.athlete),
    goals,
    pacing: sections.readPacing(written.pacing, { race, course, goals, backyard }),
    weather: { lowC: written.weather?.low ?? null, highC: written.weather?.high ?? null },
    defaultStopS: written.stops?.default ?? null,
    nutrition: readNutrition(written.nutrition),
    crew: readCrew(written.crew),
    ...readPreparation(written),
    trainingFile: beside(written.training?.log),
    pastFile: beside(sections.pastFileIn(written)),
    from: sections.readEarlier(written.from, file),
    history: sections.readHistory(written.history, file),
    resultsFile: beside(written.results),
    fileSpans: sections.readFileSpans(written, file, locate),
  };
}
