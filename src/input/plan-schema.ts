/** The plan's vocabulary: every key, what it is written in, and what editors say about it. */
import { z } from 'zod';
import { UNIT_SYSTEMS, type UnitSystem } from '../kernel/units.js';
import { keys, list } from './plan/group.js';
import { choice, text } from './plan/leaf.js';
import { quantitiesIn } from './plan/quantities.js';
import { athleteKeys, goalWords, pacingKeys } from './plan/vocabulary/athlete.js';
import { contingency, crewKeys, gearItem } from './plan/vocabulary/crew.js';
import { edition } from './plan/vocabulary/history.js';
import { nutritionKeys } from './plan/vocabulary/nutrition.js';
import { earlierPlans, lesson, milestone, swotKeys } from './plan/vocabulary/preparation.js';
import { backyardKeys, courseKeys, raceKeys } from './plan/vocabulary/race.js';

/**
 * The vocabulary of a plan that writes bare numbers in `units`. Values come out in SI. Only list items
 * have keys that zod requires; what a whole plan needs is checked in `plan/rules.ts`.
 */
export function planVocabulary(units: UnitSystem) {
  const some = quantitiesIn(units);
  return keys({
    race: raceKeys(units),
    units: choice(UNIT_SYSTEMS).describe('Of bare numbers, and of what is printed'),
    course: courseKeys(units),
    backyard: backyardKeys(units),
    stages: list(text()).describe(
      'Of a stage race: the plan of each stage, in order, beside this one; no course then',
    ),
    athlete: athleteKeys(units),
    goals: list(goalWords(units)).describe('What you want, in plain words'),
    pacing: pacingKeys(units),
    weather: keys({
      low: some.temperature().describe('Lowest of the night'),
      high: some.temperature().describe('Highest of the day'),
    }).describe('Expected temperatures'),
    stops: keys({
      default: some.stop().describe('At stations that plan none; when left out, from the model'),
    }).describe('Time at aid stations'),
    nutrition: nutritionKeys(units),
    gear: list(gearItem(units)).describe('What to carry, and when'),
    crew: crewKeys(units),
    contingencies: list(contingency()).describe('If … then …, decided beforehand'),
    prep: list(milestone()).describe('Milestones with owners and dates'),
    training: keys({ log: text().describe('CSV beside the plan: date, planned, done') }).describe(
      'Training',
    ),
    swot: swotKeys(units).describe('Strengths, weaknesses, opportunities, threats'),
    lessons: list(lesson(units)).describe('Carried from earlier races'),
    from: earlierPlans().describe(
      'Earlier races of yours: what they taught is shown, and applied where the plan does not say',
    ),
    history: list(
      z.union([text().describe('CSV of results or splits, beside the plan'), edition(units)]),
    ).describe('Earlier editions'),
    results: text().describe('CSV of the results of this edition, beside the plan: for places'),
  }).meta({ title: 'Race plan', required: ['race'] });
}

/** A plan as written, every value read; `undefined` where nothing (usable) is written. */
export type WrittenPlan = z.output<ReturnType<typeof planVocabulary>>;

/** JSON Schema (draft 7, which editors speak) of a plan. */
export const planJsonSchema = () =>
  z.toJSONSchema(planVocabulary('metric'), {
    io: 'input',
    target: 'draft-7',
    override({ zodSchema, jsonSchema }) {
      // zod leaves examples out of what is transformed; ours are of what is written
      const { examples } = z.globalRegistry.get(zodSchema) ?? {};
      if (examples) jsonSchema.examples = examples as unknown[];
    },
  });
